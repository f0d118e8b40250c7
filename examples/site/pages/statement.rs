//! A page for each table of a budget or account: the names it is published under, its columns and its lines.

use super::{facts, row, section, table};
use crate::shell::{Page, View, path};
use gongkai::record::accounts::template::{Line, Template};
use maud::{Markup, html};

pub(super) fn pages(view: &View<'_>) -> Vec<Page> {
    let templates = &view.book.law().templates;
    let rows: Vec<Vec<Markup>> = templates
        .iter()
        .map(|template| {
            vec![
                link(view, template),
                kinds(view, template).unwrap_or_default(),
                html! { (template.column.len()) },
            ]
        })
        .collect();
    let headings = ["statement", "kinds", "column"].map(|key| view.text(key));
    let mut pages = vec![super::index(view, "statements", table(&headings, &rows))];
    pages.extend(templates.iter().map(|template| page(view, template)));
    pages
}

/// A link to the page of a table.
pub(super) fn link(view: &View<'_>, template: &Template) -> Markup {
    view.link(
        &path("statements", &name(template)),
        view.of(&template.title),
    )
}

/// The name of its page: tables of budgets and of accounts share their ids.
fn name(template: &Template) -> String {
    let kinds = template.kinds.iter().map(String::as_str);
    let parts: Vec<&str> = kinds.chain([template.id.as_str()]).collect();
    parts.join("-")
}

fn kinds(view: &View<'_>, template: &Template) -> Option<Markup> {
    let law = view.book.law();
    let kinds = template
        .kinds
        .iter()
        .filter_map(|id| law.schema(law.kind(id)?));
    row(kinds.map(|kind| view.kind(kind)))
}

fn page(view: &View<'_>, template: &Template) -> Page {
    let law = view.book.law();
    let classified = template.codes.as_ref();
    let classified = law
        .classifications
        .iter()
        .find(|own| Some(&own.id) == classified);
    let columns: Vec<Vec<Markup>> = template
        .column
        .iter()
        .map(|column| {
            vec![
                view.both(&column.label),
                row(column.headings.iter().map(|heading| html! { (heading) })).unwrap_or_default(),
            ]
        })
        .collect();
    let headings = ["column", "headings"].map(|key| view.text(key));
    Page {
        path: path("statements", &name(template)),
        section: "statements",
        title: template.title.clone(),
        above: vec![(
            "statements/index.html".into(),
            view.text("statements").to_owned(),
        )],
        words: template.titles.join(" "),
        body: html! {
            (facts(&[
                (view.text("id"), Some(html! { code { (template.id) } })),
                (view.text("applies-to"), kinds(view, template)),
                (view.text("published-as"), row(template.titles.iter().map(|title| html! { (title) }))),
                (view.text("classified"), classified.map(|own| html! { (view.of(&own.title)) })),
            ]))
            (table(&headings, &columns))
            (section("lines", view.text("lines"), lines(view, template)))
        },
    }
}

/// The lines of a table.
pub(super) fn lines_of<'b>(
    view: &View<'b>,
    template: &'b Template,
) -> impl Iterator<Item = &'b Line> {
    let sets = view.book.law().lines.iter();
    let own = sets.filter(|set| template.lines.contains(&set.id));
    own.flat_map(|set| &set.line)
}

fn lines(view: &View<'_>, template: &Template) -> Option<Markup> {
    let names =
        |names: &[String]| row(names.iter().map(|name| html! { (name) })).unwrap_or_default();
    let rows: Vec<Vec<Markup>> = lines_of(view, template)
        .map(|line| {
            vec![
                names(&line.names),
                names(&line.former),
                html! { @if let Some(code) = line.code { code { (code) } } },
            ]
        })
        .collect();
    let headings = ["line", "former", "code"].map(|key| view.text(key));
    (!rows.is_empty()).then(|| table(&headings, &rows))
}
