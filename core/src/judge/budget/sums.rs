//! Sums of the tables: which there are, and which do not add up.

use super::Paper;
use crate::duty::demand::accounts::{Addend, Checks, Rows, Sums};
use crate::record::accounts::code::is_head;
use crate::record::accounts::row::{LINES, TOTAL};
use crate::record::accounts::{Held, Statement};
use alloc::vec::Vec;

/// A cell of amounts: statement, row, column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellAt {
    /// The statement, by its number in the document.
    pub statement: usize,
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// Which sum it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// A row and the rows under it; the total where there is no row.
    Tree {
        /// The statement.
        statement: usize,
        /// The row.
        parent: Option<usize>,
        /// The column.
        column: usize,
    },
    /// An equation of a rule, for a code where it is asked of each.
    Equation {
        /// Its number among the rule's.
        number: usize,
        /// The code.
        code: Option<u32>,
    },
}

/// One sum: what is added has a plus, what it must come to a minus, or the other way round.
#[derive(Debug, Clone)]
pub(super) struct Sum {
    pub(super) rule: u16,
    pub(super) at: At,
    pub(super) terms: Vec<(CellAt, bool)>,
    /// What is left when everything is added up, in 分.
    pub(super) residual: i64,
    /// How far rounding can move it.
    pub(super) band: i64,
    /// A statement that lacks the row of an equation asked of each code.
    pub(super) lacks: Option<usize>,
}

/// How one sum came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing was added up: all is blank.
    Empty,
    /// It adds up.
    Even,
    /// It adds up but for rounding.
    Rounded,
    /// It does not.
    Broken,
    /// A cell holds no amount.
    Unknown,
}

/// Looks at every sum of a rule.
pub(super) struct Walk<'w, 'a> {
    pub(super) paper: &'w Paper<'w, 'a>,
    pub(super) rule: u16,
    /// Lines that sums need and tables lack: template and key.
    pub(super) lines: Vec<(usize, u32)>,
    buffer: Vec<(CellAt, bool)>,
}

impl<'w, 'a> Walk<'w, 'a> {
    pub(super) const fn new(paper: &'w Paper<'w, 'a>, rule: u16) -> Self {
        Self {
            paper,
            rule,
            lines: Vec::new(),
            buffer: Vec::new(),
        }
    }

    /// Hands every sum with its outcome to `see`.
    pub(super) fn all(&mut self, checks: &Checks, see: &mut impl FnMut(&Sum, Outcome)) {
        let mut sum = Sum {
            rule: self.rule,
            at: At::Equation {
                number: 0,
                code: None,
            },
            terms: core::mem::take(&mut self.buffer),
            residual: 0,
            band: 0,
            lacks: None,
        };
        for template in &checks.tree {
            if let Some(statement) = self.place(*template) {
                self.tree(statement, &mut sum, see);
            }
        }
        for (number, equation) in checks.equations.iter().enumerate() {
            self.equation(number, equation, &mut sum, see);
        }
        self.buffer = sum.terms;
    }

    fn place(&self, template: usize) -> Option<usize> {
        self.paper.place(template)
    }

    fn statement(&self, number: usize) -> Option<&'w Statement<'a>> {
        self.paper.document.statements.get(number)
    }

    // Each row with parts against them, and the total against the highest level.
    fn tree(&mut self, number: usize, sum: &mut Sum, see: &mut impl FnMut(&Sum, Outcome)) {
        let Some(statement) = self.statement(number).filter(|own| own.leveled) else {
            return;
        };
        let rows = (0..).zip(&statement.rows);
        let rows = rows.filter(|(_, own)| own.level > 0 && !own.repeated);
        let key = |parent: Option<u32>| parent.map_or(0, |parent| parent.saturating_add(1));
        let mut parts: Vec<(u32, u32)> = rows.map(|(row, own)| (key(own.parent), row)).collect();
        parts.sort_unstable();
        for family in parts.chunk_by(|one, other| one.0 == other.0) {
            let parent = family.first().and_then(|(key, _)| key.checked_sub(1));
            let parent = parent.and_then(|row| usize::try_from(row).ok());
            let Some(top) = parent.or_else(|| statement.total()) else {
                continue;
            };
            for column in 0..statement.width {
                let cell = |row: usize| CellAt {
                    statement: number,
                    row,
                    column,
                };
                let rows = family.iter();
                let rows = rows.filter_map(|(_, row)| usize::try_from(*row).ok());
                sum.at = At::Tree {
                    statement: number,
                    parent,
                    column,
                };
                sum.terms.clear();
                sum.terms.push((cell(top), false));
                sum.terms.extend(rows.map(|row| (cell(row), true)));
                self.add_up(sum, false, see);
            }
        }
    }

    fn equation(
        &mut self,
        number: usize,
        equation: &Sums,
        sum: &mut Sum,
        see: &mut impl FnMut(&Sum, Outcome),
    ) {
        let placed = equation.terms.iter().chain(&equation.zero);
        if placed.into_iter().any(|term| !self.has(term)) {
            return;
        }
        if !equation.terms.iter().any(|term| term.row == Rows::Each) {
            sum.at = At::Equation { number, code: None };
            self.one(equation, None, sum, see);
            return;
        }
        for code in self.codes(equation) {
            sum.at = At::Equation {
                number,
                code: Some(code),
            };
            self.one(equation, Some(code), sum, see);
        }
    }

