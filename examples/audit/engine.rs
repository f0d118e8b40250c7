//! The engine behind [`Judging`]: one desk for each kind of record, and one collection over all of them.

mod accounts;
mod bare;
mod clauses;
mod finding;
mod open;
mod scores;

pub(crate) use open::{list, open};

use crate::accounts::{Document, Form};
use crate::judging::{
    Accounts, ClauseInfo, Delay, Identity, Judged, Judging, Outcome, PackInfo, Record, RuleInfo,
    ScoreInfo, Tallied, Timeliness, Verdict,
};
use crate::mapping::{FieldNames, KindFields};
use crate::trouble::Trouble;
use accounts::Registered;
use finding::{Unsupplied, Writer};
use gongkai::duty::demand::Demand;
use gongkai::duty::law::{Law, Rule};
use gongkai::duty::verdict::Tally;
use gongkai::duty::{Detail, Observation, Program};
use gongkai::judge::collection::Collection;
use gongkai::record::{Slot, Value};
use gongkai::words::{Day, term::TermUnit};
use gongkai::{Desk, Engine, engine};
use std::collections::BTreeMap;

/// Judges with one engine, as of one day.
#[derive(Debug)]
pub(crate) struct Bench<'e> {
    engine: &'e Engine,
    as_of: Day,
    desks: Vec<Desk<'e>>,
    kinds: Vec<KindFields>,
    rules: Vec<RuleInfo>,
    clauses: Vec<ClauseInfo>,
    collection: Collection,
    files: Vec<String>,
    /// The finding on a list or on tables that did not come along, and how many records it stands for, by rule.
    unsupplied: Unsupplied,
    registered: Registered,
}

impl<'e> Bench<'e> {
    /// Desks for all kinds of record.
    ///
    /// # Errors
    ///
    /// What the engine says.
    pub(crate) fn new(engine: &'e Engine, as_of: Day) -> Result<Self, gongkai::Error> {
        let programs = engine.programs().iter();
        // Tables may follow the record of a budget; those that do not are told of in the end.
        let desks = programs.map(|program| Ok(engine.desk(&program.schema.id)?.with_documents()));
        Ok(Self {
            engine,
            as_of,
            desks: desks.collect::<Result<_, _>>()?,
            kinds: engine.programs().iter().map(kind).collect(),
            rules: engine.law().rules.iter().map(rule).collect(),
            clauses: clauses::of(engine),
            collection: Collection::default(),
            files: Vec::new(),
            unsupplied: BTreeMap::new(),
            registered: Registered::new(),
        })
    }

    /// A number for a row that no row of another file has.
    fn number(&mut self, file: &str, row: u64) -> u64 {
        if self.files.last().is_none_or(|last| last != file) {
            self.files.push(file.to_owned());
        }
        let file = u64::try_from(self.files.len()).unwrap_or(0);
        (file << ROW_BITS) | (row & ROW_MASK)
    }
}

/// A row number is at most this many bits long; the number of its file stands before it.
const ROW_BITS: u32 = 40;
const ROW_MASK: u64 = (1 << ROW_BITS) - 1;

impl Judging for Bench<'_> {
    fn identity(&self) -> Identity {
        let header = self.engine.header(self.as_of);
        let packs = header.packs.iter().map(|pack| PackInfo {
            id: pack.id.clone(),
            version: pack.version.clone(),
            hash: pack.hash.clone(),
        });
        Identity {
            engine: header.engine.to_owned(),
            as_of: header.as_of.to_string(),
            known_at: header.known_at.map(|day| day.to_string()),
            profile_title: title(self.engine.law(), &header.profile),
            profile: header.profile.to_string(),
            calendar: header.calendar.to_string(),
            packs: packs.collect(),
        }
    }

    fn kinds(&self) -> &[KindFields] {
        &self.kinds
    }

    fn rules(&self) -> &[RuleInfo] {
        &self.rules
    }

    fn clauses(&self) -> &[ClauseInfo] {
        &self.clauses
    }

    fn scores(&self, rules: &[[u64; 5]]) -> Vec<ScoreInfo> {
        scores::of(self.engine, rules)
    }

    fn record(&mut self, record: &Record<'_>, outcome: &mut Outcome) -> Result<(), String> {
        let number = self.number(record.file, record.row);
        self.register(record);
        let Some(desk) = self.desks.get_mut(record.kind) else {
            return Err("no such kind".to_owned());
        };
        let (law, collection) = (self.engine.law(), &mut self.collection);
        let unsupplied = &mut self.unsupplied;
        let then = |judged: &engine::Judged<'_, '_>| {
            judged.gather(collection, number);
            fill(judged, outcome);
            let writer = Writer {
                law,
                file: record.file,
                row: Some(record.row),
            };
            writer.findings(judged, unsupplied, outcome);
        };
        if let Some(bytes) = record.json {
            let judged = desk.json(bytes, self.as_of, then);
            return judged.map_err(|error| error.to_string());
        }
        let cells = record.cells.iter();
        let cells = cells.filter_map(|(field, text)| Some((Slot::try_from(*field).ok()?, *text)));
        desk.row(cells, self.as_of, then);
        Ok(())
    }

    fn forms(&self) -> Vec<Form<'_>> {
        let programs = self.engine.programs().iter();
        programs
            .filter(|program| !program.forms.templates.is_empty())
            .map(|program| (program.schema.id.as_str(), &program.forms))
            .collect()
    }

    fn document(
        &mut self,
        document: &Document,
        beside: &[&Document],
        outcome: &mut Outcome,
    ) -> Result<Accounts, Trouble> {
        self.judge_document(document, beside, outcome)
    }

    fn finish(&mut self, outcome: &mut Outcome) {
        self.bare(outcome);
        let report = self.engine.close(&self.collection, self.as_of);
        let law = self.engine.law();
        for line in report.counts {
            let Some(rule) = law.rule(line.rule) else {
                continue;
            };
            outcome.tallies.push(tallied((rule, line.counts)));
        }
        let unsupplied = std::mem::take(&mut self.unsupplied).into_values();
        outcome
            .findings
            .extend(unsupplied.map(|(row, count)| finding::for_many(row, count)));
        let place = |number: u64| {
            let file = usize::try_from(number >> ROW_BITS).ok()?.checked_sub(1)?;
            Some((self.files.get(file)?.clone(), number & ROW_MASK))
        };
        let findings = report.findings.into_iter();
        outcome
            .findings
            .extend(findings.map(|group| finding::of_group(group, place)));
    }
}

