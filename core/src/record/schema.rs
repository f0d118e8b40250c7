//! Kinds of record and their fields, with every name resolved to a number.
//!
//! A field that exists once per channel or list entry stands here once for each, as `published.own-site`.

use crate::words::{Label, amount::Unit};
use alloc::{string::String, vec::Vec};

/// Number of a field within its kind.
pub type Slot = u16;

/// A kind of record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    /// Id.
    pub id: String,
    /// Name.
    pub title: Label,
    /// The date that decides which law is in force.
    pub event: Slot,
    /// Fields that together name a record.
    pub key: Vec<Slot>,
    /// Values by which a column of mixed tables names this kind.
    pub routes: Vec<String>,
    /// Fields, in the order of the pack.
    pub fields: Vec<Field>,
}

impl Schema {
    /// The field in a slot.
    #[must_use]
    pub fn field(&self, slot: Slot) -> Option<&Field> {
        self.fields.get(usize::from(slot))
    }

    /// The slot of a field id.
    #[must_use]
    pub fn slot(&self, id: &str) -> Option<Slot> {
        let position = self.fields.iter().position(|field| field.id == id)?;
        Slot::try_from(position).ok()
    }
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Id, with the channel or list entry after a dot where there is one.
    pub id: String,
    /// Where its value stands in a record, as a JSON Pointer.
    pub pointer: String,
    /// Name, with the name of the channel or entry where there is one.
    pub label: Label,
    /// What it holds.
    pub kind: FieldType,
    /// Whether its values are personal and must never be shown.
    pub sensitive: bool,
    /// Columns that carry it in tables.
    pub columns: Vec<String>,
    /// What to write into it.
    pub help: Option<Label>,
    /// Which one of several it is, for a field that exists once for each.
    pub part: Option<Part>,
}

/// Which one of several a field is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The field of a channel.
    Channel(String),
    /// The field of an entry of a list.
    Entry(String),
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldType {
    /// Any text.
    Text,
    /// A day, a month, a year, or a day with a time.
    Date,
    /// One of the codes of a list, by its number among the lists.
    Code(u16),
    /// A unified social credit code.
    CreditCode,
    /// An organization code.
    OrganizationCode,
    /// A business registration number.
    RegistrationNumber,
    /// A resident id.
    ResidentId,
    /// A document number.
    DocumentNumber,
    /// An amount of money; bare numbers are in this unit.
    Amount(Unit),
    /// A whole number.
    Integer,
    /// A decimal number.
    Decimal,
    /// A percentage.
    Percent,
    /// A calendar year.
    Year,
    /// Yes or no.
    Flag,
}

impl FieldType {
    /// The name used in packs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Date => "date",
            Self::Code(_) => "code",
            Self::CreditCode => "credit-code",
            Self::OrganizationCode => "organization-code",
            Self::RegistrationNumber => "registration-number",
            Self::ResidentId => "resident-id",
            Self::DocumentNumber => "document-number",
            Self::Amount(_) => "amount",
            Self::Integer => "integer",
            Self::Decimal => "decimal",
            Self::Percent => "percent",
            Self::Year => "year",
            Self::Flag => "flag",
        }
    }
}
