//! Texts in which nothing of some lists stands.

use crate::duty::demand::Screen;
use crate::duty::observation::Passage;
use crate::duty::{Detail, Verdict};
use crate::judge::case::{Case, Notebook};
use crate::record::Slot;
use crate::screen::offsets::{Unit, count};
use crate::screen::{Hit, Look};
use alloc::vec::Vec;

/// The most passages of one field that are written down.
const NAMED: usize = 16;

/// Looks through the texts of a record.
pub(super) fn check(demand: &Screen, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let look = Look {
        day: case.as_of,
        audience: &demand.audience,
        chosen: Some(&demand.chosen),
    };
    let mut hits = Vec::new();
    for slot in &demand.slots {
        let cell = case.cell(*slot);
        if !cell.is_given() {
            continue;
        }
        case.screening
            .screen()
            .find_into(&cell.text, &look, &mut hits);
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
