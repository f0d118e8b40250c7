//! Sums of the tables: which there are, and which do not add up.

use super::Paper;
use super::equation::{Equation, Term};
use crate::duty::demand::Checks;
use crate::duty::demand::accounts::Rows;
use crate::record::accounts::row::TOTAL;
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

impl Outcome {
    /// Whether something is to be said of it.
    pub(super) const fn is_odd(self) -> bool {
        matches!(self, Self::Broken | Self::Unknown)
    }

    /// Whether it comes out.
    pub(super) const fn is_even(self) -> bool {
        matches!(self, Self::Even | Self::Rounded)
    }
}

/// Cells added up.
#[derive(Debug, Clone, Copy, Default)]
struct Added {
    residual: i128,
    band: i64,
    any: bool,
    unknown: bool,
}

impl Added {
    #[inline]
    fn add(&mut self, held: Held, minus: bool, half_unit: i64) {
        match held {
            Held::Amount(money) => {
                let fen = i128::from(money.fen);
                // Not so many amounts can be held that these overflow.
                self.residual = if minus {
                    self.residual.wrapping_sub(fen)
                } else {
                    self.residual.wrapping_add(fen)
                };
                self.band = self.band.saturating_add(half_unit);
                self.any = true;
            }
            Held::Odd(_) => self.unknown = true,
            Held::Blank | Held::Outside => {}
        }
    }

    fn residual(self) -> i64 {
        let ends = if self.residual < 0 {
            i64::MIN
        } else {
            i64::MAX
        };
        i64::try_from(self.residual).unwrap_or(ends)
    }

    fn outcome(self, at_most: bool) -> Outcome {
        let residual = self.residual();
        if self.unknown {
            Outcome::Unknown
        } else if !self.any {
            Outcome::Empty
        } else if residual == 0 || (at_most && residual < 0) {
            Outcome::Even
        } else if residual.saturating_abs() <= self.band {
            Outcome::Rounded
        } else {
            Outcome::Broken
        }
    }
}

/// Looks at every sum of a rule.
pub(super) struct Walk<'w, 'a> {
    paper: &'w Paper<'w, 'a>,
    /// Of which outcomes the terms are asked for: a table has thousands of sums, and hardly any is looked into.
    asked: fn(Outcome) -> bool,
    /// Lines that sums need and tables lack: template and key.
    pub(super) lines: Vec<(usize, u32)>,
    sum: Sum,
}

impl<'w, 'a> Walk<'w, 'a> {
    pub(super) const fn new(
        paper: &'w Paper<'w, 'a>,
        rule: u16,
        asked: fn(Outcome) -> bool,
    ) -> Self {
        Self {
            paper,
            asked,
            lines: Vec::new(),
            sum: Sum {
                rule,
                at: At::Equation {
                    number: 0,
                    code: None,
                },
                terms: Vec::new(),
                residual: 0,
                band: 0,
                lacks: None,
            },
        }
    }

    /// Hands every sum with its outcome to `see`.
    pub(super) fn all(&mut self, checks: &'w Checks, see: &mut impl FnMut(&Sum, Outcome)) {
        for template in &checks.tree {
            if let Some(statement) = self.paper.place(*template) {
                self.tree(statement, see);
            }
        }
        for (number, sums) in checks.equations.iter().enumerate() {
            let Some(mut equation) = Equation::of(self.paper, sums) else {
                continue;
            };
            for code in equation.codes(self.paper) {
                self.sum.at = At::Equation { number, code };
                self.equation(&mut equation, code, see);
            }
        }
    }

    fn statement(&self, number: usize) -> Option<&'w Statement<'a>> {
        self.paper.document.statements.get(number)
    }

