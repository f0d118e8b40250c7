//! Counts to keys, dates and bounds.

use crate::duty::demand::{Count, Every};
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;
use crate::record::{FieldType, Slot};
use crate::words::term::TermUnit;
use alloc::string::String;

impl Scope<'_> {
    pub(super) fn count(&mut self, source: &source::Count) -> Option<Count> {
        self.check_count(source);
        let mut link = self.link(&source.of, &source.matches, &source.conditions)?;
        let of = link.of?;
        let at = self.other(of, |scope| scope.optional(source.at.as_ref(), Scope::span))?;
        let look = |scope: &mut Self| scope.optional(source.distinct.as_ref(), Scope::slot);
        let distinct = self.other(of, look)?;
        let from = self.optional(source.from.as_ref(), Scope::span)?;
        let until = self.optional(source.until.as_ref(), Scope::span)?;
        let is = self.optional(source.is.as_ref(), Scope::numeric)?;
        let complete = self.optional(source.complete.as_ref(), |scope, name| {
            scope.typed(name, FieldType::Flag, "flag")
        })?;
        let every = match source.every.as_deref() {
            None => None,
            Some("year") => Some(Every::Year),
            Some(term) => Some(Every::Term(self.term(term)?)),
        };
        let own = [from, until, is, complete];
        own.into_iter()
            .flatten()
            .for_each(|slot| link.keep_own(slot));
        at.into_iter()
            .chain(distinct)
            .for_each(|slot| link.keep_other(slot));
        Some(Count {
            link,
            at,
            every,
            from,
            until,
            at_least: source.at_least.map_or(0, u64::from),
            at_most: source.at_most.map(u64::from),
            is,
            complete,
            distinct,
        })
    }

    fn check_count(&mut self, source: &source::Count) {
        let term = source.every.as_deref().filter(|every| *every != "year");
        let bounded = source.at_least.is_some() || source.at_most.is_some();
        let wrong = if bounded == source.is.is_some() {
            "a count has `at_least` or `at_most`, or else `is`"
        } else if source.is.is_none() && source.complete.is_some() {
            "`complete` needs `is`"
        } else if source.is.is_some() && source.every.is_some() {
            "`is` stands without `every`"
        } else if source.every.is_some() && (source.at.is_none() || source.from.is_none()) {
            "`every` needs `at` and `from`"
        } else if source.at.is_none() && (source.from.is_some() || source.until.is_some()) {
            "`from` and `until` need `at`"
        } else if term.is_some() && (source.at_least != Some(1) || source.at_most.is_some()) {
            "a term in `every` asks for `at_least = 1` and nothing else"
        } else if term.is_some_and(is_in_hours) {
            "a term in `every` is counted in days"
        } else {
            return;
        };
        self.trouble(ErrorCode::PackDemand, "count", wrong);
    }

    /// A field where one is named; `None` where it is named wrongly.
    #[expect(
        clippy::option_option,
        reason = "a name that is wrong is not a name that is left out"
    )]
    pub(super) fn optional(
        &mut self,
        name: Option<&String>,
        look: impl FnOnce(&mut Self, &str) -> Option<Slot>,
    ) -> Option<Option<Slot>> {
        match name {
            None => Some(None),
            Some(name) => look(self, name).map(Some),
        }
    }
}

/// Whether a term counts hours.
pub(super) fn is_in_hours(term: &str) -> bool {
    crate::words::Term::parse(term).is_ok_and(|term| term.unit == TermUnit::Hours)
}
