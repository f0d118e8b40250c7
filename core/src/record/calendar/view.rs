//! The calendar as it was known on a day: which days are worked, and counting them.

use super::Calendar;
use super::bounds::End;
use super::due::Due;
use super::ranks::Ranks;
use super::year::{Version, Year};
use crate::words::Day;

/// The calendar as it was known on a day. Small and free to copy.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    pub(super) calendar: &'a Calendar,
    known_at: Option<Day>,
    /// The first day of the calendar.
    first: Day,
    /// The last day that is arranged.
    horizon: Day,
    ranks: &'a Ranks,
}

impl<'a> View<'a> {
    pub(super) fn new(calendar: &'a Calendar, known_at: Option<Day>) -> Self {
        let years = &calendar.years;
        let announced = known_at.map_or(years.len(), |day| {
            years.partition_point(|year| year.known_from() <= day)
        });
        let first = years.first().map_or(Day::from_number(0), |year| year.first);
        let last_year = announced.checked_sub(1).and_then(|at| years.get(at));
        let after = last_year.and_then(|year| Day::of(year.first.parts()?.0.checked_add(1)?, 1, 1));
        let open = calendar.bounds.december_days.saturating_add(1);
        let horizon = after.map_or(first.plus(-1), |day| day.plus(open.saturating_neg()));
        Self {
            calendar,
            known_at,
            first,
            horizon,
            ranks: calendar.ranks(known_at),
        }
    }

    /// The last day that is arranged, and so known to be worked or not.
    ///
    /// The last days of December wait for the notice of the year after, which may arrange them.
    #[must_use]
    pub const fn last_day(&self) -> Day {
        self.horizon
    }

    /// Whether the day is a working day; `None` where no notice arranges it.
    #[must_use]
    pub fn working(&self, day: Day) -> Option<bool> {
        if day > self.horizon {
            return None;
        }
        let (before, through) = self.around(day)?;
        Some(through != before)
    }

    /// How many working days there are after `from` up to and including `to`; negative if `to` is earlier.
    ///
    /// `None` where some of the days are not arranged.
    #[must_use]
    pub fn working_days_between(&self, from: Day, to: Day) -> Option<i32> {
        if from <= to {
            self.tally(from.plus(1), to)
        } else {
            self.tally(to.plus(1), from).map(i32::saturating_neg)
        }
    }

    /// The `count`-th working day before a day, the day itself not counted.
    #[must_use]
    pub fn back(&self, day: Day, count: u32) -> Due {
        let Some((count, last)) = i32::try_from(count).ok().zip(day.number().checked_sub(1)) else {
            return Due::OutOfRange;
        };
        let last = Day::from_number(last);
        if count == 0 {
            return Due::On(day);
        }
        if last <= self.horizon {
            return self.back_from(last, count).map_or(Due::OutOfRange, Due::On);
        }
        let ends = (
            self.back_over(last, count, End::Least),
            self.back_over(last, count, End::Most),
        );
        match ends {
            (Some(earliest), Some(latest)) => self.between(self.horizon.plus(1), earliest, latest),
            _ => Due::OutOfRange,
        }
    }

    /// The `count`-th working day from `begin` on, `begin` included; `count` is at least 1.
    #[inline]
    pub(super) fn forward(&self, begin: Day, count: u32) -> Due {
        let Ok(count) = usize::try_from(count) else {
            return Due::OutOfRange;
        };
        if begin > self.horizon {
            return self.forward_unannounced(begin, count);
        }
        let Some((before, _)) = self.around(begin) else {
            return Due::OutOfRange;
        };
        match self.nth(before.saturating_add(count).saturating_sub(1)) {
            Some(day) if day <= self.horizon => Due::On(day),
            _ => self.forward_beyond(begin, count),
        }
    }

    /// How many working days there are before a day, and up to and including it; `None` outside the calendar or
    /// where its year is not announced.
    #[inline]
    fn around(&self, day: Day) -> Option<(usize, usize)> {
        let day = usize::try_from(day.since(self.first)).ok()?;
        let through = self.ranks.before(day.wrapping_add(1))?;
        Some((self.ranks.before(day)?, through))
    }

    /// The working day with so many before it.
    #[inline]
    fn nth(&self, rank: usize) -> Option<Day> {
        self.ranks.nth(rank).map(|day| self.first.plus(day))
    }

    /// The year of a day as it is known.
    pub(super) fn year(&self, day: Day) -> Option<(&'a Year, &'a Version)> {
        let years = &self.calendar.years;
        let after = years.partition_point(|year| year.first <= day);
        let year = years.get(after.checked_sub(1)?)?;
        Some((year, year.version(self.known_at)?))
    }

    /// The range of a day for which `begin` is the first day without arrangement that matters.
    pub(super) fn between(&self, begin: Day, earliest: Day, latest: Day) -> Due {
        let open = self.calendar.bounds.december_days;
        let governed = begin.plus(open).parts().map(|parts| parts.0);
        governed.map_or(Due::OutOfRange, |year| Due::Between {
            earliest,
            latest,
            year,
        })
    }

    /// The term runs past the last arranged day.
    #[cold]
    fn forward_beyond(&self, begin: Day, count: usize) -> Due {
        let known = self.tally(begin, self.horizon);
        let known = known.and_then(|known| usize::try_from(known).ok());
        known
            .and_then(|known| count.checked_sub(known))
            .map_or(Due::OutOfRange, |rest| {
                self.forward_unannounced(self.horizon.plus(1), rest)
            })
    }

    #[cold]
    fn forward_unannounced(&self, begin: Day, count: usize) -> Due {
        let bounds = &self.calendar.bounds;
        let ends = i32::try_from(count).ok().and_then(|count| {
            let earliest = bounds.forward(begin, count, End::Most)?;
            Some((earliest, bounds.forward(begin, count, End::Least)?))
        });
        ends.map_or(Due::OutOfRange, |(earliest, latest)| {
            self.between(begin, earliest, latest)
        })
    }

    fn back_over(&self, last: Day, count: i32, end: End) -> Option<Day> {
        let bounds = &self.calendar.bounds;
        let begin = self.horizon.plus(1);
        let open = bounds.count(begin, last, end)?;
        match count.saturating_sub(open) {
            rest if rest > 0 => self.back_from(self.horizon, rest),
            _ => bounds.backward(last, count, end),
        }
    }

    /// The `count`-th working day from `last` backwards, all of them arranged.
    fn back_from(&self, last: Day, count: i32) -> Option<Day> {
        let (_, through) = self.around(last)?;
        self.nth(through.checked_sub(usize::try_from(count).ok()?)?)
    }

    /// The working days from `begin` to `last`, both included; `begin` is at most the day after `last`.
    fn tally(&self, begin: Day, last: Day) -> Option<i32> {
        if begin > last {
            return Some(0);
        }
        if last > self.horizon {
            return None;
        }
        let ((before, _), (_, through)) = (self.around(begin)?, self.around(last)?);
        i32::try_from(through.saturating_sub(before)).ok()
    }
}
