//! Conditions to tests.

use super::scope::Scope;
use crate::duty::demand::{Answer, Ask, Test};
use crate::duty::source::Condition;
use crate::error::ErrorCode;
use crate::record::schema::{FieldType, Slot};
use alloc::{format, string::String, vec::Vec};

impl Scope<'_> {
    /// The test of a condition.
    pub(super) fn test(&mut self, condition: &Condition) -> Option<Test> {
        let slot = self.slot(&condition.field)?;
        let ask = self.ask(slot, condition)?;
        let if_missing = match condition.if_missing.as_deref() {
            None | Some("unknown") => Answer::Unknown,
            Some("holds") => Answer::Yes,
            Some("fails") => Answer::No,
            Some(other) => {
                let message = format!("`{other}` is not one of `holds`, `fails`, `unknown`");
                self.trouble(ErrorCode::PackValue, other, &message);
                return None;
            }
        };
        Some(Test {
            slot,
            ask,
            if_missing,
        })
    }

    fn ask(&mut self, slot: Slot, condition: &Condition) -> Option<Ask> {
        let tests = [
            !condition.is.is_empty(),
            !condition.is_not.is_empty(),
            !condition.mentions.is_empty(),
            !condition.mentions_none.is_empty(),
            condition.given.is_some(),
        ];
        if tests.into_iter().filter(|given| *given).count() != 1 {
            let message = "a condition has exactly one of `is`, `is_not`, `mentions`, `mentions_none`, `given`";
            self.trouble(ErrorCode::PackDemand, &condition.field, message);
            return None;
        }
        let list = match self.field_type(slot) {
            Some(FieldType::Code(list)) => Some(list),
            _ => None,
        };
        Some(match (condition.given, list) {
            (Some(true), _) => Ask::Given,
            (Some(false), _) => Ask::NotGiven,
            (None, _) if !condition.mentions.is_empty() => {
                Ask::Mentions(condition.mentions.clone().into())
            }
            (None, _) if !condition.mentions_none.is_empty() => {
                Ask::MentionsNone(condition.mentions_none.clone().into())
            }
            (None, Some(list)) if !condition.is.is_empty() => {
                Ask::Codes(self.codes(list, &condition.is))
            }
            (None, Some(list)) => Ask::NotCodes(self.codes(list, &condition.is_not)),
            (None, None) if !condition.is.is_empty() => Ask::Texts(condition.is.clone()),
            (None, None) => Ask::NotTexts(condition.is_not.clone()),
        })
    }

    /// The numbers of codes in a list.
    fn codes(&mut self, list: u16, codes: &[String]) -> Vec<u32> {
        let mut numbers = Vec::new();
        for code in codes {
            match self
                .law
                .lists
                .get(usize::from(list))
                .and_then(|list| list.find(code))
            {
                Some(number) => numbers.push(number),
                None => self.trouble(
                    ErrorCode::PackUnknownName,
                    code,
                    &format!("no list entry `{code}`"),
                ),
            }
        }
        numbers
    }
}
