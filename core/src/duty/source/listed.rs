//! The demand `listed`: in a list, or not in it.

use crate::written::table;
use alloc::string::String;

/// In a list, or not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// The field.
    pub field: String,
    /// The list it must be in.
    pub within: Option<String>,
    /// The list it must not be in.
    pub not_in: Option<String>,
    /// A second field that must agree with the label of the entry found.
    pub agrees: Option<String>,
    /// Characters that separate several values in one field.
    pub split: Option<String>,
    /// `mark`: not the whole document number is looked up, but the mark of the agency in it.
    pub part: Option<String>,
}

table!(Listed { field, within("in"), not_in, agrees, split, part });
