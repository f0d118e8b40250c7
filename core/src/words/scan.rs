//! A cursor over plain text that takes numbers and signs off its front.

use super::chinese_number::{is_date_numeral, of_date};
use super::normalize::is_space;
use super::note::{Note, Notes};

/// What is still to be read of a text, and what was noted so far.
pub(super) struct Scan<'a> {
    rest: &'a str,
    pub(super) notes: Notes,
}

/// A whole number and how many places it is written with.
#[derive(Clone, Copy)]
pub(super) struct Number {
    pub(super) value: u64,
    pub(super) places: usize,
}

impl<'a> Scan<'a> {
    pub(super) const fn of(text: &'a str) -> Self {
        Self {
            rest: text,
            notes: Notes::NONE,
        }
    }

    pub(super) fn note(&mut self, note: Note) {
        self.notes = self.notes.with(note);
    }

    pub(super) const fn at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// Takes the next character if it is one of these; spaces before it are skipped.
    pub(super) fn eat(&mut self, wanted: &[char]) -> Option<char> {
        self.skip_spaces();
        let mut chars = self.rest.chars();
        let found = chars.next().filter(|c| wanted.contains(c))?;
        self.rest = chars.as_str();
        Some(found)
    }

    /// Takes a number in digits or Chinese numerals; spaces before it are skipped.
    pub(super) fn number(&mut self) -> Option<Number> {
        self.skip_spaces();
        let digits = self.run(|c| c.is_ascii_digit());
        if !digits.is_empty() {
            let value = digits.parse().ok()?;
            return Some(Number {
                value,
                places: digits.len(),
            });
        }
        let numerals = self.run(is_date_numeral);
        if numerals.is_empty() {
            return None;
        }
        self.note(Note::ChineseNumerals);
        of_date(numerals).map(|(value, places)| Number { value, places })
    }

    /// Takes the ASCII digits that stand next, perhaps none.
    pub(super) fn digits(&mut self) -> &'a str {
        self.run(|c| c.is_ascii_digit())
    }

    /// Leaves out spaces; says whether there were any.
    pub(super) fn skip_spaces(&mut self) -> bool {
        !self.run(is_space).is_empty()
    }

    fn run(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest.trim_start_matches(wanted);
        let taken = self.rest.len().saturating_sub(rest.len());
        let (run, rest) = self.rest.split_at_checked(taken).unwrap_or(("", self.rest));
        self.rest = rest;
        run
    }
}
