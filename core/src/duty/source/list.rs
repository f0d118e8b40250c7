//! Lists of codes or matters.

use super::Window;
use crate::words::Label;
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// A list of codes or matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// Whether the entries are added to a list of another pack with the same id.
    #[serde(default)]
    pub extends: bool,
    /// Whether the entries come with the request instead of the pack (a registry, for example).
    #[serde(default)]
    pub supplied: bool,
    /// Entries.
    #[serde(default)]
    pub entry: Vec<Entry>,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Code.
    pub code: String,
    /// Name; also accepted in records.
    pub label: Label,
    /// Other forms accepted in records.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether a value may go on after the name, as `其他-渔业捕捞` does after `其他`.
    #[serde(default)]
    pub continues: bool,
    /// When the entry is valid.
    #[serde(default)]
    pub in_force: Window,
}
