//! The closed list of demand kinds, with every name resolved to a number.
//!
//! What each asks is documented on the tables of [`super::source`] it is compiled from.

use crate::record::{calendar::Counting, schema::Slot};
use crate::words::{Amount, Label, Term, YearDay};
use alloc::{string::String, vec::Vec};

/// What a rule asks.
#[derive(Debug, Clone)]
pub enum Demand {
    /// Fields present and well formed.
    Fields(Fields),
    /// One event within a term of another.
    Deadline(Deadline),
    /// Events one after another.
    Order(Order),
    /// Published on each channel.
    Channels(Channels),
    /// In a list, or not in it.
    Listed(Listed),
    /// No two records alike.
    Unique(Unique),
}

impl Demand {
    /// The name used in packs.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Fields(_) => "fields",
            Self::Deadline(_) => "deadline",
            Self::Order(_) => "order",
            Self::Channels(_) => "channels",
            Self::Listed(_) => "listed",
            Self::Unique(_) => "unique",
        }
    }
}

/// See [`super::source::Fields`].
#[derive(Debug, Clone, Default)]
pub struct Fields {
    /// Each must be given.
    pub required: Vec<Slot>,
    /// Of each group at least one must be given.
    pub one_of: Vec<Vec<Slot>>,
    /// None may be given.
    pub forbidden: Vec<Slot>,
    /// Each, if given, must be what its type says.
    pub well_formed: Vec<Slot>,
    /// Texts that must mention something.
    pub mentions: Vec<Mention>,
    /// Texts that must begin, or not begin, with something.
    pub begins: Vec<Begin>,
    /// Longest texts, in characters.
    pub at_most: Vec<(Slot, u32)>,
    /// Largest amounts.
    pub no_more_than: Vec<(Slot, Amount)>,
}

/// See [`super::source::Mention`].
#[derive(Debug, Clone)]
pub struct Mention {
    /// The field.
    pub slot: Slot,
    /// What is looked for, for people.
    pub what: Label,
    /// At least one of these stands in the text.
    pub any: Vec<String>,
}

/// See [`super::source::Begin`].
#[derive(Debug, Clone)]
pub struct Begin {
    /// The field.
    pub slot: Slot,
    /// It begins with one of these.
    pub with: Vec<String>,
    /// It begins with none of these.
    pub not_with: Vec<String>,
}

/// See [`super::source::Deadline`].
#[derive(Debug, Clone)]
pub struct Deadline {
    /// The date the term runs from.
    pub from: Slot,
    /// The dates that must fall in time.
    pub to: Vec<Slot>,
    /// How long.
    pub limit: Limit,
    /// How days are counted.
    pub counting: Counting,
}

/// The limit of a [`Deadline`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// At most this term.
    Within(Term),
    /// At least this term.
    AtLeast(Term),
    /// On or before this day of the year after.
    By(YearDay),
}

/// See [`super::source::Order`].
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// Dates, none before the one it follows.
    pub sequence: Vec<Slot>,
    /// Whether equal days break the order.
    pub strict: bool,
    /// Dates that may not lie after the day of judgement.
    pub not_in_future: Vec<Slot>,
}

/// See [`super::source::Channels`].
#[derive(Debug, Clone)]
pub struct Channels {
    /// The publication date on each channel.
    pub published: Vec<Slot>,
    /// What must be equal on all of them, in the same order.
    pub same: Vec<Slot>,
    /// The longest time between the first and the last publication.
    pub apart: Option<Term>,
}

/// See [`super::source::Listed`].
#[derive(Debug, Clone)]
pub struct Listed {
    /// The field.
    pub slot: Slot,
    /// The list, by its number.
    pub list: u16,
    /// Whether the value must be in the list or must not.
    pub wanted: bool,
    /// A second field that must agree with the label of the entry.
    pub agrees: Option<Slot>,
    /// Characters that separate several values.
    pub split: Option<String>,
}

/// See [`super::source::Unique`].
#[derive(Debug, Clone)]
pub struct Unique {
    /// The fields that together may occur once.
    pub by: Vec<Slot>,
}

/// A condition on one field.
#[derive(Debug, Clone)]
pub struct Test {
    /// The field.
    pub slot: Slot,
    /// What is asked of it.
    pub ask: Ask,
    /// What follows when the field is missing.
    pub if_missing: Answer,
}

/// What a [`Test`] asks.
#[derive(Debug, Clone)]
pub enum Ask {
    /// The code is one of these, by number in the field's list.
    Codes(Vec<u16>),
    /// The code is none of these.
    NotCodes(Vec<u16>),
    /// The text is one of these.
    Texts(Vec<String>),
    /// The text is none of these.
    NotTexts(Vec<String>),
    /// The text contains one of these.
    Mentions(Vec<String>),
    /// The field is given.
    Given,
    /// The field is not given.
    NotGiven,
}

/// Yes, no, or unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Something needed is missing.
    Unknown,
}
