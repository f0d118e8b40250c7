//! Floor 4: what is said about a record, in sentences and in canonical bytes.

pub mod accounts;
pub mod fault;
pub mod finding;
pub mod fix;
pub mod group;
pub mod header;
pub mod mask;
pub mod message;
mod printed_once;
pub mod remedy;
mod root;
pub mod score;
mod write;

pub use finding::{Cited, Evidence, Finding, OffBy};
pub use group::{GroupFinding, GroupReport};
pub use header::{Header, Overridden, PackStamp};
pub use printed_once::PrintedOnce;
pub use write::Writer;
pub(crate) use write::counted;

use crate::duty::verdict::Tally;
use crate::duty::{Severity, Verdict};
use crate::judge::collection::Showing;
use crate::words::Label;
use crate::written::print;
use alloc::{string::String, vec::Vec};
use fix::Fix;
use serde::Serialize;

/// What of a record may be shown where it is judged together with others.
pub const SHOWING: Showing = Showing {
    name: write::record_name,
    value: mask::shown,
};

/// What is said about one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report<'e> {
    /// By what it was judged; enough to repeat the judgement.
    #[serde(flatten)]
    pub header: Header<'e>,
    /// The kind of record.
    pub kind: &'e str,
    /// The record's own name, from its key fields.
    pub record: String,
    /// The heaviest verdict.
    pub verdict: Verdict,
    /// The heaviest weight of a duty that is not met; absent when none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// How many rules gave each verdict.
    pub counts: Tally,
    /// How many rules look at other records too; they are judged where those come along.
    pub not_judged: u64,
    /// What was normalized while reading.
    pub notes: Vec<NoteLine<'e>>,
    /// Names in the record that no field has.
    pub unknown: Vec<String>,
    /// Fields that the record gives more than once; the first value was judged.
    pub repeated: Vec<&'e str>,
    /// The findings, in the order of the rules.
    pub findings: Vec<Finding<'e>>,
}

impl Report<'_> {
    /// The canonical bytes: equal in every door for the same evidence.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        print(self)
    }
}

/// What was normalized in one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoteLine<'e> {
    /// The field, as a JSON Pointer.
    pub path: &'e str,
    /// What was normalized.
    pub notes: Vec<Label>,
    /// The value in its standard form, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}
