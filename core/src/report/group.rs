//! Findings about several records together.

mod message;
mod remedy;

use super::finding::Cited;
use super::header::Header;
use super::write::{cited, counted, fingerprint};
use crate::duty::pack::hash::hex;
use crate::duty::program::Program;
use crate::duty::source::Severity;
use crate::duty::together::Seen;
use crate::duty::verdict::Tally;
use crate::duty::{Law, Verdict};
use crate::judge::collection::{Closing, Collection, Judgement, Row, Side};
use crate::record::Slot;
use crate::words::{Day, Label};
use alloc::{format, string::String, vec::Vec};
use message::Subject;
use serde::Serialize;

/// What is said about many records together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupReport<'e> {
    /// By what they were judged.
    #[serde(flatten)]
    pub header: Header<'e>,
    /// How many records each rule found in each verdict; of records that must differ, how many keys.
    pub counts: Vec<RuleTally<'e>>,
    /// How many findings there are.
    pub findings_total: u64,
    /// The findings, or the first of them.
    pub findings: Vec<GroupFinding<'e>>,
}

/// The tally of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleTally<'e> {
    /// The rule.
    pub rule: &'e str,
    /// How many in each verdict.
    pub counts: Tally,
}

/// A finding about a record beside others, or about several records of which the same is to be said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupFinding<'e> {
    /// The rule.
    pub rule: &'e str,
    /// Its code.
    pub code: &'e str,
    /// Its title.
    pub title: &'e Label,
    /// Where the duty stands.
    pub cite: Cited<'e>,
    /// What it amounts to.
    pub verdict: Verdict,
    /// How heavily it weighs.
    pub severity: Severity,
    /// The kind of the records.
    pub kind: &'e str,
    /// The name of the first of them.
    pub record: String,
    /// How many records are concerned.
    pub count: u64,
    /// Their numbers, smallest first; not more than the collection names.
    pub rows: Vec<u64>,
    /// The numbers of the other records that take part, smallest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<u64>,
    /// The field, as a JSON Pointer; empty for the record as a whole.
    pub path: &'e str,
    /// The due day; while a calendar is not announced, the earliest it can be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// What was found.
    pub message: Label,
    /// What to do.
    pub remedy: Label,
    /// The values compared, personal ones masked: those of the record, then those of the other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<GroupEvidence<'e>>,
    /// Names the finding through later runs.
    pub fingerprint: String,
}

/// One value that took part in a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupEvidence<'e> {
    /// The number of the record that holds it.
    pub row: u64,
    /// The field, as a JSON Pointer.
    pub path: &'e str,
    /// Its name.
    pub label: &'e Label,
    /// Its value, masked where it is personal; absent when nothing is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// The report on a collection, with at most so many findings: the others are counted and not put into words.
#[must_use]
pub fn write<'e>(
    law: &'e Law,
    header: Header<'e>,
    closing: &Closing<'e>,
    collection: &Collection,
    shown: u64,
) -> GroupReport<'e> {
    let closed = collection.close(closing);
    let shown = usize::try_from(shown).unwrap_or(usize::MAX);
    let judgements = closed.judgements.iter().take(shown);
    let findings = judgements.filter_map(|judgement| finding(law, closing, judgement));
    let counts = closed.tallies.iter().filter_map(|(rule, counts)| {
        let rule = law.rules.get(usize::from(*rule))?;
        Some(RuleTally {
            rule: &rule.source.id,
            counts: *counts,
        })
    });
    GroupReport {
        header,
        counts: counts.collect(),
        findings_total: counted(closed.judgements.iter()),
        findings: findings.collect(),
    }
}

