//! Kinds of record with their fields, the channels they appear on, and the editions that name their columns.

use crate::words::Label;
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// A place where information is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Id.
    pub id: String,
    /// Name.
    pub label: Label,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// Fields that several kinds share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Id.
    pub id: String,
    /// Kinds of other packs that get these fields too.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// The fields.
    pub field: Vec<Field>,
}

/// A kind of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Id.
    pub id: String,
    /// Name.
    pub title: Label,
    /// The date field whose day decides which law is in force.
    pub event: String,
    /// Fields that together name a record in reports.
    pub key: Vec<String>,
    /// Values by which a column of mixed tables names this kind.
    #[serde(default)]
    pub routes: Vec<String>,
    /// Groups of shared fields.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Its own fields.
    pub field: Vec<Field>,
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Id, in `snake_case`, as in JSON records.
    pub id: String,
    /// Name.
    pub label: Label,
    /// Type: one of [`crate::record::FieldType`]'s names.
    #[serde(rename = "type")]
    pub kind: String,
    /// The list of a `code` field.
    #[serde(default)]
    pub list: Option<String>,
    /// The unit in which bare numbers of an `amount` field are given: `yuan` or `wan-yuan`.
    #[serde(default)]
    pub unit: Option<String>,
    /// Columns that carry this field in tables.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Whether values are personal and must never be shown.
    #[serde(default)]
    pub sensitive: bool,
    /// `channel`, or the id of a list: the field exists once for every channel or entry.
    #[serde(default)]
    pub per: Option<String>,
    /// What to write into the field.
    #[serde(default)]
    pub help: Option<Label>,
}

/// One edition of an exchange standard, for the kinds of record that share its columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The kinds of record.
    pub kinds: Vec<String>,
    /// Column name to field.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// Field to code list, where the edition has its own.
    #[serde(default)]
    pub lists: BTreeMap<String, String>,
}
