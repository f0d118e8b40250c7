//! Conditions on fields, and what they answer.

use crate::record::Slot;
use crate::words::AnyOf;
use alloc::{string::String, vec::Vec};

/// A condition on one field.
#[derive(Debug, Clone)]
pub struct Test {
    /// The field.
    pub slot: Slot,
    /// What is asked of it.
    pub ask: Ask,
    /// What follows when the field is missing.
    pub if_missing: Answer,
}

/// What a [`Test`] asks.
#[derive(Debug, Clone)]
pub enum Ask {
    /// The code is one of these, by number in the field's list.
    Codes(Vec<u32>),
    /// The code is none of these.
    NotCodes(Vec<u32>),
    /// The text is one of these.
    Texts(Vec<String>),
    /// The text is none of these.
    NotTexts(Vec<String>),
    /// The text contains one of these.
    Mentions(AnyOf),
    /// The text contains none of these.
    MentionsNone(AnyOf),
    /// The field is given.
    Given,
    /// The field is not given.
    NotGiven,
}

/// Yes, no, or unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Something needed is missing.
    Unknown,
}
