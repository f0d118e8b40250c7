//! One day of the calendar, as a count of days, so that calendar tables can be indexed by it.

use crate::written::{Bytes, Printed, Shape, Written};
use alloc::{string::ToString, vec::Vec};
use core::fmt;
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// One day of the Gregorian calendar, without a clock.
///
/// ```
/// use gongkai::words::Day;
/// let day = Day::of(2016, 7, 22).unwrap();
/// assert_eq!(day.to_string(), "2016-07-22");
/// assert_eq!(day.plus(10).parts(), Some((2016, 8, 1)));
/// ```
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

    /// The day of a year from 0 to 9999, a month and a day of the month, if there is such a day.
    #[must_use]
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "the year is at most 9999 and day and month are in range: every sum stays below four million"
    )]
    pub const fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        if year < 0 || year > 9999 || day == 0 || day > days_in(year, month) {
            return None;
        }
        // Years are counted from March, so that the leap day is the last of its year.
        let (year, month) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let in_year = ((153 * month + 2) / 5 + day).cast_signed();
        Some(Self(365 * year + leap_days + in_year - MARCH_TO_JANUARY))
    }

    /// Year, month and day of the month; `None` outside the years 0 to 9999.
    #[must_use]
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "the number is checked to lie in the years 0 to 9999: every product stays below twenty million"
    )]
    pub const fn parts(self) -> Option<(i32, u32, u32)> {
        if self.0 < FIRST || self.0 > LAST {
            return None;
        }
        let days = self.0 + MARCH_TO_JANUARY - 1;
        let (era, in_era) = (days.div_euclid(DAYS_400), days.rem_euclid(DAYS_400));
        let year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146_096) / 365;
        let in_year = (in_era - (365 * year + year / 4 - year / 100)).cast_unsigned();
        let month = (5 * in_year + 2) / 153;
        let day = in_year - (153 * month + 2) / 5 + 1;
        let year = year + era * 400;
        Some(if month < 10 {
            (year, month + 3, day)
        } else {
            (year + 1, month - 9, day)
        })
    }

    /// The day written as `YYYY-MM-DD` with nothing around it.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        let (year, rest) = text.as_bytes().split_first_chunk::<4>()?;
        let &[b'-', month_tens, month, b'-', day_tens, day] = rest else {
            return None;
        };
        Self::of(
            number(year)?.cast_signed(),
            number(&[month_tens, month])?,
            number(&[day_tens, day])?,
        )
    }

    /// The day of the week: 1 is Monday, 7 is Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        // Day 1, 0001-01-01, was a Monday.
        let after_monday = i64::from(self.0).wrapping_sub(1).rem_euclid(7);
        u8::try_from(after_monday).map_or(1, |n| n.saturating_add(1))
    }

    /// The last day of this day's month.
    #[must_use]
    pub fn month_end(self) -> Option<Self> {
        let (year, month, _) = self.parts()?;
        Self::of(year, month, days_in(year, month))
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
            Some((year, month, day)) => {
                // Texts hold many days, and numbers with widths would take five times as long.
                let year = year.cast_unsigned();
                let parts = [year / 100, year % 100, month, day].map(digits);
                let mut text = *b"YYYY-MM-DD";
                let places = text.iter_mut().filter(|byte| **byte != b'-');
                for (place, digit) in places.zip(parts.as_flattened()) {
                    *place = *digit;
                }
                f.write_str(core::str::from_utf8(&text).unwrap_or_default())
            }
            None => write!(f, "day {}", self.0),
        }
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Day {
    /// `YYYY-MM-DD` for people, the number of the day for machines.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_i32(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(Text)
        } else {
            i32::deserialize(deserializer).map(Self)
        }
    }
}

const FIRST: i32 = -365;
const LAST: i32 = 3_652_059;
const DAYS_400: i32 = 146_097;
const MARCH_TO_JANUARY: i32 = 306;

const WRITTEN: &str = "a day written as YYYY-MM-DD";

impl Written for Day {
    const SHAPE: Shape = Shape::Printed(&Printed {
        what: WRITTEN,
        parse: |text| Self::parse_iso(text).map(|day| day.0.into()),
        print: |number| Self(i32::try_from(number).unwrap_or_default()).to_string(),
    });

