//! How a term is counted, and what is known of the day on which it ends.

use crate::words::Day;
use serde::Serialize;

/// How a term is counted.
///
/// The default is that of the Civil Code, articles 201 and 203: the first day is not counted, and a
/// term that would end on a day off ends on the next working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Counting {
    /// Whether the day of the event is the first day of the term.
    pub first_day: bool,
    /// Whether a last day that is off moves to the next working day.
    pub roll_forward: bool,
}

impl Counting {
    /// The first day is not counted, and the last is not moved.
    pub const PLAIN: Self = Self {
        first_day: false,
        roll_forward: false,
    };
}

impl Default for Counting {
    fn default() -> Self {
        Self {
            first_day: false,
            roll_forward: true,
        }
    }
}

/// What is known of the day on which a term ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// It is this day.
    On(Day),
    /// It depends on a notice that is not published.
    Between {
        /// It cannot be earlier, judging by past years.
        earliest: Day,
        /// It cannot be later, judging by past years.
        latest: Day,
        /// The first year whose notice is needed and missing.
        year: i32,
    },
    /// A term of hours needs the time of day: see [`due_instant`](super::due_instant).
    NeedsTime,
    /// It lies before the calendar begins, or too far after it ends.
    OutOfRange,
}

impl Due {
    /// The due day, where it is known.
    #[must_use]
    pub const fn day(self) -> Option<Day> {
        match self {
            Self::On(day) => Some(day),
            Self::Between { .. } | Self::NeedsTime | Self::OutOfRange => None,
        }
    }

    /// The earliest and the latest day it can be.
    #[must_use]
    pub const fn range(self) -> Option<(Day, Day)> {
        match self {
            Self::On(day) => Some((day, day)),
            Self::Between {
                earliest, latest, ..
            } => Some((earliest, latest)),
            Self::NeedsTime | Self::OutOfRange => None,
        }
    }
}
