//! What many records amount to: counts exact, findings bounded, nothing dropped silently.

use super::failure::shown;
use crate::duty::verdict::Tally;
use crate::duty::{Law, Verdict};
use crate::engine::Judged;
use crate::error::Error;
use crate::report::Finding;
use crate::report::group::RuleTally;
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use serde::{Serialize, Serializer};

/// How many findings, and how many refusals, are kept unless told otherwise.
pub(super) const SHOWN: u64 = 1000;

/// Counts, findings and refusals, record by record.
#[derive(Debug)]
pub(super) struct Sums<'e> {
    pub(super) shown: u64,
    pub(super) read: u64,
    pub(super) judged: u64,
    pub(super) refused: u64,
    pub(super) records: Tally,
    pub(super) rules: BTreeMap<u16, Tally>,
    pub(super) findings_total: u64,
    pub(super) findings: Vec<RowFinding<'e>>,
    pub(super) refusals: Vec<Refusal>,
}

/// A finding and the record it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowFinding<'e> {
    /// Number of the record, counted from 1.
    pub row: u64,
    /// Its kind.
    pub kind: &'e str,
    /// The record's own name.
    pub record: String,
    /// The finding.
    #[serde(flatten)]
    pub finding: Finding<'e>,
}

/// A record that could not be judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Number of the record, counted from 1.
    pub row: u64,
    /// Why.
    #[serde(serialize_with = "as_failure")]
    pub error: Error,
}

impl<'e> Sums<'e> {
    /// Sums that keep at most `shown` findings.
    pub(super) fn new(shown: u64) -> Self {
        Self {
            shown,
            read: 0,
            judged: 0,
            refused: 0,
            records: Tally::default(),
            rules: BTreeMap::new(),
            findings_total: 0,
            findings: Vec::new(),
            refusals: Vec::new(),
        }
    }

    /// Takes in a record that was judged.
    pub(super) fn take(&mut self, judged: &Judged<'_, 'e>, row: u64) {
        self.read = self.read.saturating_add(1);
        self.judged = self.judged.saturating_add(1);
        for (rule, verdict) in judged.verdicts() {
            self.rules.entry(rule).or_default().count(verdict);
        }
        self.records.count(judged.verdict());
        if judged.verdict() <= Verdict::Met {
            return;
        }
        // What is not kept is not put into words.
        let room = room(self.findings.len(), self.shown);
        let (record, total, findings) = judged.findings(room);
        let total = u64::try_from(total).unwrap_or(u64::MAX);
        self.findings_total = self.findings_total.saturating_add(total);
        let kept = findings.into_iter().map(|finding| RowFinding {
            row,
            kind: judged.kind(),
            record: record.clone(),
            finding,
        });
        self.findings.extend(kept);
    }

    /// Takes in a record that could not be judged.
    pub(super) fn refuse(&mut self, row: u64, error: Error) {
        self.read = self.read.saturating_add(1);
        self.refused = self.refused.saturating_add(1);
        if room(self.refusals.len(), self.shown) > 0 {
            self.refusals.push(Refusal { row, error });
        }
    }

    /// The tally of each rule on single records.
    pub(super) fn tallies(&self, law: &'e Law) -> Vec<RuleTally<'e>> {
        let rules = self.rules.iter().filter_map(|(rule, counts)| {
            let rule = law.rules.get(usize::from(*rule))?;
            Some(RuleTally {
                rule: &rule.source.id,
                counts: *counts,
            })
        });
        rules.collect()
    }
}

/// How many more there is room for.
fn room(length: usize, limit: u64) -> usize {
    usize::try_from(limit)
        .unwrap_or(usize::MAX)
        .saturating_sub(length)
}

fn as_failure<S: Serializer>(error: &Error, serializer: S) -> Result<S::Ok, S::Error> {
    shown(error).serialize(serializer)
}