fn tallied((rule, tally): (usize, Tally)) -> Tallied {
    let counts = [
        tally.breached,
        tally.undetermined,
        tally.pending,
        tally.met,
        tally.not_applicable,
    ];
    Tallied { rule, counts }
}

/// What is counted about a record.
fn fill(judged: &engine::Judged<'_, '_>, outcome: &mut Outcome) {
    let fields = judged.case.program.schema.fields.len();
    for (field, slot) in (0..fields).zip(0..) {
        let cell = judged.case.cell(slot);
        if cell.is_given() {
            outcome.filled.push(field);
        }
        if matches!(cell.value, Value::Faulty(_)) {
            outcome.malformed.push(field);
        }
        outcome.notes.extend(cell.notes.iter());
    }
    outcome.timeliness = timeliness(judged);
    let observations = &judged.outcome.observations;
    outcome
        .verdicts
        .extend(judged.verdicts().map(|(rule, verdict)| Judged {
            rule: usize::from(rule),
            verdict: verdict_of(verdict),
            late: delay(observations, rule),
        }));
}

/// How many events of this record came within their time limits.
fn timeliness(judged: &engine::Judged<'_, '_>) -> Timeliness {
    let mut sum = Timeliness::default();
    let rules = judged.case.program.rules.iter();
    for (duty, verdict) in rules.zip(&judged.outcome.verdicts) {
        let Demand::Deadline(deadline) = &duty.demand else {
            continue;
        };
        if verdict.is_none_or(|verdict| verdict == gongkai::Verdict::NotApplicable) {
            continue;
        }
        let own = |seen: &&Observation| seen.rule == duty.rule;
        let seen: Vec<_> = judged.outcome.observations.iter().filter(own).collect();
        for slot in &deadline.to {
            sum.add(event(&seen, *slot, &deadline.to));
        }
    }
    sum
}

/// One event: kept if nothing was seen about it, nor about the term as a whole.
fn event(seen: &[&Observation], slot: Slot, to: &[Slot]) -> Timeliness {
    let own = seen.iter().find(|seen| seen.slot == Some(slot));
    let (kept, judged, excluded) = match own.map(|seen| seen.verdict) {
        Some(gongkai::Verdict::Breached) => (0, 1, 0),
        Some(_) => (0, 0, 1),
        None if seen
            .iter()
            .any(|seen| seen.slot.is_none_or(|slot| !to.contains(&slot))) =>
        {
            (0, 0, 1)
        }
        None => (1, 1, 0),
    };
    Timeliness {
        kept,
        judged,
        excluded,
    }
}

/// The longest delay that a rule saw.
fn delay(observations: &[Observation], rule: u16) -> Option<Delay> {
    let own = observations.iter().filter(|seen| seen.rule == rule);
    let delays = own.filter_map(|seen| {
        let (Detail::Late(timing) | Detail::Undone(timing)) = seen.detail else {
            return None;
        };
        Some(Delay {
            amount: timing.off_by?,
            working: timing.unit == TermUnit::WorkingDays,
        })
    });
    delays.max_by_key(|delay| delay.amount)
}

fn verdict_of(verdict: gongkai::Verdict) -> Verdict {
    match verdict {
        gongkai::Verdict::Breached => Verdict::Breached,
        gongkai::Verdict::Undetermined => Verdict::Undetermined,
        gongkai::Verdict::Pending => Verdict::Pending,
        gongkai::Verdict::Met => Verdict::Met,
        gongkai::Verdict::NotApplicable => Verdict::NotApplicable,
    }
}

fn kind(program: &Program) -> KindFields {
    let schema = &program.schema;
    let fields = (0..).zip(&schema.fields);
    let labels = [&schema.title.zh, &schema.title.en];
    KindFields {
        id: schema.id.clone(),
        labels: labels.into_iter().chain(&schema.routes).cloned().collect(),
        fields: fields
            .map(|(slot, field)| FieldNames {
                id: field.id.clone(),
                names: names(program, slot, &field.label.zh),
            })
            .collect(),
    }
}

/// What a field is called, its label first.
fn names(program: &Program, slot: Slot, label: &str) -> Vec<String> {
    let headings = program.headings.iter();
    let others = headings.filter(|(name, of)| *of == slot && name != label);
    let others = others.map(|(name, _)| name.clone());
    std::iter::once(label.to_owned()).chain(others).collect()
}

fn rule(rule: &Rule) -> RuleInfo {
    RuleInfo {
        id: rule.source.id.clone(),
        code: rule.source.code.clone(),
        title_zh: rule.source.title.zh.clone(),
        title_en: rule.source.title.en.clone(),
    }
}

fn title(law: &Law, profile: &str) -> String {
    law.profile(Some(profile))
        .map(|profile| profile.title.zh.clone())
        .unwrap_or_default()
}
