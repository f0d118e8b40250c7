//! Records that lead from one to the next and back to themselves.

use super::close::{Found, Side};
use super::held::Held;
use super::item::{Datum, Item};
use super::{Holders, Owner};
use crate::duty::Verdict;
use crate::duty::demand::Acyclic;
use crate::duty::together::{Lack, Seen};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

/// The names that lead back to themselves, each with the number of its circle and how many names are in it.
pub(super) struct Circles(BTreeMap<Datum, (usize, u64)>);

/// From each name, the names that its records lead to.
type Ways = BTreeMap<Datum, BTreeSet<Datum>>;

impl Circles {
    pub(super) fn of(acyclic: &Acyclic, owners: &Held<Owner, Holders>) -> Self {
        let mut ways = Ways::new();
        for (owner, _) in owners.iter() {
            let side = Side {
                slots: &acyclic.link.own,
                items: &owner.items,
                texts: &owner.texts,
            };
            if let (Some(by), Some(to)) = (name(side.get(acyclic.by)), name(side.get(acyclic.to))) {
                ways.entry(by).or_default().insert(to);
            }
        }
        let mut circles = BTreeMap::new();
        for (number, circle) in reachable_from_each_other(&ways).into_iter().enumerate() {
            let names = u64::try_from(circle.len()).unwrap_or(u64::MAX);
            let leads_back =
                |name: &Datum| names > 1 || ways.get(name).is_some_and(|to| to.contains(name));
            let back = circle.into_iter().filter(leads_back);
            circles.extend(back.map(|name| (name, (number, names))));
        }
        Self(circles)
    }

    /// Judges one record by where it leads.
    pub(super) fn close<'c>(&self, acyclic: &Acyclic, own: Side<'c>) -> Found<'c> {
        let (by, to) = (own.get(acyclic.by), own.get(acyclic.to));
        if to.value == Datum::Unreadable {
            let seen = Seen::Lacking(acyclic.to, Lack::Value);
            return (Verdict::Undetermined, seen, None);
        }
        let Some(to) = name(to) else {
            return (Verdict::Met, Seen::Plain, None);
        };
        let Some(by) = name(by) else {
            let seen = Seen::Lacking(acyclic.by, Lack::Value);
            return (Verdict::Undetermined, seen, None);
        };
        match (self.0.get(&by), self.0.get(&to)) {
            (Some((own, names)), Some((other, _))) if own == other => {
                let seen = Seen::Circle {
                    own: acyclic.to,
                    names: *names,
                };
                (Verdict::Breached, seen, None)
            }
            _ => (Verdict::Met, Seen::Plain, None),
        }
    }
}

const fn name(item: &Item) -> Option<Datum> {
    match item.value {
        Datum::Missing | Datum::Denied | Datum::Unreadable => None,
        Datum::When(_) | Datum::Number(_) | Datum::Text(_) => Some(item.value),
    }
}

/// The names in groups of those that can be reached from each other, by Kosaraju's algorithm.
fn reachable_from_each_other(ways: &Ways) -> Vec<Vec<Datum>> {
    let mut back = Ways::new();
    for (from, all) in ways {
        for to in all {
            back.entry(*to).or_default().insert(*from);
        }
    }
    let mut met = BTreeSet::new();
    let mut left: Vec<Datum> = Vec::new();
    for from in ways.keys() {
        left.extend(visit(*from, ways, &mut met));
    }
    let mut met = BTreeSet::new();
    let last_first = left.into_iter().rev();
    last_first
        .map(|from| visit(from, &back, &mut met))
        .filter(|group| !group.is_empty())
        .collect()
}

/// The names met for the first time from one on, in the order in which they are left.
fn visit(from: Datum, ways: &Ways, met: &mut BTreeSet<Datum>) -> Vec<Datum> {
    let mut left = Vec::new();
    let mut path = Vec::new();
    let nowhere = BTreeSet::new();
    let mut enter = |name: Datum, path: &mut Vec<_>| {
        if met.insert(name) {
            path.push((name, ways.get(&name).unwrap_or(&nowhere).iter()));
        }
    };
    enter(from, &mut path);
    while let Some((name, on)) = path.last_mut() {
        if let Some(next) = on.next() {
            enter(*next, &mut path);
        } else {
            left.push(*name);
            path.pop();
        }
    }
    left
}
