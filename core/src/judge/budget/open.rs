//! What leaves sums undetermined: cells that hold no amount and lines that are not there, each said once for all rules.

use super::remark::{Remark, Spot, What};
use super::sums::Sum;
use super::{Paper, Verdict};
use crate::record::accounts::{Doubt, Place};
use alloc::{collections::BTreeMap, vec::Vec};

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Lack {
    /// A cell that holds no amount.
    Cell(Place),
    /// A line of a template.
    Line { template: usize, key: u32 },
}

impl Lack {
    fn of(what: &What) -> Option<Self> {
        if let What::Doubt(Doubt::Cell(place)) = what {
            return Some(Self::Cell(*place));
        }
        let What::NoLine { template, key } = what else {
            return None;
        };
        Some(Self::Line {
            template: *template,
            key: *key,
        })
    }

    const fn what(self) -> What {
        match self {
            Self::Cell(place) => What::Doubt(Doubt::Cell(place)),
            Self::Line { template, key } => What::NoLine { template, key },
        }
    }
}

/// What is missing, with where it shows and the rules that ask for it; the first of them speaks.
#[derive(Debug, Default)]
pub(super) struct Open {
    lacks: BTreeMap<Lack, (Spot, Vec<u16>)>,
}

impl Open {
    /// What is said already, by the rules that say it.
    pub(super) fn of(remarks: &[Remark]) -> Self {
        let mut open = Self::default();
        for remark in remarks {
            if let Some(lack) = Lack::of(&remark.what) {
                open.add(lack, remark.at.clone(), remark.rule);
            }
        }
        open
    }

    /// The cells of a sum that hold no amount.
    pub(super) fn cells(&mut self, rule: u16, sum: &Sum, paper: &Paper<'_, '_>) {
        for (cell, _) in &sum.terms {
            let statement = paper.document.statements.get(cell.statement);
            let odd = statement.filter(|own| own.held(cell.row, cell.column).fen().is_none());
            if let Some(place) = odd.map(|own| own.place(cell.row, cell.column)) {
                self.add(Lack::Cell(place), Spot::Cell(place), rule);
            }
        }
    }

    /// A line that a table lacks.
    pub(super) fn line(&mut self, rule: u16, (template, key): (usize, u32), paper: &Paper<'_, '_>) {
        let at = paper.statement(template);
        let at = at.map_or(Spot::Document, |own| Spot::Cell(own.at));
        self.add(Lack::Line { template, key }, at, rule);
    }

    fn add(&mut self, lack: Lack, at: Spot, rule: u16) {
        let (_, rules) = self.lacks.entry(lack).or_insert_with(|| (at, Vec::new()));
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }

    /// Says what is not said, and names the other rules beside what is.
    pub(super) fn say(self, remarks: &mut Vec<Remark>) {
        let mut lacks = self.lacks;
        for remark in remarks.iter_mut() {
            let known = Lack::of(&remark.what).and_then(|lack| lacks.remove(&lack));
            let rules = known.into_iter().flat_map(|(_, rules)| rules);
            remark
                .affects
                .extend(rules.filter(|rule| *rule != remark.rule));
        }
        for (lack, (at, rules)) in lacks {
            let Some((rule, affects)) = rules.split_first() else {
                continue;
            };
            remarks.push(Remark {
                rule: *rule,
                verdict: Verdict::Undetermined,
                at,
                what: lack.what(),
                affects: affects.to_vec(),
            });
        }
    }
}
