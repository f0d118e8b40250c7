//! Texts in which nothing of some lists stands.

use crate::duty::demand::Screen as Demand;
use crate::duty::observation::Passage;
use crate::duty::{Detail, Verdict};
use crate::judge::case::{Case, Notebook};
use crate::record::Slot;
use crate::screen::offsets::{Unit, count};
use crate::screen::{Beginning, Hit, Look};
use alloc::vec::Vec;
use core::ops::Range;

/// The most passages of one field that are written down.
const NAMED: usize = 16;

/// What begins in the texts of one record, for all rules that look through them.
#[derive(Debug, Default)]
pub(in crate::judge) struct Beginnings {
    /// Whether the texts were gone through.
    sifted: bool,
    /// Fields in which something begins, each with its part of it.
    fields: Vec<(Slot, Range<usize>)>,
    all: Vec<Beginning>,
}

impl Beginnings {
    /// Forgets a record.
    pub(in crate::judge) fn clear(&mut self) {
        self.sifted = false;
        self.fields.clear();
        self.all.clear();
    }

    /// Goes through the texts, unless it was done.
    fn sift(&mut self, case: &Case<'_, '_>) {
        if self.sifted {
            return;
        }
        self.sifted = true;
        let screen = case.screening.screen();
        let sifting = case.program.sifting(screen);
        for (slot, cell) in case.cells.as_filled() {
            if !sifting.looks_through(slot) {
                continue;
            }
            let from = self.all.len();
            screen.beginnings(&sifting.sieve, &cell.text, &mut self.all);
            if self.all.len() > from {
                self.fields.push((slot, from..self.all.len()));
            }
        }
    }

    /// What begins in a field.
    fn of(&self, slot: Slot) -> &[Beginning] {
        let field = self.fields.iter().find(|(other, _)| *other == slot);
        let own = field.and_then(|(_, range)| self.all.get(range.clone()));
        own.unwrap_or_default()
    }
}

/// Looks through the texts of a record.
pub(super) fn check(
    demand: &Demand,
    case: &Case<'_, '_>,
    beginnings: &mut Beginnings,
    notebook: &mut Notebook<'_>,
) {
    let given = |slot: &&Slot| case.cell(**slot).is_given();
    if !demand.slots.iter().any(|slot| given(&slot)) {
        return;
    }
    notebook.met();
    beginnings.sift(case);
    if beginnings.all.is_empty() {
        return;
    }
    let look = Look {
        day: case.as_of,
        audience: &demand.audience,
        chosen: Some(&demand.chosen),
    };
    let (screen, mut hits) = (case.screening.screen(), Vec::new());
    for slot in demand.slots.iter().filter(given) {
        let text = &case.cell(*slot).text;
        screen.find_from(beginnings.of(*slot), text, &look, &mut hits);
        write(*slot, text, &hits, notebook);
        hits.clear();
    }
}

fn write(slot: Slot, text: &str, hits: &[Hit], notebook: &mut Notebook<'_>) {
    for hit in hits.iter().take(NAMED) {
        let places = count(text, Unit::Characters, &[hit.start, hit.end]);
        let [start, end] = places.as_slice() else {
            continue;
        };
        let passage = Passage {
            entry: hit.entry,
            start: *start,
            end: *end,
        };
        if hit.mention {
            notebook.note(Verdict::Undetermined, slot, Detail::Mentioned(passage));
        } else {
            notebook.note(Verdict::Breached, slot, Detail::Found(passage));
        }
    }
}
