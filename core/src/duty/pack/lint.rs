//! What resolves but cannot be meant: a clause without a rule, a rule that can never apply.

use super::{Trouble, screens};
use crate::duty::law::{Law, Rule};
use crate::duty::source::{Condition, IndicatorSet};
use crate::error::ErrorCode;
use alloc::{format, vec::Vec};

/// Everything that cannot be meant.
#[must_use]
pub fn lint(law: &Law) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    clauses_without_rules(law, &mut troubles);
    for rule in &law.rules {
        never_applies(law, rule, &mut troubles);
    }
    troubles.extend(screens::lint(&law.screening));
    troubles
}

fn clauses_without_rules(law: &Law, troubles: &mut Vec<Trouble>) {
    for (number, pack) in law.packs.iter().enumerate() {
        for clause in &pack.clauses {
            let cited = |set: &IndicatorSet| set.cite.clause == clause.number;
            if pack.indicator_sets.iter().any(|set| cited(set)) {
                continue;
            }
            if !law
                .rules
                .iter()
                .any(|rule| rule.pack == number && rule.source.cite.clause == clause.number)
            {
                let message = format!("clause {} has no rule", clause.number);
                troubles.push(Trouble::new(
                    ErrorCode::PackDemand,
                    pack.id(),
                    &clause.number,
                    message,
                ));
            }
        }
    }
}

fn never_applies(law: &Law, rule: &Rule, troubles: &mut Vec<Trouble>) {
    let id = &rule.source.id;
    if !law
        .profiles
        .iter()
        .any(|profile| in_profile(law, profile, rule))
    {
        let message = "the rule can never apply: its pack is in no profile";
        troubles.push(Trouble::new(ErrorCode::PackDemand, id, id, message));
    }
    let pairs = rule.source.when.iter().enumerate();
    for (number, first) in pairs {
        let others = rule.source.when.iter().skip(number.saturating_add(1));
        if others.into_iter().any(|second| exclude(first, second)) {
            let message = "the rule can never apply: its conditions exclude each other";
            troubles.push(Trouble::new(
                ErrorCode::PackDemand,
                id,
                &first.field,
                message,
            ));
        }
    }
}

fn in_profile(law: &Law, profile: &crate::duty::source::Profile, rule: &Rule) -> bool {
    let pack = law.packs.get(rule.pack);
    pack.is_some_and(|pack| pack.outside || profile.packs.contains(&pack.manifest.id))
}

/// Whether no record can fulfill both conditions.
fn exclude(first: &Condition, second: &Condition) -> bool {
    if first.field != second.field {
        return false;
    }
    let one_way = |a: &Condition, b: &Condition| {
        let disjoint =
            !a.is.is_empty() && !b.is.is_empty() && !a.is.iter().any(|value| b.is.contains(value));
        let denied = !a.is.is_empty() && a.is.iter().all(|value| b.is_not.contains(value));
        let opposite = a.given == Some(true) && b.given == Some(false);
        let absent = b.given == Some(false) && (!a.is.is_empty() || !a.mentions.is_empty());
        let unmentioned =
            !a.mentions.is_empty() && a.mentions.iter().all(|word| b.mentions_none.contains(word));
        disjoint || denied || opposite || absent || unmentioned
    };
    one_way(first, second) || one_way(second, first)
}
