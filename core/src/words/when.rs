//! When something happened, as exactly as the record says it.

use super::date::Day;
use super::note::{Fault, Read};
use super::when_text;
use serde::{Deserialize, Serialize};

/// When something happened, as exactly as the record says it.
///
/// `2025-08` is all days of August: `first` and `last` are the earliest and latest day it can have been.
///
/// ```
/// use gongkai::words::{Day, When};
/// let read = When::parse("2016年7月22日").unwrap();
/// assert_eq!(read.value, When::on(Day::of(2016, 7, 22).unwrap()));
/// assert!(!read.notes.is_empty());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct When {
    /// The earliest day it can have been.
    pub first: Day,
    /// The latest day it can have been; equal to `first` when the day is known.
    pub last: Day,
    /// Second of the day in UTC+8, where the record gives a time.
    pub second: Option<u32>,
}

impl When {
    /// For an indefinite time: 长期, 永久, and the days 2099-12-31 and 9999-12-31 that stand for it.
    pub const PERPETUAL: Self = Self::on(LAST_DAY);

    /// Reads every form of a date that is known from published tables.
    ///
    /// A time of exactly midnight is what databases write for a day without a time, and is read as no time.
    ///
    /// # Errors
    /// The [`Fault`] says why the text is no date, or none that can be read in one way only.
    pub fn parse(text: &str) -> Result<Read<Self>, Fault> {
        when_text::read(text)
    }

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

    /// Whether it stands for "for an indefinite time".
    #[must_use]
    pub fn is_perpetual(self) -> bool {
        self.first == Self::PERPETUAL.first
    }

    /// The earliest second it can have been, counted from 0001-01-01T00:00 in UTC+8.
    #[must_use]
    pub fn instant_first(self) -> i64 {
        midnight(self.first).saturating_add(self.second.map_or(0, i64::from))
    }

    /// The latest second it can have been, counted from 0001-01-01T00:00 in UTC+8.
    #[must_use]
    pub fn instant_last(self) -> i64 {
        midnight(self.last).saturating_add(self.second.map_or(DAY_SECONDS - 1, i64::from))
    }
}

const LAST_DAY: Day = match Day::of(9999, 12, 31) {
    Some(day) => day,
    None => Day::from_number(0),
};

const DAY_SECONDS: i64 = 86_400;

fn midnight(day: Day) -> i64 {
    i64::from(day.number())
        .saturating_sub(1)
        .saturating_mul(DAY_SECONDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn perpetual_is_the_last_day_of_9999() {
        assert_eq!(When::PERPETUAL.first.to_string(), "9999-12-31");
        assert!(When::PERPETUAL.is_perpetual());
        assert!(!When::on(Day::of(2024, 1, 1).unwrap()).is_perpetual());
    }

    #[test]
    fn instants_span_what_is_not_known() {
        let first = When::on(Day::from_number(1));
        assert_eq!((first.instant_first(), first.instant_last()), (0, 86_399));
        let timed = When {
            second: Some(60),
            ..When::on(Day::from_number(2))
        };
        assert_eq!(timed.instant_first(), 86_460);
        assert_eq!(timed.instant_last(), 86_460);
    }
}
