//! A page for each rule: what it asks, of which fields, how its term is counted, what to do, and its cases.

use super::sentence::Scope;
use super::{case, days, facts, kind, row, rules, section, weight};
use crate::asks::{Piece, Reader};
use crate::book::demands;
use crate::shell::{Page, View, clause_path, path, rule_path};
use gongkai::duty::law::Rule;
use maud::{Markup, html};
use serde_json::Value;

pub(super) fn pages(view: &View<'_>) -> Vec<Page> {
    let law = view.book.law();
    let all = rules(view, law.rules.iter()).unwrap_or_default();
    let mut pages = vec![super::index(view, "rules", all)];
    pages.extend(
        law.rules
            .iter()
            .enumerate()
            .filter_map(|(number, rule)| page(view, number, rule)),
    );
    pages
}

fn page(view: &View<'_>, number: usize, rule: &Rule) -> Option<Page> {
    let pack = view.book.law().packs.get(rule.pack)?;
    let clause = view.book.law().clause(rule)?;
    let source = &rule.source;
    let remedy = source
        .remedy
        .as_ref()
        .map(|remedy| html! { p { (view.of(remedy)) } });
    Some(Page {
        path: rule_path(rule),
        section: "rules",
        title: source.title.clone(),
        above: vec![
            super::instrument::above(view),
            (
                path("instruments", &pack.manifest.id),
                view.of(&pack.manifest.title).to_owned(),
            ),
            (clause_path(pack, clause), view.clause_name(clause)),
        ],
        words: words(view, number, rule),
        body: html! {
            (head(view, number, rule))
            (section("asks", view.text("asks"), asks(view, number, rule)))
            (section("what-to-do", view.text("what-to-do"), remedy))
            (section("fields", view.text("fields"), kind::named(view, view.book.fields_of(number))))
            (section("days", view.text("day-by-day"), days::of(view, rule)))
            (section("cases", view.text("cases"), case::all(view, rule)))
        },
    })
}

/// By what a rule is found beside its title; its code first.
fn words(view: &View<'_>, number: usize, rule: &Rule) -> String {
    let source = &rule.source;
    let mut words = vec![source.code.clone(), source.id.clone()];
    words.extend(source.cite.also.iter().chain(&source.catalogue).cloned());
    let fields = view.book.fields_of(number);
    let labels = fields.filter_map(|(kind, id)| super::sentence::label(kind, id));
    words.extend(labels.flat_map(|label| [label.zh, label.en]));
    words.join(" ")
}

fn head(view: &View<'_>, number: usize, rule: &Rule) -> Markup {
    let (book, source) = (view.book, &rule.source);
    let law = book.law();
    let pack = law.packs.get(rule.pack);
    let clause = pack.zip(law.clause(rule));
    let kinds = source
        .applies_to
        .iter()
        .filter_map(|id| law.schema(law.kind(id)?));
    let profiles = book.judged_in.get(number).into_iter().flatten();
    let profiles = profiles.filter_map(|id| law.profile(Some(id)));
    let other = |id: &str| {
        law.rule(id)
            .and_then(|rule| law.rules.get(rule))
            .map(|rule| view.rule(rule))
    };
    let after = law
        .rules
        .iter()
        .find(|other| other.source.supersedes.as_ref() == Some(&source.id));
    facts(&[
        (view.text("code"), Some(html! { code { (source.code) } " " code { (source.id) } })),
        (view.text("source"), clause.map(|(pack, clause)| html! {
            (view.link(&path("instruments", &pack.manifest.id), view.of(&pack.manifest.title))) " " (pack.manifest.instrument.number) " "
            (view.clause(pack, clause))
            p.quiet { (view.of(&clause.duty)) }
        })),
        (view.text("also"), row(source.cite.also.iter().map(|also| html! { (also) }))),
        (view.text("in-force"), Some(html! { (view.window(&rule.in_force)) })),
        (view.text("severity"), Some(weight(view, rule))),
        (view.text("applies-to"), row(kinds.map(|kind| view.kind(kind)))),
        (view.text("judged-in"), row(profiles.map(|profile| view.link(&path("profiles", &profile.id), view.of(&profile.title))))),
        (view.text("supersedes"), source.supersedes.as_deref().and_then(other)),
        (view.text("superseded"), after.map(|rule| view.rule(rule))),
        (view.text("catalogue"), source.catalogue.as_ref().map(|catalogue| html! { (catalogue) })),
    ])
}

/// The conditions and the demand, read aloud.
fn asks(view: &View<'_>, number: usize, rule: &Rule) -> Option<Markup> {
    let reader = Reader {
        labels: view.labels(),
        language: view.language,
    };
    let written = view.book.written.get(number)?;
    let pieces = |name: &str, value: &Value| reader.read(name, value);
    let all: Vec<Piece> = demands(written)
        .flat_map(|(name, value)| pieces(name, value))
        .collect();
    let scope = Scope::new(*view, rule, &all);
    let conditions = written
        .get("when")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let conditions: Vec<Markup> = conditions
        .map(|condition| scope.sentence(&pieces("when", condition)))
        .collect();
    let demand = demands(written).filter(|(name, _)| *name != "when");
    Some(html! {
        @if !conditions.is_empty() {
            h3 { (view.text("when")) }
            ul { @for condition in &conditions { li { (condition) } } }
        }
        @for (name, value) in demand {
            h3 {
                (view.text("demand"))
                @if let Some(spoken) = view.labels().demand.get(name) { " · " (view.of(&spoken.name)) }
            }
            p.asks { (scope.sentence(&pieces(name, value))) (view.text("stop")) }
        }
    })
}
