//! A filter that tells at little cost where in a text nothing begins.

use super::fold::table;
use alloc::{vec, vec::Vec};

/// The last symbols, as hashes of the last two, three and four, made of the numbers of each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Last {
    one: u64,
    /// Of the last two.
    pub(super) two: u64,
    /// Of the last three.
    pub(super) three: u64,
    /// Of the last four.
    pub(super) four: u64,
}

impl Last {
    /// Takes the next symbol, by its number.
    #[inline]
    pub(super) fn next(&mut self, unit: u16) {
        let one = u64::from(unit).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.four = one ^ self.three.rotate_left(21);
        self.three = one ^ self.two.rotate_left(21);
        self.two = one ^ self.one.rotate_left(21);
        self.one = one;
    }
}

/// The hash of a triple that is a whole term.
pub(super) const fn whole(hash: u64) -> u64 {
    hash ^ 0x5851_f42d_4c95_7f2d
}

/// Something that is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Start {
    /// A hash of its first two symbols.
    pub(super) pair: u64,
    /// A hash of its first two, three or four symbols.
    pub(super) hash: u64,
}

/// With which symbols something begins: for each hash two bits of the word that it chooses; others may have set
/// them as well.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    /// Nothing where so much is looked for that they spare nothing.
    pairs: Option<Pairs>,
    words: Vec<u64>,
    /// Bits of a hash that choose a word.
    mask: u64,
}

/// How many hashes share a word of 64 bits, and how many words there are at least.
const EACH: usize = 4;
const FEWEST: usize = 256;

/// From how many hashes on so many pairs begin something that asking for them first spares nothing.
const DENSE: usize = 1 << 15;

impl Filter {
    /// A filter that lets pass what begins so.
    pub(super) fn of(starts: &[Start]) -> Self {
        let words = starts.len().div_ceil(EACH).max(FEWEST).next_power_of_two();
        let mut filter = Self {
            pairs: (starts.len() < DENSE).then(|| Pairs::of(starts.iter().map(|start| start.pair))),
            words: vec![0; words],
            mask: u64::try_from(words).unwrap_or(0).saturating_sub(1),
        };
        for Start { hash, .. } in starts {
            let place = filter.place(*hash);
            if let Some(word) = filter.words.get_mut(place) {
                *word |= 1_u64.rotate_left(first(*hash)) | 1_u64.rotate_left(second(*hash));
            }
        }
        filter
    }

    /// Whether a hash passes.
    #[inline]
    pub(super) fn passes(&self, hash: u64) -> bool {
        let word = self.words.get(self.place(hash)).copied().unwrap_or(0);
        word.rotate_right(first(hash)) & word.rotate_right(second(hash)) & 1 != 0
    }

    /// How much of a text can be skipped, in bytes: no pair is something there, and no triple begins something.
    ///
    /// It stops before what passes, and before a character that is rare. This is where the time of a search goes.
    pub(super) fn skip(&self, text: &[u8], last: &mut Last) -> usize {
        let Some(pairs) = &self.pairs else {
            return skip(text, last, |last| {
                self.passes(last.two) | self.passes(last.three)
            });
        };
        // Of each symbol is asked whether it and the one before begin something, and more only where they do.
        let mut before = pairs.has(last.two);
        skip(text, last, |last| {
            let now = pairs.has(last.two);
            let stops = now | before && self.stops(last, now, before);
            before = now;
            stops
        })
    }

    /// Whether the last two symbols are something, or the last three begin something.
    #[inline(never)]
    fn stops(&self, last: Last, two: bool, three: bool) -> bool {
        (two && self.passes(last.two)) || (three && self.passes(last.three))
    }

    #[inline]
    fn place(&self, hash: u64) -> usize {
        usize::try_from(hash & self.mask).unwrap_or(usize::MAX)
    }
}

/// How much of a text stands before a symbol that stops, or before a character that is rare.
#[inline]
fn skip(text: &[u8], last: &mut Last, mut stops: impl FnMut(Last) -> bool) -> usize {
    let (table, mut rest, mut own) = (table(), text, *last);
    while let Some((unit, after)) = table.common(rest) {
        let mut next = own;
        if unit != 0 {
            next.next(unit);
            if stops(next) {
                break;
            }
        }
        (own, rest) = (next, after);
    }
    *last = own;
    text.len().saturating_sub(rest.len())
}

/// Which bit of a word a hash chooses first.
#[inline]
fn first(hash: u64) -> u32 {
    u32::try_from((hash >> 32) & 63).unwrap_or(0)
}

/// Which bit of a word a hash chooses second.
#[inline]
fn second(hash: u64) -> u32 {
    u32::try_from((hash >> 40) & 63).unwrap_or(0)
}

/// With which pairs of symbols something begins: a bit for each, which others may share.
#[derive(Debug, Clone)]
struct Pairs {
    words: Vec<u64>,
    /// How far the hash of a pair is shifted to be the place of its bit.
    shift: u32,
}

/// How many bits there are for each pair, and how many words of 64 bits at least and at most.
const ROOM: usize = 16;
const LEAST: usize = 1 << 9;
const MOST: usize = 1 << 24;

impl Pairs {
    fn of(pairs: impl ExactSizeIterator<Item = u64>) -> Self {
        let words = pairs.len().saturating_mul(ROOM).div_ceil(64);
        let words = words.clamp(LEAST, MOST).next_power_of_two();
        let mut own = Self {
            words: vec![0; words],
            shift: u64::BITS.saturating_sub(words.ilog2()).saturating_sub(6),
        };
        for pair in pairs {
            let (word, bit) = own.place(pair);
            if let Some(word) = own.words.get_mut(word) {
                *word |= bit;
            }
        }
        own
    }

    #[inline]
    fn has(&self, pair: u64) -> bool {
        let (word, bit) = self.place(pair);
        self.words.get(word).is_some_and(|word| word & bit != 0)
    }

    /// The word of a pair, and its bit there.
    #[inline]
    fn place(&self, pair: u64) -> (usize, u64) {
        let place = pair.wrapping_shr(self.shift);
        let word = usize::try_from(place >> 6).unwrap_or(usize::MAX);
        let bit = u32::try_from(place & 63).unwrap_or(0);
        (word, 1_u64.wrapping_shl(bit))
    }
}
