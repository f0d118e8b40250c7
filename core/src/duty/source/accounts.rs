//! What a rule asks of the tables and the text of a budget or account.

use crate::words::Label;
use crate::written::table;
use alloc::{string::String, vec::Vec};

/// What a rule asks of the tables and the text of a budget or account, as a pack writes it.
///
/// A *term* is `statement.column@row`, with `-` before it where it is taken away. The row is `total`, the
/// id of a line, a code, `heads` (the sum of the highest level) or `each` (every code in turn). A line that may be absent has `?` behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accounts {
    /// Tables that must be there.
    pub present: Vec<String>,
    /// Tables that must carry a note where they hold no amounts.
    pub noted: Vec<String>,
    /// Words that say that a table holds nothing.
    pub empty: Vec<String>,
    /// Whether every cell, code and line must be what its column asks.
    pub typed: bool,
    /// Tables whose codes must have the names they have in the year.
    pub named: Vec<String>,
    /// Tables whose amounts must go down to the lowest level of their classification.
    pub deep: Vec<String>,
    /// Tables in which an amount below zero is asked about.
    pub positive: Vec<String>,
    /// Tables in which no row for what is left over may hold too much.
    pub open: Vec<Open>,
    /// Tables whose rows add up along their codes, column by column.
    pub tree: Vec<String>,
    /// Sums that must be equal.
    pub equal: Vec<Sums>,
    /// Sums of which the left may not be more than the right.
    pub at_most: Vec<Sums>,
    /// What the text says about amounts.
    pub figure: Vec<Figure>,
    /// Parts in the text that add up to the whole before them.
    pub parts: Vec<Parts>,
    /// Two amounts in the text and the word between them.
    pub relation: Vec<Relation>,
    /// Changes against an earlier amount.
    pub change: Option<Change>,
    /// Items that the text lists.
    pub listing: Vec<Listing>,
    /// Years that the text names.
    pub year: Vec<Year>,
    /// Phrases that may not stand in the text.
    pub phrase: Vec<Phrase>,
    /// Phrases of which one must stand in the text.
    pub mention: Vec<Mention>,
    /// Purposes and reasons that may not be those of another item.
    pub copied: Option<Copied>,
    /// Whether the publisher must have one name throughout.
    pub one_name: bool,
    /// Amounts that documents of the same publisher have published before.
    pub earlier: Option<Earlier>,
}

table!(Accounts {
    present,
    noted,
    empty,
    typed,
    named,
    deep,
    positive,
    open,
    tree,
    equal,
    at_most,
    figure,
    parts,
    relation,
    change,
    listing,
    year,
    phrase,
    mention,
    copied,
    one_name,
    earlier,
});

/// A row for what is left over may not hold more than this of its parent and of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// The table.
    pub statement: String,
    /// The column.
    pub column: String,
    /// The last two digits of such codes.
    pub ending: u32,
    /// Percent of its parent.
    pub of_parent: u32,
    /// Percent of the table.
    pub of_total: u32,
}

table!(Open {
    statement: needed,
    column: needed,
    ending: needed,
    of_parent: needed,
    of_total: needed,
});

/// Two sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    /// Terms of the left sum.
    pub left: Vec<String>,
    /// Terms of the right sum.
    pub right: Vec<String>,
    /// Terms that must all be zero, or the sums are not compared.
    pub zero: Vec<String>,
}

table!(Sums {
    left: needed,
    right: needed,
    zero
});

/// What the text says about one amount, and perhaps its share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Patterns: `{amount}` `{share}` `{row}`; `…` stands for a few words of the same sentence.
    pub says: Vec<String>,
    /// Words that may not stand before the pattern.
    pub not_after: Vec<String>,
    /// Sums it may be, terms joined by `+`; `@row` is the row the text names.
    pub is: Vec<String>,
    /// Sums the share may be taken of.
    pub of: Vec<String>,
    /// Whether the amount may be less than what it is held against.
    pub at_most: bool,
}

table!(Figure {
    says: needed,
    not_after,
    is,
    of,
    at_most
});

/// A whole and its parts in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// Patterns: the first `{amount}` or `{count}` is the whole, the others its parts.
    pub says: Vec<String>,
    /// Whether the parts may be less than the whole.
    pub at_most: bool,
}

table!(Parts {
    says: needed,
    at_most
});

/// Two amounts and how the text says they compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Patterns with two `{amount}` and the word at `{word}`.
    pub says: Vec<String>,
    /// Words for: the second is greater.
    pub greater: Vec<String>,
    /// Words for: the second is less.
    pub less: Vec<String>,
    /// Words for: they are the same.
    pub same: Vec<String>,
    /// Words for: they are about the same.
    pub near: Vec<String>,
    /// How many percent apart two amounts may be that are said to be about the same.
    pub about: u32,
    /// Sums the second may be.
    pub is: Vec<String>,
}

table!(Relation {
    says: needed,
    greater: needed,
    less: needed,
    same: needed,
    near,
    about,
    is
});

/// The words by which a text says a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// More.
    pub up: Vec<String>,
    /// Less.
    pub down: Vec<String>,
    /// What a reason begins with.
    pub reason: Vec<String>,
}

table!(Change {
    up: needed,
    down: needed,
    reason: needed
});

/// Items that a text lists as holding amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Patterns; `{list}` are the items up to the end of the sentence.
    pub says: Vec<String>,
    /// The table and column.
    pub of: String,
    /// The codes under which the items stand.
    pub under: Vec<u32>,
}

table!(Listing {
    says: needed,
    of: needed,
    under: needed
});

/// A year in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// Patterns with `{year}`.
    pub says: Vec<String>,
    /// How many years after the year of the document it may be.
    pub is: Vec<i32>,
}

table!(Year {
    says: needed,
    is: needed
});

/// A phrase that may not stand in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Any of these.
    pub any: Vec<String>,
    /// What it is.
    pub what: Label,
}

table!(Phrase {
    any: needed,
    what: needed
});

/// A phrase that must stand in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What is asked for.
    pub what: Label,
    /// One of these.
    pub any: Vec<String>,
    /// Only where one of these terms is not zero.
    pub when: Vec<String>,
}

table!(Mention {
    what: needed,
    any: needed,
    when
});

/// Items whose purposes and reasons are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Patterns with `{row}` and `{text}`.
    pub says: Vec<String>,
}

table!(Copied { says: needed });

/// What documents that the same publisher has published before say of the same amounts; asked where they come along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Words for: this year's is more.
    pub more: Vec<String>,
    /// Words for: this year's is less.
    pub less: Vec<String>,
    /// Words for: they are the same.
    pub same: Vec<String>,
    /// The amounts.
    pub sum: Vec<EarlierSum>,
}

table!(Earlier {
    more: needed,
    less: needed,
    same: needed,
    sum: needed
});

/// One amount of an earlier document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierSum {
    /// The kind of that document.
    pub of: String,
    /// How many years its year lies before this document's.
    pub years: i32,
    /// The terms of its tables, joined by `+`; `@row` is the row the text names.
    pub is: String,
    /// Terms of this document's tables that state the same amount again.
    pub restated: Option<String>,
    /// Patterns: `{amount}` states the amount again; `{word}{amount}` says how much more or less `now` is.
    pub says: Vec<String>,
    /// Terms of this document's tables that a change leads to.
    pub now: Option<String>,
}

table!(EarlierSum {
    of: needed,
    years: needed,
    is: needed,
    restated,
    says,
    now
});
