//! Many records of one kind.

use super::request::day;
use super::sums::{Refusal, RowFinding, SHOWN, Sums};
use crate::duty::verdict::Tally;
use crate::engine::{Desk, Engine};
use crate::error::Error;
use crate::judge::collection::Collection;
use crate::report::group::RuleTally;
use crate::report::{GroupFinding, Header, counted};
use crate::words::Day;
use crate::written::print;
use alloc::vec::Vec;
use serde::Serialize;

/// Judges record after record of one kind and keeps the sums.
#[derive(Debug)]
pub struct Batch<'e> {
    engine: &'e Engine,
    desk: Desk<'e>,
    as_of: Day,
    collection: Collection,
    sums: Sums<'e>,
}

/// What a batch amounts to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BatchReport<'e> {
    /// By what the records were judged.
    #[serde(flatten)]
    pub header: Header<'e>,
    /// The kind of record.
    pub kind: &'e str,
    /// Records given; judged and refused add up to it.
    pub read: u64,
    /// Records judged.
    pub judged: u64,
    /// Records that could not be judged.
    pub refused: u64,
    /// How many records have each verdict as their heaviest.
    pub records: Tally,
    /// How many records each rule gave each verdict.
    pub rules: Vec<RuleTally<'e>>,
    /// How many findings there are in all.
    pub findings_total: u64,
    /// The first of them.
    pub findings: Vec<RowFinding<'e>>,
    /// The first of the records that could not be judged, and why.
    pub refusals: Vec<Refusal>,
    /// The first of the findings about several records together.
    pub groups: Vec<GroupFinding<'e>>,
    /// How many rules look at records of other kinds, which are not here.
    pub not_judged: u64,
}

impl<'e> Batch<'e> {
    /// A batch that keeps at most `shown` findings.
    ///
    /// # Errors
    /// `unknown-kind`.
    pub fn new(engine: &'e Engine, kind: &str, as_of: Day, shown: u64) -> Result<Self, Error> {
        Ok(Self {
            engine,
            desk: engine.whole()?.desk(kind)?,
            as_of,
            collection: Collection::default(),
            sums: Sums::new(shown),
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
        let row = self.sums.read.saturating_add(1);
        self.sums.refuse(row, error);
    }

    /// The canonical bytes of the sums.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        print(&self.close())
    }

    /// Judges one record in JSON.
    pub fn json(&mut self, json: &[u8]) {
        let row = self.sums.read.saturating_add(1);
        let (sums, collection) = (&mut self.sums, &mut self.collection);
        let taken = self.desk.json(json, self.as_of, |judged| {
            judged.gather_kind(collection, row);
            sums.take(judged, row);
        });
        if let Err(error) = taken {
            self.sums.refuse(row, error);
        }
    }

    /// The sums.
    #[must_use]
    pub fn close(self) -> BatchReport<'e> {
        let sums = self.sums;
        let group = self
            .engine
            .close_shown(&self.collection, self.as_of, sums.shown);
        let program = self.desk.program();
        let elsewhere = program.on_many();
        let elsewhere = elsewhere.filter(|(_, link)| program.is_on_another_kind(link));
        BatchReport {
            header: group.header,
            kind: &program.schema.id,
            read: sums.read,
            judged: sums.judged,
            refused: sums.refused,
            records: sums.records,
            rules: sums
                .tallies(self.engine.law())
                .into_iter()
                .chain(group.counts)
                .collect(),
            findings_total: sums.findings_total.saturating_add(group.findings_total),
            findings: sums.findings,
            refusals: sums.refusals,
            groups: group.findings,
            not_judged: counted(elsewhere),
        }
    }
}
