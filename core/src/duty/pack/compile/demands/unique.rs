//! Keys to slots.

use crate::duty::demand::{KeyField, Link, Unique};
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;

impl Scope<'_> {
    pub(super) fn unique(&mut self, source: &source::Unique) -> Unique {
        if source.by.is_empty() {
            self.trouble(ErrorCode::PackDemand, "unique", "the demand names no field");
        }
        let slots = self.slots(&source.by).into_iter();
        let link = Link {
            own_key: slots.map(|slot| KeyField { slot, shift: 0 }).collect(),
            ..Link::default()
        };
        Unique { link }
    }
}
