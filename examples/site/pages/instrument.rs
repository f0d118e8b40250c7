//! A page for each instrument: what it is, its clauses and their rules.

use super::{facts, row, rules, section, table};
use crate::shell::{Page, View, clause_path, path};
use gongkai::duty::law::Pack;
use gongkai::duty::source::Override;
use maud::{Markup, html};

pub(super) fn pages(view: &View<'_>) -> Vec<Page> {
    let packs = view.book.law().packs.iter().enumerate();
    packs
        .map(|(number, pack)| page(view, number, pack))
        .collect()
}

fn page(view: &View<'_>, number: usize, pack: &Pack) -> Page {
    let manifest = &pack.manifest;
    let law = view.book.law();
    let own = law.rules.iter().filter(|rule| rule.pack == number);
    let overrides = overrides(view, &pack.overrides);
    Page {
        path: path("instruments", &manifest.id),
        section: "instruments",
        title: manifest.title.clone(),
        above: vec![above(view)],
        words: format!(
            "{} {} {}",
            manifest.id,
            manifest.instrument.number,
            view.of(&manifest.instrument.issuer)
        ),
        body: html! {
            (head(view, pack))
            (section("clauses", view.text("clauses"), clauses(view, number, pack)))
            (section("rules", view.text("rules"), rules(view, own)))
            (section("overrides", view.text("overrides"), overrides))
        },
    }
}

pub(super) fn above(view: &View<'_>) -> (String, String) {
    ("index.html".into(), view.text("instruments").to_owned())
}

fn head(view: &View<'_>, pack: &Pack) -> Markup {
    let (manifest, instrument) = (&pack.manifest, &pack.manifest.instrument);
    let given = |text: &str| (!text.is_empty()).then(|| html! { (text) });
    let builds_on = manifest.builds_on.iter().filter_map(|id| {
        let pack = view.book.law().packs.get(view.book.law().pack(id)?)?;
        Some(view.link(&path("instruments", id), view.of(&pack.manifest.title)))
    });
    facts(&[
        (view.text("issuer"), given(view.of(&instrument.issuer))),
        (view.text("document"), given(&instrument.number)),
        (
            view.text("dated"),
            instrument.dated.map(|day| html! { (day) }),
        ),
        (
            view.text("in-force"),
            Some(html! { (view.window(&manifest.in_force)) }),
        ),
        (view.text("note"), given(view.of(&instrument.note))),
        (view.text("pack"), Some(html! { code { (manifest.id) } })),
        (view.text("version"), given(&manifest.version)),
        (view.text("hash"), Some(html! { code { (pack.hash) } })),
        (view.text("builds-on"), row(builds_on)),
    ])
}

fn clauses(view: &View<'_>, number: usize, pack: &Pack) -> Option<Markup> {
    let clauses = pack.clauses.iter();
    let rows: Vec<Vec<Markup>> = clauses
        .map(|clause| {
            let rules = view.book.rules_of(number, &clause.number);
            vec![
                view.link(&clause_path(pack, clause), &view.clause_name(clause)),
                html! { (view.of(&clause.duty)) },
                row(rules.map(|rule| view.link(&crate::shell::rule_path(rule), &rule.source.code)))
                    .unwrap_or_default(),
            ]
        })
        .collect();
    let headings = ["clause", "duty", "rules"].map(|key| view.text(key));
    (!rows.is_empty()).then(|| table(&headings, &rows))
}

/// Rules silenced or graded anew, with the reason.
pub(super) fn overrides(view: &View<'_>, overrides: &[Override]) -> Option<Markup> {
    let rows: Vec<Vec<Markup>> = overrides
        .iter()
        .map(|change| {
            let law = view.book.law();
            let rule = law.rule(&change.rule).and_then(|rule| law.rules.get(rule));
            let graded = change
                .severity
                .and_then(|severity| serde_json::to_value(severity).ok());
            let graded = graded.as_ref().and_then(serde_json::Value::as_str);
            let graded = graded.map(|name| {
                let word = view
                    .labels()
                    .severity
                    .get(name)
                    .map_or(name, |label| view.of(label));
                view.filled("graded", word)
            });
            let silenced = change.silence.then(|| view.text("silenced").to_owned());
            vec![
                rule.map(|rule| view.rule(rule)).unwrap_or_default(),
                html! { (silenced.or(graded).unwrap_or_default()) },
                html! { (view.of(&change.reason)) },
            ]
        })
        .collect();
    let headings = ["rule", "overrides", "reason"].map(|key| view.text(key));
    (!rows.is_empty()).then(|| table(&headings, &rows))
}
