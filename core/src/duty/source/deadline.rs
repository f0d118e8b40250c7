//! The demand `deadline`: one event within a term of another.

use crate::written::table;
use alloc::{string::String, vec::Vec};

/// One event within a term of another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deadline {
    /// The date field the term runs from.
    pub from: String,
    /// The date fields that must fall in time, each of them.
    pub to: Vec<String>,
    /// At most this term: `7 working days`.
    pub within: Option<String>,
    /// At least this term.
    pub at_least: Option<String>,
    /// On or before this day of the year after `from`: `31 January`; with a year, on or before that very day:
    /// `2016-12-31`.
    pub by: Option<String>,
    /// Pairs of date fields between which a term of working days stands still: asked and answered.
    pub excluded: Vec<[String; 2]>,
    /// Whether the day of `from` is counted.
    pub first_day_counts: bool,
    /// Whether a last day that is a holiday moves to the next working day.
    pub roll_forward: bool,
}

table!(Deadline {
    from,
    to,
    within,
    at_least,
    by,
    excluded,
    first_day_counts,
    roll_forward
});
