//! Good and bad records of many kinds in any mix: what is read is judged or refused, and every rule accounts for
//! every record of its kinds.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "the counts of a few records"
)]

use gongkai::wire::{self, Gathering};
use gongkai::{Engine, words::Day};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static LAW: LazyLock<Engine> =
    LazyLock::new(|| Engine::builder().profile("gansu-law").build().unwrap());

const AS_OF: &str = "2021-06-01";

/// Records that can be judged: several claim one number, some lead to each other in a circle, some lack
/// their key, some come before what they follow, some stand around the turn of a year.
const GOOD: [(&str, &str); 14] = [
    (
        "policy-document",
        r#"{"document_number": "甘农发〔2017〕3号", "formed_on": "2017-05-02", "importance": "重要"}"#,
    ),
    (
        "policy-document",
        r#"{"document_number": "甘农发[2017]3号", "formed_on": "2017-12-31"}"#,
    ),
    (
        "policy-document",
        r#"{"title": "没有文号的通知", "formed_on": "2018-01-01"}"#,
    ),
    ("policy-document", "{}"),
    (
        "interpretation",
        r#"{"document_number": "甘农发〔2017〕3号", "published_on": "2018-01-02"}"#,
    ),
    ("interpretation", r#"{"published_on": null}"#),
    (
        "project",
        r#"{"project_code": "2020-620000-01-03-098765", "approved_on": "2020-12-31"}"#,
    ),
    (
        "project",
        r#"{"project_code": "2020-620000-01-03-098765", "approved_on": "2021-01-01"}"#,
    ),
    (
        "project-stage",
        r#"{"project_code": "2020-620000-01-03-098765", "stage": "竣工验收"}"#,
    ),
    (
        "land-region",
        r#"{"region_code": "620100", "parent_region": "620102"}"#,
    ),
    (
        "land-region",
        r#"{"region_code": "620102", "parent_region": "620100"}"#,
    ),
    (
        "administrative-license",
        r#"{"decision_number": "甘农许〔2016〕3号", "decision_date": "2016-12-30"}"#,
    ),
    (
        "department-budget",
        r#"{"publisher": "示例厅", "fiscal_year": "2021", "approved_on": "2021-02-01"}"#,
    ),
    (
        "annual-report",
        r#"{"year": "2020", "year": "2021", "nobody": 1}"#,
    ),
];

/// Lines that cannot be judged, with the name of the error.
const BAD: [(&str, &str); 9] = [
    (r#"{"kind": "no-such-kind", "record": {}}"#, "unknown-kind"),
    (r#"{"kind": "", "record": {}}"#, "unknown-kind"),
    (r#"{"kind": "policy-document"}"#, "record-syntax"),
    (r#"{"record": {}}"#, "record-syntax"),
    (
        r#"{"kind": "policy-document", "record": [], "more": 1}"#,
        "record-syntax",
    ),
    (
        r#"{"kind": "policy-document", "record": "甘农发〔2017〕3号"}"#,
        "record-syntax",
    ),
    (
        r#"{"kind": "policy-document", "record": {"title": {"a": {"b": {"c": {"d": {"e": {"f": {"g": {"h": {}}}}}}}}}}"#,
        "record-syntax",
    ),
    ("policy-document", "record-syntax"),
    ("]", "record-syntax"),
];

/// A line and, where it cannot be judged, the name of the error.
type Line = (String, Option<&'static str>);

fn line() -> impl Strategy<Value = Line> {
    let good = prop::sample::select(&GOOD[..])
        .prop_map(|(kind, record)| (format!(r#"{{"kind": "{kind}", "record": {record}}}"#), None));
    let bad =
        prop::sample::select(&BAD[..]).prop_map(|(line, error)| (line.to_owned(), Some(error)));
    prop_oneof![4 => good, 1 => bad]
}

fn number(value: &Value, path: &str) -> u64 {
    value.pointer(path).and_then(Value::as_u64).unwrap()
}

/// All verdicts together.
fn total(tally: &Value) -> u64 {
    let verdicts = tally.as_object().unwrap().values();
    verdicts.map(|count| count.as_u64().unwrap()).sum()
}

/// How many records a rule that compares records of one kind stands for: those with one key are one.
fn compares_one_kind(rule: &str) -> bool {
    let law = LAW.law();
    law.rules[law.rule(rule).unwrap()].source.unique.is_some()
}

/// Everything that must add up in a report on records of several kinds.
fn adds_up(report: &Value, lines: &[Line]) {
    let read = u64::try_from(lines.len()).unwrap();
    let bad: Vec<(u64, &str)> = (1..)
        .zip(lines)
        .filter_map(|(row, (_, error))| Some((row, (*error)?)))
        .collect();
    assert_eq!(number(report, "/read"), read);
    assert_eq!(
        number(report, "/refused"),
        u64::try_from(bad.len()).unwrap()
    );
    assert_eq!(number(report, "/judged"), read - number(report, "/refused"));
    assert_eq!(total(&report["records"]), number(report, "/judged"));
    let refusals = report["refusals"].as_array().unwrap().iter();
    let refused: Vec<(u64, &str)> = refusals
        .map(|own| (number(own, "/row"), own["error"]["name"].as_str().unwrap()))
        .collect();
    assert_eq!(refused, bad);
    let mut judged: BTreeMap<&str, u64> = BTreeMap::new();
    for (kind, sums) in report["kinds"].as_object().unwrap() {
        assert_eq!(total(&sums["records"]), number(sums, "/judged"), "{kind}");
        judged.insert(kind, number(sums, "/judged"));
    }
    assert_eq!(judged.values().sum::<u64>(), number(report, "/judged"));
    every_rule_accounts(report, &judged);
}

/// Every rule of a kind that was judged gave a verdict on each of its records.
fn every_rule_accounts(report: &Value, judged: &BTreeMap<&str, u64>) {
    let lines = report["rules"].as_array().unwrap().iter();
    let given: BTreeMap<&str, u64> = lines
        .map(|line| (line["rule"].as_str().unwrap(), total(&line["counts"])))
        .collect();
    let law = LAW.law();
    let mut wanted: BTreeMap<&str, u64> = BTreeMap::new();
    for (kind, records) in judged.iter().filter(|(_, records)| **records > 0) {
        for duty in &LAW.program(kind).unwrap().rules {
            *wanted
                .entry(&law.rules[usize::from(duty.rule)].source.id)
                .or_default() += records;
        }
    }
    for (rule, records) in wanted {
        let own = given.get(rule).copied().unwrap_or_default();
        if compares_one_kind(rule) {
            assert!((1..=records).contains(&own), "{rule}: {own} of {records}");
        } else {
            assert_eq!(own, records, "{rule}");
        }
    }
}

fn parsed(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_read_is_judged_or_refused_and_every_rule_accounts_for_it(
        lines in prop::collection::vec(line(), 0..60),
        cut in 0..60_usize,
    ) {
        let texts: Vec<&str> = lines.iter().map(|(text, _)| text.as_str()).collect();
        let whole = wire::check_collection_lines(&LAW, texts.join("\n").as_bytes(), AS_OF).unwrap();
        let whole = parsed(&whole);
        adds_up(&whole, &lines);
        // Two machines read what one reads, and what they left gives the same about records together.
        let (left, right) = texts.split_at(cut.min(texts.len()));
        let open = |first| Gathering::open(&LAW, AS_OF, None).unwrap().numbered_from(first);
        let (mut first, mut second) = (open(1), open(u64::try_from(left.len()).unwrap() + 1));
        for line in left {
            first.envelope(line.as_bytes());
        }
        for line in right {
            second.envelope(line.as_bytes());
        }
        first.absorb(&second.state()).unwrap();
        let (first, second) = (parsed(&first.finish()), parsed(&second.finish()));
        for sum in ["/read", "/judged", "/refused"] {
            prop_assert_eq!(number(&first, sum) + number(&second, sum), number(&whole, sum));
        }
        prop_assert_eq!(&first["groups"], &whole["groups"]);
    }

    #[test]
    fn a_batch_of_one_kind_adds_up(
        lines in prop::collection::vec(prop_oneof![
            3 => prop::sample::select(&GOOD[..4]).prop_map(|(_, record)| (record, true)),
            1 => prop::sample::select(&["[]", "{", "1", "{} {}", "\u{0}{}", r#"{"title": NaN}"#][..])
                .prop_map(|line| (line, false)),
        ], 0..40),
    ) {
        let texts: Vec<&str> = lines.iter().map(|(text, _)| *text).collect();
        let report = wire::check_lines(&LAW, "policy-document", texts.join("\n").as_bytes(), AS_OF);
        let report = parsed(&report.unwrap());
        let good = lines.iter().filter(|(_, good)| *good).count();
        prop_assert_eq!(number(&report, "/read"), u64::try_from(lines.len()).unwrap());
        prop_assert_eq!(number(&report, "/judged"), u64::try_from(good).unwrap());
        prop_assert_eq!(number(&report, "/judged") + number(&report, "/refused"), number(&report, "/read"));
        prop_assert_eq!(total(&report["records"]), number(&report, "/judged"));
        // Each rule gave a verdict on each record, or is counted as not judged.
        let given = report["rules"].as_array().unwrap().len();
        let rules = LAW.program("policy-document").unwrap().rules.len();
        if good > 0 {
            prop_assert_eq!(u64::try_from(given).unwrap() + number(&report, "/not_judged"), u64::try_from(rules).unwrap());
        }
    }
}

#[test]
fn a_kind_that_does_not_exist_is_refused_by_every_way_in() {
    let as_of = Day::parse_iso(AS_OF).unwrap();
    let code = |error: gongkai::Error| error.code.name();
    let one = LAW.check("no-such-kind", b"{}", as_of);
    assert_eq!(one.map_err(code).unwrap_err(), "unknown-kind");
    let many = wire::check_lines(&LAW, "no-such-kind", b"{}", AS_OF);
    assert_eq!(many.map_err(code).unwrap_err(), "unknown-kind");
    let budget = br#"{"kind": "no-such-kind", "as_of": "2021-06-01", "record": {}}"#;
    let budget = wire::check_budget(&LAW, budget);
    assert_eq!(budget.map_err(code).unwrap_err(), "unknown-kind");
}

#[test]
fn two_records_that_claim_one_number_are_both_judged_and_said_together() {
    let lines: Vec<Line> = [0, 1, 6, 7]
        .map(|place: usize| {
            let (kind, record) = GOOD[place];
            (format!(r#"{{"kind": "{kind}", "record": {record}}}"#), None)
        })
        .to_vec();
    let texts: Vec<&str> = lines.iter().map(|(text, _)| text.as_str()).collect();
    let report = wire::check_collection_lines(&LAW, texts.join("\n").as_bytes(), AS_OF);
    let report = parsed(&report.unwrap());
    adds_up(&report, &lines);
    let rows = |rule: &str| {
        let mut groups = report["groups"].as_array().unwrap().iter();
        let group = groups.find(|group| group["rule"] == rule).unwrap();
        assert_eq!(group["verdict"], "breached");
        group["rows"].to_string()
    };
    assert_eq!(rows("document-number-used-once"), "[1,2]");
    assert_eq!(rows("investment-project-code-used-once"), "[3,4]");
}
