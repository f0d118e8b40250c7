//! The binary image of the built-in packs and calendars: what the build script writes and the engine reads.

use crate::duty::source::Source;
use crate::record::calendar::{Unannounced, YearSource};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// Everything that is compiled in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Image {
    /// The packs with their content hashes.
    pub packs: Vec<(Source, String)>,
    /// The calendar, a file a year.
    pub years: Vec<YearSource>,
    /// How far an unannounced year can differ from a plain one.
    pub unannounced: Unannounced,
    /// Content hash of the calendar.
    pub calendar_hash: String,
}
