//! Finds the slot of a field by the name it has in a record.

mod habit;

use crate::order;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;
pub use habit::Habit;

/// Names, each with the number it stands for: of a field its slot, of a list's entry its place.
///
/// A field inside another is found as `outer.key`. The table is built from the packs, once, and asked for every
/// member of every record: names are sorted by a hash, of which the highest bits say where to look. Names with
/// one hash are sorted themselves, so that no choice of names makes the table slow.
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
    /// The names one behind the other, in the order of the places.
    text: String,
    /// Sorted by hash, then by name.
    places: Vec<Place<S>>,
    /// For all values of the highest bits the first place that has no lower ones; the last one ends the last.
    starts: Vec<usize>,
    /// How far a hash is shifted to leave its highest bits.
    shift: u32,
}

impl<S: Copy> Names<S> {
    /// The table of these names and slots; several names may lead to one slot.
    ///
    /// # Errors
    ///
    /// If a name is given twice.
    pub fn build<'n>(names: impl IntoIterator<Item = (&'n str, S)>) -> Result<Self, DuplicateName> {
        let names = names.into_iter();
        let mut names: Vec<_> = names
            .map(|(name, slot)| (hash(None, name), name, slot))
            .collect();
        order::sort_by_key(&mut names, |(hash, name, _)| (*hash, *name));
        let pairs = names.windows(2).filter_map(|pair| match pair {
            [(_, name, _), (_, next, _)] if name == next => Some(*name),
            _ => None,
        });
        if let Some(twice) = pairs.min() {
            return Err(DuplicateName { name: twice.into() });
        }
        Ok(Self::of_sorted(&names))
    }

    fn of_sorted(names: &[(u64, &str, S)]) -> Self {
        let bits = names
            .len()
            .max(1)
            .saturating_mul(2)
            .next_power_of_two()
            .ilog2();
        let mut table = Self {
            text: String::with_capacity(names.iter().map(|(_, name, _)| name.len()).sum()),
            places: Vec::with_capacity(names.len()),
            starts: Vec::new(),
            shift: u64::BITS.wrapping_sub(bits),
        };
        for &(hash, name, slot) in names {
            let start = table.text.len();
            table.text.push_str(name);
            let end = table.text.len();
            table.places.push(Place {
                hash,
                start,
                end,
                slot,
            });
        }
        let lower = |bits: u64| {
            table
                .places
                .partition_point(|place| place.hash >> table.shift < bits)
        };
        table.starts = (0..=1_u64 << bits).map(lower).collect();
        table
    }

    /// The slot of the field with this name, if there is one.
    #[inline]
    #[must_use]
    pub fn get(&self, outer: Option<&str>, key: &str) -> Option<S> {
        self.place(self.find(outer, key)?).map(|place| place.slot)
    }

    /// Where among the places the name stands.
    #[inline]
    fn find(&self, outer: Option<&str>, key: &str) -> Option<usize> {
        let hash = hash(outer, key);
        let bits = usize::try_from(hash.checked_shr(self.shift)?).ok()?;
        let (start, end) = (
            self.starts.get(bits)?,
            self.starts.get(bits.wrapping_add(1))?,
        );
        let places = self.places.get(*start..*end)?;
        let order = |place: &Place<S>| {
            let name = self.name(place);
            place
                .hash
                .cmp(&hash)
                .then_with(|| compare(name.as_bytes(), outer, key))
        };
        let found = places.binary_search_by(order).ok()?;
        Some(start.wrapping_add(found))
    }

    #[inline]
    fn place(&self, number: usize) -> Option<&Place<S>> {
        self.places.get(number)
    }

    #[inline]
    fn name(&self, place: &Place<S>) -> &str {
        self.text.get(place.start..place.end).unwrap_or_default()
    }
}

/// How a name stands to `key`, or to `outer.key`.
#[inline]
fn compare(name: &[u8], outer: Option<&str>, key: &str) -> Ordering {
    let Some(outer) = outer else {
        return name.cmp(key.as_bytes());
    };
    let mut rest = name;
    for part in [outer.as_bytes(), b"."] {
        let (first, after) = rest.split_at(part.len().min(rest.len()));
        let order = first.cmp(part);
        if order.is_ne() {
            return order;
        }
        rest = after;
    }
    rest.cmp(key.as_bytes())
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
    /// Where the name begins and ends.
    start: usize,
    end: usize,
    slot: S,
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

    /// Names of sixteen letters that have one hash: whatever the first eight are, others lead back to it.
    fn colliding(count: usize) -> Vec<String> {
        // What undoes the multiplication, found by Newton's method.
        let inverse = (0..6).fold(FACTOR, |inverse, _| {
            inverse.wrapping_mul(2_u64.wrapping_sub(FACTOR.wrapping_mul(inverse)))
        });
        assert_eq!(FACTOR.wrapping_mul(inverse), 1);
        let name = |number: u64| {
            let first = alloc::format!("{number:08}");
            let mut hash = Hash::default();
            hash.write(first.as_bytes());
            let second =
                0x1234_5678_9ABC_DEF0_u64.wrapping_mul(inverse) ^ hash.state.rotate_left(5);
            Some(first + core::str::from_utf8(&second.to_le_bytes()).ok()?)
        };
        (0..).filter_map(name).take(count).collect()
    }

    #[test]
    fn names_with_one_hash_are_found_like_others() {
        let names = colliding(20_000);
        let first = hash(None, &names[0]);
        assert!(names.iter().all(|name| hash(None, name) == first));
        let table = Names::build(names.iter().map(String::as_str).zip(0_u32..)).unwrap();
        for (name, number) in names.iter().zip(0..) {
            assert_eq!(table.get(None, name), Some(number));
        }
        assert_eq!(table.get(None, &colliding(20_001)[20_000]), None);
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
