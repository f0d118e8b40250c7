//! When a term ends: working days, calendar days, months, years, and fixed days of the year.

use super::due::{Counting, Due};
use super::view::View;
use crate::words::Day;
use crate::words::term::{Term, TermUnit, YearDay};

impl View<'_> {
    /// The day on which a term that runs from an event ends.
    ///
    /// A term of no length ends on the day of the event.
    #[must_use]
    #[inline]
    pub fn due(&self, from: Day, term: Term, counting: Counting) -> Due {
        if term.length == 0 {
            return self.settle(from, counting);
        }
        let Ok(length) = i32::try_from(term.length) else {
            return Due::OutOfRange;
        };
        let end = match term.unit {
            TermUnit::WorkingDays => return self.forward(begin(from, counting), term.length),
            TermUnit::Hours => return Due::NeedsTime,
            TermUnit::CalendarDays => begin(from, counting)
                .number()
                .checked_add(length.wrapping_sub(1)),
            TermUnit::Months => months_later(from, length, counting),
            TermUnit::Years => length
                .checked_mul(12)
                .and_then(|months| months_later(from, months, counting)),
        };
        end.map_or(Due::OutOfRange, |end| {
            self.settle(Day::from_number(end), counting)
        })
    }

    /// A fixed day of the year after the event, such as 31 January for an annual report.
    #[must_use]
    pub fn due_fixed(&self, from: Day, on: YearDay, counting: Counting) -> Due {
        let year = from.parts().and_then(|parts| parts.0.checked_add(1));
        let day = year.and_then(|year| on.on(year));
        day.map_or(Due::OutOfRange, |day| self.settle(day, counting))
    }

    /// Moves a last day that is off, if that is asked for.
    fn settle(&self, day: Day, counting: Counting) -> Due {
        match day.parts() {
            None => Due::OutOfRange,
            Some(_) if counting.roll_forward => self.forward(day, 1),
            Some(_) => Due::On(day),
        }
    }
}

const fn begin(from: Day, counting: Counting) -> Day {
    if counting.first_day {
        from
    } else {
        from.plus(1)
    }
}

/// The corresponding day of a later month, or the end of that month; one day less where the first day
/// is counted, unless the month has no corresponding day.
fn months_later(from: Day, months: i32, counting: Counting) -> Option<i32> {
    let (year, month, day) = from.parts()?;
    let month = i32::try_from(month)
        .ok()?
        .checked_sub(1)?
        .checked_add(months)?;
    let year = year.checked_add(month.div_euclid(12))?;
    let month = u32::try_from(month.rem_euclid(12)).ok()?.checked_add(1)?;
    match Day::of(year, month, day) {
        Some(end) if counting.first_day => end.number().checked_sub(1),
        Some(end) => Some(end.number()),
        None => Day::of(year, month, 1)?.month_end().map(Day::number),
    }
}
