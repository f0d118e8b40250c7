//! Records of several kinds together: each judged alone, then all of them by the rules over many.

use super::request::{day, read, text};
use super::sums::{Refusal, RowFinding, SHOWN, Sums};
use crate::duty::verdict::Tally;
use crate::engine::{Desk, Engine};
use crate::error::{Error, ErrorCode};
use crate::judge::collection::Collection;
use crate::report::group::RuleTally;
use crate::report::{GroupFinding, Header};
use crate::words::Day;
use crate::written::{Verbatim, print, table};
use alloc::{borrow::ToOwned, collections::BTreeMap, string::String, vec::Vec};
use serde::Serialize;

struct CheckCollection {
    as_of: Day,
    records: Vec<Verbatim>,
    findings: Option<u64>,
}

table!(CheckCollection {
    as_of: needed,
    records: needed,
    findings
});

/// A record and its kind.
struct OfKind {
    kind: String,
    record: Verbatim,
}

table!(OfKind {
    kind: needed,
    record: needed
});

/// Judges records of several kinds: `{"as_of", "records": [{"kind", "record"}], "findings"}` to their
/// counts in all and by kind, their findings, what was refused, and the findings about records together.
///
/// # Errors
/// `request-syntax`.
pub fn check_collection(engine: &Engine, request: &[u8]) -> Result<Vec<u8>, Error> {
    let text = text(request)?;
    let request: CheckCollection = read(text)?;
    let shown = request.findings.unwrap_or(SHOWN);
    let mut gathering = Gathering::new(engine, request.as_of, shown);
    for record in request.records {
        gathering.envelope(record.of(text).as_bytes());
    }
    Ok(gathering.finish())
}

/// Judges records of several kinds, one `{"kind", "record"}` a line; blank lines are passed over.
///
/// # Errors
/// `request-syntax` for the day.
pub fn check_collection_lines(
    engine: &Engine,
    lines: &[u8],
    as_of: &str,
) -> Result<Vec<u8>, Error> {
    let mut gathering = Gathering::open(engine, as_of, None)?;
    let lines = lines.split(|byte| *byte == b'\n');
    for line in lines.filter(|line| !line.trim_ascii().is_empty()) {
        gathering.envelope(line);
    }
    Ok(gathering.finish())
}

/// Judges records of several kinds as they come, and keeps the sums.
///
/// Several can gather on several machines, each with numbers of its own for its records
/// ([`Gathering::numbered_from`]): one takes in what the others left ([`Gathering::state`],
/// [`Gathering::absorb`]) and closes.
#[derive(Debug)]
pub struct Gathering<'e> {
    engine: &'e Engine,
    desks: BTreeMap<String, Desk<'e>>,
    as_of: Day,
    next: u64,
    collection: Collection,
    kinds: BTreeMap<String, KindSums>,
    sums: Sums<'e>,
}

/// How many records of one kind there were.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct KindSums {
    /// Records judged.
    pub judged: u64,
    /// How many have each verdict as their heaviest.
    pub records: Tally,
}

/// What records of several kinds amount to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GatheringReport<'e> {
    /// By what the records were judged.
    #[serde(flatten)]
    pub header: Header<'e>,
    /// Records given; judged and refused add up to it.
    pub read: u64,
    /// Records judged.
    pub judged: u64,
    /// Records that could not be judged.
    pub refused: u64,
    /// How many records have each verdict as their heaviest.
    pub records: Tally,
    /// The same by kind.
    pub kinds: BTreeMap<String, KindSums>,
    /// How many records each rule gave each verdict.
    pub rules: Vec<RuleTally<'e>>,
    /// How many findings about single records there are.
    pub findings_total: u64,
    /// The first of them.
    pub findings: Vec<RowFinding<'e>>,
    /// How many findings about records together there are.
    pub groups_total: u64,
    /// The first of them.
    pub groups: Vec<GroupFinding<'e>>,
    /// The first of the records that could not be judged, and why.
    pub refusals: Vec<Refusal>,
}

