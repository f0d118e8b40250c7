//! A filter that tells at little cost where in a text nothing begins.

use super::fold::table;
use alloc::{vec, vec::Vec};

/// Numbers of the last two, three and four symbols, made of the numbers of each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Hashes {
    one: u64,
    /// Of the last two.
    pub(super) two: u64,
    /// Of the last three.
    pub(super) three: u64,
    /// Of the last four.
    pub(super) four: u64,
}

impl Hashes {
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

/// Which pairs and triples of symbols something begins with: for each two bits of the word that its hash chooses;
/// others may have set them as well.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    words: Vec<u64>,
    /// Bits of a hash that choose a word.
    mask: u64,
}

/// How many beginnings share a word of 64 bits, and how many words there are at least.
const EACH: usize = 4;
const FEWEST: usize = 256;

impl Filter {
    /// A filter that lets pairs and triples with these hashes pass.
    pub(super) fn of(hashes: &[u64]) -> Self {
        let words = hashes.len().div_ceil(EACH).max(FEWEST).next_power_of_two();
        let mut filter = Self {
            words: vec![0; words],
            mask: u64::try_from(words).unwrap_or(0).saturating_sub(1),
        };
        for hash in hashes {
            let place = filter.place(*hash);
            if let Some(word) = filter.words.get_mut(place) {
                *word |= 1_u64.rotate_left(first(*hash)) | 1_u64.rotate_left(second(*hash));
            }
        }
        filter
    }

    /// 1 if a pair or triple passes.
    #[inline]
    pub(super) fn passes(&self, hash: u64) -> u64 {
        let word = self.words.get(self.place(hash)).copied().unwrap_or(0);
        word.rotate_right(first(hash)) & word.rotate_right(second(hash)) & 1
    }

    /// How much of a text can be skipped, in bytes: nothing passes there.
    ///
    /// It stops before what passes, and before a character that is rare. Nothing is called from here, so that all
    /// it needs stays in registers: this is where the time of a search goes.
    pub(super) fn skip(&self, text: &[u8], hashes: &mut Hashes) -> usize {
        let (table, mut rest, mut own) = (table(), text, *hashes);
        while let Some((unit, after)) = table.common(rest) {
            let mut next = own;
            if unit != 0 {
                next.next(unit);
            }
            if unit != 0 && self.passes(next.two) | self.passes(next.three) != 0 {
                break;
            }
            (own, rest) = (next, after);
        }
        *hashes = own;
        text.len().saturating_sub(rest.len())
    }

    #[inline]
    fn place(&self, hash: u64) -> usize {
        usize::try_from(hash & self.mask).unwrap_or(usize::MAX)
    }
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
