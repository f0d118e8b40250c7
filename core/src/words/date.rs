//! Days and moments: what a date in a published record can say.
//!
//! A day is a count of days (chrono's, from 0001-01-01), so that calendar tables can be indexed by it.

use chrono::{Datelike, NaiveDate};
use core::fmt;

/// One day of the Gregorian calendar, without a clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The day with this number, counted from 0001-01-01 as day 1.
    #[must_use]
    pub const fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// The number of this day, counted from 0001-01-01 as day 1.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day of a year, month and day of the month, if there is such a day.
    #[must_use]
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(|date| Self(date.num_days_from_ce()))
    }

    /// Year, month and day of the month; `None` outside what chrono can name.
    #[must_use]
    pub fn parts(self) -> Option<(i32, u32, u32)> {
        NaiveDate::from_num_days_from_ce_opt(self.0)
            .map(|date| (date.year(), date.month(), date.day()))
    }

    /// The day this many days later (or earlier, if negative).
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// How many days this day lies after another.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }
}

impl fmt::Display for Day {
    /// Writes `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts() {
            Some((year, month, day)) => write!(f, "{year:04}-{month:02}-{day:02}"),
            None => write!(f, "day {}", self.0),
        }
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// When something happened, as exactly as the record says it.
///
/// `2025-08` is all days of August: `first` and `last` are the earliest and latest day it can have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    /// The earliest day it can have been.
    pub first: Day,
    /// The latest day it can have been; equal to `first` when the day is known.
    pub last: Day,
    /// Second of the day in UTC+8, where the record gives a time.
    pub second: Option<u32>,
}

impl When {
    /// A known day without a time.
    #[must_use]
    pub const fn on(day: Day) -> Self {
        Self {
            first: day,
            last: day,
            second: None,
        }
    }

    /// The day, where it is known exactly.
    #[must_use]
    pub fn day(self) -> Option<Day> {
        (self.first == self.last).then_some(self.first)
    }
}
