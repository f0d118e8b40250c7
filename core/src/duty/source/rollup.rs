//! The demand `rollup`: numbers of a record that are the sums of those of others.

use super::Condition;
use crate::written::table;
use alloc::{collections::BTreeMap, string::String, vec::Vec};

/// Numbers of a record that are the sums of those of others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rollup {
    /// The kind of the parts.
    pub of: String,
    /// Their fields to fields of this record; all must be equal.
    pub matches: BTreeMap<String, String>,
    /// What must hold of them; all of it.
    pub conditions: Vec<Condition>,
    /// Their numbers to the numbers of this record that must be their sums.
    pub equal: BTreeMap<String, String>,
    /// How far a sum may lie apart.
    pub tolerance: Option<String>,
}

table!(Rollup { of, matches("match"), conditions("where"), equal, tolerance });
