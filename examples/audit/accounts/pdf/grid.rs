//! Tables between rules: which cells the rules make, which of them are merged, and which words stand in each.

use super::ink::{Page, Rule, Word, joined, lines};
use std::cmp::Reverse;

/// A table: where it begins and ends on its page, and its cells; of merged cells the first holds the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) top: i64,
    pub(super) bottom: i64,
    pub(super) rows: Vec<Vec<String>>,
}

/// How far apart two rules may stand that are one.
const NEAR: i64 = 300;
/// The most rows and columns of a table on one page.
const ROWS: usize = 400;
const COLUMNS: usize = 64;

/// The tables of a page; their characters are taken from it. A table in which a word stands across a rule is left as
/// it is, and the page is odd.
pub(super) fn tables(page: &mut Page) -> Vec<Table> {
    let mut tables = Vec::new();
    for (low, high) in bands(&page.down) {
        let Some(grid) = Grid::new(page, (low, high)) else {
            continue;
        };
        let cells: Vec<Option<usize>> = page.words.iter().map(|own| grid.cell(own)).collect();
        if overflows(&page.words, &cells) {
            page.is_odd = true;
            continue;
        }
        tables.push(grid.table(&page.words, &cells));
        let mut cells = cells.into_iter();
        page.words.retain(|_| cells.next().flatten().is_none());
    }
    tables.sort_by_key(|table| Reverse(table.top));
    tables
}

// Whether characters that stand close together stand in different cells.
fn overflows(words: &[Word], cells: &[Option<usize>]) -> bool {
    let pairs = words.iter().zip(cells).zip(words.iter().zip(cells).skip(1));
    pairs.into_iter().any(|((one, cell), (next, other))| {
        let close = !next.is_apart
            && one.base == next.base
            && one.gap(next).saturating_abs() <= one.size / 10;
        close && cell != other
    })
}

// How far down the page rules go without a gap, as often as they do.
fn bands(down: &[Rule]) -> Vec<(i64, i64)> {
    let mut ends: Vec<(i64, i64)> = down.iter().map(|rule| (rule.from, rule.to)).collect();
    ends.sort_unstable();
    let mut bands: Vec<(i64, i64)> = Vec::new();
    for (low, high) in ends {
        match bands.last_mut() {
            Some(last) if low <= last.1.saturating_add(NEAR) => last.1 = last.1.max(high),
            Some(_) | None => bands.push((low, high)),
        }
    }
    bands
}

// Where rules stand; several that are one count once.
fn places(rules: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut all: Vec<i64> = rules.collect();
    all.sort_unstable();
    let mut places: Vec<i64> = Vec::new();
    let mut last = None;
    for at in all {
        if last.is_none_or(|last: i64| at.saturating_sub(last) > NEAR) {
            places.push(at);
        }
        last = Some(at);
    }
    places
}

// For each place of a rule, whether one stands there along each stretch between the other places.
fn walls<'r>(
    rules: impl Iterator<Item = &'r Rule>,
    places: &[i64],
    along: &[i64],
) -> Vec<Vec<bool>> {
    let stretches: Vec<(i64, i64)> = along
        .iter()
        .copied()
        .zip(along.iter().copied().skip(1))
        .collect();
    let mut walls = vec![vec![false; stretches.len()]; places.len()];
    for rule in rules {
        let at = places.partition_point(|own| *own <= rule.at.saturating_add(1));
        let Some(wall) = at.checked_sub(1).and_then(|at| walls.get_mut(at)) else {
            continue;
        };
        for (wall, (from, to)) in wall.iter_mut().zip(&stretches) {
            let reaches = rule.from <= from.saturating_add(NEAR);
            *wall |= reaches && rule.to >= to.saturating_sub(NEAR);
        }
    }
    walls
}

struct Grid {
    // Where columns begin and the last ends, from the left.
    columns: Vec<i64>,
    // Where rows begin and the last ends, from the bottom.
    rows: Vec<i64>,
    // The cell that each cell is merged into; itself where it is not.
    owners: Vec<usize>,
}

