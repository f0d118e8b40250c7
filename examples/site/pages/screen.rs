//! A page for each screening list: what is looked for in texts, on which ground, and how it may be masked.

use super::{facts, row, table};
use crate::asks::plain;
use crate::shell::{Page, View, path};
use gongkai::duty::law::Rule;
use gongkai::screen::source::{Entry, List};
use maud::{Markup, html};

/// The most words of an entry that are shown.
const SHOWN: usize = 6;

pub(super) fn pages(view: &View<'_>) -> Vec<Page> {
    let lists: Vec<&List> = view.book.law().screening.lists().collect();
    let rows: Vec<Vec<Markup>> = lists
        .iter()
        .map(|list| {
            vec![
                view.link(&path("screens", &list.id), view.of(&list.title)),
                html! { code { (list.id) } },
                html! { (list.entry.len()) },
            ]
        })
        .collect();
    let headings = ["screen", "id", "entries"].map(|key| view.text(key));
    let body = html! { p.lead { (view.text("screens-lead")) } (table(&headings, &rows)) };
    let mut pages = vec![super::index(view, "screens", body)];
    pages.extend(lists.iter().map(|list| page(view, list)));
    pages
}

fn page(view: &View<'_>, list: &List) -> Page {
    let rows: Vec<Vec<Markup>> = list
        .entry
        .iter()
        .map(|entry| line(view, list, entry))
        .collect();
    let headings = [
        "matter",
        "words",
        "ground",
        "source",
        "in-force",
        "how-masked",
    ];
    let headings = headings.map(|key| view.text(key));
    let matters: Vec<&str> = list
        .entry
        .iter()
        .map(|entry| view.of(&entry.matter))
        .collect();
    Page {
        path: path("screens", &list.id),
        section: "screens",
        title: list.title.clone(),
        above: vec![("screens/index.html".into(), view.text("screens").to_owned())],
        words: format!("{} {}", list.id, matters.join(" ")),
        body: html! {
            (facts(&[
                (view.text("id"), Some(html! { code { (list.id) } })),
                (view.text("rules"), row(asked(view, &list.id))),
            ]))
            (table(&headings, &rows))
        },
    }
}

fn line(view: &View<'_>, list: &List, entry: &Entry) -> Vec<Markup> {
    let law = view.book.law();
    let grounds = law
        .list(&list.grounds)
        .and_then(|list| law.lists.get(usize::from(list)));
    let ground = grounds.and_then(|grounds| grounds.entry(grounds.find(entry.ground.as_ref()?)?));
    vec![
        html! { span id=(entry.id) { (view.both(&entry.matter)) } @if entry.doubtful { br; span.quiet { (view.text("by-a-person")) } } },
        words(view, entry),
        html! { @if let Some(ground) = ground { (view.of(&ground.label)) } },
        html! { (entry.basis) },
        html! { (view.window(&entry.in_force)) },
        html! { @if let Some(mask) = &entry.mask { code { (mask) } } },
    ]
}

/// Some of the words of an entry, and by which form it is known.
fn words(view: &View<'_>, entry: &Entry) -> Markup {
    let all = || entry.terms.iter().chain(&entry.patterns);
    let finds = entry
        .finds
        .and_then(|finds| serde_json::to_value(finds).ok());
    html! {
        @if let Some(finds) = &finds { p { (view.filled("by-form", &plain(finds))) } }
        (row(all().take(SHOWN).map(|word| html! { (word) })).unwrap_or_default())
        @if all().count() > SHOWN { span.quiet { (view.filled("more-words", &all().count().to_string())) } }
    }
}

/// The rules that look for what is in a list.
fn asked<'b>(view: &'b View<'_>, list: &'b str) -> impl Iterator<Item = Markup> + 'b {
    let looks = move |rule: &&Rule| {
        let screen = rule.source.screen.as_ref();
        screen.is_some_and(|screen| screen.lists.iter().any(|own| own == list))
    };
    view.book
        .law()
        .rules
        .iter()
        .filter(looks)
        .map(|rule| view.rule(rule))
}
