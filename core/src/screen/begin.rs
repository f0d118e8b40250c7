//! Where in a text something begins, whoever looks for it.

use super::fold::table;
use super::index::Index;
use super::number::{Number, Run};
use super::sieve::{Open, Sieve};
use super::walk::{Gap, Walk, back, in_word};
use crate::words::DocumentNumber;
use core::ops::Range;

/// Something that begins in a text; what it is to each who looks is decided by [`super::Screen::find_from`].
#[derive(Debug, Clone, Copy)]
pub struct Beginning(pub(super) Begins);

#[derive(Debug, Clone, Copy)]
pub(super) enum Begins {
    /// At this place, a term.
    Term(usize),
    /// A number that names a person or an account.
    Number(Number),
    /// From here to there, what looks like a document number and is none.
    Malformed(usize, usize),
}

/// A text in which beginnings are looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beginnings<'b> {
    pub(super) index: &'b Index,
    pub(super) sieve: &'b Sieve,
    pub(super) text: &'b str,
}

impl Beginnings<'_> {
    /// Tells, in their order, of all that begins in a range. At the place of a term there may be none.
    ///
    /// `digits` is where the last run of digits ends, before and after it.
    pub(super) fn within(
        &self,
        range: Range<usize>,
        digits: &mut usize,
        mut tell: impl FnMut(Begins),
    ) {
        let Range { start, end } = range;
        self.sieve
            .sift(self.index, self.text, range, |place, before, open| {
                let start = symbols_before(self.text, start..place).nth(before);
                if let Some(start) = start.filter(|start| *start < end) {
                    self.closer(start, open, digits, &mut tell);
                }
            });
    }

    /// Looks closer at what may begin at a place.
    fn closer(&self, start: usize, open: Open, digits: &mut usize, tell: &mut impl FnMut(Begins)) {
        if open.number() && start >= *digits {
            self.number(start, digits, tell);
        }
        if open.term() {
            tell(Begins::Term(start));
        }
    }

    /// A number or document number that begins at a place: with two digits, or a bracket and a digit.
    fn number(&self, start: usize, digits: &mut usize, tell: &mut impl FnMut(Begins)) {
        let mut symbols = Walk::from(self.text, start).map(|step| step.symbol);
        match (symbols.next(), symbols.next()) {
            (Some('0'..='9'), Some('0'..='9')) => {
                let run = Run::at(self.text, start);
                *digits = run.numbers(|number| tell(Begins::Number(number)));
            }
            (Some('('), Some('0'..='9')) => {
                if let Some((from, to)) = malformed(self.text, start) {
                    tell(Begins::Malformed(from, to));
                }
            }
            _ => {}
        }
    }
}

/// Where the symbols in a range stand, the last first.
fn symbols_before(text: &str, range: Range<usize>) -> impl Iterator<Item = usize> {
    let (table, from) = (table(), range.start);
    let before = text.get(range).unwrap_or("").char_indices().rev();
    before
        .filter(|(_, c)| table.unit(*c) != 0)
        .map(move |(place, _)| from.saturating_add(place))
}

/// The longest mark before the year, and the longest serial behind it, in symbols.
const MARK: usize = 16;
const SERIAL: usize = 10;

/// Where a year in brackets, with a mark before and a serial behind it, forms no document number.
fn malformed(text: &str, bracket: usize) -> Option<(usize, usize)> {
    let (from, to) = document(text, bracket)?;
    let written = text.get(from..to).unwrap_or("");
    DocumentNumber::parse(written)
        .is_err()
        .then_some((from, to))
}

/// Where a document number around an opening bracket lies: mark, year in brackets, and up to 号.
fn document(text: &str, bracket: usize) -> Option<(usize, usize)> {
    let mut inside = Walk::from(text, bracket).skip(1);
    let digits = inside
        .by_ref()
        .take(4)
        .all(|step| step.symbol.is_ascii_digit());
    let close = inside.next().filter(|step| digits && step.symbol == ')')?;
    let mut end = None;
    let mut digits = 0_usize;
    for step in Walk::from(text, close.end).take(SERIAL) {
        match step.symbol {
            '号' if digits > 0 => {
                end = Some(step.end);
                break;
            }
            '0'..='9' => digits = digits.saturating_add(1),
            '(' | ')' | '第' => {}
            _ => return None,
        }
    }
    let mark = back(text, bracket)
        .take(MARK)
        .take_while(|step| step.gap <= Gap::Silent && in_word(step.symbol));
    let from = mark.last()?.start;
    Some((from, end?))
}