    fn has(&self, term: &Addend) -> bool {
        let statement = self
            .place(term.template)
            .and_then(|place| self.statement(place));
        statement.is_some_and(|statement| statement.has_column(term.column))
    }

    // The codes of every table of an equation asked of each, and the total.
    fn codes(&self, equation: &Sums) -> Vec<u32> {
        let each = equation.terms.iter().filter(|term| term.row == Rows::Each);
        let mut tables: Vec<usize> = each.filter_map(|term| self.place(term.template)).collect();
        tables.dedup();
        let statements: Vec<_> = tables
            .into_iter()
            .filter_map(|place| self.statement(place))
            .collect();
        // Tables that name their lines go no deeper than the highest level.
        let all_coded = statements.iter().all(|statement| statement.coded);
        let totaled = statements
            .iter()
            .all(|statement| self.paper.is_totaled(statement.template));
        let keys = statements
            .into_iter()
            .flat_map(|statement| statement.by_key.iter().map(|(key, _)| *key));
        let mut codes: Vec<u32> = keys
            .filter(|key| *key < LINES && (all_coded || is_head(*key)))
            .filter(|key| *key != TOTAL || totaled)
            .collect();
        if !codes.is_sorted() {
            codes.sort_unstable();
        }
        codes.dedup();
        codes
    }

    fn one(
        &mut self,
        equation: &Sums,
        code: Option<u32>,
        sum: &mut Sum,
        see: &mut impl FnMut(&Sum, Outcome),
    ) {
        sum.terms.clear();
        sum.lacks = None;
        for term in &equation.zero {
            if self.terms(term, code, sum).is_none() {
                return;
            }
        }
        if sum
            .terms
            .iter()
            .any(|(cell, _)| self.held(*cell).is_some() || self.held(*cell).fen().is_none())
        {
            return;
        }
        sum.terms.clear();
        for term in &equation.terms {
            if self.terms(term, code, sum).is_none() {
                return;
            }
        }
        self.add_up(sum, equation.at_most, see);
    }

    // Adds the cells of a term; nothing where the table lacks a row that it must have.
    fn terms(&mut self, term: &Addend, code: Option<u32>, sum: &mut Sum) -> Option<()> {
        let number = self.place(term.template)?;
        let statement = self.statement(number)?;
        let key = match term.row {
            Rows::Heads => {
                let heads = statement
                    .rows
                    .iter()
                    .enumerate()
                    .filter(|(_, row)| row.level == 1 && !row.repeated);
                let cells = heads.map(|(row, _)| {
                    (
                        CellAt {
                            statement: number,
                            row,
                            column: term.column,
                        },
                        term.minus,
                    )
                });
                sum.terms
                    .extend(cells.filter(|(cell, _)| self.held(*cell) != Held::Outside));
                return Some(());
            }
            Rows::Key(key) => key,
            Rows::Each => code?,
        };
        if term.row != Rows::Each && self.paper.is_disputed(term.template, key) {
            return None;
        }
        if let Some(row) = statement.row(key) {
            sum.terms.push((
                CellAt {
                    statement: number,
                    row,
                    column: term.column,
                },
                term.minus,
            ));
            return Some(());
        }
        let optional = term.optional && !(key == TOTAL && term.row == Rows::Each);
        if optional {
            sum.lacks = sum.lacks.or((term.row == Rows::Each).then_some(number));
            return Some(());
        }
        if statement.has_amounts() && !self.lines.contains(&(term.template, key)) {
            self.lines.push((term.template, key));
        }
        None
    }

    fn held(&self, cell: CellAt) -> Held {
        self.statement(cell.statement)
            .map_or(Held::Outside, |statement| {
                statement.held(cell.row, cell.column)
            })
    }

    fn add_up(&self, sum: &mut Sum, at_most: bool, see: &mut impl FnMut(&Sum, Outcome)) {
        let (mut residual, mut band): (i128, i64) = (0, 0);
        let mut any = false;
        let mut known = true;
        for (cell, minus) in &sum.terms {
            let held = self.held(*cell);
            let Some(fen) = held.fen() else {
                known = false;
                continue;
            };
            if let Held::Amount(_) = held {
                any = true;
                let half = self
                    .statement(cell.statement)
                    .map_or(0, Statement::half_unit);
                band = band.saturating_add(half);
            }
            let fen = i128::from(fen);
            residual = if *minus {
                residual.saturating_sub(fen)
            } else {
                residual.saturating_add(fen)
            };
        }
        sum.residual =
            i64::try_from(residual).unwrap_or(if residual < 0 { i64::MIN } else { i64::MAX });
        sum.band = band;
        let outcome = if !known {
            Outcome::Unknown
        } else if !any {
            Outcome::Empty
        } else if sum.residual == 0 || (at_most && sum.residual < 0) {
            Outcome::Even
        } else if sum.residual.saturating_abs() <= band {
            Outcome::Rounded
        } else {
            Outcome::Broken
        };
        see(sum, outcome);
    }
}
