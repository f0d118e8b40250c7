//! Numbers that never fall from one record to the next.

use super::close::{Found, Side};
use super::held::Held;
use super::{Holders, Owner};
use crate::duty::Verdict;
use crate::duty::demand::Series;
use crate::duty::together::{Fall, Lack, Seen};
use crate::record::Slot;
use crate::words::{Day, Exact};
use alloc::{collections::BTreeMap, vec::Vec};

/// The numbers of a series by day, the largest of each day first known.
pub(super) struct Run {
    /// For each number, the days on which it is known, in order, each with its largest value.
    days: Vec<BTreeMap<Day, Exact>>,
}

impl Run {
    pub(super) fn of(series: &Series, owners: &Held<Owner, Holders>) -> Self {
        let mut days: Vec<BTreeMap<Day, Exact>> = alloc::vec![BTreeMap::new(); series.rising.len()];
        for (owner, _) in owners.iter() {
            let side = Side {
                slots: &series.link.own,
                items: &owner.items,
                texts: &owner.texts,
            };
            let Some(when) = side.get(series.at).when() else {
                continue;
            };
            for (known, slot) in days.iter_mut().zip(&series.rising) {
                let number = side.get(*slot).number();
                let largest = known.get(&when.last).copied().max(number);
                known.extend(largest.map(|largest| (when.last, largest)));
            }
        }
        Self { days }
    }

    /// Judges one record by those before it.
    pub(super) fn close<'c>(&self, series: &Series, own: Side<'c>) -> Found<'c> {
        let Some(when) = own.get(series.at).when() else {
            let seen = Seen::Lacking(series.at, Lack::Time);
            return (Verdict::Undetermined, seen, None);
        };
        let mut lacking: Option<Slot> = None;
        for (days, slot) in self.days.iter().zip(&series.rising) {
            let Some(number) = own.get(*slot).number() else {
                lacking = lacking.or(Some(*slot));
                continue;
            };
            let before = days.range(..when.first).next_back();
            if let Some((day, before)) = before.filter(|(_, before)| **before > number) {
                let fall = Fall {
                    own: *slot,
                    since: *day,
                    before: *before,
                    number,
                };
                return (Verdict::Breached, Seen::Fell(fall), None);
            }
        }
        match lacking {
            Some(slot) => (
                Verdict::Undetermined,
                Seen::Lacking(slot, Lack::Value),
                None,
            ),
            None => (Verdict::Met, Seen::Plain, None),
        }
    }
}
