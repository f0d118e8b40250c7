//! Budgets and accounts that came as rows alone: what rules about their tables and text say then.

use super::finding::Writer;
use super::{Bench, tallied};
use crate::judging::Outcome;
use gongkai::duty::Program;
use gongkai::duty::demand::Demand;
use gongkai::duty::verdict::Tally;
use gongkai::engine;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// How many records each rule gave each verdict.
type Tallies = BTreeMap<usize, Tally>;

impl Bench<'_> {
    /// Judges the rules about tables and text for the records whose document did not follow.
    pub(super) fn bare(&mut self, outcome: &mut Outcome) {
        let programs = self.engine.programs();
        let mut tallies = Tallies::new();
        let registered = std::mem::take(&mut self.registered).into_iter();
        let bare =
            registered.filter_map(|((kind, ..), records)| Some((programs.get(kind)?, records)));
        for (program, records) in bare {
            for record in records {
                self.without_document(program, record, &mut tallies);
            }
        }
        outcome.tallies.extend(tallies.into_iter().map(tallied));
    }

    fn without_document(
        &mut self,
        program: &Program,
        record: Map<String, Value>,
        tallies: &mut Tallies,
    ) {
        let record = Value::from(record).to_string();
        let law = self.engine.law();
        let say = |judged: &engine::Judged<'_, '_>| {
            let verdicts = judged.verdicts();
            for (rule, verdict) in verdicts.filter(|(rule, _)| about(program, *rule)) {
                let tally = tallies.entry(usize::from(rule)).or_default();
                tally.count(verdict);
            }
            let (file, row) = ("", None);
            Writer { law, file, row }.tables(judged, &mut self.unsupplied);
        };
        let desk = self.engine.desk(&program.schema.id);
        // A record that cannot be read was refused when it came.
        let _ = desk.and_then(|mut desk| desk.json(record.as_bytes(), self.as_of, say));
    }
}

/// Whether a rule is about tables and text.
fn about(program: &Program, rule: u16) -> bool {
    let duty = program.duty(rule);
    duty.is_some_and(|duty| matches!(duty.demand, Demand::Accounts(_)))
}
