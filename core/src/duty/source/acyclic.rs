//! The demand `acyclic`: records that name others of their kind and do not lead back to themselves.

use crate::written::table;
use alloc::{string::String, vec::Vec};

/// Records that name others of their kind, such as a region its parent, and do not lead back to themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acyclic {
    /// The field that names a record.
    pub by: String,
    /// The field that names the one it leads to; a record without it leads nowhere.
    pub to: String,
    /// Fields in which records are alike that lead to each other, such as the day to which they speak.
    pub within: Vec<String>,
}

table!(Acyclic { by, to, within });
