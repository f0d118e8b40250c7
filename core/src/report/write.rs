//! From what the checks saw to the report.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "each function speaks about some details and hands the rest on; a test renders every one"
)]

use super::finding::{Cited, Evidence, Finding, OffBy};
use super::fix::{Fix, fix, fix_passage};
use super::header::Header;
use super::message::Subject;
use super::root::{Root, gather};
use super::{NoteLine, Report, fault, mask};
use crate::duty::observation::Timing;
use crate::duty::pack::hash::hex;
use crate::duty::verdict::Tally;
use crate::duty::{Detail, Law, Observation, Program, Severity, Verdict};
use crate::judge::case::Case;
use crate::record::{Field, Slot};
use crate::words::{Day, When, term::TermUnit};
use alloc::{borrow::Cow, string::String, vec::Vec};
use sha2::{Digest, Sha256};

/// How many there are.
pub(crate) fn counted<T>(all: impl Iterator<Item = T>) -> u64 {
    u64::try_from(all.count()).unwrap_or(u64::MAX)
}

/// The heaviest weight of a duty that is not met.
fn severity(program: &Program, observations: &[Observation]) -> Option<Severity> {
    let breached = observations
        .iter()
        .filter(|observation| observation.verdict == Verdict::Breached);
    breached
        .filter_map(|observation| program.severity(observation.rule))
        .max()
}

/// The record's own name: its key fields, personal ones masked.
#[must_use]
pub(super) fn record_name(case: &Case<'_, '_>) -> String {
    let schema = &case.program.schema;
    let parts = schema
        .key
        .iter()
        .filter_map(|slot| mask::shown(schema.field(*slot)?, case.cell(*slot)));
    parts.collect::<Vec<_>>().join(" ")
}

/// Says what was seen in one record.
#[derive(Debug, Clone, Copy)]
pub struct Writer<'w, 'e> {
    /// The law.
    pub law: &'e Law,
    /// The program of the record's kind.
    pub program: &'e Program,
    /// The record.
    pub case: &'w Case<'w, 'w>,
}

impl<'e> Writer<'_, 'e> {
    /// The report.
    #[must_use]
    pub fn report(
        &self,
        header: Header<'e>,
        observations: &[Observation],
        counts: Tally,
    ) -> Report<'e> {
        let (record, _, findings) = self.findings(observations, usize::MAX);
        let rules = self.program.rules.iter();
        let of_many = rules.filter(|duty| duty.demand.is_of_many());
        Report {
            header,
            kind: &self.program.schema.id,
            verdict: counts.overall(),
            severity: severity(self.program, observations),
            counts,
            not_judged: counted(of_many),
            notes: self.notes(),
            unknown: Vec::new(),
            repeated: Vec::new(),
            findings,
            record,
        }
    }

    /// The record's own name, how many findings there are, and at most so many of them.
    pub(crate) fn findings(
        &self,
        observations: &[Observation],
        most: usize,
    ) -> (String, usize, Vec<Finding<'e>>) {
        let record = record_name(self.case);
        let roots = gather(observations, self.program);
        let first = roots.iter().take(most);
        let findings = first.filter_map(|root| self.finding(root, &record));
        let findings = findings.collect();
        (record, roots.len(), findings)
    }

    fn finding(&self, root: &Root, record: &str) -> Option<Finding<'e>> {
        let observation = &root.observation;
        let duty = self.program.duty(observation.rule)?;
        let rule = self.law.rules.get(usize::from(observation.rule))?;
        let subject = Subject {
            case: self.case,
            duty,
            observation,
        };
        let field = observation.slot.and_then(|slot| self.field(slot));
        let path = field.map_or("", |field| &field.pointer);
        let timing = timing(observation.detail);
        Some(Finding {
            rule: &rule.source.id,
            code: &rule.source.code,
            title: &rule.source.title,
            cite: cited(self.law, observation.rule)?,
            verdict: observation.verdict,
            severity: duty.severity,
            due: due(observation.detail),
            happened: timing.and_then(|timing| self.happened(observation, timing)),
            off_by: timing.and_then(off_by),
            message: subject.message(),
            remedy: subject.remedy(rule.source.remedy.as_ref()),
            fix: self.fix(observation),
            evidence: self.evidence(&subject),
            affects: root
                .affects
                .iter()
                .filter_map(|rule| self.rule_id(*rule))
                .collect(),
            fingerprint: fingerprint(&rule.source.id, record, path),
            path: Cow::Borrowed(path),
        })
    }

    fn field(&self, slot: Slot) -> Option<&'e Field> {
        self.program.schema.field(slot)
    }

    fn rule_id(&self, rule: u16) -> Option<&'e str> {
        let rule = self.law.rules.get(usize::from(rule))?;
        Some(&rule.source.id)
    }

    /// The day an event happened; an event that is overdue has none.
    fn happened(&self, observation: &Observation, timing: Timing) -> Option<Day> {
        let given = observation
            .slot
            .is_some_and(|slot| self.case.when(slot).is_some());
        timing
            .happened
            .filter(|day| given && *day != When::PERPETUAL.first)
    }

    fn fix(&self, observation: &Observation) -> Option<Fix> {
        let slot = observation.slot?;
        match observation.detail {
            Detail::Faulty(_) => fix(self.field(slot)?, self.case.cell(slot)),
            Detail::Found(passage) if self.case.is_form(passage) => {
                fix_passage(self.case.cell(slot), passage)
            }
            _ => None,
        }
    }

    /// The fields that took part, the one it is about first.
    fn evidence(&self, subject: &Subject<'_, '_, '_>) -> Vec<Evidence<'e>> {
        let mut slots: Vec<Slot> = subject.observation.slot.into_iter().collect();
        slots.extend(second(subject.observation.detail));
        slots.extend(subject.operands());
        slots.extend(subject.duty.when.iter().map(|test| test.slot));
        let evidence = slots.iter().enumerate().filter_map(|(place, slot)| {
            let is_again = slots.iter().take(place).any(|other| other == slot);
            let field = self.field(*slot).filter(|_| !is_again)?;
            Some(Evidence {
                path: Cow::Borrowed(&field.pointer),
                label: Cow::Borrowed(&field.label),
                value: mask::shown(field, self.case.cell(*slot)),
            })
        });
        evidence.collect()
    }

    /// What was normalized, field by field.
    fn notes(&self) -> Vec<NoteLine<'e>> {
        let mut cells = self.case.cells.as_filled();
        if cells.all(|(_, cell)| cell.notes.is_empty()) {
            return Vec::new();
        }
        let filled = self.case.cells.filled();
        let noted = filled.filter(|(_, cell)| !cell.notes.is_empty());
        let lines = noted.filter_map(|(slot, cell)| {
            let field = self.field(slot)?;
            Some(NoteLine {
                path: &field.pointer,
                notes: cell.notes.iter().map(fault::note).collect(),
                fix: fix(field, cell),
            })
        });
        lines.collect()
    }
}

