//! Floor 3: one duty, one record, one verdict.

mod applies;
pub mod budget;
pub mod case;
mod check;
pub mod collection;
pub mod score;

pub(crate) use check::{deadline, totals};

use crate::duty::demand::Demand;
use crate::duty::program::Duty;
use crate::duty::verdict::Tally;
use crate::duty::{Observation, Verdict};
use alloc::vec::Vec;
use applies::Applies;
use case::{Case, Notebook};
use check::Beginnings;

/// What the rules of a program say about one record.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What is worth saying; nothing where every duty is met.
    pub observations: Vec<Observation>,
    /// The verdict of each rule, in the order of the program; none for rules over many records.
    pub verdicts: Vec<Option<Verdict>>,
    /// What rules on texts need to know of them.
    beginnings: Beginnings,
}

impl Outcome {
    /// Judges one record by every rule of its program, in the memory of the record before.
    ///
    /// Rules over many records are left to [`collection`].
    pub fn of(&mut self, case: &Case<'_, '_>) -> Tally {
        self.observations.clear();
        self.verdicts.clear();
        self.beginnings.clear();
        let mut tally = Tally::default();
        for duty in &case.program.rules {
            let mut notebook = Notebook::new(duty.rule, &mut self.observations);
            let verdict = rule(duty, case, &mut self.beginnings, &mut notebook);
            if let Some(verdict) = verdict {
                tally.count(verdict);
            }
            self.verdicts.push(verdict);
        }
        tally
    }
}

/// The verdict of one rule; `None` for a rule that looks at many records, or at tables that come along.
fn rule(
    duty: &Duty,
    case: &Case<'_, '_>,
    beginnings: &mut Beginnings,
    notebook: &mut Notebook<'_>,
) -> Option<Verdict> {
    let of_document = case.document && matches!(duty.demand, Demand::Accounts(_));
    if of_document || duty.demand.is_of_many() {
        return None;
    }
    Some(match applies::applies(duty, case, notebook) {
        Applies::Yes => check::check(&duty.demand, case, beginnings, notebook),
        Applies::No => Verdict::NotApplicable,
        Applies::Unknown => Verdict::Undetermined,
    })
}
