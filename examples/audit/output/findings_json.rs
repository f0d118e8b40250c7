//! Findings as one JSON document: what judged, what was read, exact totals, then the findings.

use super::Report;
use crate::judging::{Accounts, FindingRow, Identity, ScoreInfo, Timeliness};
use crate::source::Source;
use crate::summary::{ClauseStatus, Totals};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Document<'a> {
    run: &'a Identity,
    sources: &'a [Source],
    totals: Totals,
    timeliness: Timeliness,
    scores: &'a [ScoreInfo],
    clauses: &'a [ClauseStatus<'a>],
    rules: Vec<RuleTotals<'a>>,
    accounts: &'a [Accounts],
    findings_seen: u64,
    findings_kept: usize,
    findings: &'a [FindingRow],
}

#[derive(Serialize)]
struct RuleTotals<'a> {
    rule: &'a str,
    code: &'a str,
    breached: u64,
    undetermined: u64,
    pending: u64,
    met: u64,
    not_applicable: u64,
}

/// Writes the document.
///
/// # Errors
///
/// What the writer says.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rules = report.rules.iter().zip(&report.summary.rules);
    let rules = rules.map(
        |(rule, [breached, undetermined, pending, met, not_applicable])| RuleTotals {
            rule: &rule.id,
            code: &rule.code,
            breached: *breached,
            undetermined: *undetermined,
            pending: *pending,
            met: *met,
            not_applicable: *not_applicable,
        },
    );
    let document = Document {
        run: report.identity,
        sources: report.sources,
        totals: report.summary.totals,
        timeliness: report.summary.timeliness,
        scores: report.scores,
        clauses: report.clauses,
        rules: rules.collect(),
        accounts: report.accounts,
        findings_seen: report.seen,
        findings_kept: report.findings.len(),
        findings: report.findings,
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::super::sample::with_report;
    use super::*;

    #[test]
    fn totals_stand_before_findings() {
        with_report(|report| {
            let mut out = Vec::new();
            write(report, &mut out).expect("writes");
            let document: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
            assert_eq!(document["run"]["packs"][0]["hash"], "ab");
            assert_eq!(document["rules"][0]["breached"], 1);
            assert_eq!(document["timeliness"]["kept"], 1);
            assert_eq!(document["timeliness"]["judged"], 2);
            assert_eq!(document["findings"][0]["verdict"], "breached");
            let text = String::from_utf8(out).expect("UTF-8");
            assert!(text.find("\"totals\"") < text.find("\"findings\""));
        });
    }
}
