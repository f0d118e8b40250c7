//! Named choices of packs, and rules silenced, graded anew or renamed.

use super::Severity;
use crate::words::Label;
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// A named choice of packs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// The packs whose rules apply; editions of later packs win.
    pub packs: Vec<String>,
    /// Whether it is used when none is named.
    #[serde(default)]
    pub default: bool,
    /// Rules silenced or graded anew in this profile.
    #[serde(default, rename = "override")]
    pub overrides: Vec<Override>,
}

/// A rule silenced or graded anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The rule.
    pub rule: String,
    /// Whether it is not to be judged.
    #[serde(default)]
    pub silence: bool,
    /// Its weight instead of its own.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// Why; shown in every report.
    pub reason: Label,
}

/// A rule that had another id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// The old id.
    pub from: String,
    /// The id that stands.
    pub to: String,
}
