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
    let mut shown = String::new();
    let mut run = String::new();
    for c in text.chars().take(SHOWN) {
        // A number typed in groups is one number.
        if c.is_ascii_alphanumeric()
            || c.is_numeric()
            || (matches!(c, ' ' | '-') && !run.is_empty())
        {
            run.push(c);
        } else {
            flush(&mut run, &mut shown);
            shown.push(c);
        }
    }
    flush(&mut run, &mut shown);
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// Whether a text is short enough and has too few digits for anything to be hidden.
fn is_plain(text: &str) -> bool {
    let is_numeric = |c: &char| !matches!(c, '\u{4e00}'..='\u{9fff}') && c.is_numeric();
    text.len() <= SHOWN && text.chars().filter(is_numeric).count() < TELEPHONE
}

/// Moves a run of letters and digits over, hiding the middle of one that may be a resident id.
fn flush(run: &mut String, shown: &mut String) {
    if run.len() >= TELEPHONE && is_personal(run) {
        shown.extend(run.chars().take(4));
        shown.push_str(MASK);
    } else {
        shown.push_str(run);
    }
    run.clear();
}

/// Whether a text may be a resident id, a card number or a telephone number.
fn is_personal(run: &str) -> bool {
    let digits = run.chars().filter(|c| c.is_numeric()).count();
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
