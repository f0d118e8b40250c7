//! Fields and lists to their numbers.

use crate::duty::demand::Listed;
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;

impl Scope<'_> {
    pub(super) fn listed(&mut self, source: &source::Listed) -> Option<Listed> {
        let (id, wanted) = match (&source.within, &source.not_in) {
            (Some(id), None) => (id, true),
            (None, Some(id)) => (id, false),
            _ => {
                self.trouble(
                    ErrorCode::PackDemand,
                    "listed",
                    "the demand has exactly one of `in`, `not_in`",
                );
                return None;
            }
        };
        let agrees = match &source.agrees {
            Some(field) => Some(self.slot(field)?),
            None => None,
        };
        let split = source.split.clone();
        let mark = match source.part.as_deref() {
            None => false,
            Some("mark") => true,
            Some(other) => {
                self.trouble(ErrorCode::PackValue, other, "`part` can only be `mark`");
                return None;
            }
        };
        Some(Listed {
            slot: self.slot(&source.field)?,
            list: self.list(id)?,
            wanted,
            agrees,
            split,
            mark,
        })
    }
}
