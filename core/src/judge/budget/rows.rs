//! What rules ask of the tables themselves: that they are there, that rows are what they say, how deep they go.
#![expect(
    clippy::excessive_nesting,
    reason = "a rule asks several things, each of several places: two loops and what is found in them"
)]

use super::remark::{Spot, What};
use super::sums::CellAt;
use super::{Paper, Sheet as Notes};
use crate::duty::Verdict;
use crate::duty::demand::Checks;
use crate::record::accounts::code::{Agreement, Subjects, ending, parent_of};
use crate::record::accounts::prose::percent;
use crate::record::accounts::row::LINES;
use crate::record::accounts::{Code, Doubt, Statement};
use alloc::{collections::BTreeMap, collections::BTreeSet, vec::Vec};

impl Notes<'_> {
    /// Tables that must be there, and notes below those without amounts.
    pub(super) fn present(&mut self, checks: &Checks, paper: &Paper<'_, '_>) {
        for template in &checks.present {
            match paper.statement(*template) {
                None => self.note(Verdict::Breached, Spot::Document, What::Absent(*template)),
                Some(_) => self.met(),
            }
        }
        for template in &checks.noted {
            let Some(statement) = paper.statement(*template) else {
                continue;
            };
            let noted = paper.is_noted(statement, &checks.source.empty);
            match (statement.has_amounts(), noted) {
                (true, true) => self.note(
                    Verdict::Breached,
                    Spot::Cell(statement.at),
                    What::WrongNote(*template),
                ),
                (false, false) if paper.document.pages.is_empty() => {
                    self.note(
                        Verdict::Undetermined,
                        Spot::Cell(statement.at),
                        What::NotNoted(*template),
                    );
                }
                (false, false) => self.note(
                    Verdict::Breached,
                    Spot::Cell(statement.at),
                    What::NotNoted(*template),
                ),
                (true, false) | (false, true) => self.met(),
            }
        }
    }

    /// Whatever could not be taken as it stands; said once, here.
    pub(super) fn typed(&mut self, paper: &Paper<'_, '_>) {
        let doubts = paper.document.doubts.iter();
        for doubt in doubts.filter(|doubt| !was_right(paper, doubt)) {
            let verdict = match doubt {
                Doubt::Code(_)
                | Doubt::LostZero(_)
                | Doubt::NoParent { .. }
                | Doubt::Twice(_)
                | Doubt::Again(_)
                | Doubt::Former { .. } => Verdict::Breached,
                Doubt::Cell(_)
                | Doubt::Line(_)
                | Doubt::NoLevels(_)
                | Doubt::NoUnit(_)
                | Doubt::Column(_)
                | Doubt::Table { .. } => Verdict::Undetermined,
            };
            self.note(
                verdict,
                Spot::Cell(place(doubt)),
                What::Doubt(doubt.clone()),
            );
        }
        for statement in &paper.document.statements {
            let totaled = paper.is_totaled(statement.template);
            if statement.coded && totaled && statement.has_amounts() && statement.total().is_none()
            {
                let what = What::NoLine {
                    template: statement.template,
                    key: crate::record::accounts::row::TOTAL,
                };
                self.note(Verdict::Undetermined, Spot::Cell(statement.at), what);
            }
        }
        if !paper.document.statements.is_empty() {
            self.met();
        }
    }

    /// Codes have the names of the year.
    pub(super) fn named(&mut self, checks: &Checks, paper: &Paper<'_, '_>) {
        let mut unknown: Vec<Code> = Vec::new();
        let mut said: BTreeSet<Code> = BTreeSet::new();
        for template in &checks.named {
            let Some(statement) = paper.statement(*template) else {
                continue;
            };
            let Some(subjects) = paper.subjects(*template) else {
                continue;
            };
            let mut groups: BTreeMap<Code, Vec<_>> = BTreeMap::new();
            let disagreeing = paper.disagreeing(*template);
            let coded = statement.rows.iter();
            let coded = coded.filter(|row| row.level > 0 && row.key < LINES);
            if coded.count() > disagreeing.len() {
                self.met();
            }
            for (number, agreement) in disagreeing {
                let Some(row) = statement.rows.get(*number) else {
                    continue;
                };
                if *agreement == Agreement::Unknown {
                    unknown.extend((!row.repeated).then_some(row.key));
                    continue;
                }
                let parent = parent_of(row.key).unwrap_or(row.key);
                let group = groups.entry(parent).or_default();
                group.push((row.place, row.key, agreement.clone()));
            }
            for mut rows in groups.into_values() {
                // The same slip in the same code of a second table is one slip.
                rows.retain(|(_, code, _)| said.insert(*code));
                if let Some((place, ..)) = rows.first() {
                    let at = Spot::Cell(*place);
                    self.note(Verdict::Breached, at, What::Name(rows));
                }
            }
            self.unknown(&mut unknown, subjects, statement, &mut said);
        }
    }

    fn unknown(
        &mut self,
        unknown: &mut Vec<Code>,
        subjects: &Subjects,
        statement: &Statement<'_>,
        said: &mut BTreeSet<Code>,
    ) {
        let mut codes = core::mem::take(unknown);
        codes.retain(|code| !said.contains(code));
        said.append(&mut codes.iter().copied().collect());
        if !codes.is_empty() {
            let verdict = if subjects.complete {
                Verdict::Breached
            } else {
                Verdict::Undetermined
            };
            self.note(verdict, Spot::Cell(statement.at), What::Unknown { codes });
        }
    }

    /// Amounts go down to the lowest level.
    pub(super) fn deep(&mut self, checks: &Checks, paper: &Paper<'_, '_>) {
        for template in &checks.deep {
            let Some(statement) = paper.statement(*template) else {
                continue;
            };
            let form = paper.forms.templates.get(*template);
            let Some(levels) = form
                .and_then(|form| paper.forms.classification(form))
                .map(|own| own.digits.len())
            else {
                continue;
            };
            for (number, row) in statement.tree() {
                let level = usize::from(row.level);
                let filled = || {
                    statement
                        .row_cells(number)
                        .iter()
                        .any(|held| held.is_some())
                };
                if level >= levels {
                    self.met();
                } else if !row.has_parts && row.key < LINES && filled() {
                    let what = What::Shallow {
                        code: row.key,
                        level,
                        template: *template,
                    };
                    self.note(Verdict::Breached, Spot::Cell(row.place), what);
                }
            }
        }
    }

    /// No row for what is left over holds too much.
    pub(super) fn open(&mut self, checks: &Checks, paper: &Paper<'_, '_>) {
        for (open, (template, column)) in checks.source.open.iter().zip(&checks.open) {
            let Some(statement) = paper.statement(*template) else {
                continue;
            };
            let total = statement
                .total()
                .and_then(|row| statement.held(row, *column).fen())
                .unwrap_or(0);
            for (number, row) in statement.tree() {
                let parent = row.parent.and_then(|row| usize::try_from(row).ok());
                let (false, Some(parent)) =
                    (row.has_parts || ending(row.key) != open.ending, parent)
                else {
                    continue;
                };
                let held = |row: usize| statement.held(row, *column).fen().unwrap_or(0);
                let (of_parent, of_total) = (
                    percent(held(number), held(parent)),
                    percent(held(number), total),
                );
                // Where the level above is itself what is left over, there is nothing else to show.
                let dodges = statement
                    .rows
                    .get(parent)
                    .is_some_and(|row| ending(row.key) != open.ending);
                if dodges && of_parent >= open.of_parent && of_total >= open.of_total {
                    let what = What::Swallows {
                        code: row.key,
                        of_parent,
                        of_total,
                    };
                    self.note(
                        Verdict::Breached,
                        Spot::Cell(statement.place(number, *column)),
                        what,
                    );
                } else {
                    self.met();
                }
            }
        }
    }
}

