//! Numbers of a record that are the sums of those of others.

use super::close::{Found, Others, Side};
use crate::duty::Verdict;
use crate::duty::demand::Rollup;
use crate::duty::together::{Apart, Lack, Seen};
use crate::record::Slot;
use crate::words::Exact;
use alloc::vec::Vec;

/// The sums of the parts of one record.
pub(super) struct Sums {
    parts: u64,
    /// For each number, its sum, or nothing where a part lacks it.
    totals: Vec<Option<Exact>>,
    doubtful: bool,
}

impl Sums {
    pub(super) fn of(rollup: &Rollup, others: Others<'_>) -> Self {
        let mut sums = Self {
            parts: 0,
            totals: alloc::vec![Some(Exact::ZERO); rollup.equal.len()],
            doubtful: others.strays > 0,
        };
        for member in others.iter() {
            sums.parts = sums.parts.saturating_add(member.holders.count);
            sums.doubtful |= !member.certain;
            let count = i64::try_from(member.holders.count).unwrap_or(i64::MAX);
            for (sum, (other, _)) in sums.totals.iter_mut().zip(&rollup.equal) {
                let number = member.side.get(*other).number();
                let number = number.and_then(|number| number.times(Exact::from(count)));
                *sum = sum.and_then(|sum| sum.plus(number?));
            }
        }
        sums
    }

    /// Judges one record by the sums of its parts.
    pub(super) fn close<'c>(&self, rollup: &Rollup, own: Side<'c>) -> Found<'c> {
        if self.parts == 0 {
            return (Verdict::Undetermined, Seen::NoParts, None);
        }
        let mut open: Option<Seen> = None;
        for (sum, (other, ours)) in self.totals.iter().zip(&rollup.equal) {
            match self.line(*sum, own, (*other, *ours), rollup) {
                Ok(None) => {}
                Ok(Some(seen)) if !self.doubtful => return (Verdict::Breached, seen, None),
                Ok(Some(seen)) | Err(seen) => open = open.or(Some(seen)),
            }
        }
        match open {
            Some(seen) => (Verdict::Undetermined, seen, None),
            None => (Verdict::Met, Seen::Plain, None),
        }
    }

    fn line(
        &self,
        sum: Option<Exact>,
        own: Side<'_>,
        (other, ours): (Slot, Slot),
        rollup: &Rollup,
    ) -> Result<Option<Seen>, Seen> {
        let number = own.get(ours).number();
        let number = number.ok_or(Seen::Lacking(ours, Lack::Value))?;
        let sum = sum.ok_or(Seen::PartUnclear(other))?;
        let by = number.minus(sum).ok_or(Seen::PartUnclear(other))?.size();
        let apart = Apart {
            own: ours,
            number,
            sum,
            by,
            parts: self.parts,
            certain: !self.doubtful,
        };
        Ok((by > rollup.tolerance).then_some(Seen::Unequal(apart)))
    }
}
