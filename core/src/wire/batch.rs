//! Many records of one kind: counts exact, findings bounded, nothing dropped silently.

use super::failure::shown;
use super::request::{day, write};
use crate::duty::verdict::Tally;
use crate::duty::{Law, Verdict};
use crate::engine::{Desk, Engine, Judged};
use crate::error::Error;
use crate::judge::collection::Collection;
use crate::report::group::RuleTally;
use crate::report::{Finding, GroupFinding, Header};
use crate::words::Day;
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use serde::{Serialize, Serializer};

/// How many findings, and how many refusals, a batch keeps unless told otherwise.
pub(super) const SHOWN: u64 = 1000;

/// Judges record after record of one kind and keeps the sums.
#[derive(Debug)]
pub struct Batch<'e> {
    engine: &'e Engine,
    desk: Desk<'e>,
    as_of: Day,
    shown: u64,
    collection: Collection,
    tallies: BTreeMap<u16, Tally>,
    report: BatchReport,
}

/// What a batch amounts to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BatchReport {
    /// By what the records were judged.
    #[serde(flatten)]
    pub header: Header,
    /// The kind of record.
    pub kind: String,
    /// Records given; judged and refused add up to it.
    pub read: u64,
    /// Records judged.
    pub judged: u64,
    /// Records that could not be judged.
    pub refused: u64,
    /// How many records have each verdict as their heaviest.
    pub records: Tally,
    /// How many records each rule gave each verdict.
    pub rules: Vec<RuleTally>,
    /// How many findings there are in all.
    pub findings_total: u64,
    /// The first of them.
    pub findings: Vec<RowFinding>,
    /// The first of the records that could not be judged, and why.
    pub refusals: Vec<Refusal>,
    /// Findings about several records together.
    pub groups: Vec<GroupFinding>,
}

/// A finding and the record it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowFinding {
    /// Number of the record, counted from 1.
    pub row: u64,
    /// The record's own name.
    pub record: String,
    /// The finding.
    #[serde(flatten)]
    pub finding: Finding,
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

impl<'e> Batch<'e> {
    /// A batch that keeps at most `shown` findings.
    ///
    /// # Errors
    /// `unknown-kind`.
    pub fn new(engine: &'e Engine, kind: &str, as_of: Day, shown: u64) -> Result<Self, Error> {
        let desk = engine.desk(kind)?;
        let report = BatchReport {
            header: engine.header(as_of),
            kind: kind.into(),
            read: 0,
            judged: 0,
            refused: 0,
            records: Tally::default(),
            rules: Vec::new(),
            findings_total: 0,
            findings: Vec::new(),
            refusals: Vec::new(),
            groups: Vec::new(),
        };
        let (collection, tallies) = (Collection::default(), BTreeMap::new());
        Ok(Self {
            engine,
            desk,
            as_of,
            shown,
            collection,
            tallies,
            report,
        })
    }

    /// A batch from a day as text, for doors that read their records themselves.
    ///
    /// # Errors
    /// `request-syntax` for the day, `unknown-kind`.
    pub fn open(
        engine: &'e Engine,
        kind: &str,
        as_of: &str,
        findings: Option<u64>,
    ) -> Result<Self, Error> {
        Self::new(engine, kind, day(as_of)?, findings.unwrap_or(SHOWN))
    }

    /// Counts a record that a door could not bring into JSON.
    pub fn refused(&mut self, error: Error) {
        self.report.read = self.report.read.saturating_add(1);
        self.report.refuse(self.report.read, error, self.shown);
    }

    /// The canonical bytes of the sums.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        write(&self.close())
    }

    /// Judges one record in JSON.
    pub fn json(&mut self, json: &[u8]) {
        self.report.read = self.report.read.saturating_add(1);
        let row = self.report.read;
        let (report, collection, tallies) =
            (&mut self.report, &mut self.collection, &mut self.tallies);
        let shown = self.shown;
        let taken = self.desk.json(json, self.as_of, |judged| {
            for (rule, verdict) in judged.verdicts() {
                tallies.entry(rule).or_default().count(verdict);
            }
            judged.gather(collection, row);
            report.take(judged, row, shown);
        });
        if let Err(error) = taken {
            self.report.refuse(row, error, self.shown);
        }
    }

    /// The sums.
    #[must_use]
    pub fn close(self) -> BatchReport {
        let group = self.engine.close(&self.collection, self.as_of);
        let law = self.engine.law();
        let rules = self
            .tallies
            .into_iter()
            .filter_map(|(rule, counts)| tally(law, rule, counts));
        let rules = rules.chain(group.counts).collect();
        let findings_total = self
            .report
            .findings_total
            .saturating_add(u64::try_from(group.findings.len()).unwrap_or(u64::MAX));
        BatchReport {
            rules,
            findings_total,
            groups: group.findings,
            ..self.report
        }
    }
}

impl BatchReport {
    fn take(&mut self, judged: &Judged<'_, '_>, row: u64, shown: u64) {
        self.judged = self.judged.saturating_add(1);
        self.records.count(judged.verdict());
        if judged.verdict() <= Verdict::Met {
            return;
        }
        let report = judged.report();
        for finding in report.findings {
            self.findings_total = self.findings_total.saturating_add(1);
            if below(self.findings.len(), shown) {
                self.findings.push(RowFinding {
                    row,
                    record: report.record.clone(),
                    finding,
                });
            }
        }
    }

    fn refuse(&mut self, row: u64, error: Error, shown: u64) {
        self.refused = self.refused.saturating_add(1);
        if below(self.refusals.len(), shown) {
            self.refusals.push(Refusal { row, error });
        }
    }
}

fn below(length: usize, limit: u64) -> bool {
    u64::try_from(length).is_ok_and(|length| length < limit)
}

fn tally(law: &Law, rule: u16, counts: Tally) -> Option<RuleTally> {
    let rule = law.rules.get(usize::from(rule))?.source.id.clone();
    Some(RuleTally { rule, counts })
}

fn as_failure<S: Serializer>(error: &Error, serializer: S) -> Result<S::Ok, S::Error> {
    shown(error).serialize(serializer)
}
