//! One finding: what a rule says about a field of a record, for an official.

use super::fix::Fix;
use crate::duty::Verdict;
use crate::duty::source::Severity;
use crate::words::{Day, Label};
use alloc::{string::String, vec::Vec};
use serde::Serialize;

/// What a rule says about a field of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The rule.
    pub rule: String,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: Label,
    /// Where the duty stands.
    pub cite: Cited,
    /// What it amounts to.
    pub verdict: Verdict,
    /// How heavily it weighs.
    pub severity: Severity,
    /// The field, as a JSON Pointer; empty for the record as a whole.
    pub path: String,
    /// The due day; while a calendar is not announced, the earliest it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// The day it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub happened: Option<Day>,
    /// How far the event is from the due day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub off_by: Option<OffBy>,
    /// What was found.
    pub message: Label,
    /// What to do.
    pub remedy: Label,
    /// A safe edit, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// The values compared, personal ones masked.
    pub evidence: Vec<Evidence>,
    /// Other rules that cannot be judged, or are breached, for the same cause.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub affects: Vec<String>,
    /// Names the finding through later runs: hash of rule, record and field.
    pub fingerprint: String,
}

/// Where a duty stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// The pack.
    pub pack: String,
    /// Title of the instrument.
    pub instrument: Label,
    /// Its document number; absent where it has none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The clause.
    pub clause: String,
    /// Other places that say the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

/// A distance from a due day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OffBy {
    /// How many.
    pub amount: u32,
    /// Of what: `working_days` or `calendar_days`.
    pub unit: &'static str,
}

/// One value that took part in the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The field, as a JSON Pointer.
    pub path: String,
    /// Its name.
    pub label: Label,
    /// Its value, masked where it is personal; absent when nothing is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}
