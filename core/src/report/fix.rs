//! A safe edit: the standard form of a value that was understood beyond doubt.

use crate::duty::observation::Passage;
use crate::record::{Cell, Field, FieldType, Value};
use crate::words::credit_code::CreditCode;
use crate::words::document_number::DocumentNumber;
use alloc::string::{String, ToString};
use serde::Serialize;

/// A proposed edit of one field; never made by this library itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// The value to write.
    pub value: String,
    /// How sure it is: `safe` says the same thing in standard form, `guess` is the one likely slip.
    pub certainty: &'static str,
    /// The part of the field in whose place the value is written; the whole field without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
}

/// A part of a field's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Where it begins, in characters.
    pub start: usize,
    /// Where it ends, in characters.
    pub end: usize,
}

/// The edit for a cell, where there is one and the field is not personal.
#[must_use]
pub fn fix(field: &Field, cell: &Cell<'_>) -> Option<Fix> {
    if field.sensitive || !cell.is_given() {
        return None;
    }
    let (value, certainty) = match (field.kind, cell.value) {
        (FieldType::CreditCode, Value::Faulty(_)) => {
            (CreditCode::suggest(&cell.text)?.to_string(), "guess")
        }
        (FieldType::CreditCode, _) => (
            CreditCode::parse(&cell.text).ok()?.value.to_string(),
            "safe",
        ),
        (FieldType::DocumentNumber, Value::Text) => (
            DocumentNumber::parse(&cell.text).ok()?.value.standard(),
            "safe",
        ),
        (FieldType::Date, Value::When(when)) if when.second.is_none() => (
            when.day().filter(|_| !when.is_perpetual())?.to_string(),
            "safe",
        ),
        _ => return None,
    };
    (value != cell.text).then_some(Fix {
        value,
        certainty,
        part: None,
    })
}

/// The edit for a passage of a text that is a malformed document number, where it can be read all the same.
#[must_use]
pub fn fix_passage(cell: &Cell<'_>, passage: Passage) -> Option<Fix> {
    let Passage { start, end, .. } = passage;
    let written = cell
        .text
        .chars()
        .skip(start)
        .take(end.saturating_sub(start));
    let written: String = written.collect();
    Some(Fix {
        value: DocumentNumber::suggest(&written)?.standard(),
        certainty: "safe",
        part: Some(Part { start, end }),
    })
}
