//! Texts in which nothing of some lists stands.

use crate::duty::demand::Screen as Demand;
use crate::duty::observation::Passage;
use crate::duty::{Detail, Verdict};
use crate::judge::case::{Case, Notebook};
use crate::record::Slot;
use crate::screen::offsets::{Unit, count};
use crate::screen::{Hit, Look, Screen};
use alloc::vec::Vec;
use core::ops::Range;

/// The most passages of one field that are written down.
const NAMED: usize = 16;

/// Where in the texts of one record something may begin, for all rules that look through them.
#[derive(Debug, Default)]
pub(in crate::judge) struct Beginnings {
    /// Fields, each with its part of the places.
    seen: Vec<(Slot, Range<usize>)>,
    places: Vec<usize>,
}

impl Beginnings {
    /// Forgets a record.
    pub(in crate::judge) fn clear(&mut self) {
        self.seen.clear();
        self.places.clear();
    }

    fn of(&mut self, slot: Slot, text: &str, screen: &Screen) -> &[usize] {
        let seen = self.seen.iter().find(|(other, _)| *other == slot);
        let range = if let Some((_, range)) = seen {
            range.clone()
        } else {
            let from = self.places.len();
            screen.beginnings(text, &mut self.places);
            let range = from..self.places.len();
            self.seen.push((slot, range.clone()));
            range
        };
        self.places.get(range).unwrap_or_default()
    }
}

/// Looks through the texts of a record.
pub(super) fn check(
    demand: &Demand,
    case: &Case<'_, '_>,
    beginnings: &mut Beginnings,
    notebook: &mut Notebook<'_>,
) {
    let look = Look {
        day: case.as_of,
        audience: &demand.audience,
        chosen: Some(&demand.chosen),
    };
    let screen = case.screening.screen();
    let mut hits = Vec::new();
    for slot in &demand.slots {
        let cell = case.cell(*slot);
        if !cell.is_given() {
            continue;
        }
        let places = beginnings.of(*slot, &cell.text, screen);
        screen.find_from(places, &cell.text, &look, &mut hits);
        if hits.is_empty() {
            notebook.met();
        }
        write(*slot, &cell.text, &hits, notebook);
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
