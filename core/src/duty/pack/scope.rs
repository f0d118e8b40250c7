//! Where the names of one rule are looked up, and what is said where one names nothing.

use super::Trouble;
use super::compile::Programs;
use crate::duty::law::Law;
use crate::error::ErrorCode;
use crate::record::accounts::read::Forms;
use crate::record::schema::{FieldType, Schema, Slot};
use alloc::{format, vec::Vec};

/// Where the names of one rule are looked up for one kind of record.
pub(super) struct Scope<'a> {
    pub(super) law: &'a Law,
    pub(super) programs: &'a Programs,
    pub(super) schema: &'a Schema,
    pub(super) forms: &'a Forms,
    pub(super) owner: &'a str,
    pub(super) troubles: &'a mut Vec<Trouble>,
}

impl Scope<'_> {
    /// The slot of a field.
    pub(super) fn slot(&mut self, id: &str) -> Option<Slot> {
        let slot = self.schema.slot(id);
        if slot.is_none() {
            let message = format!("the kind `{}` has no field `{id}`", self.schema.id);
            self.trouble(ErrorCode::PackUnknownName, id, &message);
        }
        slot
    }

    /// The slots of fields; `x.*` is the field `x` for every channel or entry it exists for.
    pub(super) fn slots(&mut self, ids: &[alloc::string::String]) -> Vec<Slot> {
        let mut slots = Vec::new();
        for id in ids {
            match id.strip_suffix('*') {
                Some(stem) if stem.ends_with('.') => slots.extend(self.every_part(id, stem)),
                _ => slots.extend(self.slot(id)),
            }
        }
        slots
    }

    fn every_part(&mut self, id: &str, stem: &str) -> Vec<Slot> {
        let fields = (0..).zip(&self.schema.fields);
        let parts: Vec<Slot> = fields
            .filter(|(_, field)| field.id.starts_with(stem))
            .map(|(slot, _)| slot)
            .collect();
        if parts.is_empty() {
            let message = format!("the kind `{}` has no field `{id}`", self.schema.id);
            self.trouble(ErrorCode::PackUnknownName, id, &message);
        }
        parts
    }

    /// The slot of a date field.
    pub(super) fn date(&mut self, id: &str) -> Option<Slot> {
        let slot = self.slot(id)?;
        if self.field_type(slot) != Some(FieldType::Date) {
            self.trouble(
                ErrorCode::PackValue,
                id,
                &format!("the field `{id}` is not a date"),
            );
            return None;
        }
        Some(slot)
    }

    /// The slots of date fields.
    pub(super) fn dates(&mut self, ids: &[alloc::string::String]) -> Vec<Slot> {
        ids.iter().filter_map(|id| self.date(id)).collect()
    }

    /// The list with an id.
    pub(super) fn list(&mut self, id: &str) -> Option<u16> {
        let list = self.law.list(id);
        if list.is_none() {
            self.trouble(
                ErrorCode::PackUnknownName,
                id,
                &format!("there is no list `{id}`"),
            );
        }
        list
    }

    /// What a field holds.
    pub(super) fn field_type(&self, slot: Slot) -> Option<FieldType> {
        self.schema.field(slot).map(|field| field.kind)
    }

    /// Something wrong with the rule.
    pub(super) fn trouble(&mut self, code: ErrorCode, word: &str, message: &str) {
        self.troubles
            .push(Trouble::new(code, self.owner, word, message));
    }
}
