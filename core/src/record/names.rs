//! Finds the slot of a field by the name it has in a record.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

/// Names, each with the number it stands for: of a field its slot, of a list's entry its place.
///
/// A field inside another is found as `outer.key`. The table is built from the packs, once, and asked for every
/// member of every record: names are found by a hash and then compared byte by byte.
///
/// # Examples
///
/// ```
/// use gongkai::record::names::Names;
///
/// let names = Names::build([("decision_date", 0), ("决定日期", 0), ("published.credit-gansu", 1)])?;
/// assert_eq!(names.get(None, "决定日期"), Some(0));
/// assert_eq!(names.get(Some("published"), "credit-gansu"), Some(1));
/// assert_eq!(names.get(None, "credit-gansu"), None);
/// # Ok::<(), gongkai::record::names::DuplicateName>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Names<S = u16> {
    /// A power of two of places, at most half of them taken.
    places: Box<[Option<Place<S>>]>,
    mask: usize,
}

impl<S: Copy> Names<S> {
    /// The table of these names and slots; several names may lead to one slot.
    ///
    /// # Errors
    ///
    /// If a name is given twice.
    pub fn build<'n>(names: impl IntoIterator<Item = (&'n str, S)>) -> Result<Self, DuplicateName> {
        let names: Vec<_> = names.into_iter().collect();
        let size = names.len().saturating_mul(2).next_power_of_two().max(2);
        let mut table = Self {
            places: core::iter::repeat_with(|| None).take(size).collect(),
            mask: size.wrapping_sub(1),
        };
        for (name, slot) in names {
            table.insert(name, slot)?;
        }
        Ok(table)
    }

    /// The slot of the field with this name, if there is one.
    #[inline]
    #[must_use]
    pub fn get(&self, outer: Option<&str>, key: &str) -> Option<S> {
        let hash = hash(outer, key);
        let mut index = self.first(hash);
        while let Some(Some(place)) = self.places.get(index) {
            if place.hash == hash && place.is_named(outer, key) {
                return Some(place.slot);
            }
            index = self.after(index);
        }
        None
    }

    fn insert(&mut self, name: &str, slot: S) -> Result<(), DuplicateName> {
        let hash = hash(None, name);
        let mut index = self.first(hash);
        while let Some(Some(place)) = self.places.get(index) {
            if place.hash == hash && place.is_named(None, name) {
                return Err(DuplicateName { name: name.into() });
            }
            index = self.after(index);
        }
        if let Some(place) = self.places.get_mut(index) {
            let name = name.into();
            *place = Some(Place { hash, name, slot });
        }
        Ok(())
    }

    /// The place a hash belongs in; its high bits are the best mixed.
    #[inline]
    fn first(&self, hash: u64) -> usize {
        usize::try_from(hash >> 32).unwrap_or_default() & self.mask
    }

    #[inline]
    fn after(&self, index: usize) -> usize {
        index.wrapping_add(1) & self.mask
    }
}

/// A name that is given to two fields of one kind of record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DuplicateName {
    /// The name.
    pub name: Box<str>,
}

impl fmt::Display for DuplicateName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name `{}` is given twice", self.name)
    }
}

impl core::error::Error for DuplicateName {}

#[derive(Debug, Clone)]
struct Place<S> {
    hash: u64,
    name: Box<str>,
    slot: S,
}

impl<S> Place<S> {
    #[inline]
    fn is_named(&self, outer: Option<&str>, key: &str) -> bool {
        let Some(outer) = outer else {
            return *self.name == *key;
        };
        let inner = self.name.strip_prefix(outer);
        inner.and_then(|inner| inner.strip_prefix('.')) == Some(key)
    }
}

/// The hash of `key`, or of `outer.key`.
#[inline]
fn hash(outer: Option<&str>, key: &str) -> u64 {
    let mut hash = Hash::default();
    if let Some(outer) = outer {
        hash.write(outer.as_bytes());
        hash.write(b".");
    }
    hash.write(key.as_bytes());
    hash.finish()
}

/// Mixes bytes in by words of eight; how they are divided over the writes makes no difference.
#[derive(Default)]
struct Hash {
    state: u64,
    /// The bytes that do not fill a word yet, lowest first, and how many bits they are.
    waiting: u64,
    bits: u32,
    length: usize,
}