fn finding<'e>(
    law: &'e Law,
    closing: &Closing<'e>,
    judgement: &Judgement<'_>,
) -> Option<GroupFinding<'e>> {
    let rule = law.rules.get(usize::from(judgement.duty.rule))?;
    let of = judgement.duty.demand.link().and_then(|link| link.of);
    let other = of.and_then(|of| closing.programs.get(usize::from(of)));
    let subject = Subject {
        judgement,
        closing,
        other,
    };
    let own = closing
        .programs
        .get(usize::from(judgement.program.number))?;
    let about = about(judgement.seen).and_then(|slot| own.schema.field(slot));
    let path = about.map_or("", |field| &field.pointer);
    let first = judgement.holders.rows.first();
    let record = first.map(|row| row.name.clone()).unwrap_or_default();
    let others = judgement.other.map_or(&[][..], |(_, rows)| rows);
    let key = judgement.key.map(|key| hex(&key)).unwrap_or_default();
    Some(GroupFinding {
        rule: &rule.source.id,
        code: &rule.source.code,
        title: &rule.source.title,
        cite: cited(law, judgement.duty.rule)?,
        verdict: judgement.verdict,
        severity: judgement.duty.severity,
        kind: &own.schema.id,
        count: judgement.holders.count,
        rows: numbers(&judgement.holders.rows),
        others: numbers(others),
        due: due(judgement.seen),
        message: subject.message(),
        remedy: subject.remedy(rule.source.remedy.as_ref()),
        evidence: evidence(judgement, own, other),
        fingerprint: if judgement.seen == Seen::Repeated {
            fingerprint(&rule.source.id, &key, "")
        } else {
            fingerprint(&rule.source.id, &format!("{key} {record}"), path)
        },
        record,
        path,
    })
}

fn numbers(rows: &[Row]) -> Vec<u64> {
    rows.iter().map(|row| row.number).collect()
}

/// The field of the record that a finding is about.
fn about(seen: Seen) -> Option<Slot> {
    match seen {
        Seen::Lacking(own, _)
        | Seen::Differs { own, .. }
        | Seen::After { own, .. }
        | Seen::Before { own, .. }
        | Seen::Late { own, .. }
        | Seen::Due { own, .. }
        | Seen::StageAfter { own, .. }
        | Seen::Figure { own, .. }
        | Seen::Circle { own, .. } => Some(own),
        Seen::TakenOver(taken) => taken
            .passages
            .iter()
            .flatten()
            .next()
            .map(|longest| longest.own),
        Seen::Fell(fall) => Some(fall.own),
        Seen::Unequal(apart) => Some(apart.own),
        Seen::Plain
        | Seen::Crowded
        | Seen::Repeated
        | Seen::TooFew(_)
        | Seen::TooMany(_)
        | Seen::Doubtful(_)
        | Seen::Running(_)
        | Seen::Apart { .. }
        | Seen::Unannounced { .. }
        | Seen::OutOfCalendar
        | Seen::Present
        | Seen::Unclear(_)
        | Seen::NoStage(_)
        | Seen::StageToCome(_)
        | Seen::StageDoubtful(_)
        | Seen::StageBefore { .. }
        | Seen::StageRepeated { .. }
        | Seen::SameActor { .. }
        | Seen::NoParts
        | Seen::PartUnclear(_) => None,
    }
}

/// The due day; where it is not known exactly, the day that is safe.
fn due(seen: Seen) -> Option<Day> {
    if let Seen::Late { due, .. } | Seen::Due { due, .. } | Seen::Apart { due, .. } = seen {
        Some(due)
    } else if let Seen::Unannounced { earliest, .. } = seen {
        Some(earliest)
    } else if let Seen::Running(found) | Seen::TooFew(found) = seen {
        found.until
    } else {
        None
    }
}

/// The values of the record and of the other that was looked at first.
fn evidence<'e>(
    judgement: &Judgement<'_>,
    own: &'e Program,
    other: Option<&'e Program>,
) -> Vec<GroupEvidence<'e>> {
    let other = other.zip(judgement.other);
    let other = other.map(|(program, (side, rows))| sides(program, side, rows));
    sides(own, judgement.own, &judgement.holders.rows)
        .chain(other.into_iter().flatten())
        .collect()
}

fn sides<'e>(
    program: &'e Program,
    side: Side<'_>,
    rows: &[Row],
) -> impl Iterator<Item = GroupEvidence<'e>> {
    let row = rows.first().map_or(0, |row| row.number);
    let items = side.slots.iter().zip(side.items);
    items.filter_map(move |(slot, item)| {
        let field = program.schema.field(*slot)?;
        Some(GroupEvidence {
            row,
            path: &field.pointer,
            label: &field.label,
            value: item.shown.clone(),
        })
    })
}
