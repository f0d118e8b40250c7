//! What a pack is: the instrument it encodes, its period, its clauses.

use crate::words::{Day, Label, Window};
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
