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
use alloc::{string::String, vec::Vec};
use sha2::{Digest, Sha256};

/// The report on one record.
#[must_use]
pub fn write(
    law: &Law,
    case: &Case<'_, '_>,
    header: Header,
    observations: &[Observation],
    counts: Tally,
) -> Report {
    let record = record_name(case);
    let roots = gather(observations, case.program);
    let writer = Writer {
        law,
        case,
        record: &record,
    };
    let findings = roots
        .iter()
        .filter_map(|root| writer.finding(root))
        .collect();
    Report {
        header,
        kind: case.program.schema.id.clone(),
        verdict: counts.overall(),
        severity: severity(case.program, observations),
        counts,
        not_judged: counted(case.program.on_many()),
        notes: notes(case),
        unknown: Vec::new(),
        repeated: Vec::new(),
        findings,
        record,
    }
}

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

/// A field id as a JSON Pointer.
#[must_use]
pub fn pointer(field: &Field) -> String {
    let id = field.id.split('.');
    id.flat_map(|part| ["/", part]).collect()
}

struct Writer<'w, 'c, 'a> {
    law: &'w Law,
    case: &'w Case<'c, 'a>,
    record: &'w str,
}

impl Writer<'_, '_, '_> {
    fn finding(&self, root: &Root) -> Option<Finding> {
        let observation = &root.observation;
        let duty = self.case.program.duty(observation.rule)?;
        let rule = self.law.rules.get(usize::from(observation.rule))?;
        let subject = Subject {
            case: self.case,
            duty,
            observation,
        };
        let path = observation
            .slot
            .and_then(|slot| self.field(slot))
            .map(pointer)
            .unwrap_or_default();
        let timing = timing(observation.detail);
        Some(Finding {
            rule: rule.source.id.clone(),
            code: rule.source.code.clone(),
            title: rule.source.title.clone(),
            cite: self.cited(observation.rule)?,
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
            fingerprint: fingerprint(&rule.source.id, self.record, &path),
            path,
        })
    }

    fn field(&self, slot: Slot) -> Option<&Field> {
        self.case.program.schema.field(slot)
    }

    fn rule_id(&self, rule: u16) -> Option<String> {
        self.law
            .rules
            .get(usize::from(rule))
            .map(|rule| rule.source.id.clone())
    }

    fn cited(&self, rule: u16) -> Option<Cited> {
        cited(self.law, rule)
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
    fn evidence(&self, subject: &Subject<'_, '_, '_>) -> Vec<Evidence> {
        let mut slots: Vec<Slot> = subject.observation.slot.into_iter().collect();
        slots.extend(second(subject.observation.detail));
        slots.extend(subject.operands());
        slots.extend(subject.duty.when.iter().map(|test| test.slot));
        let evidence = slots.iter().enumerate().filter_map(|(place, slot)| {
            let is_again = slots.iter().take(place).any(|other| other == slot);
            let field = self.field(*slot).filter(|_| !is_again)?;
            Some(Evidence {
                path: pointer(field),
                label: field.label.clone(),
                value: mask::shown(field, self.case.cell(*slot)),
            })
        });
        evidence.collect()
    }
}

/// Where a rule stands.
#[must_use]
pub(super) fn cited(law: &Law, rule: u16) -> Option<Cited> {
    let rule = law.rules.get(usize::from(rule))?;
    let pack = law.packs.get(rule.pack)?;
    Some(Cited {
        pack: pack.manifest.id.clone(),
        instrument: pack.manifest.title.clone(),
        number: pack.manifest.instrument.number.clone(),
        clause: rule.source.cite.clause.clone(),
        also: rule.source.cite.also.clone(),
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

/// What was normalized, field by field.
fn notes(case: &Case<'_, '_>) -> Vec<NoteLine> {
    let noted = case
        .cells
        .filled()
        .filter(|(_, cell)| !cell.notes.is_empty());
    let lines = noted.filter_map(|(slot, cell)| {
        let field = case.program.schema.field(slot)?;
        Some(NoteLine {
            path: pointer(field),
            notes: cell.notes.iter().map(fault::note).collect(),
            fix: fix(field, cell),
        })
    });
    lines.collect()
}
