//! Rules over many records: each record leaves a little behind, and what belongs together is judged when
//! all are in.
//!
//! Kept are hashes of keys, the few values that a rule compares, and counts; records that leave the same
//! are counted together. Two collections of the same engine merge into one, and the outcome depends on
//! neither the order nor the partition of the records.

mod circle;
mod close;
mod count;
mod coverage;
mod held;
mod item;
mod likeness;
mod rollup;
mod series;
mod stages;

pub use close::{Closed, Closing, Judgement, Side};
pub use item::{Datum, Hash, Item};
pub use likeness::Prose;

use self::held::Held;
use super::applies::{Applies, answer, applies};
use super::case::{Case, Notebook};
use crate::duty::demand::{Answer, Link, Test, Texts};
use crate::duty::pack::hash::hex;
use crate::duty::together::Lack;
use crate::duty::{Detail, Observation};
use crate::record::{Cell, Field, Slot};
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// The most records that are named for what they have in common; the count stays exact.
pub const NAMED: usize = 16;

/// What of a record may be shown.
#[derive(Debug, Clone, Copy)]
pub struct Showing {
    /// Its name.
    pub name: fn(&Case<'_, '_>) -> String,
    /// The value of a field.
    pub value: fn(&Field, &Cell<'_>) -> Option<String>,
}

/// What many records left behind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collection {
    groups: BTreeMap<(u16, Place), Group>,
    /// For how many records each rule does not exist.
    outside: BTreeMap<u16, u64>,
}

/// Where records of a rule meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Place {
    /// Under a key.
    Key(Hash),
    /// Apart, because a field is lacking: the kind of record, and the field.
    Lacking(u16, Slot, Lack),
    /// Records of another kind that belong to any key, because they lack their own.
    Strays,
}

/// The records that meet at one place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Group {
    owners: Held<Owner, Holders>,
    others: Held<Other, Holders>,
}

/// What a record that carries the duty left behind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Owner {
    kind: u16,
    items: Vec<Item>,
    texts: Vec<Option<Prose>>,
}

/// What a record of another kind left behind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Other {
    /// Whether it is certain that the rule looks at it.
    certain: bool,
    items: Vec<Item>,
    texts: Vec<Option<Prose>>,
}

/// The records that left the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holders {
    /// How many they are.
    pub count: u64,
    /// Those with the smallest numbers, at most [`NAMED`], in order.
    pub rows: Vec<Row>,
}

/// One record among many.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Row {
    /// Its number, by which the caller knows it.
    pub number: u64,
    /// Its name, as it may be shown.
    pub name: String,
}

impl Collection {
    /// Takes in one record for the rules that `asked` holds for, under the number by which the caller knows it.
    pub fn add(
        &mut self,
        case: &Case<'_, '_>,
        number: u64,
        showing: Showing,
        asked: impl Fn(&Link) -> bool,
    ) {
        let duties = case.program.rules.iter();
        let mut links = duties
            .filter_map(|duty| Some((duty, duty.demand.link()?)))
            .filter(|(_, link)| asked(link))
            .peekable();
        if links.peek().is_none() && case.program.witnesses.is_empty() {
            return;
        }
        let name = (showing.name)(case);
        let row = Row { number, name };
        let mut aside = Vec::new();
        for (duty, link) in links {
            aside.clear();
            let place = match applies(duty, case, &mut Notebook::new(duty.rule, &mut aside)) {
                Applies::No => {
                    let outside = self.outside.entry(duty.rule).or_default();
                    *outside = outside.saturating_add(1);
                    continue;
                }
                Applies::Unknown => lacking(case, &aside),
                Applies::Yes => place(link, case),
            };
            let (items, texts) = left(place, case, showing, (&link.own, &link.own_texts));
            let owner = Owner {
                kind: case.program.number,
                items,
                texts,
            };
            let group = self.groups.entry((duty.rule, place)).or_default();
            group.owners.change(owner, |holders| holders.add(&row));
        }
        self.witness(case, &row, showing);
    }

