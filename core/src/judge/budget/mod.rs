//! The tables and the text of a budget or account under the rules that ask about them.
#![expect(
    clippy::excessive_nesting,
    reason = "rules, sums and cells are three levels of one document"
)]

mod cause;
pub mod remark;
mod rows;
pub mod sums;
mod text;

pub use remark::{Cause, Guess, Remark, Spot, What};
pub use rows::place;

use super::applies::{Applies, applies};
use super::case::{Case, Notebook};
use crate::duty::demand::Checks;
use crate::duty::demand::Demand;
use crate::duty::verdict::Tally;
use crate::duty::{Observation, Verdict};
use crate::record::accounts::code::{Agreement, Subjects};
use crate::record::accounts::heading::key;
use crate::record::accounts::page::Prose;
use crate::record::accounts::prose::NAMED;
use crate::record::accounts::read::Forms;
use crate::record::accounts::row::{LINES, TOTAL};
use crate::record::accounts::{Code, Document, Statement};
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use sums::{At, CellAt, Outcome, Sum, Walk};
use text::Talk;

/// A document under judgement.
#[derive(Debug)]
pub struct Paper<'p, 'a> {
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
    // The classifications of the year.
    subjects: BTreeMap<&'p str, Subjects>,
    // Codes of each template whose rows have the name of another.
    disputed: Vec<Vec<Code>>,
}

/// What the rules saw.
#[derive(Debug, Default)]
pub struct Judged {
    /// What is worth saying.
    pub remarks: Vec<Remark>,
    /// Why a rule could not be asked: its conditions, or the law in force on its day.
    pub observations: Vec<Observation>,
    /// The verdict of each rule.
    pub verdicts: Vec<(u16, Verdict)>,
    /// How many rules gave each verdict.
    pub tally: Tally,
    /// Sums that add up but for rounding: where, and by how much.
    pub rounded: Vec<(At, i64)>,
    /// How many sums were added up.
    pub sums: u64,
}

impl<'p, 'a> Paper<'p, 'a> {
    /// A document of a year and publisher.
    #[must_use]
    pub fn new(
        document: &'p Document<'a>,
        forms: &'p Forms,
        year: Option<i32>,
        publisher: Option<String>,
    ) -> Self {
        let places = (0..forms.templates.len()).map(|template| {
            document
                .statements
                .iter()
                .position(|statement| statement.template == template)
        });
        let mut subjects: BTreeMap<&str, Subjects> = BTreeMap::new();
        for id in forms
            .templates
            .iter()
            .filter_map(|template| template.codes.as_deref())
        {
            let own = || Subjects::of_year(&forms.classifications, id, year);
            subjects.entry(id).or_insert_with(own);
        }
        let mut paper = Self {
            document,
            forms,
            year,
            publisher,
            places: places.collect(),
            subjects,
            disputed: Vec::new(),
        };
        paper.disputed = (0..forms.templates.len())
            .map(|template| paper.disputes(template))
            .collect();
        paper
    }

    fn disputes(&self, template: usize) -> Vec<Code> {
        let (Some(statement), Some(subjects)) = (self.statement(template), self.subjects(template))
        else {
            return Vec::new();
        };
        let rows = statement
            .rows
            .iter()
            .filter(|row| row.level > 0 && row.key < LINES);
        let differ = rows.filter(|row| {
            matches!(
                subjects.agreement(row.key, row.name),
                Agreement::Differs { .. }
            )
        });
        differ.map(|row| row.key).collect()
    }

    // Whether the row of a code has another code's name: then nothing rests on the code.
    fn is_disputed(&self, template: usize, code: Code) -> bool {
        self.disputed
            .get(template)
            .is_some_and(|codes| codes.contains(&code))
    }

    fn place(&self, template: usize) -> Option<usize> {
        self.places.get(template).copied().flatten()
    }

    pub(super) fn statement(&self, template: usize) -> Option<&'p Statement<'a>> {
        self.document.statements.get(self.place(template)?)
    }

    fn subjects(&self, template: usize) -> Option<&Subjects> {
        let codes = self.forms.templates.get(template)?.codes.as_deref()?;
        self.subjects.get(codes).filter(|own| !own.is_empty())
    }

