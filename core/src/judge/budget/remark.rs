//! What a rule saw in the tables or the text of a budget or account: places and numbers, no sentences.

use super::sums::{At, CellAt};
use crate::duty::Verdict;
use crate::record::accounts::code::Agreement;
use crate::record::accounts::{Code, Document, Doubt, Place};
use crate::words::Label;
use alloc::{string::String, vec::Vec};

/// One thing a rule saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The rule, by its number among the law's rules.
    pub rule: u16,
    /// What it amounts to.
    pub verdict: Verdict,
    /// Where.
    pub at: Spot,
    /// What.
    pub what: What,
    /// Other rules that fail for the same cause.
    pub affects: Vec<u16>,
}

/// Where something was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// In a cell.
    Cell(Place),
    /// On a page, in these words.
    Page {
        /// The page.
        number: u32,
        /// The words.
        quote: String,
    },
    /// In the document as a whole.
    Document,
}

/// What was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// No tables and no text came with the record.
    Nothing,
    /// A table is not there.
    Absent(usize),
    /// A table holds no amounts, and no note says so.
    NotNoted(usize),
    /// A note below a table that has amounts, or another table's.
    WrongNote(usize),
    /// Something could not be taken as it stands.
    Doubt(Doubt),
    /// Names and codes of one part of a table that do not go together, and how they disagree.
    Name(Vec<(Place, Code, Agreement)>),
    /// Codes that the classification of the year does not list.
    Unknown {
        /// The codes.
        codes: Vec<Code>,
    },
    /// A row without the rows of the level below it.
    Shallow {
        /// The row.
        code: Code,
        /// The level that is missing.
        level: usize,
        /// The template.
        template: usize,
    },
    /// A row for what is left over that holds too much.
    Swallows {
        /// The row.
        code: Code,
        /// Percent of its parent.
        of_parent: u32,
        /// Percent of the table.
        of_total: u32,
    },
    /// Sums that do not add up.
    Sums(Cause),
    /// A line that sums need is not there.
    NoLine {
        /// The template.
        template: usize,
        /// The line.
        key: u32,
    },
    /// An amount in the text that no table has.
    Figure {
        /// What the text says, in 分.
        says: i64,
        /// What the tables say.
        is: Vec<i64>,
    },
    /// A share in the text that does not follow, in hundredths of a percent.
    Share {
        /// What the text says.
        says: i64,
        /// What follows.
        is: i64,
    },
    /// A change in the text that does not follow, in hundredths of a percent.
    Change {
        /// What the text says.
        says: i64,
        /// What follows.
        is: i64,
    },
    /// A rate of change against nothing.
    ZeroBase,
    /// The word for a change is the opposite of the amounts.
    Direction,
    /// The reason says the opposite of the change.
    Reason,
    /// The word between two amounts is not how they compare.
    Relation {
        /// The first.
        first: i64,
        /// The second.
        second: i64,
    },
    /// Parts in the text that do not add up.
    Parts {
        /// The whole.
        whole: i64,
        /// The sum of its parts.
        sum: i64,
        /// Whether they are amounts, and not counts.
        money: bool,
    },
    /// Items listed that hold nothing, and items that hold something and are not listed.
    Listing {
        /// Listed without an amount.
        empty: Vec<String>,
        /// With an amount, not listed.
        left_out: Vec<String>,
    },
    /// A year that is not the document's.
    Year {
        /// What the text says.
        says: i32,
        /// What it may be.
        is: Vec<i32>,
    },
    /// A phrase that may not stand there.
    Phrase(Label),
    /// A phrase that is not there.
    NoMention(Label),
    /// A purpose or reason that is another item's.
    Copied {
        /// The other item.
        of: String,
    },
    /// The text names an item by a path that the table does not have.
    Path {
        /// The path in the table.
        is: String,
    },
    /// The text names an item that no table has.
    NoRow,
    /// Another name of the publisher.
    OtherName {
        /// The name it has.
        name: String,
    },
    /// The year of the document is not known.
    NoYear,
    /// An amount below zero.
    Negative(CellAt),
    /// An amount stated again is not what was published then.
    Restated {
        /// What this document says.
        says: i64,
        /// What was published.
        is: i64,
        /// The year it was published for.
        year: i32,
    },
    /// A change against an earlier year that is not the difference.
    Grown {
        /// What the text says, less than zero where it says less.
        says: i64,
        /// This document's amount.
        now: i64,
        /// What was published then.
        before: i64,
        /// For which year.
        year: i32,
    },
    /// A document of an earlier year did not come along.
    NoEarlier {
        /// What it is called.
        title: Label,
        /// Its year.
        year: i32,
    },
}

/// Why sums do not add up, as far as it can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// The sum at which it shows first.
    pub at: At,
    /// By how much, in 分.
    pub residual: i64,
    /// How many sums fail for it.
    pub sums: usize,
    /// What would put them right.
    pub guess: Guess,
}

impl Cause {
    /// Where it is shown: its cell, or the row at which the sum does not come out.
    #[must_use]
    pub fn place(&self, document: &Document<'_>) -> Place {
        let (statement, row, column) = match (&self.guess, self.at) {
            (Guess::Cell(cell, _), _) => (cell.statement, Some(cell.row), cell.column),
            (
                Guess::Row {
                    statement, parent, ..
                },
                At::Tree { column, .. },
            ) => (*statement, *parent, column),
            (
                Guess::Row {
                    statement, parent, ..
                },
                At::Equation { .. },
            ) => (*statement, *parent, 0),
            (Guess::Unit(statement), _) => {
                let own = document.statements.get(*statement);
                return own.map(|own| own.at).unwrap_or_default();
            }
            (
                Guess::Any(_),
                At::Tree {
                    statement,
                    parent,
                    column,
                },
            ) => (statement, parent, column),
            (Guess::Any(cells), At::Equation { .. }) => match cells.first() {
                Some(cell) => (cell.statement, Some(cell.row), cell.column),
                None => return Place::default(),
            },
        };
        let Some(own) = document.statements.get(statement) else {
            return Place::default();
        };
        row.or_else(|| own.total())
            .map_or(own.at, |row| own.place(row, column))
    }
}

/// What would put failing sums right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guess {
    /// This cell alone, with this amount in 分.
    Cell(CellAt, i64),
    /// A row that is missing under a row, or under the total.
    Row {
        /// The statement.
        statement: usize,
        /// The row it belongs under.
        parent: Option<usize>,
        /// Its code, where another table has it.
        code: Option<Code>,
    },
    /// The unit of a whole table: its amounts are ten thousand times too large or too small.
    Unit(usize),
    /// Any of these cells.
    Any(Vec<CellAt>),
}
