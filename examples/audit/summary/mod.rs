//! What a whole run comes to, counted while records pass by.

mod clauses;
mod histogram;
mod print;
mod print_accounts;
mod print_source;
mod store;

pub(crate) use clauses::{ClauseStatus, clauses, in_order};
pub(crate) use histogram::Histogram;
pub(crate) use print::print;
pub(crate) use print_source::{print_head, print_source, print_troubles};
pub(crate) use store::Store;

use crate::judging::{Delay, Judged, Outcome, Tallied, Timeliness, Verdict};
use gongkai::words::Note;
use serde::Serialize;
use std::collections::BTreeMap;

/// Exact counts over every record that was judged.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    /// Verdicts of each rule, in the order of [`Verdict::ALL`].
    pub(crate) rules: Vec<[u64; 5]>,
    pub(crate) lateness: Histogram,
    pub(crate) worst: Vec<Late>,
    /// By kind, then by field.
    pub(crate) coverage: BTreeMap<usize, KindCoverage>,
    pub(crate) notes: BTreeMap<Note, u64>,
    pub(crate) totals: Totals,
    pub(crate) timeliness: Timeliness,
}

/// Rows and findings in all; `read` is always `judged` and `refused` together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Totals {
    pub(crate) read: u64,
    pub(crate) judged: u64,
    /// Records of which no rule is breached.
    pub(crate) compliant: u64,
    pub(crate) refused: u64,
    pub(crate) skipped: u64,
    pub(crate) breached: u64,
    pub(crate) undetermined: u64,
    pub(crate) pending: u64,
    pub(crate) met: u64,
    pub(crate) not_applicable: u64,
}

/// How many records of a kind there are, and how many fill each field.
#[derive(Debug, Default)]
pub(crate) struct KindCoverage {
    pub(crate) records: u64,
    pub(crate) fields: BTreeMap<usize, FieldCoverage>,
}

/// How often a field is filled, and how often what it holds is not well formed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct FieldCoverage {
    pub(crate) filled: u64,
    pub(crate) malformed: u64,
}

/// One missed time limit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Late {
    pub(crate) working_days: u32,
    pub(crate) file: String,
    pub(crate) row: u64,
    pub(crate) rule: usize,
}

/// How many of the longest delays are named.
const WORST: usize = 10;

impl Summary {
    /// Counts one judged record.
    pub(crate) fn record(&mut self, place: (&str, u64), kind: usize, outcome: &Outcome) {
        self.totals.judged = self.totals.judged.saturating_add(1);
        let breached = |judged: &Judged| judged.verdict == Verdict::Breached;
        if !outcome.verdicts.iter().any(breached) {
            self.totals.compliant = self.totals.compliant.saturating_add(1);
        }
        self.timeliness.add(outcome.timeliness);
        let coverage = self.coverage.entry(kind).or_default();
        coverage.records = coverage.records.saturating_add(1);
        for field in &outcome.filled {
            let field = coverage.fields.entry(*field).or_default();
            field.filled = field.filled.saturating_add(1);
        }
        for field in &outcome.malformed {
            let field = coverage.fields.entry(*field).or_default();
            field.malformed = field.malformed.saturating_add(1);
        }
        for judged in &outcome.verdicts {
            self.verdict(*judged);
            if let Some(delay) = judged.late {
                self.late(delay, place, judged.rule);
            }
        }
        for note in &outcome.notes {
            let count = self.notes.entry(*note).or_default();
            *count = count.saturating_add(1);
        }
    }

    /// Counts the verdicts of rules over many records.
    pub(crate) fn tallies(&mut self, tallies: &[Tallied]) {
        for tallied in tallies {
            for (verdict, count) in Verdict::ALL.into_iter().zip(tallied.counts) {
                self.add(tallied.rule, verdict, count);
            }
        }
    }

    fn verdict(&mut self, judged: Judged) {
        self.add(judged.rule, judged.verdict, 1);
    }

