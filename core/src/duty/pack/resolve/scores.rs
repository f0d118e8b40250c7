//! Sets of indicators: ids once, numbers that are numbers, weights that add up, rules that exist.

use super::once;
use crate::duty::law::Law;
use crate::duty::pack::Trouble;
use crate::duty::source::{Indicator, IndicatorSet, Section};
use crate::error::ErrorCode;
use crate::words::Exact;
use alloc::{format, vec::Vec};

/// Checks the sets of all packs.
pub(super) fn check(law: &Law, troubles: &mut Vec<Trouble>) {
    let sets = law.packs.iter().flat_map(|pack| &pack.indicator_sets);
    let ids = sets.clone().map(|set| (set.id.as_str(), set.id.as_str()));
    once(ids, "indicator set", troubles);
    for set in sets {
        Checking { law, set, troubles }.set();
    }
}

/// One set being checked.
struct Checking<'a> {
    law: &'a Law,
    set: &'a IndicatorSet,
    troubles: &'a mut Vec<Trouble>,
}

impl Checking<'_> {
    fn set(mut self) {
        let set = self.set;
        let owner = set.id.as_str();
        let indicators = || set.section.iter().flat_map(|section| &section.indicator);
        let sections = set
            .section
            .iter()
            .map(|section| (owner, section.id.as_str()));
        once(sections, "section", self.troubles);
        once(
            indicators().map(|indicator| (owner, indicator.id.as_str())),
            "indicator",
            self.troubles,
        );
        once(
            set.veto.iter().map(|veto| (owner, veto.id.as_str())),
            "veto",
            self.troubles,
        );
        for section in &set.section {
            self.section(section);
        }
        let sections = set.section.iter().filter(|section| !section.bonus);
        let weights = sections.map(|section| section.weight.as_str()).collect();
        self.adds_up(weights, &set.total, "total");
        self.names();
        let lows: Vec<_> = set
            .grade
            .iter()
            .map(|grade| self.number(&grade.at_least))
            .collect();
        if lows.windows(2).any(|pair| matches!(pair, [a, b] if a <= b)) {
            self.trouble("grade", "grades stand best first");
        }
        set.bonus_above.iter().for_each(|number| {
            self.number(number);
        });
        if let Some(clause) = self.missing_clause() {
            self.troubles
                .push(Trouble::unknown(owner, "clause", clause));
        }
    }

    /// The rules and indicators that the set names exist.
    fn names(&mut self) {
        let set = self.set;
        let owner = set.id.as_str();
        let indicators = || set.section.iter().flat_map(|section| &section.indicator);
        let rules = indicators().flat_map(|indicator| &indicator.rules);
        for rule in rules.chain(set.veto.iter().flat_map(|veto| &veto.rules)) {
            let known = self.law.rules.iter().any(|other| other.source.id == *rule);
            if !known {
                self.troubles.push(Trouble::unknown(owner, "rule", rule));
            }
        }
        for other in indicators().flat_map(|indicator| &indicator.yields_to) {
            if !indicators().any(|indicator| indicator.id == *other) {
                self.troubles
                    .push(Trouble::unknown(owner, "indicator", other));
            }
        }
    }

    fn missing_clause(&self) -> Option<&'static str> {
        let pack = self
            .law
            .packs
            .iter()
            .find(|pack| pack.indicator_sets.iter().any(|set| set.id == self.set.id))?;
        let clauses = &pack.clauses;
        let known = clauses
            .iter()
            .any(|clause| clause.number == self.set.cite.clause);
        (!known).then_some("of the indicator set")
    }

    fn section(&mut self, section: &Section) {
        let giving: Vec<&str> = section
            .indicator
            .iter()
            .filter_map(|indicator| indicator.weight.as_deref())
            .collect();
        if !giving.is_empty() {
            self.adds_up(giving, &section.weight, &section.id);
        }
        for indicator in &section.indicator {
            self.indicator(indicator);
        }
    }

    fn indicator(&mut self, indicator: &Indicator) {
        if indicator.weight.is_some() == indicator.deduct.is_some() {
            self.trouble(&indicator.id, "an indicator has `weight` or `deduct`");
        }
        for number in [&indicator.weight, &indicator.deduct, &indicator.cap]
            .into_iter()
            .flatten()
        {
            self.number(number);
        }
    }

    fn adds_up(&mut self, weights: Vec<&str>, total: &str, word: &str) {
        let numbers = weights.into_iter().map(|weight| self.number(weight));
        let sum = numbers
            .collect::<Vec<_>>()
            .into_iter()
            .try_fold(Exact::ZERO, |sum, number| sum.plus(number?));
        if sum != self.number(total) {
            let sum = sum.map(|sum| format!("{sum}")).unwrap_or_default();
            self.trouble(
                word,
                &format!("the weights add up to {sum}, not to {total}"),
            );
        }
    }

    fn number(&mut self, text: &str) -> Option<Exact> {
        let number = Exact::factor(text).filter(|number| *number >= Exact::ZERO);
        if number.is_none() {
            self.trouble(text, &format!("`{text}` is not a number"));
        }
        number
    }

    fn trouble(&mut self, word: &str, message: &str) {
        self.troubles.push(Trouble::new(
            ErrorCode::PackValue,
            &self.set.id,
            word,
            message,
        ));
    }
}
