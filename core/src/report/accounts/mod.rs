//! What is said about a budget or account: the record, its tables, its text, and the tree of its expenditure.

mod name;
mod picture;
mod remedy;
mod sentence;
mod sum;
mod text;

pub use picture::{Node, Picture};

use super::finding::{Evidence, Finding};
use super::write::{cited, fingerprint};
use super::{Header, PackStamp, Report};
use crate::duty::Law;
use crate::duty::Verdict;
use crate::duty::verdict::Tally;
use crate::judge::budget::{Judged, Paper, Remark, Spot};
use crate::words::Label;
use alloc::{
    borrow::Cow, collections::BTreeMap, format, string::String, string::ToString, vec::Vec,
};
use name::Naming;
use picture::Marks;
use serde::Serialize;

/// What is said about a budget or account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountsReport<'e> {
    /// The report on the record, with the findings about its tables and its text.
    #[serde(flatten)]
    pub report: Report<'e>,
    /// The verdict of each rule about the tables and the text: one that was not asked is not applicable.
    pub rules: BTreeMap<&'e str, Verdict>,
    /// The tables that were recognized.
    pub statements: Vec<Recognized>,
    /// Rows of tables that are none of the kind's.
    pub aside: u32,
    /// How many sums were added up.
    pub sums: u64,
    /// Sums that do not come out exactly, but within rounding.
    pub rounded: Vec<Rounded>,
    /// What the document spends, as a tree.
    pub pictures: Vec<Picture>,
}

/// A table that was recognized.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recognized {
    /// The table of the request it begins in.
    pub table: u32,
    /// Its id.
    pub statement: String,
    /// Its name.
    pub title: Label,
    /// The unit of its amounts; absent where none is declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Label>,
    /// Rows that were read.
    pub rows: u32,
    /// Amounts that were read.
    pub amounts: u32,
    /// Rows that hold no amounts and name none: notes, headings.
    pub skipped: u32,
}

/// A sum that comes out within rounding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rounded {
    /// The sum.
    pub sum: Label,
    /// What is left, in yuan.
    pub difference: String,
}

/// The report on a record with what was seen in its tables and its text.
#[must_use]
pub fn write<'e>(
    law: &'e Law,
    report: Report<'e>,
    paper: &Paper<'_, '_>,
    judged: &Judged,
) -> AccountsReport<'e> {
    let naming = Naming { paper };
    let mut report = report;
    stamp(law, &mut report.header);
    let mut marks = Marks::new();
    for remark in &judged.remarks {
        let Some(finding) = finding(law, &report.record, &naming, remark) else {
            continue;
        };
        if let Spot::Cell(place) = remark.at {
            marks.push((place, finding.fingerprint.clone()));
        }
        report.findings.push(finding);
    }
    report.counts = both(report.counts, judged.tally);
    report.verdict = report.counts.overall();
    report.severity = report
        .findings
        .iter()
        .filter(|finding| finding.verdict == Verdict::Breached)
        .map(|finding| finding.severity)
        .max();
    let id = |rule: u16| Some(&*law.rules.get(usize::from(rule))?.source.id);
    let rules = judged.verdicts.iter();
    AccountsReport {
        rules: rules
            .filter_map(|(rule, verdict)| Some((id(*rule)?, *verdict)))
            .collect(),
        statements: paper
            .document
            .statements
            .iter()
            .map(|statement| naming.recognized(statement))
            .collect(),
        aside: paper.document.aside,
        sums: judged.sums,
        rounded: judged
            .rounded
            .iter()
            .map(|(at, residual)| Rounded {
                sum: naming.sum(*at),
                difference: crate::words::Amount::from_fen(*residual).to_string(),
            })
            .collect(),
        pictures: picture::pictures(&naming, &marks),
        report,
    }
}

// Names of subjects decide as well, whether the profile holds their packs or not.
fn stamp(law: &Law, header: &mut Header<'_>) {
    let naming = law.naming.iter().filter_map(|pack| law.packs.get(*pack));
    let mut packs = header.packs.to_vec();
    for stamp in naming.map(PackStamp::of) {
        if !packs.contains(&stamp) {
            packs.push(stamp);
        }
    }
    header.packs = Cow::Owned(packs.into());
}

const fn both(one: Tally, other: Tally) -> Tally {
    Tally {
        met: one.met.saturating_add(other.met),
        breached: one.breached.saturating_add(other.breached),
        pending: one.pending.saturating_add(other.pending),
        undetermined: one.undetermined.saturating_add(other.undetermined),
        not_applicable: one.not_applicable.saturating_add(other.not_applicable),
    }
}

fn finding<'e>(
    law: &'e Law,
    record: &str,
    naming: &Naming<'_, '_, '_>,
    remark: &Remark,
) -> Option<Finding<'e>> {
    let rule = law.rules.get(usize::from(remark.rule))?;
    let (path, own) = match &remark.at {
        Spot::Cell(place) => (
            format!(
                "/tables/{}/rows/{}/{}",
                place.sheet, place.row, place.column
            ),
            naming.stable(*place),
        ),
        Spot::Page { number, quote } => (format!("/pages/{number}"), format!("{number}/{quote}")),
        Spot::Document => (String::new(), naming.key(&remark.what)),
    };
    let affects = remark
        .affects
        .iter()
        .filter_map(|rule| Some(&*law.rules.get(usize::from(*rule))?.source.id));
    Some(Finding {
        rule: &rule.source.id,
        code: &rule.source.code,
        title: &rule.source.title,
        cite: cited(law, remark.rule)?,
        verdict: remark.verdict,
        severity: rule.source.severity,
        due: None,
        happened: None,
        off_by: None,
        message: sentence::message(naming, remark),
        remedy: remedy::remedy(naming, remark, rule.source.remedy.as_ref()),
        fix: None,
        evidence: evidence(naming, remark),
        affects: affects.collect(),
        fingerprint: fingerprint(&rule.source.id, record, &own),
        path: path.into(),
    })
}

fn evidence(naming: &Naming<'_, '_, '_>, remark: &Remark) -> Vec<Evidence<'static>> {
    match &remark.at {
        Spot::Page { number, quote } => alloc::vec![Evidence {
            path: format!("/pages/{number}").into(),
            label: Cow::Owned(super::message::label("原文", "in the text")),
            value: Some(quote.clone()),
        }],
        Spot::Cell(_) | Spot::Document => naming.cells(&remark.what),
    }
}