    fn add(&mut self, rule: usize, verdict: Verdict, more: u64) {
        if self.rules.len() <= rule {
            self.rules.resize(rule.saturating_add(1), [0; 5]);
        }
        let counts = self.rules.get_mut(rule);
        let place = Verdict::ALL.iter().position(|other| *other == verdict);
        if let Some(count) = counts
            .zip(place)
            .and_then(|(counts, place)| counts.get_mut(place))
        {
            *count = count.saturating_add(more);
        }
        let total = match verdict {
            Verdict::Breached => &mut self.totals.breached,
            Verdict::Undetermined => &mut self.totals.undetermined,
            Verdict::Pending => &mut self.totals.pending,
            Verdict::Met => &mut self.totals.met,
            Verdict::NotApplicable => &mut self.totals.not_applicable,
        };
        *total = total.saturating_add(more);
    }

    fn late(&mut self, delay: Delay, (file, row): (&str, u64), rule: usize) {
        // Days of the calendar and working days are not added up.
        if !delay.working {
            return;
        }
        let working_days = delay.amount;
        self.lateness.add(working_days);
        let least = self.worst.last().map_or(0, |late| late.working_days);
        if self.worst.len() >= WORST && working_days <= least {
            return;
        }
        let place = self
            .worst
            .partition_point(|late| late.working_days >= working_days);
        let file = file.to_owned();
        self.worst.insert(
            place,
            Late {
                working_days,
                file,
                row,
                rule,
            },
        );
        self.worst.truncate(WORST);
    }
}

/// A share in tenths of a percent as text: `99.7%`, or `-` of nothing.
pub(crate) fn percent(part: u64, whole: u64) -> String {
    // Rounded down, so that 100.0% is said only of all.
    match part.saturating_mul(1000).checked_div(whole) {
        Some(tenths) => format!("{}.{}%", tenths / 10, tenths % 10),
        None => "-".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(amount: u32) -> Delay {
        Delay {
            amount,
            working: true,
        }
    }

    fn judged(rule: usize, verdict: Verdict, late: Option<u32>) -> Judged {
        Judged {
            rule,
            verdict,
            late: late.map(days),
        }
    }

    #[test]
    fn verdicts_delays_and_coverage_add_up() {
        let mut summary = Summary::default();
        let outcome = Outcome {
            verdicts: vec![
                judged(0, Verdict::Breached, Some(3)),
                judged(0, Verdict::Met, None),
                judged(0, Verdict::Pending, None),
                judged(1, Verdict::Met, None),
            ],
            timeliness: Timeliness {
                kept: 1,
                judged: 2,
                excluded: 1,
            },
            tallies: vec![Tallied {
                rule: 1,
                counts: [0, 0, 0, 5, 0],
            }],
            filled: vec![0, 1],
            malformed: vec![1],
            notes: vec![Note::DateForm, Note::DateForm],
            ..Outcome::default()
        };
        summary.record(("a.csv", 2), 4, &outcome);
        summary.tallies(&outcome.tallies);
        let timeliness = summary.timeliness;
        assert_eq!((summary.totals.compliant, timeliness.late()), (0, 1));
        assert_eq!(
            (timeliness.kept, timeliness.judged, timeliness.excluded),
            (1, 2, 1)
        );
        assert_eq!(summary.totals.met, 7);
        assert_eq!(summary.notes[&Note::DateForm], 2);
        let coverage = &summary.coverage[&4];
        assert_eq!(
            coverage.fields[&1],
            FieldCoverage {
                filled: 1,
                malformed: 1
            }
        );
    }

    #[test]
    fn only_the_longest_delays_are_named_longest_first() {
        let mut summary = Summary::default();
        for amount in (0..100).chain(0..100) {
            summary.late(days(amount), ("a.csv", u64::from(amount)), 0);
        }
        let days: Vec<u32> = summary.worst.iter().map(|late| late.working_days).collect();
        assert_eq!(days, [99, 99, 98, 98, 97, 97, 96, 96, 95, 95]);
        assert_eq!(summary.lateness.total(), 200);
        let calendar = Delay {
            amount: 900,
            working: false,
        };
        summary.late(calendar, ("a.csv", 1), 0);
        assert_eq!(summary.lateness.total(), 200);
    }

    #[test]
    fn a_share_is_never_rounded_up_to_all() {
        assert_eq!(percent(9_999, 10_000), "99.9%");
        assert_eq!(percent(3, 3), "100.0%");
        assert_eq!(percent(0, 0), "-");
    }
}
