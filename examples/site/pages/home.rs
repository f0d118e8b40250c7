//! The door of the site and the first page of a language: all instruments.

use super::{section, table, verdict};
use crate::book::Book;
use crate::language::Language;
use crate::shell::{Page, View, path};
use gongkai::Verdict;
use maud::{DOCTYPE, Markup, html};

/// The page on which a language is chosen.
pub(super) fn door(book: &Book) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang="zh-CN" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "公开 · gongkai" }
                link rel="stylesheet" href="style.css";
            }
            body {
                main.door {
                    @for language in Language::ALL {
                        @let view = View { book, language, up: "" };
                        section lang=(language.tag()) {
                            h1 { a href={ (language.folder()) "/index.html" } { (view.text("site")) } }
                            p { (view.text("lead")) }
                        }
                    }
                }
            }
        }
    };
    markup.into_string()
}

/// The first page of a language.
pub(super) fn page(view: &View<'_>) -> Page {
    let law = view.book.law();
    let packs = law.packs.iter().enumerate();
    let rows: Vec<Vec<Markup>> = packs
        .map(|(number, pack)| {
            let manifest = &pack.manifest;
            let rules = law.rules.iter().filter(|rule| rule.pack == number).count();
            vec![
                view.link(&path("instruments", &manifest.id), view.of(&manifest.title)),
                html! { (manifest.instrument.number) },
                html! { (view.window(&manifest.in_force)) },
                html! { (pack.clauses.len()) },
                html! { (rules) },
            ]
        })
        .collect();
    let headings =
        ["title", "document", "in-force", "clauses", "count-rules"].map(|key| view.text(key));
    Page {
        path: "index.html".into(),
        section: "instruments",
        title: gongkai::words::Label {
            zh: Language::Chinese.of(site(view)).to_owned(),
            en: Language::English.of(site(view)).to_owned(),
        },
        above: Vec::new(),
        words: String::new(),
        body: html! {
            p.lead { (view.text("lead")) }
            (section("instruments", view.text("instruments"), Some(table(&headings, &rows))))
            (section("verdicts", view.text("verdicts"), Some(verdicts(view))))
        },
    }
}

fn verdicts(view: &View<'_>) -> Markup {
    html! {
        dl.facts {
            @for answer in Verdict::ALL.into_iter().rev() {
                dt { (verdict(view, answer)) }
                dd { (view.labels().text.get(&format!("answer-{}", answer.name())).map_or("", |label| view.of(label))) }
            }
        }
    }
}

fn site<'b>(view: &View<'b>) -> &'b gongkai::words::Label {
    static NONE: gongkai::words::Label = gongkai::words::Label {
        zh: String::new(),
        en: String::new(),
    };
    view.labels().text.get("site").unwrap_or(&NONE)
}
