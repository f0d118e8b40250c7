//! So many records of another kind, once or again and again.

use super::Link;
use crate::record::Slot;
use crate::words::Term;

/// See [`crate::duty::source::Count`].
#[derive(Debug, Clone)]
pub struct Count {
    /// How the records are found.
    pub link: Link,
    /// Their date.
    pub at: Option<Slot>,
    /// How often they must come.
    pub every: Option<Every>,
    /// The date of this record with which the time begins.
    pub from: Option<Slot>,
    /// The date of this record with which it ends.
    pub until: Option<Slot>,
    /// The fewest there may be.
    pub at_least: u64,
    /// The most there may be.
    pub at_most: Option<u64>,
    /// The number of this record that says how many there are.
    pub is: Option<Slot>,
    /// The flag of this record that says that all of them are at hand.
    pub complete: Option<Slot>,
    /// Their field of which only different values are counted.
    pub distinct: Option<Slot>,
}

/// How often records must come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// In each calendar year.
    Year,
    /// Never longer apart than this term.
    Term(Term),
}