/// Where a rule stands.
#[must_use]
pub(super) fn cited(law: &Law, rule: u16) -> Option<Cited<'_>> {
    let rule = law.rules.get(usize::from(rule))?;
    let pack = law.packs.get(rule.pack)?;
    Some(Cited {
        pack: &pack.manifest.id,
        instrument: &pack.manifest.title,
        number: &pack.manifest.instrument.number,
        clause: &rule.source.cite.clause,
        also: &rule.source.cite.also,
    })
}

/// Hash of rule, record and field: not of the message, not of the order.
#[must_use]
pub(super) fn fingerprint(rule: &str, record: &str, path: &str) -> String {
    let mut hash = Sha256::new();
    for part in [rule, record, path] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hex(hash.finalize().get(..8).unwrap_or_default())
}

const fn timing(detail: Detail) -> Option<Timing> {
    match detail {
        Detail::Late(timing)
        | Detail::Early(timing)
        | Detail::Due(timing)
        | Detail::Unsaid(timing)
        | Detail::Undone(timing) => Some(timing),
        _ => None,
    }
}

/// The due day; where it is not known exactly, the day that is safe.
fn due(detail: Detail) -> Option<Day> {
    match detail {
        Detail::Unannounced { earliest, .. } => Some(earliest),
        detail => timing(detail).map(|timing| timing.due),
    }
}

fn off_by(timing: Timing) -> Option<OffBy> {
    let unit = match timing.unit {
        TermUnit::WorkingDays => "working_days",
        _ => "calendar_days",
    };
    timing.off_by.map(|amount| OffBy { amount, unit })
}

/// The second field of a comparison.
fn second(detail: Detail) -> Option<Slot> {
    match detail {
        Detail::ConditionUnknown(slot)
        | Detail::NoStart(slot)
        | Detail::Before(slot)
        | Detail::Differs(slot)
        | Detail::Disagrees(slot)
        | Detail::Falls(slot)
        | Detail::Alike(slot)
        | Detail::Apart { other: slot, .. } => Some(slot),
        detail => timing(detail).map(|timing| timing.from),
    }
}
