//! What could not be taken as it stands while a table was read.

use super::sheet::Place;
use super::template::Classification;
use alloc::{string::String, vec::Vec};

/// Something that could not be taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A cell of amounts that holds none.
    Cell(Place),
    /// A code that is none.
    Code(Place),
    /// A code without its leading zeros, read with them.
    LostZero(Place),
    /// The row of a code that other rows stand under is missing.
    NoParent {
        /// The code that is missing.
        code: u32,
        /// The first row under it.
        at: Place,
    },
    /// A code stands twice; the first row counts.
    Twice(Place),
    /// A table whose rows mostly stand already in an earlier table of its kind, as in a copy; the earlier counts.
    Again(Place),
    /// A row whose name is none of the table's lines.
    Line(Place),
    /// A line under a name of earlier years.
    Former {
        /// Where.
        at: Place,
        /// The name it has.
        name: String,
        /// The code that the line stands for.
        code: Option<u32>,
    },
    /// Rows without codes whose level cannot be told.
    NoLevels(Place),
    /// No unit is declared for the table's amounts.
    NoUnit(Place),
    /// A column of amounts whose heading is none of the table's.
    Column(Place),
    /// A table that is none of the templates.
    Table {
        /// Where.
        at: Place,
        /// Templates that fit equally well.
        like: Vec<String>,
    },
}

/// Levels of a code by its number of digits.
#[must_use]
pub fn level(classification: &Classification, digits: u32) -> Option<u8> {
    let level = classification
        .digits
        .iter()
        .position(|own| *own == digits)?;
    u8::try_from(level.saturating_add(1)).ok()
}
