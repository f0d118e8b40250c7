//! A document under judgement: what was read of it, and what is known of its year.

use crate::duty::demand::accounts::{Addend, Rows};
use crate::record::accounts::code::{Agreement, Subjects};
use crate::record::accounts::heading::key;
use crate::record::accounts::read::Forms;
use crate::record::accounts::row::LINES;
use crate::record::accounts::{Code, Document, Held, Place, Statement};
use alloc::{string::String, vec::Vec};

/// A document under judgement.
#[derive(Debug)]
pub struct Paper<'p, 'a> {
    /// The kind of record it belongs to.
    pub kind: &'p str,
    /// What was read.
    pub document: &'p Document<'a>,
    /// The templates of its kind.
    pub forms: &'p Forms,
    /// The year it is about.
    pub year: Option<i32>,
    /// The name of its publisher.
    pub publisher: Option<String>,
    // The statement of each template.
    places: Vec<Option<usize>>,
    // Of each template the rows whose code and name do not agree, in order, with how.
    disagree: Vec<Vec<(usize, Agreement)>>,
}

impl<'p, 'a> Paper<'p, 'a> {
    /// A document of a kind, year and publisher.
    #[must_use]
    pub fn new(
        (kind, forms): (&'p str, &'p Forms),
        document: &'p Document<'a>,
        year: Option<i32>,
        publisher: Option<String>,
    ) -> Self {
        let places = (0..forms.templates.len()).map(|template| {
            document
                .statements
                .iter()
                .position(|statement| statement.template == template)
        });
        let mut paper = Self {
            kind,
            document,
            forms,
            year,
            publisher,
            places: places.collect(),
            disagree: Vec::new(),
        };
        paper.disagree = (0..forms.templates.len())
            .map(|template| paper.disagreements(template))
            .collect();
        paper
    }

    fn disagreements(&self, template: usize) -> Vec<(usize, Agreement)> {
        let (Some(statement), Some(subjects)) = (self.statement(template), self.subjects(template))
        else {
            return Vec::new();
        };
        let rows = statement.rows.iter().enumerate();
        let coded = rows.filter(|(_, row)| row.level > 0 && row.key < LINES);
        coded
            .map(|(number, row)| (number, subjects.agreement(row.key, row.name)))
            .filter(|(_, agreement)| *agreement != Agreement::Agrees)
            .collect()
    }

    /// The rows of a template whose code and name do not agree.
    pub(super) fn disagreeing(&self, template: usize) -> &[(usize, Agreement)] {
        self.disagree.get(template).map_or(&[], Vec::as_slice)
    }

    /// Whether the row of a code has another code's name: then nothing rests on the code.
    pub(super) fn is_disputed(&self, template: usize, code: Code) -> bool {
        let row = self.statement(template).and_then(|own| own.row(code));
        let own = self.disagreeing(template);
        let at = row.and_then(|row| own.binary_search_by_key(&row, |(row, _)| *row).ok());
        let agreement = at.and_then(|at| own.get(at));
        matches!(agreement, Some((_, Agreement::Differs { .. })))
    }

    pub(super) fn place(&self, template: usize) -> Option<usize> {
        self.places.get(template).copied().flatten()
    }

    pub(super) fn statement(&self, template: usize) -> Option<&'p Statement<'a>> {
        self.document.statements.get(self.place(template)?)
    }

    /// Whether a template has a line that sums it up.
    pub(super) fn is_totaled(&self, template: usize) -> bool {
        let form = self.forms.templates.get(template);
        form.is_some_and(|form| form.lines.iter().any(|set| set == "total"))
    }

    pub(super) fn subjects(&self, template: usize) -> Option<&'p Subjects> {
        let codes = self.forms.templates.get(template)?.codes.as_deref()?;
        self.forms.subjects(codes, self.year)
    }

    // Whether a note below a table says that it holds nothing. A page with several tables says it of the last.
    pub(super) fn is_noted(&self, statement: &Statement<'_>, words: &[String]) -> bool {
        let says = |text: &str| {
            let text = key(text);
            words.iter().any(|word| text.contains(word.as_str()))
        };
        let others = self
            .document
            .statements
            .iter()
            .filter(|own| own.page == statement.page);
        let last = others.map(|own| own.at).max() == Some(statement.at);
        let page = statement
            .page
            .and_then(|page| self.document.pages.iter().find(|own| own.number == page));
        let on_page = last && page.is_some_and(|page| says(&page.text));
        statement.notes.iter().any(|note| says(note)) || on_page
    }

    /// Where the cell of a term stands.
    pub(super) fn cell(&self, term: &Addend) -> Option<Place> {
        let statement = self.statement(term.template)?;
        let Rows::Key(key) = term.row else {
            return None;
        };
        Some(statement.place(statement.row(key)?, term.column))
    }

    /// What a sum of cells comes to in one row, and how far rounding reaches.
    pub(super) fn value(&self, sum: &[Addend], code: Option<Code>) -> Option<(i64, i64)> {
        let (mut value, mut band): (i64, i64) = (0, 0);
        for addend in sum {
            let statement = self.statement(addend.template)?;
            if !statement.has_column(addend.column) {
                return None;
            }
            let mut add = |row: usize| {
                let held = statement.held(row, addend.column);
                let fen = held.fen()?;
                value = if addend.minus {
                    value.checked_sub(fen)?
                } else {
                    value.checked_add(fen)?
                };
                if let Held::Amount(_) = held {
                    band = band.saturating_add(statement.half_unit);
                }
                Some(())
            };
            let key = match addend.row {
                Rows::Heads => {
                    let rows = statement.rows.iter().enumerate();
                    let mut heads = rows.filter(|(_, row)| row.level == 1);
                    heads.try_for_each(|(row, _)| add(row))?;
                    continue;
                }
                Rows::Key(key) => key,
                Rows::Each => code?,
            };
            match statement.row(key) {
                Some(row) => add(row)?,
                None if addend.optional && addend.row != Rows::Each => {}
                None => return None,
            }
        }
        Some((value, band))
    }
}
