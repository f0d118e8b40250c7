//! The cells of one row in a single buffer that is used again for the next row.

/// Texts one after another, without an allocation for each.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Cells {
    text: String,
    ends: Vec<usize>,
}

impl Cells {
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    pub(crate) fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.ends.push(self.text.len());
    }

    /// Puts a cell at a column, with blanks up to it. A column that is already filled is left alone.
    pub(crate) fn push_at(&mut self, column: usize, cell: &str) {
        while self.ends.len() < column {
            self.push("");
        }
        if self.ends.len() == column {
            self.push(cell);
        }
    }

    /// Leaves out the cells after the first `count`.
    pub(crate) fn truncate(&mut self, count: usize) {
        self.ends.truncate(count);
        self.text.truncate(self.ends.last().copied().unwrap_or(0));
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell of a column; a column the row does not have is blank.
    pub(crate) fn get(&self, column: usize) -> &str {
        let end = self.ends.get(column).copied().unwrap_or(0);
        let start = column
            .checked_sub(1)
            .and_then(|before| self.ends.get(before).copied())
            .unwrap_or(0);
        self.text.get(start..end).unwrap_or("")
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|column| self.get(column))
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_back_as_they_went_in() {
        let mut cells = Cells::default();
        cells.push("甲");
        cells.push_at(3, "乙");
        cells.push_at(1, "too late");
        assert_eq!(cells.iter().collect::<Vec<_>>(), ["甲", "", "", "乙"]);
        assert_eq!(cells.get(99), "");
        cells.truncate(2);
        assert_eq!(cells.iter().collect::<Vec<_>>(), ["甲", ""]);
        cells.clear();
        assert!(cells.is_blank());
        assert_eq!(cells.len(), 0);
    }
}
