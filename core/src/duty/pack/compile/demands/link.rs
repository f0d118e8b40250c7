//! The fields by which records of two kinds find each other.

use crate::duty::demand::{KeyField, Link};
use crate::duty::pack::scope::Scope;
use crate::duty::source::Condition;
use crate::error::ErrorCode;
use crate::record::{FieldType, Slot};
use alloc::{collections::BTreeMap, format, string::String, vec::Vec};

/// Stands between a field and the years by which it is moved.
const LESS: &str = " - ";

impl Scope<'_> {
    /// How records of another kind are found.
    pub(super) fn link(
        &mut self,
        kind: &str,
        matches: &BTreeMap<String, String>,
        conditions: &[Condition],
    ) -> Option<Link> {
        let number = self.law.kind(kind);
        let Some(of) = number.and_then(|number| u16::try_from(number).ok()) else {
            let message = format!("there is no kind `{kind}`");
            self.trouble(ErrorCode::PackUnknownName, kind, &message);
            return None;
        };
        let mut link = Link {
            of: Some(of),
            ..Link::default()
        };
        for (other, own) in matches {
            let own = self.key_field(own)?;
            let of_other = self.other(of, |scope| scope.key_field(other))?;
            link.keep_own(own.slot);
            link.own_key.push(own);
            link.other_key.push(of_other);
        }
        let tests = |scope: &mut Self| -> Vec<_> {
            let tests = conditions.iter();
            tests
                .filter_map(|condition| scope.test(condition))
                .collect()
        };
        link.conditions = self.other(of, tests);
        Some(link)
    }

    /// Looks names up among the fields of another kind.
    pub(super) fn other<T>(&mut self, kind: u16, look: impl FnOnce(&mut Self) -> T) -> T {
        let own = self.schema;
        if let Some(schema) = self.programs.schema(usize::from(kind)) {
            self.schema = schema;
        }
        let found = look(self);
        self.schema = own;
        found
    }

    fn key_field(&mut self, name: &str) -> Option<KeyField> {
        let (field, less) = name.split_once(LESS).unwrap_or((name, "0"));
        let slot = self.slot(field)?;
        let shift = less.parse::<i32>().ok().and_then(i32::checked_neg);
        let shifts_year = self.field_type(slot) == Some(FieldType::Year);
        match shift {
            Some(shift) if shift == 0 || shifts_year => Some(KeyField { slot, shift }),
            _ => {
                let message = "only a year can be moved, by a whole number of years";
                self.trouble(ErrorCode::PackValue, name, message);
                None
            }
        }
    }

    /// The slot of a field of one type.
    pub(super) fn typed(&mut self, name: &str, kind: FieldType, what: &str) -> Option<Slot> {
        let slot = self.slot(name)?;
        let is_of_type = self.field_type(slot) == Some(kind);
        if !is_of_type {
            let message = format!("the field `{name}` holds no {what}");
            self.trouble(ErrorCode::PackValue, name, &message);
        }
        is_of_type.then_some(slot)
    }

    /// The slot of a date or a year.
    pub(super) fn span(&mut self, id: &str) -> Option<Slot> {
        let slot = self.slot(id)?;
        if self.field_type(slot) == Some(FieldType::Year) {
            return Some(slot);
        }
        self.date(id)
    }
}
