//! The working days of all years, numbered one after another, so that counting them needs no loop over days.

use alloc::vec::Vec;

/// Working days and their numbers; days are counted from 0, the first day of the calendar.
#[derive(Debug, Clone, Default)]
pub(super) struct Ranks {
    /// How many working days lie before the day; one entry more than there are days.
    before: Vec<u32>,
    /// The working days in order.
    days: Vec<u32>,
}

/// Of no days at all.
pub(super) static NONE: Ranks = Ranks {
    before: Vec::new(),
    days: Vec::new(),
};

impl Ranks {
    /// Of days that follow each other, each worked or not.
    pub(super) fn of(worked: impl Iterator<Item = bool>) -> Self {
        let mut ranks = Self::default();
        let mut rank = 0_u32;
        for (day, worked) in (0..).zip(worked) {
            ranks.before.push(rank);
            if worked {
                ranks.days.push(day);
                rank = rank.saturating_add(1);
            }
        }
        ranks.before.push(rank);
        ranks
    }

    /// How many working days lie before the day; `None` beyond the day after the last.
    #[inline]
    pub(super) fn before(&self, day: usize) -> Option<usize> {
        let before = self.before.get(day)?;
        usize::try_from(*before).ok()
    }

    /// The working day with this many working days before it.
    #[inline]
    pub(super) fn nth(&self, rank: usize) -> Option<i32> {
        let day = self.days.get(rank)?;
        i32::try_from(*day).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_days_are_numbered_from_nought() {
        let ranks = Ranks::of([false, true, true, false].into_iter());
        let before = [0, 0, 1, 2, 2].map(Some);
        assert_eq!([0, 1, 2, 3, 4].map(|day| ranks.before(day)), before);
        assert_eq!(ranks.before(5), None);
        assert_eq!(
            [0, 1, 2].map(|rank| ranks.nth(rank)),
            [Some(1), Some(2), None]
        );
    }
}
