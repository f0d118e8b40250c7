//! What of a value may be shown.

use crate::record::{Cell, Field};
use alloc::string::{String, ToString};

/// What stands where a personal value would.
pub const MASK: &str = "***";

/// Digits in a row from which on a value may be a resident id or a card number.
const LONG_NUMBER: usize = 15;

/// Digits of a mobile telephone's number, the shortest of all that is hidden.
const TELEPHONE: usize = 11;

/// The longest value that is shown, in characters.
const SHOWN: usize = 120;

/// The value of a cell as it may be shown; `None` when nothing is given.
#[must_use]
pub fn shown(field: &Field, cell: &Cell<'_>) -> Option<String> {
    if !cell.is_given() || cell.text.is_empty() {
        return None;
    }
    if field.sensitive {
        return Some(MASK.to_string());
    }
    Some(public(&cell.text))
}

/// A text with long numbers hidden in the middle, and cut where it is too long.
#[must_use]
pub fn public(text: &str) -> String {
    if is_plain(text) {
        return text.to_string();
    }
    let cut = text.char_indices().nth(SHOWN);
    let (mut rest, ending) = match cut {
        Some((at, _)) => (text.get(..at).unwrap_or_default(), "…"),
        None => (text, ""),
    };
    let mut shown = String::with_capacity(rest.len());
    while let Some(start) = rest.find(begins_run) {
        let (before, run) = rest.split_at_checked(start).unwrap_or_default();
        // A number typed in groups is one number.
        let end = run.find(|c| !begins_run(c) && !matches!(c, ' ' | '-'));
        let end = end.unwrap_or(run.len());
        let (run, after) = run.split_at_checked(end).unwrap_or_default();
        shown.push_str(before);
        if run.len() >= TELEPHONE && is_personal(run) {
            shown.extend(run.chars().take(4));
            shown.push_str(MASK);
        } else {
            shown.push_str(run);
        }
        rest = after;
    }
    shown.push_str(rest);
    shown.push_str(ending);
    shown
}

/// Whether a character is one of those that numbers and ids are made of.
fn begins_run(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_numeric(c)
}

/// Whether a character is numeric; the most common ones beyond ASCII, which are not, are not looked up.
fn is_numeric(c: char) -> bool {
    !matches!(c, '\u{4e00}'..='\u{9fff}') && c.is_numeric()
}

/// Whether a text is short enough and has too few digits for anything to be hidden.
fn is_plain(text: &str) -> bool {
    text.len() <= SHOWN && text.chars().filter(|c| is_numeric(*c)).count() < TELEPHONE
}

/// Whether a text may be a resident id, a card number or a telephone number.
fn is_personal(run: &str) -> bool {
    let digits = run.chars().filter(|c| is_numeric(*c)).count();
    (digits >= LONG_NUMBER && !is_credit_code(run)) || is_telephone(run)
}

/// Whether a text is the number of a mobile telephone.
fn is_telephone(text: &str) -> bool {
    let digits = text.chars().filter(|c| !matches!(c, ' ' | '-'));
    digits.clone().count() == TELEPHONE
        && digits.clone().all(|c| c.is_ascii_digit())
        && digits.clone().next() == Some('1')
        && digits.clone().nth(1).is_some_and(|c| c >= '3')
}

/// A well-formed credit code is public, whatever it looks like.
fn is_credit_code(text: &str) -> bool {
    crate::words::credit_code::CreditCode::parse(text).is_ok()
}
