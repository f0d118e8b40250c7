//! The demand `stages`: events of a case one after another.

use super::Condition;
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// Events of a case one after another, each a record of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Stages {
    /// The kind of the events.
    pub of: String,
    /// Their fields to fields of this record; all must be equal.
    #[serde(rename = "match")]
    pub matches: BTreeMap<String, String>,
    /// What must hold of them; all of it.
    #[serde(rename = "where")]
    pub conditions: Vec<Condition>,
    /// Their code field that names the stage.
    pub stage: String,
    /// Their date field.
    pub at: String,
    /// The stages, none before the one it follows.
    pub sequence: Vec<String>,
    /// The stages that must be there; all of them, unless said.
    pub required: Vec<String>,
    /// Their field that, where it is given, says why the stage was left out.
    pub optional_with: Option<String>,
    /// Their field of which no two stages may have the same value.
    pub distinct: Option<String>,
    /// Whether no stage may be there twice.
    pub once: bool,
    /// The date of this record by which the stages must be done; before it is given, none is missing.
    pub by: Option<String>,
}
