//! From sheets to statements: which template a table is, where it begins, goes on and ends.

mod fill;
mod find;
mod tree;

use super::code::{Span, Subjects};
use super::doubt::Doubt;
use super::heading::key;
use super::page::Page;
use super::sheet::Sheet;
use super::statement::Statement;
use super::template::{Classification, Line, LineSet, Template};
use crate::order;
use alloc::{string::String, vec::Vec};
use find::Found;

/// What packs know about the tables of a kind of record.
#[derive(Debug, Clone, Default)]
pub struct Forms {
    /// The templates of the kind.
    pub templates: Vec<Template>,
    /// Every line of every set; a template's lines are found by the sets it names.
    pub lines: Vec<Line>,
    /// The classifications, without names where they are not loaded.
    pub classifications: Vec<Classification>,
    // The names of each span of years.
    spans: Vec<Span>,
    // Keys of titles, longest first, with the template.
    titles: Vec<(String, usize)>,
    // For each template the keys of its lines, sorted, with whether the name is a former one and the line.
    named: Vec<Vec<(String, bool, usize)>>,
}

/// A budget or account read.
#[derive(Debug, Clone, Default)]
pub struct Document<'a> {
    /// Its tables.
    pub statements: Vec<Statement<'a>>,
    /// Its running text.
    pub pages: &'a [Page<'a>],
    /// What could not be taken as it stands.
    pub doubts: Vec<Doubt>,
    /// How many rows were left aside because their table is none of the templates.
    pub aside: u32,
}

impl Forms {
    /// What packs know, ready to look up.
    #[must_use]
    pub fn new(
        templates: Vec<Template>,
        sets: &[LineSet],
        classifications: Vec<Classification>,
    ) -> Self {
        let lines: Vec<Line> = sets
            .iter()
            .flat_map(|set| set.line.iter().cloned())
            .collect();
        let named = templates
            .iter()
            .map(|template| named(template, sets))
            .collect();
        let mut titles: Vec<(String, usize)> = Vec::new();
        for (number, template) in templates.iter().enumerate() {
            titles.extend(template.titles.iter().map(|title| (key(title), number)));
        }
        order::sort_by(&mut titles, |a, b| {
            b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b))
        });
        Self {
            templates,
            lines,
            spans: Subjects::of_spans(&classifications),
            classifications,
            titles,
            named,
        }
    }

    /// The template a line names, if it is a title of one.
    #[must_use]
    pub fn titled(&self, line: &str) -> Option<usize> {
        // The longest title is below 200 bytes; whole sentences are passed over.
        if line.len() > 400 {
            return None;
        }
        let line = key(line);
        let line = line.trim_end_matches(['…', '.', '·', ' ']);
        let fits = |title: &str| line.strip_suffix(title).is_some_and(may_precede);
        self.titles
            .iter()
            .find(|(title, _)| fits(title))
            .map(|(_, template)| *template)
    }

    /// The classification of a template's rows.
    #[must_use]
    pub fn classification(&self, template: &Template) -> Option<&Classification> {
        let id = template.codes.as_ref()?;
        self.classifications.iter().find(|own| own.id == *id)
    }

    /// The names of a classification in a year.
    #[must_use]
    pub fn subjects(&self, id: &str, year: Option<i32>) -> Option<&Subjects> {
        let holds = |span: &&Span| match (span.years, year) {
            (Some((first, last)), Some(year)) => first <= year && year <= last,
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        let mut own = self.spans.iter().filter(|span| span.id == id);
        let subjects = own.find(holds).map(|span| &span.subjects);
        subjects.filter(|own| !own.is_empty())
    }

    /// Whether some classification has a name for a code in a year.
    #[must_use]
    pub fn names(&self, code: u32, year: Option<i32>) -> bool {
        let mut own = self.classifications.iter();
        own.any(|own| {
            let subjects = self.subjects(&own.id, year);
            subjects.is_some_and(|subjects| subjects.name(code).is_some())
        })
    }

    /// The template with an id.
    #[must_use]
    pub fn template(&self, id: &str) -> Option<usize> {
        self.templates.iter().position(|template| template.id == id)
    }

    /// The key of a line.
    #[must_use]
    pub fn line(&self, id: &str) -> Option<u32> {
        if id == "total" {
            return Some(super::row::TOTAL);
        }
        let at = self.lines.iter().position(|line| line.id == id)?;
        Some(super::row::LINES.saturating_add(super::sheet::index(at)))
    }
}

// A title may follow a year, a number or the publisher, but not words that make it another table's.
fn may_precede(before: &str) -> bool {
    const BEFORE: [&str; 15] = [
        "年", "年度", "部门", "单位", "局", "处", "厅", "委", "院", "所", "中心", "街道", "镇",
        "、", ".",
    ];
    before.is_empty()
        || before.ends_with([')', '-', ':'])
        || BEFORE.iter().any(|word| before.ends_with(word))
}

fn named(template: &Template, sets: &[LineSet]) -> Vec<(String, bool, usize)> {
    let mut named = Vec::new();
    let mut first = 0_usize;
    for set in sets {
        if template.lines.contains(&set.id) {
            for (number, line) in (first..).zip(&set.line) {
                named.extend(line.names.iter().map(|name| (key(name), false, number)));
                named.extend(line.former.iter().map(|name| (key(name), true, number)));
            }
        }
        first = first.saturating_add(set.line.len());
    }
    order::sort(&mut named);
    named
}

impl<'a> Document<'a> {
    /// Reads sheets and pages.
    #[must_use]
    pub fn read(forms: &Forms, sheets: &'a [Sheet<'a>], pages: &'a [Page<'a>]) -> Self {
        let mut document = Self {
            pages,
            ..Self::default()
        };
        let mut found: Vec<Found> = Vec::new();
        for (number, sheet) in sheets.iter().enumerate() {
            find::tables(forms, sheet, number, &mut found);
        }
        for table in &found {
            let Some(sheet) = sheets.get(table.sheet) else {
                continue;
            };
            fill::table(forms, sheet, table, &mut document);
        }
        order::sort_by_key(&mut document.statements, |statement| statement.at);
        for statement in &mut document.statements {
            tree::finish(forms, statement, &mut document.doubts);
        }
        document
    }

    /// The statement of a template.
    #[must_use]
    pub fn statement(&self, template: usize) -> Option<&Statement<'a>> {
        self.statements
            .iter()
            .find(|statement| statement.template == template)
    }
}
