//! What a pack is: the instrument it encodes, its period, its clauses.

use crate::words::{Day, Label, Window};
use crate::written::table;
use alloc::{string::String, vec::Vec};
use serde::Serialize;

/// What a pack is: one instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Id of the pack.
    pub id: String,
    /// Version of the data, `major.minor.patch`.
    pub version: String,
    /// Title of the instrument.
    pub title: Label,
    /// The instrument's issuer, number and date.
    pub instrument: Instrument,
    /// When the instrument is in force.
    pub in_force: Window,
    /// Packs whose names this pack uses.
    pub builds_on: Vec<String>,
}

table!(Manifest {
    id: needed,
    version: needed,
    title: needed,
    instrument,
    in_force,
    builds_on
});

/// The instrument a pack encodes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
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

table!(Instrument {
    issuer,
    number,
    dated,
    note
});

/// A clause of the instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Number as the instrument writes it: `7`, `48`, `20(6)`.
    pub number: String,
    /// Heading.
    pub title: Label,
    /// What it asks, in our own words.
    pub duty: Label,
}

table!(Clause {
    number: needed,
    title: needed,
    duty: needed
});
