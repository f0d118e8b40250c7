//! The working days of one year as ranks, so that counting them needs no loop over days.

use super::source::HolidaySource;
use crate::words::Day;
use alloc::{vec, vec::Vec};

/// Monday to Friday among the days before the day with this number (day 1 was a Monday).
pub(super) const fn weekdays_before(number: i32) -> i32 {
    let days = number.wrapping_sub(1);
    let rest = days.rem_euclid(7);
    let in_week = if rest < 5 { rest } else { 5 };
    days.div_euclid(7).saturating_mul(5).saturating_add(in_week)
}

/// Whether the day with this number is a Monday to Friday.
pub(super) const fn is_weekday(number: i32) -> bool {
    number.wrapping_sub(1).rem_euclid(7) < 5
}

/// Ranks of one year's working days; days are counted from 0, the first of January.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// How many working days lie before the day; one entry more than the year has days.
    before: Vec<u16>,
    /// The working days in order.
    days: Vec<u16>,
}

impl Table {
    /// The table of a year that begins on `first` and has `length` days; a day listed twice is the error.
    pub(super) fn new<'a>(
        first: Day,
        length: u16,
        holidays: impl Iterator<Item = &'a HolidaySource>,
    ) -> Result<Self, Day> {
        let mut marks = Marks {
            first,
            listed: vec![None; usize::from(length)],
        };
        for holiday in holidays {
            marks.set(&holiday.off, false)?;
            marks.set(&holiday.work, true)?;
        }
        Ok(Self::of(&marks))
    }

    /// How many working days lie before the day.
    pub(super) fn before(&self, day: usize) -> usize {
        self.before
            .get(day)
            .map_or(self.days.len(), |n| usize::from(*n))
    }

    /// The working day with this many working days before it.
    pub(super) fn nth(&self, rank: usize) -> Option<i32> {
        self.days.get(rank).map(|day| i32::from(*day))
    }

    /// How many working days the year has.
    pub(super) const fn total(&self) -> usize {
        self.days.len()
    }

    fn of(marks: &Marks) -> Self {
        let mut table = Self {
            before: Vec::with_capacity(marks.listed.len().saturating_add(1)),
            days: Vec::with_capacity(marks.listed.len()),
        };
        let mut rank = 0_u16;
        for ((day, number), listed) in (0_u16..).zip(marks.first.number()..).zip(&marks.listed) {
            table.before.push(rank);
            if listed.unwrap_or_else(|| is_weekday(number)) {
                table.days.push(day);
                rank = rank.saturating_add(1);
            }
        }
        table.before.push(rank);
        table
    }
}

/// What notices say about each day of a year: worked, off, or nothing.
struct Marks {
    first: Day,
    listed: Vec<Option<bool>>,
}

impl Marks {
    fn set(&mut self, days: &[Day], worked: bool) -> Result<(), Day> {
        for &day in days {
            let slot = usize::try_from(day.since(self.first)).ok();
            let slot = slot.and_then(|slot| self.listed.get_mut(slot));
            if slot.is_some_and(|slot| slot.replace(worked).is_some()) {
                return Err(day);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_counted_without_a_loop() {
        let first = Day::of(2000, 12, 30).unwrap().number();
        let mut count = weekdays_before(first);
        for number in first..first + 400 {
            assert_eq!(weekdays_before(number), count);
            count += i32::from(is_weekday(number));
        }
        assert!(!is_weekday(first), "2000-12-30 was a Saturday");
    }

    #[test]
    fn a_plain_year_has_its_weekdays() {
        let first = Day::of(2021, 1, 1).unwrap();
        let table = Table::new(first, 365, core::iter::empty()).unwrap();
        assert_eq!(table.total(), 261);
        assert_eq!(table.nth(0), Some(0));
        assert_eq!(table.nth(1), Some(3));
        assert_eq!(
            (table.before(1), table.before(3), table.before(4)),
            (1, 1, 2)
        );
    }
}
