//! The demand `rollup`: numbers of a record that are the sums of those of others.

use super::Condition;
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// Numbers of a record that are the sums of those of others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rollup {
    /// The kind of the parts.
    pub of: String,
    /// Their fields to fields of this record; all must be equal.
    #[serde(rename = "match")]
    pub matches: BTreeMap<String, String>,
    /// What must hold of them; all of it.
    #[serde(rename = "where")]
    pub conditions: Vec<Condition>,
    /// Their numbers to the numbers of this record that must be their sums.
    pub equal: BTreeMap<String, String>,
    /// How far a sum may lie apart.
    pub tolerance: Option<String>,
}
