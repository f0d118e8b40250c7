//! Which days of a year are worked: Monday to Friday, unless a notice says otherwise.

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

/// For each day of a year that begins on `first` and has `length` days whether it is worked; a day listed twice is
/// the error.
pub(super) fn worked<'a>(
    first: Day,
    length: u16,
    holidays: impl Iterator<Item = &'a HolidaySource>,
) -> Result<Vec<bool>, Day> {
    let mut marks = Marks {
        first,
        listed: vec![None; usize::from(length)],
    };
    for holiday in holidays {
        marks.set(&holiday.off, false)?;
        marks.set(&holiday.work, true)?;
    }
    let days = (first.number()..).zip(marks.listed);
    let worked = days.map(|(number, listed)| listed.unwrap_or_else(|| is_weekday(number)));
    Ok(worked.collect())
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
        let worked = worked(first, 365, core::iter::empty()).unwrap();
        assert_eq!(worked.iter().filter(|worked| **worked).count(), 261);
        assert_eq!(worked[..5], [true, false, false, true, true]);
    }
}
