//! The tables and the text of a budget or account under the rules that ask about them.
#![expect(
    clippy::excessive_nesting,
    reason = "rules, sums and cells are three levels of one document"
)]

mod cause;
mod equation;
mod open;
mod paper;
pub mod remark;
mod rows;
pub mod sums;
mod text;

pub use paper::Paper;
pub use remark::{Cause, Guess, Remark, Spot, What};
pub use rows::place;

use super::applies::{Applies, applies};
use super::case::{Case, Notebook};
use crate::duty::demand::Checks;
use crate::duty::demand::Demand;
use crate::duty::verdict::Tally;
use crate::duty::{Observation, Verdict};
use crate::record::accounts::page::Prose;
use crate::record::accounts::prose::NAMED;
use alloc::{collections::BTreeMap, vec::Vec};
use open::Open;
use sums::{At, CellAt, Outcome, Sum, Walk};
use text::Talk;

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

/// Judges a document, beside those published before it, by every rule of its kind that asks about tables or text.
#[must_use]
pub fn judge<'p, 'a>(case: &Case<'_, '_>, paper: &Paper<'p, 'a>, past: &[Paper<'p, 'a>]) -> Judged {
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
    prose(&summed, (paper, past), &mut judged.remarks, &mut verdicts);
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
    sheet.positive(checks, paper);
    sheet.verdict
}

// The text under all rules together: first the amounts it states, then what follows from them.
fn prose<'p, 'a>(
    rules: &[(u16, &Checks)],
    (paper, past): (&Paper<'p, 'a>, &[Paper<'p, 'a>]),
    remarks: &mut Vec<Remark>,
    verdicts: &mut [(u16, Verdict)],
) {
    let prose = Prose::of(paper.document.pages);
    let mut wrong = Vec::new();
    let mut talk = Talk {
        paper,
        past,
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
    let mut open = Open::of(&judged.remarks);
    for (rule, checks) in rules {
        let mut verdict = Verdict::NotApplicable;
        let mut walk = Walk::new(paper, *rule, Outcome::is_odd);
        walk.all(checks, &mut |sum, outcome| {
            verdict = verdict.max(judged.count(sum, outcome));
            match outcome {
                Outcome::Broken => broken.push(sum.clone()),
                Outcome::Unknown => open.cells(*rule, sum, paper),
                Outcome::Empty | Outcome::Even | Outcome::Rounded => {}
            }
        });
        for line in walk.lines {
            verdict = verdict.max(Verdict::Undetermined);
            open.line(*rule, line, paper);
        }
        raise(verdicts, *rule, verdict);
    }
    open.say(&mut judged.remarks);
    if broken.is_empty() {
        return;
    }
    let even = even(rules, paper, &broken);
    for explained in cause::explain(paper.document, broken, &even) {
        judged.remarks.push(Remark {
            rule: explained.rule,
            verdict: Verdict::Breached,
            at: Spot::Cell(explained.cause.place(paper.document)),
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
        Walk::new(paper, *rule, Outcome::is_even).all(checks, &mut |sum, outcome| {
            if !outcome.is_even() || sum.terms.len() <= 1 {
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
}
