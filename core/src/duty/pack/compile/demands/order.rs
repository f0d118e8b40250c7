//! Orders to dates.

use crate::duty::demand::Order;
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;

impl Scope<'_> {
    pub(super) fn order(&mut self, source: &source::Order) -> Order {
        if source.sequence.len() < 2
            && source.not_in_future.is_empty()
            && source.not_in_past.is_empty()
        {
            self.trouble(
                ErrorCode::PackDemand,
                "order",
                "an order needs two events, `not_in_future` or `not_in_past`",
            );
        }
        Order {
            sequence: self.dates(&source.sequence),
            optional: self.dates(&source.optional),
            strict: source.strict,
            not_in_future: self.dates(&source.not_in_future),
            not_in_past: self.dates(&source.not_in_past),
        }
    }
}
