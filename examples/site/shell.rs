//! What every page has: its frame, its way back, links, and words in the page's language.

use crate::book::Book;
use crate::labels::Labels;
use crate::language::Language;
use gongkai::duty::law::{Pack, Rule};
use gongkai::duty::source::{Clause, Window};
use gongkai::record::codes::CodeList;
use gongkai::record::{Field, FieldType, Schema};
use gongkai::words::Label;
use maud::{DOCTYPE, Markup, html};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The sections of the site: key of the name, and page.
pub(crate) const SECTIONS: [(&str, &str); 11] = [
    ("instruments", "index.html"),
    ("rules", "rules/index.html"),
    ("kinds", "kinds/index.html"),
    ("lists", "lists/index.html"),
    ("years", "years/index.html"),
    ("profiles", "profiles/index.html"),
    ("indicators", "indicators/index.html"),
    ("screens", "screens/index.html"),
    ("statements", "statements/index.html"),
    ("channels", "channels/index.html"),
    ("errors", "errors/index.html"),
];

/// A page, in one language.
pub(crate) struct Page {
    /// Its path below the folder of its language.
    pub(crate) path: String,
    /// The key of its section.
    pub(crate) section: &'static str,
    pub(crate) title: Label,
    /// The pages above it, the nearest last: path and name.
    pub(crate) above: Vec<(String, String)>,
    /// What it is also found by.
    pub(crate) words: String,
    pub(crate) body: Markup,
}

/// The book as it is seen from the pages of one language and depth.
#[derive(Clone, Copy)]
pub(crate) struct View<'b> {
    pub(crate) book: &'b Book,
    pub(crate) language: Language,
    /// The way from the page to the folder of its language.
    pub(crate) up: &'static str,
}

impl<'b> View<'b> {
    /// A text of the site by its key.
    pub(crate) fn text(&self, key: &'b str) -> &'b str {
        self.word(&self.book.labels.text, key)
    }

    /// A text with its `{}` filled in.
    pub(crate) fn filled(&self, key: &'b str, value: &str) -> String {
        self.text(key).replace("{}", value)
    }

    /// A word of a table of the labels; the key itself where the table has none.
    pub(crate) fn word(&self, table: &'b BTreeMap<String, Label>, key: &'b str) -> &'b str {
        table.get(key).map_or(key, |label| self.language.of(label))
    }

    pub(crate) fn labels(&self) -> &'b Labels {
        &self.book.labels
    }

    pub(crate) fn of<'l>(&self, label: &'l Label) -> &'l str {
        self.language.of(label)
    }

    /// A label, and small beside it the same in the other language.
    pub(crate) fn both(&self, label: &Label) -> Markup {
        let (own, other) = (self.of(label), self.language.other());
        html! {
            (own)
            @if other.of(label) != own { " " span.other lang=(other.tag()) { (other.of(label)) } }
        }
    }

    pub(crate) fn link(&self, path: &str, text: &str) -> Markup {
        html! { a href={ (self.up) (path) } { (text) } }
    }

    pub(crate) fn rule(&self, rule: &Rule) -> Markup {
        let text = format!("{} {}", rule.source.code, self.of(&rule.source.title));
        self.link(&rule_path(rule), &text)
    }

    pub(crate) fn clause(&self, pack: &Pack, clause: &Clause) -> Markup {
        self.link(&clause_path(pack, clause), &self.clause_name(clause))
    }

    pub(crate) fn kind(&self, kind: &Schema) -> Markup {
        self.link(&path("kinds", &kind.id), self.of(&kind.title))
    }

    /// The list of a code field.
    pub(crate) fn list_of(&self, field: &Field) -> Option<&'b CodeList> {
        if let FieldType::Code(list) = field.kind {
            let list = self.book.law().lists.get(usize::from(list));
            return list.map(|list| &**list);
        }
        None
    }

    /// “第7条” or “Clause 7”; a clause that is named and not numbered keeps its name.
    pub(crate) fn clause_name(&self, clause: &Clause) -> String {
        let numbered = clause
            .number
            .starts_with(|sign: char| sign.is_ascii_digit());
        let number = if numbered {
            self.filled("clause-number", &clause.number)
        } else {
            String::new()
        };
        format!("{number} {}", self.of(&clause.title))
            .trim()
            .to_owned()
    }

    /// A period in words.
    pub(crate) fn window(&self, window: &Window) -> String {
        let from = window
            .from
            .map(|day| self.filled("from-day", &day.to_string()));
        let until = window
            .until
            .map(|day| self.filled("until-day", &day.to_string()));
        let ends: Vec<String> = [from, until].into_iter().flatten().collect();
        if ends.is_empty() {
            return self.text("open").to_owned();
        }
        ends.concat().trim().to_owned()
    }

    /// The whole page.
    pub(crate) fn frame(&self, page: &Page) -> String {
        let title = format!("{} · {}", self.of(&page.title), self.text("site"));
        let other = self.language.other();
        let markup = html! {
            (DOCTYPE)
            html lang=(self.language.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) }
                    link rel="stylesheet" href={ (self.up) "../style.css" };
                }
                body {
                    a.skip href="#text" { (self.text("skip")) }
                    header {
                        p.site { (self.link("index.html", self.text("site"))) }
                        @if !page.section.is_empty() { (self.search_box("")) }
                        p.language {
                            a lang=(other.tag()) hreflang=(other.tag()) href={ (self.up) "../" (other.folder()) "/" (page.path) } {
                                (self.text("language"))
                            }
                        }
                        (self.sections(page.section))
                    }
                    (self.way(page))
                    main #text {
                        h1 { (self.both(&page.title)) }
                        (page.body)
                    }
                    footer {
                        p { (self.text("advice")) }
                        p { (self.filled("prints", self.book.engine.stamp().engine)) }
                    }
                }
            }
        };
        markup.into_string()
    }

    fn sections(&self, own: &str) -> Markup {
        html! {
            nav aria-label=(self.text("sections")) {
                ul {
                    @for (key, path) in SECTIONS {
                        li { a href={ (self.up) (path) } aria-current=[(key == own).then_some("true")] { (self.text(key)) } }
                    }
                }
            }
        }
    }

    fn way(&self, page: &Page) -> Markup {
        html! {
            @if !page.above.is_empty() {
                nav.way aria-label=(self.text("you-are-here")) {
                    ol { @for (path, name) in &page.above { li { (self.link(path, name)) } } }
                }
            }
        }
    }

    /// The box that leads to the search page.
    pub(crate) fn search_box(&self, id: &str) -> Markup {
        html! {
            form.search role="search" action={ (self.up) "search.html" } {
                input type="search" name="q" id=[(!id.is_empty()).then_some(id)] aria-label=(self.text("search")) placeholder=(self.text("search-hint"));
                button { (self.text("search")) }
            }
        }
    }
}

/// The path of a page about something with an id.
pub(crate) fn path(folder: &str, id: &str) -> String {
    format!("{folder}/{}.html", slug(id))
}

pub(crate) fn rule_path(rule: &Rule) -> String {
    path("rules", &rule.source.code)
}

pub(crate) fn clause_path(pack: &Pack, clause: &Clause) -> String {
    path(
        "clauses",
        &format!("{}.{}", pack.manifest.id, clause.number),
    )
}

/// A text as a part of a path: letters, digits, dots and dashes stay, anything else becomes its number.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for sign in text.chars() {
        if sign.is_ascii_alphanumeric() || "-._".contains(sign) {
            slug.push(sign);
        } else {
            let _ = write!(slug, "-{:x}-", u32::from(sign));
        }
    }
    slug
}