    // Whether a note below a table says that it holds nothing. A page with several tables says it of the last.
    fn is_noted(&self, statement: &Statement<'_>, words: &[String]) -> bool {
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
}

/// Where the checks of one rule write what they saw.
pub(super) struct Sheet<'n> {
    rule: u16,
    remarks: &'n mut Vec<Remark>,
    verdict: Verdict,
}

impl Sheet<'_> {
    fn note(&mut self, verdict: Verdict, at: Spot, what: What) {
        self.verdict = self.verdict.max(verdict);
        self.remarks.push(Remark {
            rule: self.rule,
            verdict,
            at,
            what,
            affects: Vec::new(),
        });
    }

    const fn met(&mut self) {
        if matches!(self.verdict, Verdict::NotApplicable) {
            self.verdict = Verdict::Met;
        }
    }
}

/// Judges a document by every rule of its kind that asks about tables or text.
#[must_use]
pub fn judge(case: &Case<'_, '_>, paper: &Paper<'_, '_>) -> Judged {
    let mut judged = Judged::default();
    let mut verdicts: Vec<(u16, Verdict)> = Vec::new();
    let mut summed: Vec<(u16, &Checks)> = Vec::new();
    for duty in &case.program.rules {
        let Demand::Accounts(checks) = &duty.demand else {
            continue;
        };
        let mut notebook = Notebook::new(duty.rule, &mut judged.observations);
        let verdict = match applies(duty, case, &mut notebook) {
            Applies::No => Verdict::NotApplicable,
            Applies::Unknown => Verdict::Undetermined,
            Applies::Yes => {
                summed.push((duty.rule, checks));
                one(duty.rule, checks, paper, &mut judged.remarks)
            }
        };
        verdicts.push((duty.rule, verdict));
    }
    sums(&summed, paper, &mut judged, &mut verdicts);
    prose(&summed, paper, &mut judged.remarks, &mut verdicts);
    for (_, verdict) in &verdicts {
        judged.tally.count(*verdict);
    }
    judged.verdicts = verdicts;
    judged
}

fn one(rule: u16, checks: &Checks, paper: &Paper<'_, '_>, remarks: &mut Vec<Remark>) -> Verdict {
    let mut sheet = Sheet {
        rule,
        remarks,
        verdict: Verdict::NotApplicable,
    };
    sheet.present(checks, paper);
    if checks.source.typed {
        sheet.typed(paper);
    }
    sheet.named(checks, paper);
    sheet.deep(checks, paper);
    sheet.open(checks, paper);
    sheet.verdict
}

// The text under all rules together: first the amounts it states, then what follows from them.
fn prose(
    rules: &[(u16, &Checks)],
    paper: &Paper<'_, '_>,
    remarks: &mut Vec<Remark>,
    verdicts: &mut [(u16, Verdict)],
) {
    let prose = Prose::of(paper.document.pages);
    let mut wrong = Vec::new();
    let mut talk = Talk {
        paper,
        prose: &prose,
        wrong: &mut wrong,
    };
    for first in [true, false] {
        for (rule, checks) in rules {
            let mut sheet = Sheet {
                rule: *rule,
                remarks,
                verdict: Verdict::NotApplicable,
            };
            if first {
                sheet.amounts(checks, &mut talk);
            } else {
                sheet.text(checks, &talk);
            }
            let verdict = sheet.verdict;
            raise(verdicts, *rule, verdict);
        }
    }
}

