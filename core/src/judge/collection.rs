//! Rules over many records: each record leaves a key behind, and equal keys are found when all are in.
//!
//! Only hashes of keys are kept. Two collections of the same engine merge into one, and the outcome
//! does not depend on the order or partition of the records.

use super::applies::{Applies, applies};
use super::case::{Case, Notebook};
use crate::duty::demand::{Demand, Unique};
use crate::duty::verdict::Tally;
use crate::record::Value;
use crate::words::normalize;
use alloc::{collections::BTreeMap, vec::Vec};
use sha2::{Digest, Sha256};

/// The most records that are named for one key; the count stays exact.
pub const NAMED: usize = 16;

/// What many records left behind.
#[derive(Debug, Clone, Default)]
pub struct Collection {
    keys: BTreeMap<(u16, [u8; 16]), Holders>,
    tallies: BTreeMap<u16, Tally>,
}

/// The records that hold one key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Holders {
    count: u64,
    /// The smallest record numbers, in order.
    rows: Vec<u64>,
}

/// Records that may be there once and are there several times.
///
/// Its key is a hash: it names the same group in every run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The rule, by its number among the law's rules.
    pub rule: u16,
    /// The hash of the key.
    pub key: [u8; 16],
    /// How many records hold the key.
    pub count: u64,
    /// Their numbers, at most [`NAMED`], smallest first.
    pub rows: Vec<u64>,
}

impl Collection {
    /// Takes in one record.
    pub fn add(&mut self, case: &Case<'_, '_>, row: u64) {
        let mut aside = Vec::new();
        for duty in &case.program.rules {
            let Demand::Unique(unique) = &duty.demand else {
                continue;
            };
            let tally = self.tallies.entry(duty.rule).or_default();
            match applies(duty, case, &mut Notebook::new(duty.rule, &mut aside)) {
                Applies::No => tally.not_applicable = tally.not_applicable.saturating_add(1),
                Applies::Unknown => tally.undetermined = tally.undetermined.saturating_add(1),
                Applies::Yes => match key(unique, case) {
                    None => tally.undetermined = tally.undetermined.saturating_add(1),
                    Some(key) => self.keys.entry((duty.rule, key)).or_default().add(row),
                },
            }
        }
    }

    /// Takes in what another collection gathered.
    pub fn merge(&mut self, other: Self) {
        for (key, holders) in other.keys {
            self.keys.entry(key).or_default().merge(holders);
        }
        for (rule, tally) in other.tallies {
            let own = self.tallies.entry(rule).or_default();
            own.not_applicable = own.not_applicable.saturating_add(tally.not_applicable);
            own.undetermined = own.undetermined.saturating_add(tally.undetermined);
        }
    }

    /// Every key held more than once, and each rule's tally of keys.
    #[must_use]
    pub fn close(&self) -> (Vec<Duplicate>, BTreeMap<u16, Tally>) {
        let mut tallies = self.tallies.clone();
        let mut duplicates = Vec::new();
        for ((rule, key), holders) in &self.keys {
            let tally = tallies.entry(*rule).or_default();
            if holders.count > 1 {
                tally.breached = tally.breached.saturating_add(1);
                let rows = holders.rows.clone();
                duplicates.push(Duplicate {
                    rule: *rule,
                    key: *key,
                    count: holders.count,
                    rows,
                });
            } else {
                tally.met = tally.met.saturating_add(1);
            }
        }
        duplicates.sort_by(|a, b| (a.rule, &a.rows).cmp(&(b.rule, &b.rows)));
        (duplicates, tallies)
    }
}

impl Holders {
    fn add(&mut self, row: u64) {
        self.merge(Self {
            count: 1,
            rows: alloc::vec![row],
        });
    }

    fn merge(&mut self, other: Self) {
        self.count = self.count.saturating_add(other.count);
        self.rows.extend(other.rows);
        self.rows.sort_unstable();
        self.rows.truncate(NAMED);
    }
}

/// The hash of a record's key; `None` when a field of it is missing.
fn key(unique: &Unique, case: &Case<'_, '_>) -> Option<[u8; 16]> {
    let mut hash = Sha256::new();
    hash.update(case.program.schema.id.as_bytes());
    for slot in &unique.by {
        let cell = case.cell(*slot);
        if !cell.is_given() || normalize::is_placeholder(&cell.text) {
            return None;
        }
        match cell.value {
            Value::When(when) => hash.update(when.first.number().to_le_bytes()),
            Value::Code(code) => hash.update(code.to_le_bytes()),
            Value::Missing
            | Value::Denied
            | Value::Text
            | Value::Amount(_)
            | Value::Integer(_)
            | Value::Decimal(_)
            | Value::Flag(_)
            | Value::Faulty(_) => hash.update(normalize::fold_key(&cell.text).as_bytes()),
        }
        hash.update([0]);
    }
    hash.finalize().first_chunk::<16>().copied()
}
