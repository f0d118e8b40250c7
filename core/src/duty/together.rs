//! What was seen when records were judged together: plain numbers, of which the report floor makes sentences.

use crate::record::Slot;
use crate::words::{Day, Exact};
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
    /// There are not as many records as a number of ours says, or it is not known whether all are at hand.
    Figure {
        /// Our number.
        own: Slot,
        /// What was found.
        found: Found,
    },
    /// Too much of our texts stands in theirs.
    TakenOver(TakenOver),
    /// The record leads back to itself, through so many names.
    Circle {
        /// The field that leads on.
        own: Slot,
        /// How many names stand in the circle.
        names: u64,
    },
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
    /// A stage is not there, by its number in the sequence.
    NoStage(u16),
    /// A stage is not there, and may still come.
    StageToCome(u16),
    /// A stage is not there, and may be among events that cannot be assigned.
    StageDoubtful(u16),
    /// A stage lies before one that it must follow; each with its day.
    StageBefore {
        /// The stage.
        stage: (u16, Day),
        /// The one it must follow.
        follows: (u16, Day),
    },
    /// A stage is there several times.
    StageRepeated {
        /// The stage.
        stage: u16,
        /// How many times.
        count: u64,
    },
    /// Two stages have the same value where they must differ.
    SameActor {
        /// The stage.
        stage: u16,
        /// The other.
        as_in: u16,
        /// The field.
        field: Slot,
    },
    /// A stage lies after our date by which all must be done.
    StageAfter {
        /// The stage.
        stage: u16,
        /// Our date.
        own: Slot,
    },
    /// A number is less than it was before.
    Fell(Fall),
    /// There are no parts to add up.
    NoParts,
    /// A part lacks its number.
    PartUnclear(Slot),
    /// A number is not the sum of its parts.
    Unequal(Apart),
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

/// How much of a record's texts stands in those of another, in characters that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenOver {
    /// How many stand in the other.
    pub taken: u64,
    /// How many there are.
    pub whole: u64,
    /// How many may be taken over.
    pub limit: u64,
    /// The longest passages that were, longest first.
    pub passages: [Option<Passage>; 3],
}

/// A passage of a text of this record, its characters counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// The field.
    pub own: Slot,
    /// Its first character.
    pub first: u32,
    /// Its last character.
    pub last: u32,
}

/// A number that is less than it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fall {
    /// The field.
    pub own: Slot,
    /// The day of the number before.
    pub since: Day,
    /// The number before.
    pub before: Exact,
    /// The number.
    pub number: Exact,
}

/// A number that is not the sum of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Apart {
    /// The field.
    pub own: Slot,
    /// The number.
    pub number: Exact,
    /// The sum.
    pub sum: Exact,
    /// How far they lie apart.
    pub by: Exact,
    /// How many parts there are.
    pub parts: u64,
    /// Whether these are all of them.
    pub certain: bool,
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
