//! The demand `coverage`: a record of another kind that belongs to this one.

use super::Condition;
use crate::written::table;
use alloc::{collections::BTreeMap, string::String, vec::Vec};

/// A record of another kind that belongs to this one and is as it should be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The kind of the other records.
    pub by: String,
    /// Their fields to fields of this record, or to `<field> - 1` for a year; all must be equal.
    pub matches: BTreeMap<String, String>,
    /// What must hold of them; all of it.
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
    /// Texts of this record that may not be taken over from them.
    pub unlike: Option<Unlike>,
}

table!(Coverage {
    by, matches("match"), conditions("where"), at_least, at_most, if_none, none, agree, not_after,
    not_before, within, from, unlike,
});

/// Texts that may not be taken over from another record.
///
/// Two texts are compared by the letters, digits and ideographs in them, however these are written.
/// What stands in passages of a least length that stand in the other text too is taken over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unlike {
    /// Their text fields to text fields of this record; all of theirs are compared with all of ours.
    pub texts: BTreeMap<String, String>,
    /// How many characters a passage has at least.
    pub passage: u16,
    /// The largest share of this record's characters that may be taken over.
    pub at_most: String,
}

table!(Unlike {
    texts,
    passage,
    at_most
});
