//! How records find each other: the key they share, and what each leaves behind.

use super::Test;
use crate::record::Slot;
use alloc::vec::Vec;

/// The most pairs of records that are compared under one key; beyond, nothing is told.
pub const MOST_PAIRS: u64 = 4_194_304;

/// The most characters that are compared of a text; a longer one is of no use.
pub const MOST_CHARACTERS: usize = 65_536;

/// How a record finds the records it is judged together with.
#[derive(Debug, Clone, Default)]
pub struct Link {
    /// The kind of the other records, by its number; none where records of one kind are compared.
    pub of: Option<u16>,
    /// The fields of this record that make the key.
    pub own_key: Vec<KeyField>,
    /// The fields of the other record that make the key, in the same order.
    pub other_key: Vec<KeyField>,
    /// What must hold of the other record.
    pub conditions: Vec<Test>,
    /// The fields of this record that are kept.
    pub own: Vec<Slot>,
    /// The fields of the other record that are kept.
    pub other: Vec<Slot>,
    /// The texts of this record that are compared with those of the other.
    pub own_texts: Texts,
    /// The texts of the other record.
    pub other_texts: Texts,
}

/// Texts that are compared by their passages.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    /// The fields.
    pub slots: Vec<Slot>,
    /// How many characters a passage has.
    pub passage: u16,
}

/// A field of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyField {
    /// The field.
    pub slot: Slot,
    /// What is added to it, for a year.
    pub shift: i32,
}

impl Link {
    /// Keeps a field of this record.
    pub fn keep_own(&mut self, slot: Slot) {
        keep(&mut self.own, slot);
    }

    /// Keeps a field of the other record.
    pub fn keep_other(&mut self, slot: Slot) {
        keep(&mut self.other, slot);
    }
}

fn keep(slots: &mut Vec<Slot>, slot: Slot) {
    if !slots.contains(&slot) {
        slots.push(slot);
    }
}
