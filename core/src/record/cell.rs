//! One field of one record, read as its type says.
//!
//! A cell keeps its text as it came, the value it was read as, and what was normalized on the way.
//! Its `Debug` shows no text, so that personal data cannot leave through it.

use super::codes::CodeList;
use super::json::Raw;
use super::schema::FieldType;
use crate::lazy::Lazy;
use crate::words::amount::Amount;
use crate::words::credit_code::CreditCode;
use crate::words::document_number::DocumentNumber;
use crate::words::organization_code::OrganizationCode;
use crate::words::registration_number::RegistrationNumber;
use crate::words::resident_id::ResidentId;
use crate::words::{Day, Decimal, Fault, Note, Notes, Read, When, normalize};
use alloc::borrow::Cow;
use core::fmt;

/// One field of one record.
#[derive(Clone, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The text, without surrounding space; empty when nothing is given.
    pub text: Cow<'a, str>,
    /// What it was read as.
    pub value: Value,
    /// What was normalized.
    pub notes: Notes,
}

/// What a cell was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// The record says nothing.
    Missing,
    /// The record says that it has not happened.
    Denied,
    /// A text, or a code that is well formed.
    Text,
    /// A date.
    When(When),
    /// A code, by its number in the list.
    Code(u32),
    /// An amount.
    Amount(Amount),
    /// A whole number.
    Integer(i64),
    /// A decimal number, or a percentage.
    Decimal(Decimal),
    /// Yes or no.
    Flag(bool),
    /// Not what the type says.
    Faulty(Fault),
}

/// Words by which a date field says that the event has not happened.
const DENIALS: [&str; 6] = [
    "未公开",
    "未发布",
    "尚未公开",
    "未公示",
    "not published",
    "false",
];

impl<'a> Cell<'a> {
    /// A cell about which the record says nothing.
    pub const MISSING: Self = Self {
        text: Cow::Borrowed(""),
        value: Value::Missing,
        notes: Notes::NONE,
    };

    /// Reads a value as its type says.
    #[must_use]
    pub fn read(kind: FieldType, lists: &[Lazy<CodeList>], raw: Raw<'a>) -> Self {
        match raw {
            Raw::Text(text) => Self::of_text(kind, lists, text),
            Raw::Number(text) => Self::of_text(kind, lists, Cow::Borrowed(text)),
            Raw::Bool(flag) if kind == FieldType::Flag => Self::bare(Value::Flag(flag)),
            Raw::Null | Raw::Bool(false) => Self::bare(denied(kind)),
            Raw::Bool(true) => Self::bare(Value::Faulty(Fault::Form)),
            Raw::Nested(text) => Self {
                text: Cow::Borrowed(text),
                ..Self::bare(Value::Faulty(Fault::Form))
            },
        }
    }

    /// Whether the record gives a value, good or bad.
    #[must_use]
    pub const fn is_given(&self) -> bool {
        !matches!(self.value, Value::Missing | Value::Denied)
    }

    /// The date, where it is one.
    #[must_use]
    pub const fn when(&self) -> Option<When> {
        if let Value::When(when) = self.value {
            Some(when)
        } else {
            None
        }
    }

    const fn bare(value: Value) -> Self {
        Self {
            text: Cow::Borrowed(""),
            value,
            notes: Notes::NONE,
        }
    }

    fn of_text(kind: FieldType, lists: &[Lazy<CodeList>], text: Cow<'a, str>) -> Self {
        let text = trimmed(text);
        if text.is_empty() {
            return Self::MISSING;
        }
        let (value, notes) = match value_of(kind, lists, &text) {
            Ok(read) => (read.value, read.notes),
            Err(fault) => (Value::Faulty(fault), Notes::NONE),
        };
        Self { text, value, notes }
    }
}

impl fmt::Debug for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cell")
            .field("value", &self.value)
            .field("notes", &self.notes)
            .finish_non_exhaustive()
    }
}

const fn denied(kind: FieldType) -> Value {
    if matches!(kind, FieldType::Date) {
        Value::Denied
    } else {
        Value::Missing
    }
}

/// The text without surrounding space, borrowed where it was.
fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(normalize::trim(text)),
        Cow::Owned(text) => {
            let inner = normalize::trim(&text);
            if inner.len() == text.len() {
                Cow::Owned(text)
            } else {
                Cow::Owned(inner.into())
            }
        }
    }
}