    /// Takes in what rules on other kinds look at in a record.
    fn witness(&mut self, case: &Case<'_, '_>, row: &Row, showing: Showing) {
        for witness in &case.program.witnesses {
            let certain = match all(&witness.conditions, case) {
                Answer::No => continue,
                Answer::Yes => true,
                Answer::Unknown => false,
            };
            let place = item::key(case, &witness.key).map_or(Place::Strays, Place::Key);
            let (items, texts) = left(place, case, showing, (&witness.kept, &witness.texts));
            let other = Other {
                certain,
                items,
                texts,
            };
            let group = self.groups.entry((witness.rule, place)).or_default();
            group.others.change(other, |holders| holders.add(row));
        }
    }

    /// Takes in what another collection gathered.
    pub fn merge(&mut self, other: Self) {
        for (place, group) in other.groups {
            let own = self.groups.entry(place).or_default();
            for (owner, more) in group.owners.into_pairs() {
                own.owners.change(owner, |holders| holders.merge(more));
            }
            for (other, more) in group.others.into_pairs() {
                own.others.change(other, |holders| holders.merge(more));
            }
        }
        for (rule, count) in other.outside {
            let own = self.outside.entry(rule).or_default();
            *own = own.saturating_add(count);
        }
    }
}

impl Holders {
    fn add(&mut self, row: &Row) {
        self.count = self.count.saturating_add(1);
        let place = self.rows.partition_point(|other| other <= row);
        if place < NAMED {
            if self.rows.is_empty() {
                // Most records stay alone.
                self.rows.reserve_exact(1);
            }
            self.rows.insert(place, row.clone());
            self.rows.truncate(NAMED);
        }
    }

    fn merge(&mut self, other: Self) {
        self.count = self.count.saturating_add(other.count);
        self.rows.extend(other.rows);
        self.rows.sort_unstable();
        self.rows.truncate(NAMED);
    }
}

/// What a record leaves behind: of its fields and of its texts. Only what has a key is compared.
fn left(
    place: Place,
    case: &Case<'_, '_>,
    showing: Showing,
    (fields, texts): (&[Slot], &Texts),
) -> (Vec<Item>, Vec<Option<Prose>>) {
    if !matches!(place, Place::Key(_)) {
        return (Vec::new(), Vec::new());
    }
    let items = fields.iter().map(|slot| Item::of(case, *slot, showing));
    let prose = texts.slots.iter();
    let prose = prose.map(|slot| Prose::of(case.cell(*slot), texts.passage));
    (items.collect(), prose.collect())
}

/// Where a record meets the others that its duty looks at.
fn place(link: &Link, case: &Case<'_, '_>) -> Place {
    let key = item::key(case, &link.own_key);
    match key {
        // Records of several kinds under one rule are not alike, whatever their fields say.
        Ok(key) if link.of.is_none() => {
            let kind = &case.program.schema.id;
            Place::Key(item::hash(&[kind, &hex(&key)]))
        }
        Ok(key) => Place::Key(key),
        Err(slot) => Place::Lacking(case.program.number, slot, Lack::Key),
    }
}

/// Where a record goes of which it cannot be told whether the duty exists for it.
fn lacking(case: &Case<'_, '_>, aside: &[Observation]) -> Place {
    let (slot, lack) = match aside.first().map(|observation| observation.detail) {
        Some(Detail::ConditionUnknown(slot)) => (slot, Lack::Condition),
        _ => (case.program.schema.event, Lack::Event),
    };
    Place::Lacking(case.program.number, slot, lack)
}

/// Whether all conditions hold.
fn all(conditions: &[Test], case: &Case<'_, '_>) -> Answer {
    let mut all = Answer::Yes;
    for test in conditions {
        match answer(test, case) {
            Answer::No => return Answer::No,
            Answer::Unknown => all = Answer::Unknown,
            Answer::Yes => {}
        }
    }
    all
}
