//! A page for each kind of record: its form, field by field.

use super::{facts, row, rules, section, sentence, table};
use crate::book::base;
use crate::shell::{Page, View, path, rule_path};
use gongkai::record::{Field, Schema};
use maud::{Markup, html};

pub(super) fn pages(view: &View<'_>) -> Vec<Page> {
    let kinds = || view.book.law().schemas();
    let rows: Vec<Vec<Markup>> = kinds()
        .map(|kind| {
            vec![
                view.kind(kind),
                html! { code { (kind.id) } },
                html! { (once(kind).count()) },
                html! { (view.book.rules_for(&kind.id).count()) },
            ]
        })
        .collect();
    let headings = ["kind", "id", "fields", "count-rules"].map(|key| view.text(key));
    let mut pages = vec![super::index(view, "kinds", table(&headings, &rows))];
    pages.extend(
        kinds()
            .enumerate()
            .map(|(number, kind)| page(view, number, kind)),
    );
    pages
}

fn page(view: &View<'_>, number: usize, kind: &Schema) -> Page {
    let label = |slot| {
        kind.field(slot)
            .map(|field| html! { (view.of(&field.label)) })
    };
    let routes = kind.routes.iter().map(|route| html! { (route) });
    Page {
        path: path("kinds", &kind.id),
        section: "kinds",
        title: kind.title.clone(),
        above: vec![("kinds/index.html".into(), view.text("kinds").to_owned())],
        words: format!("{} {}", kind.id, kind.routes.join(" ")),
        body: html! {
            (facts(&[
                (view.text("id"), Some(html! { code { (kind.id) } })),
                (view.text("event-day"), label(kind.event)),
                (view.text("key-field"), row(kind.key.iter().filter_map(|slot| label(*slot)))),
                (view.text("routes"), row(routes)),
            ]))
            (section("form", view.text("form"), Some(form(view, number, kind))))
            (section("rules", view.text("rules"), rules(view, view.book.rules_for(&kind.id))))
        },
    }
}

/// The fields, those that exist per channel once.
fn once(kind: &Schema) -> impl Iterator<Item = &Field> {
    let first = |field: &Field| {
        kind.fields
            .iter()
            .find(|other| base(&other.id) == base(&field.id))
    };
    kind.fields
        .iter()
        .filter(move |field| first(field).is_some_and(|first| first.id == field.id))
}

fn form(view: &View<'_>, number: usize, kind: &Schema) -> Markup {
    let rows: Vec<Vec<Markup>> = once(kind)
        .map(|field| {
            let id = base(&field.id);
            let named = view.book.rules_naming(number, id);
            let named = named.map(|rule| view.link(&rule_path(rule), &rule.source.code));
            vec![
                html! { span id=(field_id(id)) { (label(view, kind, id)) } br; code { (id) } },
                what(view, kind, field),
                html! { (field.help.as_ref().map_or("", |help| view.of(help))) },
                row(field.columns.iter().map(|column| html! { (column) })).unwrap_or_default(),
                row(named).unwrap_or_default(),
            ]
        })
        .collect();
    let headings = ["field", "type", "help", "columns", "named-by"].map(|key| view.text(key));
    table(&headings, &rows)
}

fn label(view: &View<'_>, kind: &Schema, id: &str) -> Markup {
    sentence::label(kind, id).map_or_else(|| html! { (id) }, |label| view.both(&label))
}

/// The type of a field with its list, its unfolding and its secrecy.
fn what(view: &View<'_>, kind: &Schema, field: &Field) -> Markup {
    let list = view.list_of(field);
    let inner = kind
        .fields
        .iter()
        .filter(|other| other.id != base(&field.id) && base(&other.id) == base(&field.id));
    let inner: Vec<Markup> = inner
        .map(|field| html! { (view.of(&field.label)) " " code { (field.id) } })
        .collect();
    html! {
        (view.word(&view.labels().types, field.kind.name()))
        @if let Some(list) = list { " · " (view.link(&path("lists", &list.id), view.of(&list.title))) }
        @if field.sensitive { br; span.sensitive { (view.text("sensitive")) } }
        @if !inner.is_empty() {
            details { summary { (view.text("per")) " (" (inner.len()) ")" } ul { @for one in &inner { li { (one) } } } }
        }
    }
}

/// The place of a field on the page of its kind.
pub(super) fn field_id(field: &str) -> String {
    format!("field-{}", base(field))
}

/// Some fields, each with its kind: what they are called and what they hold.
pub(super) fn named<'b>(
    view: &View<'b>,
    fields: impl Iterator<Item = (&'b Schema, &'b str)>,
) -> Option<Markup> {
    let rows: Vec<Vec<Markup>> = fields.filter_map(|(kind, id)| {
        let field = kind.fields.iter().find(|field| base(&field.id) == id)?;
        let page = path("kinds", &kind.id);
        Some(vec![
            html! { a href={ (view.up) (page) "#" (field_id(id)) } { (label(view, kind, id)) } br; code { (id) } },
            html! { (view.of(&kind.title)) },
            what(view, kind, field),
            html! { (field.help.as_ref().map_or("", |help| view.of(help))) },
        ])
    }).collect();
    let headings = ["field", "kind", "type", "help"].map(|key| view.text(key));
    (!rows.is_empty()).then(|| table(&headings, &rows))
}
