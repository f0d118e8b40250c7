//! A page for each list: its entries, and the fields and rules that use it.

use super::{facts, row, section, table};
use crate::book::base;
use crate::shell::{Page, View, path};
use gongkai::record::codes::{CodeEntry, CodeList};
use gongkai::record::{FieldType, Schema};
use maud::{Markup, html};
use std::collections::BTreeMap;

pub(super) fn pages(view: &View<'_>) -> Vec<Page> {
    let lists = &view.book.law().lists;
    let rows: Vec<Vec<Markup>> = lists
        .iter()
        .map(|list| {
            vec![
                view.link(&path("lists", &list.id), view.of(&list.title)),
                html! { code { (list.id) } },
                html! { (list.entries.len()) },
            ]
        })
        .collect();
    let headings = ["list", "id", "entries"].map(|key| view.text(key));
    let mut pages = vec![super::index(view, "lists", table(&headings, &rows))];
    pages.extend(
        (0_u16..)
            .zip(lists)
            .map(|(number, list)| page(view, number, list)),
    );
    pages
}

fn page(view: &View<'_>, number: u16, list: &CodeList) -> Page {
    let rows: Vec<Vec<Markup>> = list.entries.iter().map(|entry| line(view, entry)).collect();
    let headings = ["code", "title", "aliases", "in-force"].map(|key| view.text(key));
    let entries = (!rows.is_empty()).then(|| table(&headings, &rows));
    let labels: Vec<&str> = list
        .entries
        .iter()
        .map(|entry| view.of(&entry.label))
        .collect();
    Page {
        path: path("lists", &list.id),
        section: "lists",
        title: list.title.clone(),
        above: vec![("lists/index.html".into(), view.text("lists").to_owned())],
        words: format!("{} {}", list.id, labels.join(" ")),
        body: html! {
            (facts(&[
                (view.text("id"), Some(html! { code { (list.id) } })),
                (view.text("used-by"), row(users(view, number))),
                (view.text("rules"), row(demanded(view, &list.id))),
            ]))
            @if list.supplied { p { (view.text("supplied-list")) } }
            (section("entries", view.text("entries"), entries))
        },
    }
}

fn line(view: &View<'_>, entry: &CodeEntry) -> Vec<Markup> {
    vec![
        html! { code { (entry.code) } },
        html! { (view.both(&entry.label)) @if entry.continues { br; span.quiet { (view.text("continues")) } } },
        row(entry.aliases.iter().map(|alias| html! { (alias) })).unwrap_or_default(),
        html! { (view.window(&entry.in_force)) },
    ]
}

/// The fields that hold codes of a list.
fn users<'b>(view: &'b View<'_>, list: u16) -> impl Iterator<Item = Markup> + 'b {
    let mut fields: BTreeMap<(&str, &str), &Schema> = BTreeMap::new();
    for kind in view.book.law().schemas() {
        for field in kind
            .fields
            .iter()
            .filter(|field| field.kind == FieldType::Code(list))
        {
            fields.insert((&kind.id, base(&field.id)), kind);
        }
    }
    fields.into_iter().map(move |((_, id), kind)| {
        let text = super::sentence::label(kind, id).unwrap_or_default();
        let page = path("kinds", &kind.id);
        html! { a href={ (view.up) (page) "#" (super::kind::field_id(id)) } { (view.of(&kind.title)) " · " (view.of(&text)) } }
    })
}

/// The rules that want a value to be in the list or not.
fn demanded<'b>(view: &'b View<'_>, list: &'b str) -> impl Iterator<Item = Markup> + 'b {
    let rules = view.book.law().rules.iter();
    let named = move |rule: &&gongkai::duty::law::Rule| {
        rule.source.listed.as_ref().is_some_and(|listed| {
            [&listed.within, &listed.not_in]
                .into_iter()
                .flatten()
                .any(|own| own == list)
        })
    };
    rules.filter(named).map(|rule| view.rule(rule))
}
