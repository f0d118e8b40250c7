//! The search page, and the index it looks into: both are files that a browser opens without a server.

use crate::book::Book;
use crate::shell::{Page, View};
use gongkai::words::Label;
use maud::html;
use serde::Serialize;

/// What is searched about a page.
#[derive(Serialize)]
struct Entry<'p> {
    path: &'p str,
    section: &'p str,
    zh: &'p str,
    en: &'p str,
    words: &'p str,
    /// The instrument of a clause or a rule.
    of: Option<&'p Label>,
}

/// The script that holds the index.
pub(super) fn index(book: &Book, pages: &[Page]) -> String {
    let entries = pages
        .iter()
        .filter(|page| page.path != "search.html")
        .map(|page| Entry {
            path: &page.path,
            section: page.section,
            zh: &page.title.zh,
            en: &page.title.en,
            words: &page.words,
            of: instrument(book, &page.path),
        });
    let entries: Vec<Entry<'_>> = entries.collect();
    let json = serde_json::to_string(&entries).unwrap_or_default();
    format!("const INDEX = {json};\n")
}

/// The instrument in which a clause or a rule stands.
fn instrument<'b>(book: &'b Book, path: &str) -> Option<&'b Label> {
    let law = book.law();
    let (section, name) = path.split_once('/')?;
    let name = name.strip_suffix(".html")?;
    let pack = match section {
        "clauses" => {
            let id = name.split('.').next()?;
            law.packs.iter().find(|pack| pack.manifest.id == id)
        }
        "rules" => {
            let rule = law.rules.iter().find(|rule| rule.source.code == name)?;
            law.packs.get(rule.pack)
        }
        _ => None,
    };
    pack.map(|pack| &pack.manifest.title)
}

pub(super) fn page(view: &View<'_>) -> Page {
    let name = view.labels().text.get("search").cloned();
    Page {
        path: "search.html".into(),
        section: "",
        title: name.unwrap_or_else(Label::default),
        above: Vec::new(),
        words: String::new(),
        body: html! {
            (view.search_box("q"))
            p #count aria-live="polite" data-count=(view.text("search-count")) data-none=(view.text("search-none")) {}
            ol #results {}
            noscript { p { (view.text("search-script")) } }
            script src={ (view.up) "../index.js" } {}
            script src={ (view.up) "../search.js" } {}
        },
    }
}
