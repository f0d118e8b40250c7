//! The demand `stages`: events of a case one after another.

use super::Condition;
use crate::written::table;
use alloc::{collections::BTreeMap, string::String, vec::Vec};

/// Events of a case one after another, each a record of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stages {
    /// The kind of the events.
    pub of: String,
    /// Their fields to fields of this record; all must be equal.
    pub matches: BTreeMap<String, String>,
    /// What must hold of them; all of it.
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

table!(Stages {
    of, matches("match"), conditions("where"), stage, at, sequence, required, optional_with,
    distinct, once, by,
});
