//! What was seen when records were judged together: plain numbers, of which the report floor makes sentences.

use crate::record::Slot;
use crate::words::Day;
use serde::{Deserialize, Serialize};

/// What was seen. Fields of the record that carries the duty are `own`, those of another are `other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Nothing worth saying.
    Plain,
    /// The record lacks what it would be judged by.
    Lacking(Slot, Lack),
    /// So many records were to be compared under one key that nothing is told.
    Crowded,
    /// Several records where there may be one.
    Repeated,
    /// Too few records.
    TooFew(Found),
    /// Too many records.
    TooMany(Found),
    /// Whether there are too few or too many depends on records that cannot be assigned or read.
    Doubtful(Found),
    /// The time is still running, and what is asked can still come.
    Running(Found),
    /// Too long a time without a record.
    Apart {
        /// The day after which none came.
        after: Day,
        /// The day by which one was due.
        due: Day,
        /// The day on which one came, if one did.
        next: Option<Day>,
    },
    /// The due day lies in a year whose calendar is not announced.
    Unannounced {
        /// The earliest day it can be.
        earliest: Day,
        /// The latest day it can be.
        latest: Day,
        /// The year that is not announced.
        year: i32,
    },
    /// The term leads out of the calendar.
    OutOfCalendar,
    /// There is a record where there may be none.
    Present,
    /// The other record does not say the same.
    Differs {
        /// Its field.
        other: Slot,
        /// Our field.
        own: Slot,
    },
    /// The other record's date lies after ours.
    After {
        /// Its date.
        other: Slot,
        /// Our date.
        own: Slot,
    },
    /// The other record's date lies before ours.
    Before {
        /// Its date.
        other: Slot,
        /// Our date.
        own: Slot,
    },
    /// The other record's date lies after the due day.
    Late {
        /// Its date.
        other: Slot,
        /// Our date, from which the term runs.
        own: Slot,
        /// The due day.
        due: Day,
        /// The day it happened.
        happened: Day,
    },
    /// Nothing has come, and the due day is still to come.
    Due {
        /// Our date, from which the term runs.
        own: Slot,
        /// The due day.
        due: Day,
    },
    /// A field of the other record is missing, or not known exactly enough.
    Unclear(Slot),
}

/// How many records were found, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// How many count for certain.
    pub certain: u64,
    /// How many may count.
    pub doubtful: u64,
    /// How many there must or may be.
    pub limit: u64,
    /// The first day of the time in which they are counted.
    pub from: Option<Day>,
    /// The last day of the time in which they are counted.
    pub until: Option<Day>,
}

/// For what a field is lacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Lack {
    /// To tell whether the rule applies.
    Condition,
    /// To tell which law was in force.
    Event,
    /// To find the other records.
    Key,
    /// To tell in which time they are counted, or from when a term runs.
    Time,
    /// To compare it with the other records.
    Value,
}