fn value_of(kind: FieldType, lists: &[Lazy<CodeList>], text: &str) -> Result<Read<Value>, Fault> {
    match kind {
        FieldType::Text => Ok(plain(Value::Text)),
        FieldType::Date if DENIALS.contains(&text) => Ok(plain(Value::Denied)),
        FieldType::Date => When::parse(text).map(|read| with(Value::When(read.value), read.notes)),
        FieldType::Code(list) => code(lists, list, text),
        FieldType::CreditCode => CreditCode::parse(text).map(|read| with(Value::Text, read.notes)),
        FieldType::OrganizationCode => {
            OrganizationCode::parse(text).map(|read| with(Value::Text, read.notes))
        }
        FieldType::RegistrationNumber => {
            RegistrationNumber::parse(text).map(|read| with(Value::Text, read.notes))
        }
        FieldType::ResidentId => ResidentId::parse(text).map(|read| with(Value::Text, read.notes)),
        FieldType::DocumentNumber => {
            DocumentNumber::parse(text).map(|read| with(Value::Text, read.notes))
        }
        FieldType::Amount(unit) => {
            Amount::parse(text, unit).map(|read| with(Value::Amount(read.value), read.notes))
        }
        FieldType::Integer => integer(text),
        FieldType::Decimal => {
            Decimal::parse(text).map(|read| with(Value::Decimal(read.value), read.notes))
        }
        FieldType::Percent => {
            Decimal::percent(text).map(|read| with(Value::Decimal(read.value), read.notes))
        }
        FieldType::Year => year(text),
        FieldType::Flag => flag(text),
    }
}

const fn plain(value: Value) -> Read<Value> {
    with(value, Notes::NONE)
}

const fn with(value: Value, notes: Notes) -> Read<Value> {
    Read { value, notes }
}

fn code(lists: &[Lazy<CodeList>], list: u16, text: &str) -> Result<Read<Value>, Fault> {
    let found = lists
        .get(usize::from(list))
        .and_then(|list| list.find(text));
    match found {
        Some(number) => Ok(plain(Value::Code(number))),
        None if normalize::is_placeholder(text) => Err(Fault::Placeholder),
        None => Err(Fault::NotACode),
    }
}

fn integer(text: &str) -> Result<Read<Value>, Fault> {
    let read = Decimal::parse(text)?;
    if read.value.places() > 0 {
        return Err(Fault::NotANumber);
    }
    Ok(with(Value::Integer(read.value.units()), read.notes))
}

/// All days of a year: `2016`, `2016年`, `2016年度`.
fn year(text: &str) -> Result<Read<Value>, Fault> {
    let When { first, last, .. } = When::parse(text.trim_end_matches('度'))?.value;
    let whole = first
        .parts()
        .and_then(|(year, _, _)| Some((Day::of(year, 1, 1)?, Day::of(year, 12, 31)?)));
    if whole != Some((first, last)) {
        return Err(Fault::Form);
    }
    let notes = if text.len() == 4 {
        Notes::NONE
    } else {
        Notes::NONE.with(Note::DateForm)
    };
    let second = None;
    Ok(with(
        Value::When(When {
            first,
            last,
            second,
        }),
        notes,
    ))
}

fn flag(text: &str) -> Result<Read<Value>, Fault> {
    match text {
        "是" | "yes" | "true" | "1" | "Y" => Ok(plain(Value::Flag(true))),
        "否" | "no" | "false" | "0" | "N" => Ok(plain(Value::Flag(false))),
        _ => Err(Fault::Form),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_in_every_form_and_nothing_else() {
        let read = |text| Cell::read(FieldType::Year, &[], Raw::Text(Cow::Borrowed(text)));
        let whole = read("2016");
        assert!(whole.notes.is_empty());
        for text in ["2016年", "2016年度", "２０１６", "二〇一六年"] {
            assert_eq!(read(text).value, whole.value, "{text}");
            assert!(!read(text).notes.is_empty(), "{text}");
        }
        for text in ["2016-05", "2016-05-01", "42000", "长期", "16", "三年"] {
            assert!(matches!(read(text).value, Value::Faulty(_)), "{text}");
        }
    }
}