impl Notes<'_> {
    /// Amounts below zero are asked about.
    pub(super) fn positive(&mut self, checks: &Checks, paper: &Paper<'_, '_>) {
        for template in &checks.positive {
            let Some(statement) = paper.statement(*template) else {
                continue;
            };
            self.met();
            let Some(number) = paper.place(*template) else {
                continue;
            };
            for row in 0..statement.rows.len() {
                let cells = statement.row_cells(row).iter().enumerate();
                let below = cells.filter(|(_, held)| held.fen().is_some_and(|fen| fen < 0));
                for (column, _) in below {
                    let at = CellAt {
                        statement: number,
                        row,
                        column,
                    };
                    let place = statement.place(row, column);
                    self.note(Verdict::Breached, Spot::Cell(place), What::Negative(at));
                }
            }
        }
    }
}

/// Whether a former name may have been the name in the document's year, for which no names are known.
fn was_right(paper: &Paper<'_, '_>, doubt: &Doubt) -> bool {
    let Doubt::Former { code, .. } = doubt else {
        return false;
    };
    let named = |code: u32| paper.forms.names(code, paper.year);
    paper.year.is_some() && code.is_some_and(|code| !named(code))
}

/// Where a doubt arose.
#[must_use]
pub const fn place(doubt: &Doubt) -> crate::record::accounts::Place {
    match doubt {
        Doubt::Cell(at)
        | Doubt::Code(at)
        | Doubt::LostZero(at)
        | Doubt::Twice(at)
        | Doubt::Again(at)
        | Doubt::Line(at)
        | Doubt::NoLevels(at)
        | Doubt::NoUnit(at)
        | Doubt::Column(at)
        | Doubt::NoParent { at, .. }
        | Doubt::Former { at, .. }
        | Doubt::Table { at, .. } => *at,
    }
}
