//! What a pack is: the instrument it encodes, its period, its clauses.

use crate::words::{Day, Label};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// What a pack is: one instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Id of the pack.
    pub id: String,
    /// Version of the data, `major.minor.patch`.
    pub version: String,
    /// Title of the instrument.
    pub title: Label,
    /// The instrument's issuer, number and date.
    #[serde(default)]
    pub instrument: Instrument,
    /// When the instrument is in force.
    #[serde(default)]
    pub in_force: Window,
    /// Packs whose names this pack uses.
    #[serde(default)]
    pub builds_on: Vec<String>,
}

/// The instrument a pack encodes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Instrument {
    /// Issuing authority.
    pub issuer: Label,
    /// Document number, such as `发改办财金〔2018〕424号`.
    pub number: String,
    /// Day of issue.
    pub dated: Option<Day>,
    /// How sure the facts are and where they come from.
    pub note: Label,
}

/// A period of days, both ends included; an absent end is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Window {
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub until: Option<Day>,
}

impl Window {
    /// Whether the day lies in the period.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether both ends are open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.from.is_none() && self.until.is_none()
    }

    /// The days that lie in both periods.
    #[must_use]
    pub fn meet(&self, other: &Self) -> Self {
        let until = match (self.until, other.until) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Self {
            from: self.from.max(other.from),
            until,
        }
    }

    /// Whether no day can lie in the period.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until < from)
    }
}

/// A clause of the instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Number as the instrument writes it: `7`, `48`, `20(6)`.
    pub number: String,
    /// Heading.
    pub title: Label,
    /// What it asks, in our own words.
    pub duty: Label,
}
