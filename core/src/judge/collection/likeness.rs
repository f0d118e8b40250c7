//! How much of a record's texts stands in those of another.
//!
//! A text leaves behind a hash for each passage of a fixed length, and where its characters stand; what is
//! written in it cannot be told from that.

use super::close::Side;
use crate::duty::demand::{MOST_CHARACTERS, Texts};
use crate::duty::together::{Passage, TakenOver};
use crate::order;
use crate::record::{Cell, Slot, Value};
use crate::screen::fold;
use crate::words::Exact;
use alloc::{collections::BTreeSet, vec::Vec};
use core::{cmp::Reverse, ops::Range};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What a text leaves behind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Prose {
    /// Where each character that counts stands in the text, counted from 1.
    places: Vec<u32>,
    /// The hash of the passage that begins with each of them, while there is one.
    passages: Vec<u64>,
}

impl Prose {
    /// What a field leaves behind; `None` where it has no text of use.
    pub(super) fn of(cell: &Cell<'_>, passage: u16) -> Option<Self> {
        if cell.value != Value::Text {
            return None;
        }
        let table = fold::table();
        let (mut places, mut symbols) = (Vec::<u32>::new(), Vec::new());
        for (place, c) in (1..).zip(cell.text.chars()) {
            // What separates words and sentences does not count.
            if table.symbol(c).is_alphanumeric() {
                places.push(place);
                symbols.push(table.unit(c));
            }
        }
        if symbols.len() > MOST_CHARACTERS {
            return None;
        }
        let passages = symbols.windows(usize::from(passage)).map(hash).collect();
        Some(Self { places, passages })
    }

    /// The characters that stand in passages of the other, as ranges without gaps between neighbors.
    fn taken(&self, other: &BTreeSet<u64>) -> Vec<Range<usize>> {
        let length = self.places.len().saturating_sub(self.passages.len());
        let mut taken: Vec<Range<usize>> = Vec::new();
        for (start, passage) in self.passages.iter().enumerate() {
            // A passage is one character longer than what its last beginning lies before the end.
            let end = start.saturating_add(length).saturating_add(1);
            match taken.last_mut() {
                _ if !other.contains(passage) => {}
                Some(last) if start <= last.end => last.end = end,
                _ => taken.push(start..end),
            }
        }
        taken
    }

    fn passage(&self, own: Slot, range: &Range<usize>) -> Option<Passage> {
        Some(Passage {
            own,
            first: *self.places.get(range.start)?,
            last: *self.places.get(range.end.checked_sub(1)?)?,
        })
    }
}

fn hash(symbols: &[u16]) -> u64 {
    let mut digest = Sha256::new();
    for symbol in symbols {
        digest.update(symbol.to_be_bytes());
    }
    let digest = digest.finalize();
    // INVARIANT: a digest is longer than a number.
    digest
        .first_chunk()
        .map_or(0, |bytes| u64::from_be_bytes(*bytes))
}

/// The first text that is of no use.
pub(super) fn gap(side: Side<'_>, texts: &Texts) -> Option<Slot> {
    let mut all = texts.slots.iter().zip(side.texts);
    all.find_map(|(slot, text)| text.is_none().then_some(*slot))
}

/// What is taken over, where it is more than a share of ours.
pub(super) fn too_much(
    slots: &[Slot],
    ours: &[Option<Prose>],
    theirs: &[Option<Prose>],
    at_most: Exact,
) -> Option<TakenOver> {
    let theirs = theirs.iter().flatten().flat_map(|text| &text.passages);
    let theirs: BTreeSet<u64> = theirs.copied().collect();
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let (mut taken, mut whole): (u64, u64) = (0, 0);
    let mut passages = Vec::new();
    for (slot, text) in slots.iter().zip(ours.iter().flatten()) {
        whole = whole.saturating_add(count(text.places.len()));
        for range in text.taken(&theirs) {
            taken = taken.saturating_add(count(range.len()));
            passages.extend(
                text.passage(*slot, &range)
                    .map(|passage| (range.len(), passage)),
            );
        }
    }
    let limit = Exact::count(whole).times(at_most).map_or(0, Exact::floor);
    order::sort_by_key(&mut passages, |(length, _)| Reverse(*length));
    let mut longest = passages.into_iter().map(|(_, passage)| passage);
    (taken > limit).then(|| TakenOver {
        taken,
        whole,
        limit,
        passages: [longest.next(), longest.next(), longest.next()],
    })
}
