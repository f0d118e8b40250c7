//! The binary image of the built-in packs and calendars: what the build script writes and the engine reads.

use crate::duty::pack::Part;
use crate::lazy::{Item, Lazy};
use crate::record::calendar::{Unannounced, YearSource};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// Everything that is compiled in.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Image {
    /// The packs.
    pub packs: Vec<Part>,
    /// The calendar.
    pub calendar: Lazy<Years>,
    /// Content hash of the calendar.
    pub calendar_hash: String,
}

/// The calendar as it is written.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Years {
    /// A file a year.
    pub years: Vec<YearSource>,
    /// How far an unannounced year can differ from a plain one.
    pub unannounced: Unannounced,
}

impl Item for Years {
    type Head = ();

    fn head(&self) {}
}
