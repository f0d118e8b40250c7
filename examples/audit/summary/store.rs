//! The findings that are kept: a bounded number, the most pressing first.

use crate::judging::{FindingRow, Verdict};

/// Keeps findings up to a limit; a more pressing one takes the place of a less pressing one.
#[derive(Debug)]
pub(crate) struct Store {
    limit: usize,
    kept: [Vec<FindingRow>; 5],
    seen: u64,
}

impl Store {
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            limit,
            kept: std::array::from_fn(|_| Vec::new()),
            seen: 0,
        }
    }

    /// How many findings there were, kept or not.
    pub(crate) fn seen(&self) -> u64 {
        self.seen
    }

    pub(crate) fn push(&mut self, finding: FindingRow) {
        self.seen = self.seen.saturating_add(1);
        let rank = rank(finding.verdict);
        let full = self
            .kept
            .iter()
            .map(Vec::len)
            .fold(0, usize::saturating_add)
            >= self.limit;
        if full && !self.give_up_one_below(rank) {
            return;
        }
        if let Some(place) = self.kept.get_mut(rank) {
            place.push(finding);
        }
    }

    fn give_up_one_below(&mut self, rank: usize) -> bool {
        let below = self.kept.iter_mut().skip(rank.saturating_add(1)).rev();
        below.into_iter().any(|place| place.pop().is_some())
    }

    /// The findings kept: breaches first, each verdict in the order of the files.
    pub(crate) fn into_findings(self) -> Vec<FindingRow> {
        self.kept.into_iter().flatten().collect()
    }
}

fn rank(verdict: Verdict) -> usize {
    Verdict::ALL
        .iter()
        .position(|other| *other == verdict)
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::sample::finding;

    #[test]
    fn breaches_are_kept_before_what_is_undetermined() {
        let mut store = Store::new(3);
        for (row, verdict) in [
            (1, Verdict::Undetermined),
            (2, Verdict::Pending),
            (3, Verdict::Breached),
            (4, Verdict::Breached),
            (5, Verdict::Undetermined),
            (6, Verdict::Breached),
            (7, Verdict::Breached),
        ] {
            store.push(FindingRow {
                row: Some(row),
                verdict,
                ..finding()
            });
        }
        assert_eq!(store.seen(), 7);
        let rows: Vec<_> = store
            .into_findings()
            .iter()
            .map(|finding| finding.row)
            .collect();
        assert_eq!(rows, [Some(3), Some(4), Some(6)]);
    }
}
