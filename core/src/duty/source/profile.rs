//! Named choices of packs, and rules silenced, graded anew or renamed.

use super::Severity;
use crate::words::Label;
use crate::written::table;
use alloc::{string::String, vec::Vec};

/// A named choice of packs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// The packs whose rules apply; editions of later packs win.
    pub packs: Vec<String>,
    /// Whether it is used when none is named.
    pub default: bool,
    /// Rules silenced or graded anew in this profile.
    pub overrides: Vec<Override>,
}

table!(Profile { id: needed, title: needed, packs: needed, default, overrides("override") });

/// A rule silenced or graded anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// The rule.
    pub rule: String,
    /// Whether it is not to be judged.
    pub silence: bool,
    /// Its weight instead of its own.
    pub severity: Option<Severity>,
    /// Why; shown in every report.
    pub reason: Label,
}

table!(Override {
    rule: needed,
    silence,
    severity,
    reason: needed
});

/// A rule that had another id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// The old id.
    pub from: String,
    /// The id that stands.
    pub to: String,
}

table!(Redirect {
    from: needed,
    to: needed
});
