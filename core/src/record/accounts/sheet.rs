//! Tables and pages as they come in: cells of text, with the lines printed above them.

use alloc::{borrow::Cow, vec::Vec};

/// A table as it was published.
#[derive(Debug, Clone, Default)]
pub struct Sheet<'a> {
    /// The lines printed above it: title, unit, publisher.
    pub caption: Vec<Cow<'a, str>>,
    /// The page it stands on.
    pub page: Option<u32>,
    /// Its cells, row by row; of merged cells the first holds the text.
    pub rows: Vec<Vec<Cow<'a, str>>>,
}

/// Where a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// The table, counted from 0.
    pub sheet: u32,
    /// The row, counted from 0.
    pub row: u32,
    /// The column, counted from 0.
    pub column: u32,
}

impl Sheet<'_> {
    /// The text of a cell; nothing where there is no cell.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        text(self.row(row), column)
    }

    /// The cells of a row.
    #[must_use]
    pub fn row(&self, row: usize) -> &[Cow<'_, str>] {
        self.rows.get(row).map_or(&[], Vec::as_slice)
    }

    /// How many columns its widest row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }
}

/// The text of a cell in a row; nothing where there is no cell.
#[must_use]
pub fn text<'s>(cells: &'s [Cow<'_, str>], column: usize) -> &'s str {
    cells.get(column).map_or("", AsRef::as_ref)
}

/// A number as a place counts.
#[must_use]
pub fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
