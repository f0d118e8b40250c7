//! Fields that name records to slots.

use crate::duty::demand::{Acyclic, KeyField, Link};
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;

impl Scope<'_> {
    pub(super) fn acyclic(&mut self, source: &source::Acyclic) -> Option<Acyclic> {
        if source.by == source.to {
            let message = "`by` and `to` are two fields";
            self.trouble(ErrorCode::PackDemand, "acyclic", message);
        }
        let (by, to) = (self.slot(&source.by)?, self.slot(&source.to)?);
        let keys = self.slots(&source.within).into_iter();
        let mut link = Link {
            own_key: keys.map(|slot| KeyField { slot, shift: 0 }).collect(),
            ..Link::default()
        };
        link.keep_own(by);
        link.keep_own(to);
        Some(Acyclic { link, by, to })
    }
}
