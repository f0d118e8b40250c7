//! The demand `coverage`: a record of another kind that belongs to this one.

use super::Condition;
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// A record of another kind that belongs to this one and is as it should be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Coverage {
    /// The kind of the other records.
    pub by: String,
    /// Their fields to fields of this record, or to `<field> - 1` for a year; all must be equal.
    #[serde(rename = "match")]
    pub matches: BTreeMap<String, String>,
    /// What must hold of them; all of it.
    #[serde(rename = "where")]
    pub conditions: Vec<Condition>,
    /// The fewest that must match and be as asked below; one, unless said.
    pub at_least: Option<u32>,
    /// The most that may match.
    pub at_most: Option<u32>,
    /// `unknown`: where none matches, it is not known whether there is one elsewhere.
    pub if_none: Option<String>,
    /// Whether there may be none that matches and is as asked below.
    pub none: bool,
    /// Their fields to fields of this record that must say the same.
    pub agree: BTreeMap<String, String>,
    /// Their dates to dates of this record that they may not lie after.
    pub not_after: BTreeMap<String, String>,
    /// Their dates to dates of this record that they may not lie before.
    pub not_before: BTreeMap<String, String>,
    /// Their dates to the longest terms, after `from`, at which they may lie.
    pub within: BTreeMap<String, String>,
    /// The date of this record from which `within` runs.
    pub from: Option<String>,
}
