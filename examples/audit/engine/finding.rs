//! Findings of the engine as rows of a table.

use super::verdict_of;
use crate::judging::{FindingRow, Outcome};
use gongkai::duty::law::Law;
use gongkai::duty::source::Severity;
use gongkai::duty::{Detail, Observation};
use gongkai::engine;
use gongkai::report::{Cited, Finding, GroupFinding};
use gongkai::words::Label;
use std::collections::BTreeMap;

/// Findings whose cause lies in the run, by rule, and for how many records each stands.
pub(super) type Unsupplied = BTreeMap<String, (FindingRow, u64)>;

/// Writes the findings on one record.
pub(super) struct Writer<'w> {
    pub(super) law: &'w Law,
    pub(super) file: &'w str,
    /// The row of the record; a budget or account is none.
    pub(super) row: Option<u64>,
}

impl Writer<'_> {
    /// Writes them into the outcome; one that only says that a list was not supplied is kept aside, since
    /// its cause lies in the run and not in the record.
    pub(super) fn findings(
        &self,
        judged: &engine::Judged<'_, '_>,
        unsupplied: &mut Unsupplied,
        outcome: &mut Outcome,
    ) {
        let of_lists = |detail| matches!(detail, Detail::ListNotSupplied(_));
        let findings = self.parted(judged, of_lists, unsupplied);
        outcome.findings.extend(findings);
    }

    /// Keeps aside the finding that the tables and the text of a budget or account did not come along.
    pub(super) fn tables(&self, judged: &engine::Judged<'_, '_>, unsupplied: &mut Unsupplied) {
        let of_tables = |detail| matches!(detail, Detail::NoTables);
        // What else there is to say stands at the row of the record.
        let _ = self.parted(judged, of_tables, unsupplied);
    }

    /// Keeps aside the findings of rules that saw nothing but what `lacks` holds for, and gives the others.
    fn parted(
        &self,
        judged: &engine::Judged<'_, '_>,
        lacks: impl Fn(Detail) -> bool,
        unsupplied: &mut Unsupplied,
    ) -> Vec<FindingRow> {
        let observations = &judged.outcome.observations;
        if observations.is_empty() {
            return Vec::new();
        }
        let mut others = Vec::new();
        let report = judged.report();
        for finding in report.findings {
            let number = self.law.rule(finding.rule);
            let own = |seen: &&Observation| Some(usize::from(seen.rule)) == number;
            let mut seen = observations.iter().filter(own).peekable();
            let lacks = seen.peek().is_some() && seen.all(|seen| lacks(seen.detail));
            let row = self.row(finding, &report.record);
            if lacks {
                let first = unsupplied.entry(row.rule.clone()).or_insert((row, 0));
                first.1 = first.1.saturating_add(1);
            } else {
                others.push(row);
            }
        }
        others
    }

    pub(super) fn row(&self, finding: Finding, key: &str) -> FindingRow {
        let Label {
            zh: remedy_zh,
            en: remedy_en,
        } = finding.remedy.into_owned();
        let breached = finding.verdict == gongkai::Verdict::Breached;
        let late = finding.off_by.filter(|_| breached);
        let affects = finding.affects.iter().map(|rule| self.code(rule));
        FindingRow {
            file: self.file.to_owned(),
            row: self.row,
            rows: String::new(),
            record_key: key.to_owned(),
            verdict: verdict_of(finding.verdict),
            severity: severity(finding.severity),
            field: finding.path.into_owned(),
            due: finding.due.map(|day| day.to_string()).unwrap_or_default(),
            happened: finding
                .happened
                .map(|day| day.to_string())
                .unwrap_or_default(),
            off_by: late.as_ref().map(|off| off.amount),
            off_by_unit: late.map_or("", |off| off.unit),
            message_zh: finding.message.zh,
            message_en: finding.message.en,
            remedy_zh,
            remedy_en,
            fix: finding.fix.map(|fix| fix.value).unwrap_or_default(),
            affects: affects.collect::<Vec<_>>().join(" "),
            clause: clause(&finding.cite),
            instrument: instrument(&finding.cite),
            rule: finding.rule.to_owned(),
            code: finding.code.to_owned(),
            title_zh: finding.title.zh.clone(),
            title_en: finding.title.en.clone(),
            fingerprint: finding.fingerprint,
        }
    }

    fn code(&self, rule: &str) -> String {
        let found = self
            .law
            .rule(rule)
            .and_then(|rule| self.law.rules.get(rule));
        found.map_or_else(|| rule.to_owned(), |rule| rule.source.code.clone())
    }
}

/// A finding whose cause is the same in many records, without the place of one.
pub(super) fn for_many(row: FindingRow, count: u64) -> FindingRow {
    FindingRow {
        file: String::new(),
        row: None,
        record_key: String::new(),
        rows: format!("{count} 条记录 records"),
        message_zh: format!("{}（共{count}条记录）", row.message_zh),
        message_en: format!("{} ({count} records)", row.message_en),
        ..row
    }
}

/// A finding about several records, at the first of them.
pub(super) fn of_group(
    group: GroupFinding,
    place: impl Fn(u64) -> Option<(String, u64)>,
) -> FindingRow {
    let first = group.rows.first().and_then(|number| place(*number));
    let (file, row) = first.unzip();
    FindingRow {
        file: file.unwrap_or_default(),
        // A document has no row of its own.
        row: row.filter(|row| *row > 0),
        rows: rows(&group, place),
        record_key: group.record,
        verdict: verdict_of(group.verdict),
        severity: severity(group.severity),
        field: group.path.to_owned(),
        due: group.due.map(|day| day.to_string()).unwrap_or_default(),
        happened: String::new(),
        off_by: None,
        off_by_unit: "",
        message_zh: group.message.zh,
        message_en: group.message.en,
        remedy_zh: group.remedy.zh,
        remedy_en: group.remedy.en,
        fix: String::new(),
        affects: String::new(),
        clause: clause(&group.cite),
        instrument: instrument(&group.cite),
        rule: group.rule.to_owned(),
        code: group.code.to_owned(),
        title_zh: group.title.zh.clone(),
        title_en: group.title.en.clone(),
        fingerprint: group.fingerprint,
    }
}

/// All rows of a group, `a.csv:3; a.csv:9`, and how many are not named.
fn rows(group: &GroupFinding, place: impl Fn(u64) -> Option<(String, u64)>) -> String {
    let places = group.rows.iter().filter_map(|number| place(*number));
    let named = places.map(|(file, row)| match row {
        0 => file,
        row => format!("{file}:{row}"),
    });
    let mut named: Vec<String> = named.collect();
    let count = u64::try_from(named.len()).unwrap_or(u64::MAX);
    let others = group.count.saturating_sub(count);
    if others > 0 {
        named.push(format!("另有 {others} 条 and {others} more"));
    }
    named.join("; ")
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Breach => "breach",
    }
}

fn clause(cite: &Cited<'_>) -> String {
    let also = cite.also.iter().map(String::as_str);
    let all = std::iter::once(cite.clause).chain(also);
    all.collect::<Vec<_>>().join("; ")
}

fn instrument(cite: &Cited<'_>) -> String {
    if cite.number.is_empty() {
        cite.instrument.zh.clone()
    } else {
        format!("{}({})", cite.instrument.zh, cite.number)
    }
}
