//! Which rows of a table are part of which, from the rows that each is part of.

use super::statement::Row;
use alloc::vec::Vec;

/// The rows under each row, in the order in which they stand.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    // The rows of the highest level, then those under the first row, and so on.
    rows: Vec<usize>,
    // Where each of these begins.
    starts: Vec<usize>,
}

impl Parts {
    /// The parts of rows; those outside the tree are part of nothing.
    #[must_use]
    pub fn of(rows: &[Row<'_>]) -> Self {
        let tree = || rows.iter().enumerate().filter(|(_, row)| row.level > 0);
        let mut starts = alloc::vec![0_usize; rows.len().saturating_add(2)];
        for (_, row) in tree() {
            if let Some(count) = starts.get_mut(family(row.parent).saturating_add(1)) {
                *count = count.saturating_add(1);
            }
        }
        let mut sum = 0_usize;
        for start in &mut starts {
            sum = sum.saturating_add(*start);
            *start = sum;
        }
        let mut next = starts.clone();
        let mut parts = alloc::vec![0_usize; sum];
        for (number, row) in tree() {
            let Some(next) = next.get_mut(family(row.parent)) else {
                continue;
            };
            if let Some(place) = parts.get_mut(*next) {
                *place = number;
            }
            *next = next.saturating_add(1);
        }
        Self {
            rows: parts,
            starts,
        }
    }

    /// The rows that are part of a row; without one, those of the highest level.
    #[must_use]
    pub fn under(&self, parent: Option<usize>) -> &[usize] {
        let own = parent.map_or(0, |row| row.saturating_add(1));
        let bounds = self
            .starts
            .get(own)
            .zip(self.starts.get(own.saturating_add(1)));
        let rows = bounds.and_then(|(start, end)| self.rows.get(*start..*end));
        rows.unwrap_or_default()
    }
}

fn family(parent: Option<u32>) -> usize {
    let parent = parent.and_then(|row| usize::try_from(row).ok());
    parent.map_or(0, |row| row.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::accounts::sheet::Place;

    #[test]
    fn parts_stand_in_the_order_of_their_rows() {
        let row = |level, parent| Row {
            key: 0,
            name: "",
            level,
            parent,
            has_parts: false,
            repeated: false,
            place: Place::default(),
        };
        // A row, its part behind another row, the other's part, a total.
        let rows = [
            row(1, None),
            row(1, None),
            row(2, Some(0)),
            row(2, Some(1)),
            row(3, Some(3)),
            row(0, None),
        ];
        let parts = Parts::of(&rows);
        assert_eq!(parts.under(None), [0, 1]);
        assert_eq!(parts.under(Some(0)), [2]);
        assert_eq!(parts.under(Some(1)), [3]);
        assert_eq!(parts.under(Some(3)), [4]);
        assert!(parts.under(Some(5)).is_empty() && parts.under(Some(9)).is_empty());
        assert!(Parts::of(&[]).under(None).is_empty());
    }
}