    fn read(bytes: &mut Bytes<'_>) -> Self {
        Self(i32::read(bytes))
    }

    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
    }
}

struct Text;

impl<'de> Visitor<'de> for Text {
    type Value = Day;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(WRITTEN)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Day, E> {
        Day::parse_iso(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }

    #[cfg(feature = "toml")]
    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Day, A::Error> {
        let native = de::value::MapAccessDeserializer::new(map);
        self.visit_str(&toml::value::Datetime::deserialize(native)?.to_string())
    }
}

const fn days_in(year: i32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

/// The number that ASCII digits write; at most nine of them.
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    let (mut sum, mut largest) = (0_u32, 0_u8);
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        largest = largest.max(digit);
        sum = sum.wrapping_mul(10).wrapping_add(u32::from(digit));
    }
    (largest <= 9).then_some(sum)
}

/// The digits of a number below 100.
fn digits(number: u32) -> [u8; 2] {
    let number = u8::try_from(number).unwrap_or_default();
    [number / 10, number % 10].map(|digit| digit.wrapping_add(b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, NaiveDate};

    #[test]
    fn agrees_with_chrono_on_every_day_of_800_years() {
        let mut date = NaiveDate::from_ymd_opt(1600, 1, 1).unwrap();
        while date.year() < 2400 {
            let day = Day::of(date.year(), date.month(), date.day()).unwrap();
            assert_eq!(day.number(), date.num_days_from_ce());
            assert_eq!(day.parts(), Some((date.year(), date.month(), date.day())));
            assert_eq!(day.to_string(), date.to_string());
            assert_eq!(
                u32::from(day.weekday()),
                date.weekday().number_from_monday()
            );
            date = date.succ_opt().unwrap();
        }
    }

    #[test]
    fn knows_what_is_no_day() {
        for (year, month, day) in [
            (2023, 2, 29),
            (1900, 2, 29),
            (2024, 13, 1),
            (2024, 0, 1),
            (2024, 4, 31),
        ] {
            assert_eq!(Day::of(year, month, day), None);
        }
        assert_eq!(Day::of(10_000, 1, 1), None);
        assert_eq!(Day::of(-1, 12, 31), None);
        assert_eq!(Day::of(0, 1, 1).map(Day::number), Some(FIRST));
        assert_eq!(Day::of(9999, 12, 31).map(Day::number), Some(LAST));
        assert_eq!(Day::from_number(i32::MIN).parts(), None);
        assert_eq!(Day::from_number(FIRST).parts(), Some((0, 1, 1)));
        assert_eq!(Day::from_number(LAST).parts(), Some((9999, 12, 31)));
        assert_eq!(Day::parse_iso("2016-7-22"), None);
    }

    #[test]
    fn month_ends() {
        let end = |y, m| {
            Day::of(y, m, 1)
                .and_then(Day::month_end)
                .unwrap()
                .to_string()
        };
        assert_eq!(end(2024, 2), "2024-02-29");
        assert_eq!(end(2025, 12), "2025-12-31");
    }

    #[test]
    fn crosses_json_as_text() {
        let day = Day::of(2016, 7, 22).unwrap();
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"2016-07-22\"");
        assert_eq!(serde_json::from_str::<Day>("\"2016-07-22\"").unwrap(), day);
        for wrong in ["\"2016-02-30\"", "20160722", "{\"a\":1}", "{}", "null"] {
            assert!(serde_json::from_str::<Day>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    #[cfg(feature = "toml")]
    fn native_dates_of_toml_are_days() {
        #[derive(serde::Deserialize)]
        struct Line {
            from: Day,
            until: Day,
        }
        let line: Line = toml::from_str("from = 2016-07-22\nuntil = \"2020-01-01\"").unwrap();
        assert_eq!(line.from, Day::of(2016, 7, 22).unwrap());
        assert_eq!(line.until, Day::of(2020, 1, 1).unwrap());
        assert!(toml::from_str::<Line>("from = 2016-07-22T01:00:00Z\nuntil = 2020-01-01").is_err());
    }
}
