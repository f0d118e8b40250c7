//! The words that the calendar needs: a name in two languages, a term, a day of the year.

use crate::words::Day;
use alloc::string::String;
use serde::{Deserialize, Serialize};

/// A name in Chinese and English.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// How many.
    pub length: u32,
    /// Of what.
    pub unit: TermUnit,
}

/// What a term is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermUnit {
    /// Working days.
    WorkingDays,
    /// Calendar days.
    CalendarDays,
    /// Hours.
    Hours,
    /// Months.
    Months,
    /// Years.
    Years,
}

/// A day of every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearDay {
    month: u8,
    day: u8,
}

impl YearDay {
    /// The day of a month, if every year has it.
    #[must_use]
    pub fn of(month: u8, day: u8) -> Option<Self> {
        Day::of(2023, u32::from(month), u32::from(day)).map(|_| Self { month, day })
    }

    /// This day in a year.
    #[must_use]
    pub fn on(self, year: i32) -> Option<Day> {
        Day::of(year, u32::from(self.month), u32::from(self.day))
    }
}
