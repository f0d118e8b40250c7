//! Reading tables as they come: one visitor sees headings, rows and troubles, whatever the file is.
//!
//! Rows stream through buffers that are used again; no reader keeps more than a few rows at once,
//! except that a workbook's shared strings are held.

mod ahead;
mod cells;
mod csv;
mod input;
mod json;
mod lines;
mod pieces;
#[cfg(test)]
pub(crate) mod recorded;
mod shape;
mod splitter;
mod text;
mod workbook;

pub(crate) use cells::Cells;
pub(crate) use input::Input;

use crate::trouble::Trouble;
use serde::Serialize;

/// What a reader tells while it reads a file.
pub(crate) trait Visitor {
    /// A sheet or text begins; its headings are still to be found.
    fn begin(&mut self, shape: &Shape);
    /// The headings of the table are found.
    fn table(&mut self, shape: &Shape) -> Interest;
    /// The headings have grown: a JSON object brought a key not seen before.
    fn headings(&mut self, headings: &[String]);
    /// One row of the table.
    fn row(&mut self, row: &Row<'_>);
    /// A row that could not be read and is therefore not judged.
    fn refused(&mut self, trouble: Trouble);
    /// Something to be said; reading goes on.
    fn trouble(&mut self, trouble: Trouble);
    /// A row without a record: blank, or the headings once more.
    fn skipped(&mut self);
}

/// Whether the visitor wants the rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Interest {
    Rows,
    Skip,
}

/// How a table was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Shape {
    /// `csv`, `xlsx`, `xls`, `json-lines` or `json`.
    pub(crate) format: &'static str,
    pub(crate) encoding: Option<&'static str>,
    pub(crate) delimiter: Option<char>,
    pub(crate) sheet: Option<String>,
    /// Where the headings stand, counted from 1.
    pub(crate) heading_row: Option<u64>,
    /// Rows above the headings that were taken for titles.
    pub(crate) title_rows: u64,
    pub(crate) headings: Vec<String>,
}

/// One row: its place and its cells in the order of the headings.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    pub(crate) number: u64,
    pub(crate) cells: &'a Cells,
    /// The object as it was written, if the file is JSON.
    pub(crate) json: Option<&'a [u8]>,
}

/// What the reader is told from outside.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) encoding: Option<&'static encoding_rs::Encoding>,
    pub(crate) sheet: Option<&'a str>,
    /// Whether a heading is known to some kind of record: it helps to find the heading row.
    pub(crate) known: &'a dyn KnownHeadings,
}

/// A dictionary of headings.
pub(crate) trait KnownHeadings: std::fmt::Debug {
    fn knows(&self, heading: &str) -> bool;
}

/// The largest cell that is read.
pub(crate) const CELL_LIMIT: usize = 1 << 20;
/// The longest line, row or object that is read.
pub(crate) const ROW_LIMIT: usize = 4 << 20;
/// The most columns that are read.
pub(crate) const COLUMN_LIMIT: usize = 2_000;

/// Reads all tables of an input.
///
/// # Errors
///
/// A [`Trouble`] that ended the reading of this file; the visitor has seen what came before.
pub(crate) fn read(
    input: Input,
    reading: &Reading<'_>,
    visitor: &mut dyn Visitor,
) -> Result<(), Trouble> {
    if input.is_workbook() {
        return workbook::read(input, reading, visitor);
    }
    let (text, encoding) = text::open(input, reading.encoding)?;
    match text.first_sign() {
        Some(b'{' | b'[') => json::read(text, encoding, visitor),
        Some(_) => csv::read(text, encoding, reading, visitor),
        None => Err(Trouble::new(crate::trouble::Code::FileEmpty)),
    }
}
