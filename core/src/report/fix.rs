//! A safe edit: the standard form of a value that was understood beyond doubt.

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
    (value != cell.text).then_some(Fix { value, certainty })
}
