//! Keys to slots.

use crate::duty::demand::Unique;
use crate::duty::pack::compile::Scope;
use crate::duty::source;
use crate::error::ErrorCode;

impl Scope<'_> {
    pub(super) fn unique(&mut self, source: &source::Unique) -> Unique {
        if source.by.is_empty() {
            self.trouble(ErrorCode::PackDemand, "unique", "the demand names no field");
        }
        Unique {
            by: self.slots(&source.by),
        }
    }
}
