//! One table read: rows in the order they stand, each with its key, its place in the tree and its amounts.

use super::held::Held;
use super::parts::Parts;
use super::row::TOTAL;
use super::sheet::Place;
use crate::words::amount::Unit;
use alloc::vec::Vec;

/// A table read.
#[derive(Debug, Clone, Default)]
pub struct Statement<'a> {
    /// Which of the templates it is.
    pub template: usize,
    /// The unit of its amounts.
    pub unit: Option<Unit>,
    /// Decimals that the table prints at most.
    pub places: u8,
    /// The first row of its first part.
    pub at: Place,
    /// The page it begins on.
    pub page: Option<u32>,
    /// Its rows.
    pub rows: Vec<Row<'a>>,
    /// How many columns its template has; the amounts of a row lie together.
    pub width: usize,
    /// The amounts, row by row.
    pub cells: Vec<Held>,
    /// The column of the sheet each amount stands in.
    pub columns: Vec<u32>,
    /// Rows that hold no amounts: notes and headings repeated.
    pub skipped: u32,
    /// What is written below it.
    pub notes: Vec<&'a str>,
    /// Which of its columns stand in the table.
    pub stands: Vec<bool>,
    /// Row numbers by key.
    pub by_key: Vec<(u32, u32)>,
    /// Which rows are part of which.
    pub parts: Parts,
    /// Half of the last unit printed, in 分: how far rounding can move one amount. Zero where 分 are printed.
    pub half_unit: i64,
    /// Whether its rows carry codes, and not names alone.
    pub coded: bool,
    /// Whether the rows' levels are known.
    pub leveled: bool,
}

/// One row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<'a> {
    /// A code, a line or neither: see [`super::row`].
    pub key: u32,
    /// Its name.
    pub name: &'a str,
    /// Its level: 1 is the highest, 0 the total and lines outside the tree.
    pub level: u8,
    /// The row it is part of.
    pub parent: Option<u32>,
    /// Whether other rows are part of it.
    pub has_parts: bool,
    /// Whether it stands twice and is left out of sums.
    pub repeated: bool,
    /// Where it stands: its name's column.
    pub place: Place,
}

impl<'a> Statement<'a> {
    /// The row with a key.
    #[must_use]
    pub fn row(&self, key: u32) -> Option<usize> {
        let at = self
            .by_key
            .binary_search_by_key(&key, |(own, _)| *own)
            .ok()?;
        usize::try_from(self.by_key.get(at)?.1).ok()
    }

    /// What a row holds in a column.
    #[must_use]
    #[inline]
    pub fn held(&self, row: usize, column: usize) -> Held {
        let at = row.saturating_mul(self.width).saturating_add(column);
        self.cells.get(at).copied().unwrap_or(Held::Outside)
    }

    /// Where an amount stands.
    #[must_use]
    pub fn place(&self, row: usize, column: usize) -> Place {
        let at = row.saturating_mul(self.width).saturating_add(column);
        let place = self.rows.get(row).map_or(self.at, |row| row.place);
        Place {
            column: self.columns.get(at).copied().unwrap_or(place.column),
            ..place
        }
    }

    /// Whether any row has an amount that is not zero.
    #[must_use]
    pub fn has_amounts(&self) -> bool {
        self.cells.iter().any(|held| held.is_some())
    }

    /// Whether a column stands in the table.
    #[must_use]
    pub fn has_column(&self, column: usize) -> bool {
        self.stands.get(column).copied().unwrap_or(false)
    }

    /// What a row holds, column by column.
    #[must_use]
    #[inline]
    pub fn row_cells(&self, row: usize) -> &[Held] {
        let start = row.saturating_mul(self.width);
        self.cells
            .get(start..start.saturating_add(self.width))
            .unwrap_or_default()
    }

    /// The total's row.
    #[must_use]
    pub fn total(&self) -> Option<usize> {
        self.row(TOTAL)
    }

    /// Rows of the tree, with their numbers.
    pub fn tree(&self) -> impl Iterator<Item = (usize, &Row<'a>)> {
        self.rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.level > 0 && !row.repeated)
    }
}
