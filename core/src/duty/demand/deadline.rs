//! One event within a term of another.

use crate::record::{Slot, calendar::Counting};
use crate::words::{Day, Term, YearDay};
use alloc::vec::Vec;

/// See [`crate::duty::source::Deadline`].
#[derive(Debug, Clone)]
pub struct Deadline {
    /// The date the term runs from.
    pub from: Slot,
    /// The dates that must fall in time.
    pub to: Vec<Slot>,
    /// How long.
    pub limit: Limit,
    /// Dates between which a term of working days stands still.
    pub excluded: Vec<(Slot, Slot)>,
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
    /// On or before this day.
    On(Day),
}