// Sums of all rules together, because one wrong cell breaks those of several.
fn sums(
    rules: &[(u16, &Checks)],
    paper: &Paper<'_, '_>,
    judged: &mut Judged,
    verdicts: &mut [(u16, Verdict)],
) {
    let mut broken: Vec<Sum> = Vec::new();
    let mut lines = Vec::new();
    for (rule, checks) in rules {
        let mut verdict = Verdict::NotApplicable;
        let mut walk = Walk::new(paper, *rule);
        walk.all(checks, &mut |sum, outcome| {
            verdict = verdict.max(judged.count(sum, outcome));
            if outcome == Outcome::Broken {
                broken.push(sum.clone());
            }
        });
        for line in walk.lines {
            verdict = verdict.max(Verdict::Undetermined);
            if line.1 != TOTAL && !lines.contains(&line) {
                lines.push(line);
                judged.lacks(*rule, line, paper);
            }
        }
        raise(verdicts, *rule, verdict);
    }
    if broken.is_empty() {
        return;
    }
    let even = even(rules, paper, &broken);
    for explained in cause::explain(paper.document, broken, &even) {
        judged.remarks.push(Remark {
            rule: explained.rule,
            verdict: Verdict::Breached,
            at: Spot::Cell(spot(paper.document, &explained.cause)),
            what: What::Sums(explained.cause),
            affects: explained.affects,
        });
    }
}

// How many sums that come out each cell of a broken one is part of.
fn even(
    rules: &[(u16, &Checks)],
    paper: &Paper<'_, '_>,
    broken: &[Sum],
) -> BTreeMap<CellAt, usize> {
    let mut even = cause::cells(broken);
    for (rule, checks) in rules {
        Walk::new(paper, *rule).all(checks, &mut |sum, outcome| {
            if !matches!(outcome, Outcome::Even | Outcome::Rounded) || sum.terms.len() <= 1 {
                return;
            }
            for (cell, _) in &sum.terms {
                if let Some(count) = even.get_mut(cell) {
                    *count = count.saturating_add(1);
                }
            }
        });
    }
    even
}

fn raise(verdicts: &mut [(u16, Verdict)], rule: u16, verdict: Verdict) {
    for (own, last) in verdicts {
        if *own == rule {
            *last = verdict.max(*last);
        }
    }
}

impl Judged {
    // Counts a sum and gives what it amounts to.
    fn count(&mut self, sum: &Sum, outcome: Outcome) -> Verdict {
        self.sums = self.sums.saturating_add(1);
        if outcome == Outcome::Rounded && self.rounded.len() < NAMED {
            self.rounded.push((sum.at, sum.residual));
        }
        match outcome {
            Outcome::Empty => Verdict::NotApplicable,
            Outcome::Even | Outcome::Rounded => Verdict::Met,
            Outcome::Unknown => Verdict::Undetermined,
            Outcome::Broken => Verdict::Breached,
        }
    }

    fn lacks(&mut self, rule: u16, (template, key): (usize, u32), paper: &Paper<'_, '_>) {
        let at = paper.statement(template);
        self.remarks.push(Remark {
            rule,
            verdict: Verdict::Undetermined,
            at: at.map_or(Spot::Document, |own| Spot::Cell(own.at)),
            what: What::NoLine { template, key },
            affects: Vec::new(),
        });
    }
}

/// Where a cause is shown: its cell, or the row at which the sum does not come out.
fn spot(document: &Document<'_>, cause: &Cause) -> crate::record::accounts::Place {
    let place = |statement: usize, row: Option<usize>, column: usize| {
        let own = document.statements.get(statement);
        own.map(|own| {
            row.or_else(|| own.total())
                .map_or(own.at, |row| own.place(row, column))
        })
        .unwrap_or_default()
    };
    match (&cause.guess, cause.at) {
        (Guess::Cell(cell, _), _) => place(cell.statement, Some(cell.row), cell.column),
        (
            Guess::Row {
                statement, parent, ..
            },
            At::Tree { column, .. },
        ) => place(*statement, *parent, column),
        (
            Guess::Row {
                statement, parent, ..
            },
            At::Equation { .. },
        ) => place(*statement, *parent, 0),
        (Guess::Unit(statement), _) => document
            .statements
            .get(*statement)
            .map(|own| own.at)
            .unwrap_or_default(),
        (
            Guess::Any(_),
            At::Tree {
                statement,
                parent,
                column,
            },
        ) => place(statement, parent, column),
        (Guess::Any(cells), At::Equation { .. }) => cells
            .first()
            .map(|cell| place(cell.statement, Some(cell.row), cell.column))
            .unwrap_or_default(),
    }
}