impl Grid {
    fn new(page: &Page, (low, high): (i64, i64)) -> Option<Self> {
        let down = || {
            let all = page.down.iter();
            all.filter(move |rule| rule.from >= low && rule.to <= high)
        };
        let columns = places(down().map(|rule| rule.at));
        let (left, right) = (columns.first().copied()?, columns.last().copied()?);
        let across = || {
            page.across.iter().filter(move |rule| {
                let beside = rule.to < left || rule.from > right;
                rule.at >= low.saturating_sub(NEAR)
                    && rule.at <= high.saturating_add(NEAR)
                    && !beside
            })
        };
        let rows = places(across().map(|rule| rule.at));
        let is_table = (3..=COLUMNS).contains(&columns.len()) && (3..=ROWS).contains(&rows.len());
        let mut grid = Self {
            columns,
            rows,
            owners: Vec::new(),
        };
        if !is_table {
            return None;
        }
        let beside = walls(down(), &grid.columns, &grid.rows);
        let above = walls(across(), &grid.rows, &grid.columns);
        grid.merge(&beside, &above);
        Some(grid)
    }

    fn width(&self) -> usize {
        self.columns.len().saturating_sub(1)
    }

    fn height(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    // Cells without a rule between them are one, from the top left on.
    fn merge(&mut self, beside: &[Vec<bool>], above: &[Vec<bool>]) {
        let (width, height) = (self.width(), self.height());
        let wall = |walls: &[Vec<bool>], at: usize, along: usize| {
            walls
                .get(at)
                .and_then(|own| own.get(along))
                .copied()
                .unwrap_or(true)
        };
        let mut owners: Vec<Option<usize>> = vec![None; width.saturating_mul(height)];
        let cell = |row: usize, column: usize| row.saturating_mul(width).saturating_add(column);
        let cells = (0..height).rev();
        let cells = cells.flat_map(|row| (0..width).map(move |column| (row, column)));
        for (row, column) in cells {
            let own = cell(row, column);
            let is_free = |at: usize| matches!(owners.get(at), Some(None));
            if !is_free(own) {
                continue;
            }
            let mut right = column.saturating_add(1);
            while right < width && !wall(beside, right, row) && is_free(cell(row, right)) {
                right = right.saturating_add(1);
            }
            let mut low = row;
            while low > 0 && !wall(above, low, column) {
                low = low.saturating_sub(1);
            }
            let merged = (low..=row).flat_map(|row| (column..right).map(move |at| (row, at)));
            own_all(
                &mut owners,
                merged.map(|(row, column)| cell(row, column)),
                own,
            );
        }
        let owners = owners.into_iter().enumerate();
        self.owners = owners.map(|(cell, owner)| owner.unwrap_or(cell)).collect();
    }

    // The cell of a character; nothing where it stands outside.
    fn cell(&self, own: &Word) -> Option<usize> {
        let at = |places: &[i64], place: i64| {
            let before = places.partition_point(|own| *own <= place).checked_sub(1)?;
            (before.saturating_add(1) < places.len()).then_some(before)
        };
        let row = at(&self.rows, own.base.saturating_add(own.size / 3))?;
        let column = at(&self.columns, own.left.saturating_add(own.right) / 2)?;
        let cell = row.saturating_mul(self.width()).saturating_add(column);
        self.owners.get(cell).copied()
    }

    fn table(&self, words: &[Word], cells: &[Option<usize>]) -> Table {
        let mut texts: Vec<Vec<Word>> = vec![Vec::new(); self.owners.len()];
        for (word, cell) in words.iter().zip(cells) {
            if let Some(text) = cell.and_then(|cell| texts.get_mut(cell)) {
                text.push(word.clone());
            }
        }
        let texts: Vec<String> = texts.into_iter().map(text).collect();
        let rows = texts.chunks(self.width().max(1)).rev();
        Table {
            top: self.rows.last().copied().unwrap_or(0),
            bottom: self.rows.first().copied().unwrap_or(0),
            rows: rows.map(<[String]>::to_vec).collect(),
        }
    }
}

fn own_all(owners: &mut [Option<usize>], cells: impl Iterator<Item = usize>, own: usize) {
    for cell in cells {
        if let Some(owner) = owners.get_mut(cell) {
            *owner = Some(own);
        }
    }
}

// The lines of a cell as one, but numbers below each other stay apart.
fn text(words: Vec<Word>) -> String {
    let mut text = String::new();
    for line in lines(words) {
        let line = joined(&line);
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if digit(text.chars().next_back()) && digit(line.chars().next()) {
            text.push(' ');
        }
        text.push_str(&line);
    }
    text
}
