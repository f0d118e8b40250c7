//! Sums over other records to keys and numbers.

use crate::duty::demand::Rollup;
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;
use crate::words::Exact;
use alloc::vec::Vec;

impl Scope<'_> {
    pub(super) fn rollup(&mut self, source: &source::Rollup) -> Option<Rollup> {
        if source.matches.is_empty() || source.equal.is_empty() {
            let message = "the demand has `match` and `equal`";
            self.trouble(ErrorCode::PackDemand, "rollup", message);
        }
        let mut link = self.link(&source.of, &source.matches, &source.conditions)?;
        let mut equal = Vec::new();
        for (other, own) in &source.equal {
            let own = self.numeric(own)?;
            let other = self.other(link.of?, |scope| scope.numeric(other))?;
            link.keep_own(own);
            link.keep_other(other);
            equal.push((other, own));
        }
        let tolerance = self.number(source.tolerance.as_deref());
        Some(Rollup {
            link,
            equal,
            tolerance: tolerance.unwrap_or(Exact::ZERO),
        })
    }
}