impl Hash {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        self.length = self.length.wrapping_add(bytes.len());
        let mut rest = bytes;
        while let Some((word, after)) = rest.split_first_chunk() {
            self.word(u64::from_le_bytes(*word));
            rest = after;
        }
        if !rest.is_empty() {
            self.part(part_of_word(rest), rest.len());
        }
    }

    /// Takes in a whole word, some of which may have to wait.
    #[inline]
    fn word(&mut self, word: u64) {
        self.mix(self.waiting | (word << self.bits));
        self.waiting = high_bits(word, self.bits);
    }

    /// Takes in less than a word.
    #[inline]
    fn part(&mut self, part: u64, bytes: usize) {
        self.waiting |= part << self.bits;
        let bits = self
            .bits
            .wrapping_add(u32::try_from(bytes).unwrap_or(0) << 3);
        if bits >= 64 {
            self.mix(self.waiting);
            self.waiting = high_bits(part, self.bits);
        }
        self.bits = bits & 63;
    }

    #[inline]
    fn mix(&mut self, word: u64) {
        self.state = (self.state.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    }

    #[inline]
    fn finish(mut self) -> u64 {
        self.mix(self.waiting);
        self.mix(u64::try_from(self.length).unwrap_or(u64::MAX));
        self.state ^ (self.state >> 29)
    }
}

/// The highest bits of a word, as many as are given, fewer than 64.
#[inline]
fn high_bits(word: u64, bits: u32) -> u64 {
    // in two steps, since no bits at all would be a shift by 64
    (word >> 1) >> (63 ^ bits)
}

/// Fewer than eight bytes, lowest first.
#[inline]
fn part_of_word(bytes: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        // where both hold the same byte, they put it in the same place
        let [first, last] = [first, last].map(|half| u64::from(u32::from_le_bytes(*half)));
        return first | (last << (bytes.len().wrapping_sub(4) << 3));
    }
    let lowest_last = bytes.iter().rev();
    lowest_last.fold(0, |part, &byte| (part << 8) | u64::from(byte))
}

/// The golden ratio in 64 bits: odd, and its bits are spread evenly.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use proptest::prelude::*;

    #[test]
    fn a_name_given_twice_is_refused() {
        let twice = Names::build([("文号", 0), ("b", 1), ("文号", 0)]);
        assert_eq!(&*twice.unwrap_err().name, "文号");
    }

    #[test]
    fn an_empty_table_has_no_names() {
        let names = Names::<u16>::build([]).unwrap();
        assert_eq!(names.get(None, ""), None);
        assert_eq!(names.get(Some(""), ""), None);
    }

    #[test]
    fn inner_names_are_found_with_their_outer_only() {
        let names = Names::build([("a.b", 1), ("a", 2), ("b", 3), (".", 4), ("a.b.c", 5)]).unwrap();
        assert_eq!(names.get(Some("a"), "b"), Some(1));
        assert_eq!(names.get(None, "a"), Some(2));
        assert_eq!(names.get(None, "b"), Some(3));
        assert_eq!(names.get(Some(""), ""), Some(4));
        assert_eq!(names.get(Some("a.b"), "c"), Some(5));
        assert_eq!(names.get(Some("b"), "a"), None);
        assert_eq!(names.get(Some("a"), ""), None);
    }

    proptest! {
           #[test]
           fn every_name_is_found_and_no_other(
               names in prop::collection::btree_set("[a-c许可.]{0,24}", 0..60),
               other in "[a-c许可.]{0,24}",
           ) {
               let slots: Vec<(&str, u16)> = names.iter().map(String::as_str).zip(0..).collect();
               let table = Names::build(slots.iter().copied()).unwrap();
               for &(name, slot) in &slots {
                   prop_assert_eq!(table.get(None, name), Some(slot));
                   for (dot, _) in name.match_indices('.') {
                       let (outer, key) = name.split_at(dot);
    let key = key.strip_prefix('.').unwrap();
                       prop_assert_eq!(table.get(Some(outer), key), Some(slot));
                   }
               }
               prop_assert_eq!(table.get(None, &other).is_some(), names.contains(&other));
           }
       }
}
