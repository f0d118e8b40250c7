//! One finding: what a rule says about a field of a record, for an official.

use super::fix::Fix;
use crate::duty::Verdict;
use crate::duty::source::Severity;
use crate::words::{Day, Label};
use alloc::{borrow::Cow, string::String, vec::Vec};
use serde::Serialize;

/// What a rule says about a field of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding<'e> {
    /// The rule.
    pub rule: &'e str,
    /// Its code.
    pub code: &'e str,
    /// Its title.
    pub title: &'e Label,
    /// Where the duty stands.
    pub cite: Cited<'e>,
    /// What it amounts to.
    pub verdict: Verdict,
    /// How heavily it weighs.
    pub severity: Severity,
    /// The field, as a JSON Pointer; empty for the record as a whole.
    pub path: Cow<'e, str>,
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
    pub remedy: Cow<'e, Label>,
    /// A safe edit, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// The values compared, personal ones masked.
    pub evidence: Vec<Evidence<'e>>,
    /// Other rules that cannot be judged, or are breached, for the same cause.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub affects: Vec<&'e str>,
    /// Names the finding through later runs: hash of rule, record and field.
    pub fingerprint: String,
}

/// Where a duty stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited<'e> {
    /// The pack.
    pub pack: &'e str,
    /// Title of the instrument.
    pub instrument: &'e Label,
    /// Its document number; absent where it has none.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub number: &'e str,
    /// The clause.
    pub clause: &'e str,
    /// Other places that say the same.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub also: &'e [String],
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
pub struct Evidence<'e> {
    /// The field, as a JSON Pointer.
    pub path: Cow<'e, str>,
    /// Its name.
    pub label: Cow<'e, Label>,
    /// Its value, masked where it is personal; absent when nothing is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}
