//! One row of a table: the code or line it is, read from the cells that name it.

use super::code::Code;
use super::heading::{Block, key, unnumbered};
use super::sheet::text;
use super::template::{Classification, Line};
use crate::words::normalize::trim;
use alloc::{borrow::Cow, string::String};

/// The line that sums up a table.
pub const TOTAL: u32 = 0;
/// Keys from here on are lines, by their number among all lines.
pub const LINES: u32 = 100_000_000;
/// Keys from here on are rows that are neither: by their number.
pub const UNNAMED: u32 = 200_000_000;

/// What the cells that name a row say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named<'a> {
    /// Nothing.
    Nothing,
    /// A note under the table, or a row that only marks columns.
    Aside,
    /// A code that is well formed, or was read with the zeros it has lost.
    Code {
        code: Code,
        level: u8,
        lost: bool,
        name: &'a str,
    },
    /// Digits that are no code.
    NoCode {
        parts: [Option<u32>; 3],
        name: &'a str,
    },
    /// A line.
    Line {
        line: usize,
        former: bool,
        name: &'a str,
    },
    /// A name that is no line.
    Name { name: &'a str, indent: usize },
}

/// What rows are looked up in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lookup<'l> {
    pub(super) lines: &'l [(String, bool, usize)],
    pub(super) all: &'l [Line],
    pub(super) classification: Option<&'l Classification>,
}

impl Lookup<'_> {
    /// The lines with a name, and whether it is one of earlier years.
    pub(super) fn line(&self, name: &str) -> Option<(usize, bool)> {
        self.lines_named(name).next()
    }

    fn lines_named(&self, name: &str) -> impl Iterator<Item = (usize, bool)> {
        let wanted = key(unnumbered(name));
        let start = self.lines.partition_point(|(own, ..)| *own < wanted);
        let rest = self.lines.iter().skip(start);
        rest.take_while(move |(own, ..)| *own == wanted)
            .map(|(_, former, line)| (*line, *former))
    }

    /// The line with a name that is still free and whose place has come.
    pub(super) fn free(
        &self,
        name: &str,
        is_free: impl Fn(usize) -> bool,
    ) -> Option<(usize, bool)> {
        let placed = |line: usize| self.all.get(line).is_some_and(|own| own.after.is_some());
        let free: alloc::vec::Vec<_> = self
            .lines_named(name)
            .filter(|(line, _)| is_free(*line))
            .collect();
        let best = free.iter().find(|(line, _)| placed(*line));
        best.or_else(|| free.first()).copied()
    }
}

/// Reads what names a row.
pub(super) fn named<'s>(cells: &'s [Cow<'_, str>], block: &Block, lookup: Lookup<'_>) -> Named<'s> {
    let raw = block.name.map_or("", |column| text(cells, column));
    let name = trim(raw);
    let mut codes = block
        .codes
        .iter()
        .map(|column| trim(text(cells, *column)))
        .filter(|cell| !cell.is_empty());
    let first = codes.next().unwrap_or_default();
    let has_digits = first.bytes().any(|byte| byte.is_ascii_digit());
    // A note below a table stands in its first column, and may name a year.
    if has_digits && lookup.classification.is_some() && !is_aside(first) {
        return coded(cells, block, lookup, name);
    }
    let heading = matches!(first, "类" | "款" | "项" | "栏次");
    let label = if name.is_empty() && !heading {
        first
    } else {
        name
    };
    if label.is_empty() {
        return Named::Nothing;
    }
    if heading && name.is_empty() || is_aside(label) {
        return Named::Aside;
    }
    match lookup.line(label) {
        Some((line, former)) => Named::Line {
            line,
            former,
            name: label,
        },
        None => Named::Name {
            name: label,
            indent: indent(raw),
        },
    }
}

fn is_aside(label: &str) -> bool {
    ["注", "说明", "备注", "…", "...", "栏次"]
        .iter()
        .any(|word| label.starts_with(word))
}

fn indent(raw: &str) -> usize {
    let lead = raw.chars().take_while(|c| c.is_whitespace());
    lead.map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum()
}

// The parts of a code stand in one cell or in one for each level.
fn coded<'s>(
    cells: &'s [Cow<'_, str>],
    block: &Block,
    lookup: Lookup<'_>,
    name: &'s str,
) -> Named<'s> {
    let mut parts = [None; 3];
    let mut count = 0_usize;
    let mut code = 0_u32;
    let mut lost = false;
    let widths = lookup
        .classification
        .map(|own| own.digits.as_slice())
        .unwrap_or_default();
    for column in &block.codes {
        let cell = trim(text(cells, *column));
        if matches!(cell, "" | "类" | "款" | "项") {
            continue;
        }
        let Some(value) = number(cell) else {
            return Named::NoCode { parts, name };
        };
        let length = u32::try_from(cell.len()).unwrap_or(u32::MAX);
        if let Some(slot) = parts.get_mut(count) {
            *slot = Some(value);
        }
        count = count.saturating_add(1);
        if count == 1 {
            code = value;
        } else {
            // A level below the first has two digits; one that starts with zero loses it in a spreadsheet.
            lost |= length == 1;
            code = code.saturating_mul(100).saturating_add(value);
        }
    }
    let level = widths
        .iter()
        .position(|own| *own == super::code::digits(code));
    match level.and_then(|level| u8::try_from(level.saturating_add(1)).ok()) {
        Some(level) if count <= 1 || count == usize::from(level) => Named::Code {
            code,
            level,
            lost,
            name,
        },
        _ => Named::NoCode { parts, name },
    }
}

fn number(cell: &str) -> Option<u32> {
    let digits = match cell.as_bytes() {
        [digits @ .., b'.', b'0'] | digits => digits,
    };
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    digits.iter().try_fold(0_u32, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| byte.wrapping_sub(b'0'))?;
        number.checked_mul(10)?.checked_add(u32::from(digit))
    })
}