    // Each row with parts against them, and the total against the highest level.
    fn tree(&mut self, number: usize, see: &mut impl FnMut(&Sum, Outcome)) {
        let Some(statement) = self.statement(number).filter(|own| own.leveled) else {
            return;
        };
        let parents = (0..statement.rows.len()).map(Some);
        let mut columns: Vec<Added> = Vec::with_capacity(statement.width);
        for parent in core::iter::once(None).chain(parents) {
            let parts = statement.parts.under(parent);
            if parts.is_empty() {
                continue;
            }
            let stands = |row: &usize| statement.rows.get(*row).is_some_and(|own| !own.repeated);
            let family = || parts.iter().copied().filter(stands);
            let Some(top) = parent.or_else(|| statement.total()) else {
                continue;
            };
            if family().next().is_none() {
                continue;
            }
            columns.clear();
            columns.resize(statement.width, Added::default());
            let terms = || core::iter::once((top, false)).chain(family().map(|row| (row, true)));
            for (row, minus) in terms() {
                for (added, held) in columns.iter_mut().zip(statement.row_cells(row)) {
                    added.add(*held, minus, statement.half_unit);
                }
            }
            for (column, added) in columns.iter().enumerate() {
                self.sum.at = At::Tree {
                    statement: number,
                    parent,
                    column,
                };
                self.sum.lacks = None;
                self.sum.terms.clear();
                let cell = |(row, minus)| {
                    let statement = number;
                    let cell = CellAt {
                        statement,
                        row,
                        column,
                    };
                    (cell, minus)
                };
                let outcome = added.outcome(false);
                if (self.asked)(outcome) {
                    self.sum.terms.extend(terms().map(cell));
                }
                self.see(*added, outcome, see);
            }
        }
    }

    // One equation, for one code where it is asked of each.
    fn equation(
        &mut self,
        equation: &mut Equation<'w, 'a>,
        code: Option<u32>,
        see: &mut impl FnMut(&Sum, Outcome),
    ) -> Option<()> {
        self.sum.lacks = None;
        self.sum.terms.clear();
        for term in &mut equation.zero {
            self.terms(term, code)?;
        }
        let is_zero = |held: Held| held.fen() == Some(0);
        let mut cells = self.sum.terms.iter();
        if cells.any(|(cell, _)| !is_zero(self.held(*cell).0)) {
            return None;
        }
        self.sum.terms.clear();
        for term in &mut equation.terms {
            self.terms(term, code)?;
        }
        let mut added = Added::default();
        for (cell, minus) in &self.sum.terms {
            let (held, half_unit) = self.held(*cell);
            added.add(held, *minus, half_unit);
        }
        self.see(added, added.outcome(equation.at_most), see);
        Some(())
    }

    // Adds the cells of a term; nothing where the table lacks a row that it must have.
    fn terms(&mut self, term: &mut Term<'w, 'a>, code: Option<u32>) -> Option<()> {
        let (addend, statement) = (term.addend, term.number);
        let cell = |row: usize| {
            let cell = CellAt {
                statement,
                row,
                column: addend.column,
            };
            (cell, addend.minus)
        };
        let key = match addend.row {
            Rows::Heads => {
                let heads = term.statement.rows.iter().enumerate();
                let heads = heads.filter(|(_, row)| row.level == 1 && !row.repeated);
                let stands =
                    |row: &usize| term.statement.held(*row, addend.column) != Held::Outside;
                let rows = heads.map(|(row, _)| row).filter(stands);
                self.sum.terms.extend(rows.map(cell));
                return Some(());
            }
            Rows::Key(key) if self.paper.is_disputed(addend.template, key) => return None,
            Rows::Key(key) => key,
            Rows::Each => code?,
        };
        if let Some(row) = term.row(key) {
            self.sum.terms.push(cell(row));
            return Some(());
        }
        let each = addend.row == Rows::Each;
        if addend.optional && !(key == TOTAL && each) {
            self.sum.lacks = self.sum.lacks.or(each.then_some(term.number));
            return Some(());
        }
        if term.statement.has_amounts() && !self.lines.contains(&(addend.template, key)) {
            self.lines.push((addend.template, key));
        }
        None
    }

    // What a cell holds, and how far rounding can move it.
    fn held(&self, cell: CellAt) -> (Held, i64) {
        let statement = self.statement(cell.statement);
        statement.map_or((Held::Outside, 0), |own| {
            (own.held(cell.row, cell.column), own.half_unit)
        })
    }

    fn see(&mut self, added: Added, outcome: Outcome, see: &mut impl FnMut(&Sum, Outcome)) {
        (self.sum.residual, self.sum.band) = (added.residual(), added.band);
        see(&self.sum, outcome);
    }
}
