//! What a field of a record leaves behind: enough to compare it, and what of it may be shown.

use super::Showing;
use crate::duty::demand::KeyField;
use crate::judge::case::Case;
use crate::record::{Cell, FieldType, Slot, Value};
use crate::words::{Decimal, DocumentNumber, Exact, Fault, When, normalize};
use alloc::{borrow::Cow, format, string::String, string::ToString};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What a flag that says yes is compared by.
const YES: &str = "yes";

/// A hash by which texts are compared.
pub type Hash = [u8; 16];

/// What a field left behind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Item {
    /// Its value.
    pub value: Datum,
    /// The value as it may be shown.
    pub shown: Option<String>,
}

/// A value of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Datum {
    /// The record says nothing.
    Missing,
    /// The record says that it has not happened.
    Denied,
    /// It cannot be read.
    Unreadable,
    /// A date.
    When(When),
    /// A number; sums of money in yuan.
    Number(Decimal),
    /// Anything else, by the hash of its standard form.
    Text(Hash),
}

impl Item {
    /// A field about which nothing is known.
    pub const MISSING: Self = Self {
        value: Datum::Missing,
        shown: None,
    };

    /// What a field of a record leaves behind.
    pub(super) fn of(case: &Case<'_, '_>, slot: Slot, showing: Showing) -> Self {
        let cell = case.cell(slot);
        let field = case.program.schema.field(slot);
        Self {
            value: Datum::of(case, slot, cell),
            shown: field.and_then(|field| (showing.value)(field, cell)),
        }
    }

    /// The date, where it is one.
    #[must_use]
    pub const fn when(&self) -> Option<When> {
        if let Datum::When(when) = self.value {
            Some(when)
        } else {
            None
        }
    }

    /// Whether it is a flag that says yes.
    pub(super) fn is_yes(&self) -> bool {
        self.value == Datum::Text(hash(&[YES]))
    }

    /// The number, where it is one.
    pub(super) fn number(&self) -> Option<Exact> {
        if let Datum::Number(number) = self.value {
            Some(Exact::from(number))
        } else {
            None
        }
    }
}

impl Datum {
    fn of(case: &Case<'_, '_>, slot: Slot, cell: &Cell<'_>) -> Self {
        match cell.value {
            Value::Missing => Self::Missing,
            Value::Denied => Self::Denied,
            Value::When(when) => Self::When(when),
            Value::Integer(number) => Self::Number(Decimal::whole(number)),
            Value::Decimal(number) => Self::Number(number),
            Value::Amount(amount) => Self::Number(Decimal::yuan(amount)),
            Value::Text | Value::Code(_) | Value::Flag(_) => {
                standard(case, slot, 0).map_or(Self::Missing, |text| Self::Text(hash(&[&text])))
            }
            Value::Faulty(_) => Self::Unreadable,
        }
    }
}

/// The hash of the fields of a key; the field that is missing, where one is.
pub(super) fn key(case: &Case<'_, '_>, fields: &[KeyField]) -> Result<Hash, Slot> {
    let mut digest = Sha256::new();
    for KeyField { slot, shift } in fields {
        let text = standard(case, *slot, *shift).ok_or(*slot)?;
        digest.update(text.as_bytes());
        digest.update([0]);
    }
    Ok(short(&digest.finalize()))
}

/// The hash of some texts.
pub(super) fn hash(texts: &[&str]) -> Hash {
    let mut digest = Sha256::new();
    for text in texts {
        digest.update(text.as_bytes());
        digest.update([0]);
    }
    short(&digest.finalize())
}

fn short(digest: &[u8]) -> Hash {
    // INVARIANT: a digest is longer than a key.
    digest.first_chunk().copied().unwrap_or_default()
}

/// A value in the one form in which it is compared; `None` where there is none to compare.
fn standard<'c>(case: &Case<'c, '_>, slot: Slot, shift: i32) -> Option<Cow<'c, str>> {
    let cell = case.cell(slot);
    let kind = case.program.schema.field(slot)?.kind;
    let text = match (kind, cell.value) {
        (_, Value::Missing | Value::Denied | Value::Faulty(Fault::Masked | Fault::Placeholder)) => {
            return None;
        }
        (FieldType::Year, Value::When(when)) => year(when, shift)?.into(),
        (_, Value::When(when)) => day_or_span(when).into(),
        (FieldType::Code(list), Value::Code(number)) => {
            let list = case.lists.get(usize::from(list))?;
            Cow::Borrowed(list.entry(number)?.code.as_str())
        }
        (_, Value::Integer(number)) => Exact::from(number).to_string().into(),
        (_, Value::Decimal(number)) => Exact::from(number).to_string().into(),
        (_, Value::Amount(amount)) => Exact::from(amount).to_string().into(),
        (_, Value::Flag(flag)) => Cow::Borrowed(if flag { YES } else { "no" }),
        (FieldType::DocumentNumber, Value::Text) => {
            let number = DocumentNumber::parse(&cell.text).ok()?;
            number.value.standard().into()
        }
        _ if normalize::is_placeholder(&cell.text) => return None,
        _ => normalize::fold_key(&cell.text),
    };
    Some(text)
}

fn year(when: When, shift: i32) -> Option<String> {
    let (year, _, _) = when.first.parts()?;
    Some(year.checked_add(shift)?.to_string())
}

fn day_or_span(when: When) -> String {
    if when.first == when.last {
        when.first.to_string()
    } else {
        format!("{}/{}", when.first, when.last)
    }
}