impl<'e> Gathering<'e> {
    /// A gathering that keeps at most `shown` findings.
    #[must_use]
    pub fn new(engine: &'e Engine, as_of: Day, shown: u64) -> Self {
        Self {
            engine,
            desks: BTreeMap::new(),
            as_of,
            next: 1,
            collection: Collection::default(),
            kinds: BTreeMap::new(),
            sums: Sums::new(shown),
        }
    }

    /// A gathering from a day as text.
    ///
    /// # Errors
    /// `request-syntax` for the day.
    pub fn open(engine: &'e Engine, as_of: &str, findings: Option<u64>) -> Result<Self, Error> {
        Ok(Self::new(engine, day(as_of)?, findings.unwrap_or(SHOWN)))
    }

    /// Numbers the records from here on, so that those of several machines are told apart.
    #[must_use]
    pub const fn numbered_from(mut self, first: u64) -> Self {
        self.next = first;
        self
    }

    /// Judges one record in JSON.
    pub fn json(&mut self, kind: &str, json: &[u8]) {
        let row = self.number();
        if let Err(error) = self.judge(row, kind, json) {
            self.sums.refuse(row, error);
        }
    }

    /// Judges one record in JSON, given with its kind as `{"kind", "record"}`.
    pub fn envelope(&mut self, json: &[u8]) {
        let row = self.number();
        let read = text(json).and_then(|text| {
            let own: OfKind = read(text)?;
            Ok((own.kind, own.record.of(text)))
        });
        let judged = read
            .map_err(|error| Error::new(ErrorCode::RecordSyntax, error.message))
            .and_then(|(kind, record)| self.judge(row, &kind, record.as_bytes()));
        if let Err(error) = judged {
            self.sums.refuse(row, error);
        }
    }

    /// Counts a record that a door could not bring into JSON.
    pub fn refused(&mut self, error: Error) {
        let row = self.number();
        self.sums.refuse(row, error);
    }

    const fn number(&mut self) -> u64 {
        let row = self.next;
        self.next = self.next.saturating_add(1);
        row
    }

    fn judge(&mut self, row: u64, kind: &str, json: &[u8]) -> Result<(), Error> {
        if !self.desks.contains_key(kind) {
            self.desks
                .insert(kind.to_owned(), self.engine.whole()?.desk(kind)?);
        }
        let Some(desk) = self.desks.get_mut(kind) else {
            return Ok(());
        };
        let kinds = self.kinds.entry(kind.to_owned()).or_default();
        let (sums, collection) = (&mut self.sums, &mut self.collection);
        desk.json(json, self.as_of, |judged| {
            judged.gather(collection, row);
            kinds.judged = kinds.judged.saturating_add(1);
            kinds.records.count(judged.verdict());
            sums.take(judged, row);
        })
    }

    /// What the records left for the rules over many, to be taken in elsewhere.
    #[must_use]
    pub fn state(&self) -> Vec<u8> {
        self.engine.export(&self.collection)
    }

    /// Takes in what records left elsewhere; their counts and findings stay there.
    ///
    /// # Errors
    /// `state-mismatch` for what another engine left, or none.
    pub fn absorb(&mut self, state: &[u8]) -> Result<(), Error> {
        self.collection.merge(self.engine.import(state)?);
        Ok(())
    }

    /// The canonical bytes of the sums.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        print(&self.close())
    }

    /// The sums.
    #[must_use]
    pub fn close(self) -> GatheringReport<'e> {
        let sums = self.sums;
        let group = self
            .engine
            .close_shown(&self.collection, self.as_of, sums.shown);
        GatheringReport {
            header: group.header,
            read: sums.read,
            judged: sums.judged,
            refused: sums.refused,
            records: sums.records,
            kinds: self.kinds,
            rules: sums
                .tallies(self.engine.law())
                .into_iter()
                .chain(group.counts)
                .collect(),
            findings_total: sums.findings_total,
            findings: sums.findings,
            groups_total: group.findings_total,
            groups: group.findings,
            refusals: sums.refusals,
        }
    }
}
