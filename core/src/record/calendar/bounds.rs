//! How many working days there can be in days that no notice arranges yet.

use super::error::CalendarError;
use super::source::{Unannounced, UnannouncedMonth};
use super::worked::weekdays_before;
use crate::words::Day;
use alloc::vec::Vec;

/// No range is given for a count that goes on for longer than this many unannounced days.
const FARTHEST: i32 = 1096;

/// Which end of the range is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// As few working days as there can be.
    Least,
    /// As many working days as there can be.
    Most,
}

/// The extremes of past years.
#[derive(Debug, Clone)]
pub(super) struct Bounds {
    months: Vec<UnannouncedMonth>,
    pub(super) december_days: i32,
    longest_rest: i32,
}

impl Bounds {
    pub(super) fn new(source: &Unannounced) -> Result<Self, CalendarError> {
        if !source.month.iter().map(|month| month.month).eq(1..=12) {
            return Err(CalendarError::Months);
        }
        Ok(Self {
            months: source.month.clone(),
            december_days: i32::from(source.december_days),
            longest_rest: i32::from(source.longest_rest),
        })
    }

    /// The `count`-th working day from `begin` on, at one end of the range.
    pub(super) fn forward(&self, begin: Day, count: i32, end: End) -> Option<Day> {
        let step = first_true(|step| self.count(begin, begin.plus(step), end) >= Some(count))?;
        if count == 1 {
            return Some(begin.plus(step.min(self.longest_rest)));
        }
        Some(begin.plus(step))
    }

    /// The `count`-th working day from `last` backwards, at one end of the range.
    pub(super) fn backward(&self, last: Day, count: i32, end: End) -> Option<Day> {
        let reaches = |step: i32| {
            let first = last.plus(step.saturating_neg());
            self.count(first, last, end) >= Some(count)
        };
        first_true(reaches).map(|step| last.plus(step.saturating_neg()))
    }

    /// How many working days there can be from `first` to `last`, both included.
    pub(super) fn count(&self, first: Day, last: Day, end: End) -> Option<i32> {
        if last.since(first) > FARTHEST {
            return None;
        }
        let (mut begin, mut sum) = (first, 0_i32);
        while begin <= last {
            let (year, month, _) = begin.parts()?;
            let after = match month {
                12 => Day::of(year.checked_add(1)?, 1, 1)?,
                _ => Day::of(year, month.saturating_add(1), 1)?,
            };
            let stop = after.min(last.plus(1));
            sum = sum.saturating_add(self.in_month(month, begin, stop, end)?);
            begin = after;
        }
        Some(sum)
    }

    /// The working days of one month from `begin` to the day before `stop`.
    fn in_month(&self, month: u32, begin: Day, stop: Day, end: End) -> Option<i32> {
        let at = usize::try_from(month.checked_sub(1)?).ok()?;
        let extremes = self.months.get(at)?;
        let before = weekdays_before(begin.number());
        let weekdays = weekdays_before(stop.number()).saturating_sub(before);
        let weekend = stop.since(begin).saturating_sub(weekdays);
        Some(match end {
            End::Least => weekdays.saturating_sub(i32::from(extremes.off)).max(0),
            End::Most => weekdays.saturating_add(weekend.min(i32::from(extremes.work))),
        })
    }
}

/// The smallest step for which the question, once true and then always true, is true.
fn first_true(reached: impl Fn(i32) -> bool) -> Option<i32> {
    let (mut low, mut high) = (0_i32, 1_i32);
    while !reached(high) {
        if high >= FARTHEST {
            return None;
        }
        low = high.saturating_add(1);
        high = high.saturating_mul(2).min(FARTHEST);
    }
    while low < high {
        let middle = low.midpoint(high);
        if reached(middle) {
            high = middle;
        } else {
            low = middle.saturating_add(1);
        }
    }
    Some(low)
}
