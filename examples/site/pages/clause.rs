//! A page for each clause: its duty, its rules, and the kinds of record they judge.

use super::{facts, row, rules, section};
use crate::shell::{Page, View, clause_path, path};
use gongkai::duty::law::Pack;
use gongkai::duty::source::Clause;
use gongkai::words::Label;
use maud::html;
use std::collections::BTreeSet;

pub(super) fn pages(view: &View<'_>) -> Vec<Page> {
    let packs = view.book.law().packs.iter().enumerate();
    let clauses = packs.flat_map(|(number, pack)| {
        let clauses = pack.clauses.iter();
        clauses.map(move |clause| page(view, number, pack, clause))
    });
    clauses.collect()
}

fn page(view: &View<'_>, number: usize, pack: &Pack, clause: &Clause) -> Page {
    let law = view.book.law();
    let own = || view.book.rules_of(number, &clause.number);
    let judged = own().flat_map(|rule| &rule.source.applies_to);
    let kinds: BTreeSet<usize> = judged.filter_map(|id| law.kind(id)).collect();
    let kinds = kinds.into_iter().filter_map(|kind| law.schema(kind));
    let instrument = &pack.manifest;
    let title =
        |language: crate::language::Language| View { language, ..*view }.clause_name(clause);
    Page {
        path: clause_path(pack, clause),
        section: "instruments",
        title: Label {
            zh: title(crate::language::Language::Chinese),
            en: title(crate::language::Language::English),
        },
        above: vec![
            super::instrument::above(view),
            (
                path("instruments", &instrument.id),
                view.of(&instrument.title).to_owned(),
            ),
        ],
        words: format!("{} {}", view.of(&instrument.title), view.of(&clause.duty)),
        body: html! {
            p.lead { (view.of(&clause.duty)) }
            (facts(&[
                (view.text("instrument"), Some(view.link(&path("instruments", &instrument.id), view.of(&instrument.title)))),
                (view.text("document"), (!instrument.instrument.number.is_empty()).then(|| html! { (instrument.instrument.number) })),
                (view.text("in-force"), Some(html! { (view.window(&instrument.in_force)) })),
                (view.text("kinds"), row(kinds.map(|kind| view.kind(kind)))),
            ]))
            (section("rules", view.text("rules"), rules(view, own())))
        },
    }
}
