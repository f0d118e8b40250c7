//! Coverage to keys and checks.

use super::count::is_in_hours;
use crate::duty::demand::{Check, Coverage, Link, Texts};
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;
use crate::record::{FieldType, Slot};
use alloc::{collections::BTreeMap, string::String, vec::Vec};

impl Scope<'_> {
    pub(super) fn coverage(&mut self, source: &source::Coverage) -> Option<Coverage> {
        self.check_coverage(source);
        let mut link = self.link(&source.by, &source.matches, &source.conditions)?;
        let mut checks = Vec::new();
        for (other, own) in self.pairs(&link, &source.agree, Scope::slot) {
            checks.push(Check::Agree { other, own });
        }
        for (other, own) in self.pairs(&link, &source.not_after, Scope::date) {
            checks.push(Check::NotAfter { other, own });
        }
        for (other, own) in self.pairs(&link, &source.not_before, Scope::date) {
            checks.push(Check::NotBefore { other, own });
        }
        for (other, term) in &source.within {
            let own = self.date(source.from.as_deref().unwrap_or(""))?;
            let other = self.other(link.of?, |scope| scope.date(other))?;
            let term = self.term(term)?;
            checks.push(Check::Within { other, own, term });
        }
        for check in &checks {
            let (Check::Agree { other, own }
            | Check::NotAfter { other, own }
            | Check::NotBefore { other, own }
            | Check::Within { other, own, .. }) = *check
            else {
                continue;
            };
            link.keep_own(own);
            link.keep_other(other);
        }
        if let Some(unlike) = &source.unlike {
            checks.push(self.unlike(unlike, &mut link)?);
        }
        let at_least = u64::from(source.at_least.unwrap_or(1));
        Some(Coverage {
            link,
            at_least: (!source.none).then_some(at_least),
            unknown_if_none: source.if_none.is_some(),
            at_most: source.at_most.map(u64::from),
            checks,
        })
    }

    fn check_coverage(&mut self, source: &source::Coverage) {
        let wrong = if source.matches.is_empty() {
            "the demand matches no field"
        } else if source.none && (source.at_least.is_some() || source.at_most.is_some()) {
            "`none` stands without `at_least` and `at_most`"
        } else if source
            .if_none
            .as_deref()
            .is_some_and(|then| then != "unknown")
        {
            "`if_none` can only be `unknown`"
        } else if source.none && source.if_none.is_some() {
            "`none` stands without `if_none`"
        } else if source.within.is_empty() != source.from.is_none() {
            "`within` and `from` stand together"
        } else if source.within.values().any(|term| is_in_hours(term)) {
            "`within` is counted in days"
        } else {
            return;
        };
        self.trouble(ErrorCode::PackDemand, "coverage", wrong);
    }

    /// The texts that are compared, and how much of ours may be taken over.
    fn unlike(&mut self, source: &source::Unlike, link: &mut Link) -> Option<Check> {
        if source.texts.is_empty() || source.passage == 0 {
            let message = "`unlike` has `texts` and a `passage` of at least one character";
            self.trouble(ErrorCode::PackDemand, "unlike", message);
        }
        let (theirs, ours) = self
            .pairs(link, &source.texts, |scope, name| {
                scope.typed(name, FieldType::Text, "text")
            })
            .into_iter()
            .unzip();
        let passage = source.passage;
        link.other_texts = Texts {
            slots: theirs,
            passage,
        };
        link.own_texts = Texts {
            slots: ours,
            passage,
        };
        let at_most = self.number(Some(&source.at_most))?;
        Some(Check::Unlike { at_most })
    }

    /// Fields of the other kind, each with one of this kind.
    fn pairs(
        &mut self,
        link: &Link,
        names: &BTreeMap<String, String>,
        look: impl Fn(&mut Self, &str) -> Option<Slot>,
    ) -> Vec<(Slot, Slot)> {
        let mut pairs = Vec::new();
        for (other, own) in names {
            let own = look(self, own);
            let other = link
                .of
                .and_then(|of| self.other(of, |scope| look(scope, other)));
            pairs.extend(other.zip(own));
        }
        pairs
    }
}
