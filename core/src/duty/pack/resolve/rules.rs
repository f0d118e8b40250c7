//! Rules: one id, one code, one clause, one demand; periods that do not overlap.

use super::{duplicate, once};
use crate::duty::law::{Law, Pack, Rule};
use crate::duty::pack::Trouble;
use crate::error::ErrorCode;
use alloc::vec::Vec;

/// Checks that the clauses of each pack stand once, and that its rules rest on them.
fn check_clauses(law: &Law, troubles: &mut Vec<Trouble>) {
    for (number, pack) in law.packs.iter().enumerate() {
        let clauses = pack.clauses.iter();
        once(
            clauses.map(|clause| (pack.id(), clause.number.as_str())),
            "clause",
            troubles,
        );
        if pack.manifest.in_force.is_empty() {
            troubles.push(window(pack.id(), pack.id()));
        }
        for rule in law.rules.iter().filter(|rule| rule.pack == number) {
            if law.clause(rule).is_none() {
                let source = &rule.source;
                troubles.push(Trouble::unknown(&source.id, "clause", &source.cite.clause));
            }
        }
    }
}

/// Checks the rules of all packs together.
pub(super) fn check(law: &Law, troubles: &mut Vec<Trouble>) {
    check_clauses(law, troubles);
    let sources = || law.rules.iter().map(|rule| &rule.source);
    once(
        sources().map(|rule| (rule.id.as_str(), rule.id.as_str())),
        "rule",
        troubles,
    );
    once(
        sources().map(|rule| (rule.id.as_str(), rule.code.as_str())),
        "code",
        troubles,
    );
    for rule in &law.rules {
        check_rule(law, rule, troubles);
    }
    for pack in &law.packs {
        check_editions(law, pack, troubles);
    }
    for redirect in &law.redirects {
        if sources().any(|rule| rule.id == redirect.from) {
            troubles.push(duplicate(&redirect.from, "rule", &redirect.from));
        }
        if !sources().any(|rule| rule.id == redirect.to) {
            troubles.push(Trouble::unknown(&redirect.from, "rule", &redirect.to));
        }
    }
}

fn check_editions(law: &Law, pack: &Pack, troubles: &mut Vec<Trouble>) {
    let kinds = pack.editions.iter().flat_map(|edition| &edition.kinds);
    for kind in kinds.filter(|kind| law.kind(kind).is_none()) {
        troubles.push(Trouble::unknown(&pack.manifest.id, "kind", kind));
    }
}

fn check_rule(law: &Law, rule: &Rule, troubles: &mut Vec<Trouble>) {
    let source = &rule.source;
    if rule.in_force.is_empty() {
        troubles.push(window(&source.id, &source.id));
    }
    if source.tables().count() != 1 {
        let message = "a rule has exactly one demand";
        troubles.push(Trouble::new(
            ErrorCode::PackDemand,
            &source.id,
            &source.id,
            message,
        ));
    }
    if source.applies_to.is_empty() {
        let message = "a rule applies to at least one kind of record";
        troubles.push(Trouble::new(
            ErrorCode::PackDemand,
            &source.id,
            "applies_to",
            message,
        ));
    }
    for kind in source
        .applies_to
        .iter()
        .filter(|kind| law.kind(kind).is_none())
    {
        troubles.push(Trouble::unknown(&source.id, "kind", kind));
    }
    check_succession(law, rule, troubles);
}

fn check_succession(law: &Law, rule: &Rule, troubles: &mut Vec<Trouble>) {
    let Some(earlier) = &rule.source.supersedes else {
        return;
    };
    match law.rules.iter().find(|other| other.source.id == *earlier) {
        None => troubles.push(Trouble::unknown(&rule.source.id, "rule", earlier)),
        Some(other) if !rule.in_force.meet(&other.in_force).is_empty() => {
            let message = "its period overlaps that of the rule it supersedes";
            troubles.push(Trouble::new(
                ErrorCode::PackWindow,
                &rule.source.id,
                earlier,
                message,
            ));
        }
        Some(_) => {}
    }
}

fn window(owner: &str, word: &str) -> Trouble {
    Trouble::new(
        ErrorCode::PackWindow,
        owner,
        word,
        "the period ends before it begins",
    )
}
