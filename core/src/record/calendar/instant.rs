//! Terms in hours: they run through days off and holidays alike.

use crate::words::Day;

const SECONDS_OF_DAY: i64 = 86_400;
const SECONDS_OF_HOUR: i64 = 3_600;

/// A moment: a day and the second of that day, in UTC+8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Instant {
    /// The day.
    pub day: Day,
    /// The second of the day, 0 to 86 399.
    pub second: u32,
}

/// The moment at which a term of hours ends; `None` beyond the days that can be counted.
///
/// ```
/// use gongkai::{record::calendar::{due_instant, Instant}, words::Day};
/// let event = Instant { day: Day::of(2020, 1, 24).unwrap(), second: 20 * 3600 };
/// let due = due_instant(event, 5).unwrap();
/// assert_eq!((due.day.to_string().as_str(), due.second), ("2020-01-25", 3600));
/// ```
#[must_use]
pub fn due_instant(from: Instant, hours: u32) -> Option<Instant> {
    let hours = i64::from(hours).saturating_mul(SECONDS_OF_HOUR);
    let seconds = i64::from(from.second).saturating_add(hours);
    let days = i32::try_from(seconds.div_euclid(SECONDS_OF_DAY)).ok()?;
    let day = Day::from_number(from.day.number().checked_add(days)?);
    let second = u32::try_from(seconds.rem_euclid(SECONDS_OF_DAY)).ok()?;
    Some(Instant { day, second })
}
