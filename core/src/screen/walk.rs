//! The symbols of a text from a place on, and what stands around a place.

use super::fold::{NONE, Table, is_silent, table};
use core::str::Chars;

/// How far is looked back from a place, in bytes.
pub(super) const BEFORE: usize = 768;

/// How far is looked ahead from a place, in bytes.
pub(super) const AHEAD: usize = 4096;

/// One symbol of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    /// The symbol.
    pub(super) symbol: char,
    /// The character as it is written.
    pub(super) written: char,
    /// Where its character begins.
    pub(super) start: usize,
    /// Where its character ends.
    pub(super) end: usize,
    /// What was passed over before it.
    pub(super) gap: Gap,
}

impl Step {
    /// Whether the character can stand in a name: an ideograph, and not 某, which hides one.
    pub(super) fn is_name(&self) -> bool {
        is_ideograph(self.written) && self.symbol != '某'
    }
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// What stands between two symbols, from nothing to a new line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// Characters that print nothing and take no place.
    Silent,
    /// Spaces or hyphens.
    Space,
    /// Other signs.
    Sign,
    /// A new line.
    Line,
}

/// Goes through the symbols of a text from a place on, at most [`AHEAD`] bytes.
#[derive(Debug, Clone)]
pub(super) struct Walk<'t> {
    chars: Chars<'t>,
    end: usize,
    /// What ends behind this place is not gone to.
    limit: usize,
    table: &'static Table,
}

impl<'t> Walk<'t> {
    /// From a place on; none if the place is not one.
    pub(super) fn from(text: &'t str, at: usize) -> Self {
        let rest = text.get(at..).unwrap_or("");
        Self {
            chars: rest.chars(),
            end: at.saturating_add(rest.len()),
            limit: at.saturating_add(AHEAD),
            table: table(),
        }
    }

    /// Where the next character begins.
    pub(super) fn place(&self) -> usize {
        self.end.saturating_sub(self.chars.as_str().len())
    }
}

impl Iterator for Walk<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let mut gap = Gap::None;
        loop {
            let start = self.place();
            let c = self.chars.next()?;
            let end = self.place();
            if end > self.limit {
                return None;
            }
            let symbol = self.table.symbol(c);
            if symbol != NONE {
                return Some(Step {
                    symbol,
                    written: c,
                    start,
                    end,
                    gap,
                });
            }
            gap = gap.max(kind(c));
        }
    }
}

fn kind(c: char) -> Gap {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Gap::Line,
        ' ' | '-' | '－' | '‐'..='―' => Gap::Space,
        c if is_silent(c) => Gap::Silent,
        c if c.is_whitespace() => Gap::Space,
        _ => Gap::Sign,
    }
}

/// The symbols before a place, the nearest first, at most [`BEFORE`] bytes.
pub(super) fn back(text: &str, at: usize) -> impl Iterator<Item = Step> + '_ {
    let table = table();
    let mut gap = Gap::None;
    let mut place = at;
    let chars = tail(text.get(..at).unwrap_or(""), BEFORE).chars().rev();
    chars.filter_map(move |c| {
        let end = place;
        place = place.saturating_sub(c.len_utf8());
        let symbol = table.symbol(c);
        if symbol == NONE {
            gap = gap.max(kind(c));
            return None;
        }
        let step = Step {
            symbol,
            written: c,
            start: place,
            end,
            gap,
        };
        gap = Gap::None;
        Some(step)
    })
}

/// The first bytes of a text, whole characters.
pub(super) fn head(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}

/// The last bytes of a text, whole characters.
pub(super) fn tail(text: &str, most: usize) -> &str {
    let from = text.ceil_char_boundary(text.len().saturating_sub(most));
    text.get(from..).unwrap_or(text)
}

/// Whether a symbol is part of a word: an ideograph, a letter or a digit.
pub(super) fn in_word(symbol: char) -> bool {
    symbol.is_alphanumeric()
}

/// The line around a place, as far as it lies within reach; `None` where it is longer.
pub(super) fn line(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let before = text.get(..start).unwrap_or("");
    let near = tail(before, BEFORE);
    let from = match near.rfind(LINE) {
        Some(at) => start
            .saturating_sub(near.len())
            .saturating_add(at)
            .saturating_add(
                near.get(at..)
                    .and_then(|rest| rest.chars().next())
                    .map_or(1, char::len_utf8),
            ),
        None if near.len() == before.len() => 0,
        None => return None,
    };
    let after = text.get(end..).unwrap_or("");
    let near = head(after, BEFORE);
    let to = match near.find(LINE) {
        Some(at) => end.saturating_add(at),
        None if near.len() == after.len() => text.len(),
        None => return None,
    };
    Some((from, to))
}

const LINE: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];
