//! Kinds of record with their fields, the channels they appear on, and the editions that name their columns.

use crate::words::Label;
use crate::written::table;
use alloc::{collections::BTreeMap, string::String, vec::Vec};

/// A place where information is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Id.
    pub id: String,
    /// Name.
    pub label: Label,
    /// Other names.
    pub aliases: Vec<String>,
}

table!(Channel {
    id: needed,
    label: needed,
    aliases
});

/// Fields that several kinds share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Id.
    pub id: String,
    /// Kinds of other packs that get these fields too.
    pub kinds: Vec<String>,
    /// The fields.
    pub field: Vec<Field>,
}

table!(Group {
    id: needed,
    kinds,
    field: needed
});

/// A kind of record.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    pub routes: Vec<String>,
    /// Groups of shared fields.
    pub groups: Vec<String>,
    /// Its own fields.
    pub field: Vec<Field>,
}

table!(Kind {
    id: needed,
    title: needed,
    event: needed,
    key: needed,
    routes,
    groups,
    field: needed,
});

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Id, in `snake_case`, as in JSON records.
    pub id: String,
    /// Name.
    pub label: Label,
    /// Type: one of [`crate::record::FieldType`]'s names.
    pub kind: String,
    /// The list of a `code` field.
    pub list: Option<String>,
    /// The unit in which bare numbers of an `amount` field are given: `yuan` or `wan-yuan`.
    pub unit: Option<String>,
    /// Columns that carry this field in tables.
    pub columns: Vec<String>,
    /// Whether values are personal and must never be shown.
    pub sensitive: bool,
    /// `channel`, or the id of a list: the field exists once for every channel or entry.
    pub per: Option<String>,
    /// What to write into the field.
    pub help: Option<Label>,
}

table!(Field {
    id: needed, label: needed, kind("type"): needed, list, unit, columns, sensitive, per, help,
});

/// One edition of an exchange standard, for the kinds of record that share its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The kinds of record.
    pub kinds: Vec<String>,
    /// Column name to field.
    pub columns: BTreeMap<String, String>,
    /// Field to code list, where the edition has its own.
    pub lists: BTreeMap<String, String>,
}

table!(Edition {
    kinds: needed,
    columns,
    lists
});
