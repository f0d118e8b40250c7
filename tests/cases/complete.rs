//! Whether every rule is shown in every verdict it can have.

use gongkai::duty::law::{Law, Rule};
use gongkai::{Engine, Verdict};
use gongkai_pages::Page;
use std::collections::BTreeSet;

/// Rule, verdict, and why the rule can never give it.
const EXCEPTIONS: &[(&str, Verdict, &str)] = &[(
    "document-numbers-in-texts-well-formed",
    Verdict::Undetermined,
    "a number is well formed or it is not, whatever stands around it",
)];

/// Every pair of rule and verdict that no page shows.
pub(crate) fn missing(pages: &[Page]) -> Vec<String> {
    let shown = shown(pages);
    wanted()
        .into_iter()
        .filter(|pair| !shown.contains(pair) && !excepted(pair))
        .map(|(rule, verdict)| format!("no case in which `{rule}` is {verdict}"))
        .collect()
}

/// Exceptions for what a page shows, or for what is not asked.
pub(crate) fn idle(pages: &[Page]) -> Vec<String> {
    let (shown, wanted) = (shown(pages), wanted());
    EXCEPTIONS
        .iter()
        .map(|(rule, verdict, reason)| ((*rule).to_owned(), verdict.name(), reason))
        .filter(|(rule, verdict, reason)| {
            let pair = (rule.clone(), *verdict);
            reason.is_empty() || shown.contains(&pair) || !wanted.contains(&pair)
        })
        .map(|(rule, verdict, _)| format!("`{rule}` needs no exception for {verdict}"))
        .collect()
}

type Pairs = BTreeSet<(String, &'static str)>;

fn excepted((rule, verdict): &(String, &'static str)) -> bool {
    EXCEPTIONS
        .iter()
        .any(|(other, name, _)| other == rule && name.name() == *verdict)
}

fn shown(pages: &[Page]) -> Pairs {
    pages
        .iter()
        .flat_map(|page| &page.cases)
        .map(|case| {
            let name = Verdict::ALL.map(Verdict::name);
            let known = name.into_iter().find(|name| *name == case.claim.verdict);
            (
                case.claim.rule.clone(),
                known.unwrap_or_else(|| panic!("no verdict `{}`", case.claim.verdict)),
            )
        })
        .collect()
}

fn wanted() -> Pairs {
    let engine = Engine::builder().build().unwrap();
    let law = engine.law();
    let rules = &law.rules;
    assert!(rules.len() > 50, "{} rules", rules.len());
    rules.iter().flat_map(|rule| of_rule(law, rule)).collect()
}

/// The verdicts a rule can give.
fn of_rule(law: &Law, rule: &Rule) -> Vec<(String, &'static str)> {
    // Rules about tables and text are shown on published documents: `tests/budgets/verdicts.rs`.
    if rule.source.accounts.is_some() {
        return Vec::new();
    }
    let mut verdicts = vec![Verdict::Met, Verdict::Breached, Verdict::Undetermined];
    if !rule.source.when.is_empty() || !rule.in_force.is_open() {
        verdicts.push(Verdict::NotApplicable);
    }
    if waits(law, rule) || can_still_come(rule) {
        verdicts.push(Verdict::Pending);
    }
    verdicts
        .into_iter()
        .map(|verdict| (rule.source.id.clone(), verdict.name()))
        .collect()
}

/// Whether a rule can wait for something that is still to come: an event that is not a condition of the
/// duty, and not the one whose day decides which law is in force.
fn waits(law: &Law, rule: &Rule) -> bool {
    let source = &rule.source;
    let Some(deadline) = &source.deadline else {
        return false;
    };
    let conditions = || source.when.iter().filter(|test| test.given == Some(true));
    let decides = |event: &String| {
        !rule.in_force.is_open()
            && source.applies_to.iter().all(|id| {
                let kind = law.kind(id).and_then(|kind| law.schema(kind));
                kind.is_some_and(|kind| kind.slot(event) == Some(kind.event))
            })
    };
    deadline
        .to
        .iter()
        .any(|event| !conditions().any(|test| test.field == *event) && !decides(event))
}

/// Whether a rule over many records can find that what is asked is still to come.
fn can_still_come(rule: &Rule) -> bool {
    let counted = rule.source.count.as_ref().is_some_and(|count| {
        let in_years = count.every.as_deref() == Some("year");
        count.at_least.is_some() && (in_years || (count.every.is_none() && count.until.is_some()))
    });
    let staged = rule.source.stages.as_ref();
    let staged = staged.is_some_and(|stages| stages.by.is_some());
    let covered = rule.source.coverage.as_ref();
    counted || staged || covered.is_some_and(|coverage| !coverage.within.is_empty())
}
