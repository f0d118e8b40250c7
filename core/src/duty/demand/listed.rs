//! In a list, or not in it.

use crate::record::Slot;
use alloc::string::String;

/// See [`crate::duty::source::Listed`].
#[derive(Debug, Clone)]
pub struct Listed {
    /// The field.
    pub slot: Slot,
    /// The list, by its number.
    pub list: u16,
    /// Whether the value must be in the list or must not.
    pub wanted: bool,
    /// A second field that must agree with the label of the entry.
    pub agrees: Option<Slot>,
    /// Characters that separate several values.
    pub split: Option<String>,
    /// Whether the mark of the agency is looked up instead of the whole document number.
    pub mark: bool,
}
