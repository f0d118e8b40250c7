//! One root cause, one finding: a field that is missing or unreadable, or tables that did not come along,
//! are said once, with every rule that depends on them.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "each function speaks about some details and hands the rest on; a test renders every one"
)]

use crate::duty::{Detail, Observation, Program};
use crate::order;
use crate::record::Slot;
use alloc::vec::Vec;

/// An observation that stands for itself, with the rules of others that have the same cause.
pub(super) struct Root {
    pub(super) observation: Observation,
    pub(super) affects: Vec<u16>,
}

/// Observations gathered by cause, in the order of the first of each.
pub(super) fn gather(observations: &[Observation], program: &Program) -> Vec<Root> {
    let mut roots: Vec<(Option<Cause>, Root)> = Vec::new();
    for observation in observations {
        let cause = cause(observation, program.schema.event);
        let known = roots
            .iter_mut()
            .find(|(other, _)| cause.is_some() && *other == cause);
        match known {
            None => roots.push((
                cause,
                Root {
                    observation: *observation,
                    affects: Vec::new(),
                },
            )),
            Some((_, root)) => root.join(*observation, program),
        }
    }
    roots.into_iter().map(|(_, root)| root.tidied()).collect()
}

impl Root {
    /// Takes in an observation with the same cause; the heavier one speaks.
    fn join(&mut self, other: Observation, program: &Program) {
        let weight =
            |observation: &Observation| (observation.verdict, program.severity(observation.rule));
        if weight(&other) > weight(&self.observation) {
            self.affects.push(self.observation.rule);
            self.observation = other;
        } else {
            self.affects.push(other.rule);
        }
    }

    fn tidied(mut self) -> Self {
        let own = self.observation.rule;
        self.affects.retain(|rule| *rule != own);
        order::sort(&mut self.affects);
        self.affects.dedup();
        self
    }
}

/// What several rules can lack alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// A field that is missing or cannot be read.
    Field(Slot),
    /// The tables and the text of the record.
    Tables,
}

/// What the rule lacks.
fn cause(observation: &Observation, event: Slot) -> Option<Cause> {
    match observation.detail {
        Detail::Missing | Detail::StandIn | Detail::Faulty(_) | Detail::Hidden => {
            observation.slot.map(Cause::Field)
        }
        Detail::ConditionUnknown(slot) | Detail::NoStart(slot) => Some(Cause::Field(slot)),
        Detail::EventUnknown => Some(Cause::Field(event)),
        Detail::NoTables => Some(Cause::Tables),
        _ => None,
    }
}
