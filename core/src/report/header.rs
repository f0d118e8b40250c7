//! By what a record was judged: enough to repeat the judgement to the same bytes.

use super::PrintedOnce;
use crate::duty::law::Pack;
use crate::duty::source::Severity;
use crate::words::{Day, Label};
use alloc::{borrow::Cow, string::String, vec::Vec};
use serde::Serialize;

/// By what a record was judged: but for the day, the engine's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Header<'e> {
    /// Version of this library.
    pub engine: &'static str,
    /// The profile.
    pub profile: Cow<'e, str>,
    /// The packs whose rules apply.
    pub packs: Cow<'e, PrintedOnce<Vec<PackStamp>>>,
    /// Content hash of the calendar.
    pub calendar: Cow<'e, str>,
    /// The day of judgement.
    pub as_of: Day,
    /// The day up to which notices of holidays are known; absent when all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_at: Option<Day>,
    /// Rules silenced or graded anew, and why.
    pub overrides: Cow<'e, [Overridden]>,
}

/// One pack, by content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PackStamp {
    /// Id.
    pub id: String,
    /// Version.
    pub version: String,
    /// SHA-256 of its content.
    pub hash: String,
}

impl PackStamp {
    /// The stamp of a pack.
    #[must_use]
    pub fn of(pack: &Pack) -> Self {
        Self {
            id: pack.manifest.id.clone(),
            version: pack.manifest.version.clone(),
            hash: pack.hash.clone(),
        }
    }
}

/// One rule silenced or graded anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Overridden {
    /// The rule.
    pub rule: String,
    /// Whether it is silenced.
    pub silenced: bool,
    /// Its weight instead of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// Why.
    pub reason: Label,
}
