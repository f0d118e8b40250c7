//! The pages, a file for each kind of page, and what they have in common.

mod case;
mod clause;
mod days;
mod error;
mod home;
mod indicators;
mod instrument;
mod kind;
mod list;
mod profile;
mod rule;
mod screen;
mod search;
mod sentence;
mod statement;
mod year;

use crate::book::Book;
use crate::language::Language;
use crate::shell::{Page, View};
use gongkai::Verdict;
use gongkai::duty::law::Rule;
use maud::{Markup, html};

const STYLE: &str = include_str!("../style.css");
const SCRIPT: &str = include_str!("../search.js");

/// A file of the site.
pub(crate) struct File {
    /// Its path below the folder of the site.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Every file of the site.
pub(crate) fn all(book: &Book) -> Vec<File> {
    let mut files = vec![
        File {
            path: "index.html".into(),
            text: home::door(book),
        },
        File {
            path: "style.css".into(),
            text: STYLE.into(),
        },
        File {
            path: "search.js".into(),
            text: SCRIPT.into(),
        },
    ];
    for language in Language::ALL {
        let pages = of(book, language);
        if language == Language::Chinese {
            files.push(File {
                path: "index.js".into(),
                text: search::index(book, &pages),
            });
        }
        files.extend(pages.iter().map(|page| {
            let up = if page.path.contains('/') { "../" } else { "" };
            let view = View { book, language, up };
            File {
                path: format!("{}/{}", language.folder(), page.path),
                text: view.frame(page),
            }
        }));
    }
    files
}

/// Every page of a language.
fn of(book: &Book, language: Language) -> Vec<Page> {
    let top = View {
        book,
        language,
        up: "",
    };
    let view = View {
        book,
        language,
        up: "../",
    };
    let mut pages = vec![home::page(&top), search::page(&top)];
    for section in [
        instrument::pages,
        clause::pages,
        rule::pages,
        kind::pages,
        list::pages,
        year::pages,
        profile::pages,
        indicators::pages,
        screen::pages,
        statement::pages,
        error::pages,
    ] {
        pages.extend(section(&view));
    }
    pages
}

/// The page of a section, at which its pages begin.
fn index(view: &View<'_>, section: &'static str, body: Markup) -> Page {
    Page {
        path: format!("{section}/index.html"),
        section,
        title: view.labels().text.get(section).cloned().unwrap_or_default(),
        above: Vec::new(),
        words: String::new(),
        body,
    }
}

/// A table with a heading row.
fn table(headings: &[&str], rows: &[Vec<Markup>]) -> Markup {
    html! {
        div.wide {
            table {
                thead { tr { @for heading in headings { th scope="col" { (heading) } } } }
                tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
            }
        }
    }
}

/// Names with what they are, those that are nothing left out.
fn facts(rows: &[(&str, Option<Markup>)]) -> Markup {
    html! {
        dl.facts {
            @for (name, value) in rows {
                @if let Some(value) = value { dt { (name) } dd { (value) } }
            }
        }
    }
}

/// Links one beside the other.
fn row(links: impl Iterator<Item = Markup>) -> Option<Markup> {
    let links: Vec<Markup> = links.collect();
    (!links.is_empty()).then(|| html! { ul.row { @for link in &links { li { (link) } } } })
}

/// A section with a heading that can be linked to; nothing if it is empty.
fn section(id: &str, heading: &str, body: Option<Markup>) -> Markup {
    html! { @if let Some(body) = body { section id=(id) { h2 { (heading) } (body) } } }
}

/// The table of some rules; nothing if there are none.
fn rules<'r>(view: &View<'_>, rules: impl Iterator<Item = &'r Rule>) -> Option<Markup> {
    let rows: Vec<Vec<Markup>> = rules
        .map(|rule| {
            let kinds = rule
                .source
                .applies_to
                .iter()
                .filter_map(|id| view.book.law().kind(id));
            let kinds = kinds.filter_map(|kind| view.book.law().schema(kind));
            vec![
                view.link(&crate::shell::rule_path(rule), &rule.source.code),
                html! { (view.of(&rule.source.title)) },
                row(kinds.map(|kind| view.kind(kind))).unwrap_or_default(),
                weight(view, rule),
                html! { (view.window(&rule.in_force)) },
            ]
        })
        .collect();
    let headings =
        ["code", "title", "applies-to", "severity", "in-force"].map(|key| view.text(key));
    (!rows.is_empty()).then(|| table(&headings, &rows))
}

fn weight(view: &View<'_>, rule: &Rule) -> Markup {
    let name = serde_json::to_value(rule.severity()).ok();
    let name = name
        .as_ref()
        .and_then(serde_json::Value::as_str)
        .unwrap_or_default();
    let label = view.labels().severity.get(name);
    html! { span.weight.(name) { (label.map_or(name, |label| view.of(label))) } }
}

fn verdict(view: &View<'_>, verdict: Verdict) -> Markup {
    let spaced = verdict.name().replace('_', " ");
    let text = match view.language {
        Language::Chinese => verdict.zh(),
        Language::English => &spaced,
    };
    html! { span.verdict.(verdict.name()) { (text) } }
}
