//! An engine with the pack of `office.toml`, and what its rules say.

use gongkai::judge::collection::Collection;
use gongkai::report::GroupReport;
use gongkai::words::Day;
use gongkai::{Engine, duty::pack::Format};
use std::sync::LazyLock;

/// The pack.
pub(crate) const PACK: &str = include_str!("office.toml");

/// The engine: the pack beside the built-in ones.
pub(crate) static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let builder = Engine::builder().pack("office.toml", PACK, Format::Toml);
    builder.build().unwrap()
});

/// The day of judgement.
pub(crate) fn as_of() -> Day {
    Day::of(2017, 6, 15).unwrap()
}

/// What a rule says about a record: verdict, path and message in English of each finding.
pub(crate) fn said(kind: &str, rule: &str, record: &str) -> Vec<String> {
    let report = ENGINE.check(kind, record.as_bytes(), as_of()).unwrap();
    let own = report
        .findings
        .iter()
        .filter(|finding| finding.rule == rule);
    own.map(|finding| {
        let (verdict, path) = (finding.verdict.name(), &finding.path);
        assert!(!finding.message.zh.is_empty() && !finding.remedy.zh.is_empty());
        format!("{verdict} {path}: {}", finding.message.en)
    })
    .collect()
}

/// A record and its kind.
pub(crate) type Record<'r> = (&'r str, &'r str);

/// Puts records into a collection, numbered from `first`.
pub(crate) fn gather(collection: &mut Collection, first: u64, records: &[Record<'_>]) {
    for (number, (kind, record)) in (first..).zip(records) {
        let mut desk = ENGINE.desk(kind).unwrap();
        desk.json(record.as_bytes(), as_of(), |judged| {
            assert!(judged.report().unknown.is_empty(), "{record}");
            judged.gather(collection, number);
        })
        .unwrap();
    }
}

/// What is said about records together.
pub(crate) fn together(records: &[Record<'_>]) -> GroupReport<'static> {
    let mut collection = Collection::default();
    gather(&mut collection, 1, records);
    ENGINE.close(&collection, as_of())
}

/// What a rule says about records together: its verdicts, then rows, path and message of each finding.
pub(crate) fn many(rule: &str, records: &[Record<'_>]) -> Vec<String> {
    let report = together(records);
    let tally = report.counts.iter().find(|tally| tally.rule == rule);
    let counts = tally.map(|tally| tally.counts).unwrap_or_default();
    let verdicts = [
        (counts.met, "met"),
        (counts.breached, "breached"),
        (counts.pending, "pending"),
        (counts.undetermined, "undetermined"),
        (counts.not_applicable, "not applicable"),
    ];
    let verdicts = verdicts.iter().filter(|(count, _)| *count > 0);
    let verdicts: Vec<String> = verdicts
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    let own = report
        .findings
        .iter()
        .filter(|finding| finding.rule == rule);
    let said = own.map(|finding| {
        assert!(!finding.message.zh.is_empty() && !finding.remedy.zh.is_empty());
        let (rows, others, path) = (&finding.rows, &finding.others, &finding.path);
        format!("{rows:?}{others:?} {path} {}", finding.message.en)
    });
    [verdicts.join(", ")].into_iter().chain(said).collect()
}
