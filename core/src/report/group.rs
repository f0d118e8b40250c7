//! Findings about several records together.

use super::finding::Cited;
use super::header::Header;
use super::write::{cited, fingerprint};
use crate::duty::demand::Demand;
use crate::duty::pack::hash::hex;
use crate::duty::source::Severity;
use crate::duty::verdict::Tally;
use crate::duty::{Law, Program, Verdict};
use crate::judge::collection::{Collection, Duplicate};
use crate::words::Label;
use alloc::{format, string::String, vec::Vec};
use serde::Serialize;

/// What is said about many records together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupReport {
    /// By what they were judged.
    #[serde(flatten)]
    pub header: Header,
    /// How many groups of records each rule found in each verdict.
    pub counts: Vec<RuleTally>,
    /// The findings.
    pub findings: Vec<GroupFinding>,
}

/// The tally of one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleTally {
    /// The rule.
    pub rule: String,
    /// How many groups of records in each verdict.
    pub counts: Tally,
}

/// A finding about several records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupFinding {
    /// The rule.
    pub rule: String,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: Label,
    /// Where the duty stands.
    pub cite: Cited,
    /// What it amounts to.
    pub verdict: Verdict,
    /// How heavily it weighs.
    pub severity: Severity,
    /// How many records are concerned.
    pub count: u64,
    /// Their numbers, smallest first; not more than the collection names.
    pub rows: Vec<u64>,
    /// What was found.
    pub message: Label,
    /// What to do.
    pub remedy: Label,
    /// Names the finding through later runs.
    pub fingerprint: String,
}

/// The report on a collection.
#[must_use]
pub fn write(
    law: &Law,
    programs: &[Program],
    header: Header,
    collection: &Collection,
) -> GroupReport {
    let (duplicates, tallies) = collection.close();
    let findings = duplicates
        .iter()
        .filter_map(|duplicate| finding(law, programs, duplicate))
        .collect();
    let counts = tallies.into_iter().filter_map(|(rule, counts)| {
        let rule = law.rules.get(usize::from(rule))?.source.id.clone();
        Some(RuleTally { rule, counts })
    });
    GroupReport {
        header,
        counts: counts.collect(),
        findings,
    }
}

fn finding(law: &Law, programs: &[Program], duplicate: &Duplicate) -> Option<GroupFinding> {
    let rule = law.rules.get(usize::from(duplicate.rule))?;
    let (program, duty) = programs.iter().find_map(|program| {
        let duty = program.duty(duplicate.rule)?;
        Some((program, duty))
    })?;
    let Demand::Unique(unique) = &duty.demand else {
        return None;
    };
    let fields = unique
        .by
        .iter()
        .filter_map(|slot| program.schema.field(*slot));
    let (zh, en): (Vec<_>, Vec<_>) = fields
        .map(|field| (field.label.zh.as_str(), field.label.en.as_str()))
        .unzip();
    let count = duplicate.count;
    Some(GroupFinding {
        rule: rule.source.id.clone(),
        code: rule.source.code.clone(),
        title: rule.source.title.clone(),
        cite: cited(law, duplicate.rule)?,
        verdict: Verdict::Breached,
        severity: duty.severity,
        count,
        rows: duplicate.rows.clone(),
        message: Label {
            zh: format!("{count}条记录的{}完全相同", zh.join("、")),
            en: format!("{count} records have the same {}", en.join(", ")),
        },
        remedy: rule.source.remedy.clone().unwrap_or_else(|| Label {
            zh: "核对是否重复报送，只保留一条".into(),
            en: "check whether it was sent twice and keep one".into(),
        }),
        fingerprint: fingerprint(&rule.source.id, &hex(&duplicate.key), ""),
    })
}
