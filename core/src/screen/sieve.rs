//! Goes through a text at little cost, and stops where something may begin that some look for.

use super::filter::{Filter, Last, whole};
use super::fold::table;
use super::index::{Index, pair};
use super::source::Finds;
use core::ops::Range;

/// What begins with anything that some look for.
#[derive(Debug, Clone, Default)]
pub struct Sieve {
    filter: Filter,
}

/// What names a person or an account, or what stands before it.
const NUMBERS: [Finds; 6] = [
    Finds::ResidentId,
    Finds::OldResidentId,
    Finds::MobilePhone,
    Finds::Landline,
    Finds::BankCard,
    Finds::NameBeforeNumber,
];

/// How many symbols are looked at behind one with which something may begin.
const LOOKED_AT: usize = 3;

/// The fewest digits of a number.
const SHORTEST: usize = 10;

/// What may begin three symbols before another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open(u64);

impl Open {
    /// A term.
    const TERM: u64 = 1;
    /// A term of four symbols or more.
    const LONGER: u64 = 1 << 8;
    /// A number, or a document number.
    const NUMBER: u64 = 1 << 16;
    /// What is left open behind a symbol: of each what began one or two symbols before.
    const KEPT: u64 = (3 * Self::TERM) | Self::LONGER | (3 * Self::NUMBER);

    /// A term or a number.
    const EITHER: u64 = Self::TERM | Self::NUMBER;

    /// Whether it may be a term.
    pub(super) const fn term(self) -> bool {
        self.0 & Self::TERM != 0
    }

    /// Whether it may be a number.
    pub(super) const fn number(self) -> bool {
        self.0 & Self::NUMBER != 0
    }
}

impl Sieve {
    /// Of the entries that are wanted, by their numbers.
    pub(super) fn new(index: &Index, finds: &[(Finds, u32)], wanted: impl Fn(u32) -> bool) -> Self {
        let mut starts = index.starts(&wanted);
        let found = |all: &[Finds]| {
            let mut finds = finds.iter();
            finds.any(|(is, entry)| all.contains(is) && wanted(*entry))
        };
        if found(&NUMBERS) {
            let pairs =
                ('0'..='9').flat_map(|first| ('0'..='9').map(move |second| (first, second)));
            starts.extend(pairs.map(|(first, second)| pair(first, second)));
        }
        if found(&[Finds::MalformedDocumentNumber]) {
            starts.extend(('0'..='9').map(|digit| pair('(', digit)));
        }
        starts.sort_unstable();
        starts.dedup();
        Self {
            filter: Filter::of(&starts),
        }
    }

    /// Whether something may begin with symbols of a hash.
    pub(super) fn passes(&self, hash: u64) -> bool {
        self.filter.passes(hash)
    }

    /// Goes through a range of a text, and tells of each symbol with which something may begin: how many symbols
    /// stand before a place behind it. What fewer than four symbols show is told as late, so that all comes in order.
    pub(super) fn sift(
        &self,
        index: &Index,
        text: &str,
        range: Range<usize>,
        mut tell: impl FnMut(usize, usize, Open),
    ) {
        let (table, mut last, mut open) = (table(), Last::default(), 0);
        let (mut end, mut barren, mut behind) = (range.start, 0, 0);
        while behind < LOOKED_AT {
            if open == 0 {
                let rest = text.get(end..range.end).unwrap_or("");
                end = end.saturating_add(self.filter.skip(rest.as_bytes(), &mut last));
            }
            let mut chars = text.get(end..).unwrap_or("").chars();
            let Some(c) = chars.next() else { break };
            end = text.len().saturating_sub(chars.as_str().len());
            let unit = table.unit(c);
            if unit == 0 {
                continue;
            }
            last.next(unit);
            open = self.follow(index, open, last);
            if is_digit(unit) && end > barren && self.passes(last.two) {
                match opens_number(text, end) {
                    Ok(()) => open |= Open::NUMBER << 2,
                    Err(place) => barren = place,
                }
            }
            if open & Open::EITHER != 0 {
                tell(end, LOOKED_AT, Open(open));
            }
            open = (open >> 1) & Open::KEPT;
            behind = behind.saturating_add(usize::from(end > range.end));
        }
        // Behind the end of a text nothing is added to what is open.
        for before in (behind..LOOKED_AT).rev() {
            if open & Open::EITHER != 0 {
                tell(end, before, Open(open));
            }
            open >>= 1;
        }
    }

    /// What is open after a symbol: what was, and what its pair, its triple and the end of a longer term add.
    fn follow(&self, index: &Index, open: u64, last: Last) -> u64 {
        let known = |passing, hash| self.passes(passing) && index.has(hash);
        let mut all = open;
        if known(last.two, last.two) {
            all |= Open::TERM << 2;
        }
        if self.passes(last.three) {
            all |= Open::LONGER << 1;
            if known(whole(last.three), last.three) {
                all |= Open::TERM << 1;
            }
        }
        if open & Open::LONGER != 0 && known(last.four, last.four) {
            all |= Open::TERM;
        }
        all
    }
}

/// Whether a number may begin with the symbol before a digit that ends at a place: a bracket, or a digit that
/// enough others follow. Otherwise, up to where no number begins.
fn opens_number(text: &str, end: usize) -> Result<(), usize> {
    let symbol = |c| table().symbol(c);
    let before = text.get(..end).unwrap_or("").chars().rev().map(symbol);
    match before.filter(|symbol| *symbol != super::fold::NONE).nth(1) {
        Some('(') => return Ok(()),
        Some('0'..='9') => {}
        _ => return Err(end),
    }
    let mut digits = 2_usize;
    for (place, c) in text.get(end..).unwrap_or("").char_indices() {
        match symbol(c) {
            '0'..='9' => digits = digits.saturating_add(1),
            ')' | super::fold::NONE => {}
            _ => return Err(end.saturating_add(place)),
        }
        if digits == SHORTEST {
            return Ok(());
        }
    }
    Err(text.len())
}

const fn is_digit(unit: u16) -> bool {
    matches!(unit, 0x30..=0x39)
}
