//! What a run comes to clause by clause: how many rules were judged, and the most pressing verdict.

use super::Summary;
use crate::judging::{ClauseInfo, Verdict};
use serde::Serialize;

/// The verdicts on all rules of one clause.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ClauseStatus<'c> {
    #[serde(flatten)]
    pub(crate) clause: &'c ClauseInfo,
    /// How many of its rules gave a verdict that counts.
    pub(crate) judged: usize,
    /// In the order of [`Verdict::ALL`].
    pub(crate) counts: [u64; 5],
    /// The most pressing verdict; none where no record is about the clause.
    pub(crate) status: Option<Verdict>,
}

/// The status of each clause.
pub(crate) fn clauses<'c>(clauses: &'c [ClauseInfo], summary: &Summary) -> Vec<ClauseStatus<'c>> {
    clauses
        .iter()
        .map(|clause| status(clause, summary))
        .collect()
}

fn status<'c>(clause: &'c ClauseInfo, summary: &Summary) -> ClauseStatus<'c> {
    let mut status = ClauseStatus {
        clause,
        judged: 0,
        counts: [0; 5],
        status: None,
    };
    for rule in &clause.rules {
        let Some(counts) = summary.rules.get(*rule) else {
            continue;
        };
        let counted = Verdict::ALL.into_iter().zip(counts);
        let mut counted =
            counted.filter(|(verdict, count)| *verdict != Verdict::NotApplicable && **count > 0);
        let first = counted.next().map(|(verdict, _)| verdict);
        status.judged = status.judged.saturating_add(usize::from(first.is_some()));
        status.status = first.into_iter().chain(status.status).min();
        for (sum, count) in status.counts.iter_mut().zip(counts) {
            *sum = sum.saturating_add(*count);
        }
    }
    status
}

/// How many clauses are in order, of those that records are about.
pub(crate) fn in_order(clauses: &[ClauseStatus<'_>]) -> (usize, usize) {
    let judged = clauses.iter().filter_map(|clause| clause.status);
    let met = judged
        .clone()
        .filter(|status| matches!(status, Verdict::Met | Verdict::Pending));
    (met.count(), judged.count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_pressing_verdict_is_the_status_and_no_record_is_none() {
        let summary = Summary {
            rules: vec![[0, 0, 0, 4, 1], [2, 0, 0, 1, 0], [0, 0, 0, 0, 9]],
            ..Summary::default()
        };
        let clause = |rules: &[usize]| ClauseInfo {
            rules: rules.to_vec(),
            ..ClauseInfo::default()
        };
        let infos = [clause(&[0, 1]), clause(&[0]), clause(&[2, 3])];
        let clauses = clauses(&infos, &summary);
        let statuses: Vec<_> = clauses
            .iter()
            .map(|clause| (clause.status, clause.judged))
            .collect();
        assert_eq!(
            statuses,
            [
                (Some(Verdict::Breached), 2),
                (Some(Verdict::Met), 1),
                (None, 0)
            ]
        );
        assert_eq!(clauses[0].counts, [2, 0, 0, 5, 1]);
        assert_eq!(in_order(&clauses), (1, 2));
    }
}
