//! Fields given, well formed, and saying what they must.

use crate::record::Slot;
use crate::words::{Amount, AnyOf, Label};
use alloc::{string::String, vec::Vec};

/// See [`crate::duty::source::Fields`].
#[derive(Debug, Clone, Default)]
pub struct Fields {
    /// Each must be given.
    pub required: Vec<Slot>,
    /// Of each group at least one must be given.
    pub one_of: Vec<Vec<Slot>>,
    /// None may be given.
    pub forbidden: Vec<Slot>,
    /// Each, if given, must be what its type says.
    pub well_formed: Vec<Slot>,
    /// Texts that must mention something.
    pub mentions: Vec<Mention>,
    /// Texts that must begin, or not begin, with something.
    pub begins: Vec<Begin>,
    /// Texts that may not end with something.
    pub ends: Vec<Ending>,
    /// Of each group no two may be alike.
    pub distinct: Vec<Vec<Slot>>,
    /// Longest texts, in characters.
    pub at_most: Vec<(Slot, u32)>,
    /// Largest amounts.
    pub no_more_than: Vec<(Slot, Amount)>,
    /// Flags that must say yes.
    pub affirmed: Vec<Slot>,
}

/// See [`crate::duty::source::Mention`].
#[derive(Debug, Clone)]
pub struct Mention {
    /// The field.
    pub slot: Slot,
    /// What is looked for, for people.
    pub what: Label,
    /// At least one of these stands in the text.
    pub any: AnyOf,
}

/// See [`crate::duty::source::Begin`].
#[derive(Debug, Clone)]
pub struct Begin {
    /// The field.
    pub slot: Slot,
    /// It begins with one of these.
    pub with: Vec<String>,
    /// It begins with none of these.
    pub not_with: Vec<String>,
}

/// See [`crate::duty::source::Ending`].
#[derive(Debug, Clone)]
pub struct Ending {
    /// The field.
    pub slot: Slot,
    /// It ends with none of these,
    pub not_with: Vec<String>,
    /// unless it ends with one of these.
    pub except: Vec<String>,
}
