//! A small report for the tests of everything that is written.

use super::Report;
use crate::judging::{
    Accounts, ClauseInfo, Delay, FindingRow, Identity, Judged, Outcome, PackInfo, RuleInfo,
    ScoreInfo, SectionInfo, Timeliness, Verdict,
};
use crate::mapping::tests::kinds;
use crate::source::Source;
use crate::summary::{Summary, clauses};
use gongkai::report::accounts::{Node, Picture};
use gongkai::words::{Amount, Label};

/// A text that breaks out of any page or table that does not escape it.
pub(crate) const HOSTILE: &str = "</script><img src=x onerror=alert(1)>\"'&";

pub(crate) fn finding() -> FindingRow {
    FindingRow {
        file: "a.csv".into(),
        row: Some(7),
        rows: String::new(),
        record_key: "甘农许〔2016〕1号".into(),
        rule: "license-publication-deadline".into(),
        code: "GA07-1".into(),
        title_zh: "按期公开".into(),
        title_en: "Published on time".into(),
        verdict: Verdict::Breached,
        severity: "breach",
        field: "published".into(),
        due: "2016-08-02".into(),
        happened: "2016-08-05".into(),
        off_by: Some(3),
        off_by_unit: "working_days",
        message_zh: "晚了 3 个工作日".into(),
        message_en: "3 working days late".into(),
        remedy_zh: "立即公开".into(),
        remedy_en: "publish at once".into(),
        affects: String::new(),
        clause: "7".into(),
        instrument: "gansu-agri-2016".into(),
        fix: String::new(),
        fingerprint: "0123456789abcdef".into(),
    }
}

/// Calls back with a report of one hostile finding.
pub(crate) fn with_report(each: impl FnOnce(&Report<'_>)) {
    let source = Source {
        file: HOSTILE.into(),
        ..Source::default()
    };
    let hostile = FindingRow {
        message_zh: HOSTILE.into(),
        ..finding()
    };
    each(&Report {
        identity: &identity(),
        kinds: &kinds(),
        rules: &[rule()],
        clauses: &clauses(&[clause()], &summary()),
        scores: &[score()],
        summary: &summary(),
        sources: &[source],
        accounts: &[accounts()],
        seen: 1,
        findings: &[hostile],
    });
}

fn accounts() -> Accounts {
    let node = |level, findings: &[&str]| Node {
        level,
        code: Some(201),
        name: HOSTILE.into(),
        amount: Some(Amount::from_fen(1250)),
        findings: findings.iter().map(|own| (*own).to_owned()).collect(),
    };
    Accounts {
        name: HOSTILE.into(),
        kind: 0,
        files: vec![HOSTILE.into()],
        statements: Vec::new(),
        aside: 0,
        sums: 2,
        rounded: Vec::new(),
        pictures: vec![Picture {
            statement: "expenditure".into(),
            title: Label::default(),
            column: Label::default(),
            nodes: vec![node(0, &[]), node(1, &["0123456789abcdef"])],
        }],
    }
}

fn clause() -> ClauseInfo {
    ClauseInfo {
        instrument: HOSTILE.into(),
        number: "7".into(),
        title_zh: HOSTILE.into(),
        title_en: HOSTILE.into(),
        rules: vec![0],
    }
}

fn score() -> ScoreInfo {
    let section = SectionInfo {
        title_zh: HOSTILE.into(),
        low: "1".into(),
        high: "2".into(),
        ..SectionInfo::default()
    };
    ScoreInfo {
        title_zh: HOSTILE.into(),
        grades: vec![HOSTILE.into()],
        sections: vec![section],
        ..ScoreInfo::default()
    }
}

fn rule() -> RuleInfo {
    RuleInfo {
        id: "license-publication-deadline".into(),
        code: "GA07-1".into(),
        title_zh: "按期公开".into(),
        title_en: HOSTILE.into(),
    }
}

fn identity() -> Identity {
    Identity {
        engine: "0.1.0".into(),
        as_of: "2017-01-01".into(),
        packs: vec![PackInfo {
            id: "gansu-agri-2016".into(),
            version: "1".into(),
            hash: "ab".into(),
        }],
        ..Identity::default()
    }
}

fn summary() -> Summary {
    let judged = |verdict, late: Option<u32>| Judged {
        rule: 0,
        verdict,
        late: late.map(|amount| Delay {
            amount,
            working: true,
        }),
    };
    let outcome = Outcome {
        verdicts: vec![
            judged(Verdict::Breached, Some(3)),
            judged(Verdict::Met, None),
        ],
        timeliness: Timeliness {
            kept: 1,
            judged: 2,
            excluded: 0,
        },
        filled: vec![0, 1],
        ..Outcome::default()
    };
    let mut summary = Summary::default();
    summary.record((HOSTILE, 7), 0, &outcome);
    summary
}
