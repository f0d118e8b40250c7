//! What holds for all records together: neither order nor partition counts, and nothing grows with what is alike.

use crate::office::{ENGINE, as_of, gather};
use gongkai::judge::collection::Collection;
use proptest::prelude::*;

type Made = (&'static str, String);

fn day() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (2015..2018_i32, 1..13_u32, 1..28_u32).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        1 => prop::sample::select(vec!["", "2016", "2016-05", "未发布", "?"]).prop_map(str::to_owned),
    ]
}

fn word(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(words).prop_map(str::to_owned)
}

const NUMBERS: &[&str] = &[
    "甘农发〔2017〕1号",
    "甘农发[2017]第1号",
    "甘农发〔2017〕2号",
    "",
    "/",
];
const NAMES: &[&str] = &["甲", "乙", "", "***"];
const TEXTS: &[&str] = &["甲乙丙丁戊", "丙丁戊己庚", "无", ""];
const COUNTS: &[&str] = &["1", "2", "100", "", "x"];

fn record() -> impl Strategy<Value = Made> {
    prop_oneof![
        (word(NUMBERS), day(), word(&["a", "b", ""]), word(&["是", "否", ""])).prop_map(|(n, d, h, w)| (
            "office-policy",
            format!(r#"{{"number": "{n}", "published_on": "{d}", "hash": "{h}", "withheld": "{w}"}}"#)
        )),
        (word(NUMBERS), day(), word(&["a", "b"]), word(&["文章", "chart", ""]), word(NAMES)).prop_map(
            |(n, d, h, f, b)| (
                "office-reading",
                format!(r#"{{"of": "{n}", "published_on": "{d}", "hash": "{h}", "form": "{f}", "by": "{b}"}}"#)
            )
        ),
        (word(NAMES), day(), day()).prop_map(|(n, s, u)| (
            "office-leader",
            format!(r#"{{"name": "{n}", "since": "{s}", "until": "{u}"}}"#)
        )),
        (word(&["P1", "P2", ""]), day()).prop_map(|(p, c)| (
            "office-project",
            format!(r#"{{"id": "{p}", "planned_on": "2016-01-01", "closed_on": "{c}"}}"#)
        )),
        (word(&["P1", "P2", ""]), word(&["申报", "审批", "验收", "?"]), day(), word(NAMES)).prop_map(
            |(p, s, d, a)| (
                "office-step",
                format!(r#"{{"project": "{p}", "stage": "{s}", "done_on": "{d}", "actor": "{a}"}}"#)
            )
        ),
        (word(&["市", "县", ""]), word(&["市", ""]), day(), word(COUNTS)).prop_map(|(r, p, d, c)| (
            "office-progress",
            format!(r#"{{"region": "{r}", "parent": "{p}", "cut_off_on": "{d}", "households": "{c}", "area": "1.5"}}"#)
        )),
        (word(NAMES), word(&["2015", "2016", ""]), word(TEXTS), word(TEXTS), word(COUNTS)).prop_map(
            |(a, y, b, e, s)| (
                "office-essay",
                format!(r#"{{"author": "{a}", "year": "{y}", "beginning": "{b}", "ending": "{e}", "steps": "{s}"}}"#)
            )
        ),
    ]
}

/// The canonical bytes of what is said about a collection.
fn said(collection: &Collection) -> String {
    serde_json::to_string(&ENGINE.close(collection, as_of())).unwrap()
}

/// Puts numbered records into a collection.
fn gathered(records: &[(u64, Made)]) -> Collection {
    let mut collection = Collection::default();
    for (number, (kind, record)) in records {
        gather(&mut collection, *number, &[(kind, record)]);
    }
    collection
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn neither_order_nor_partition_counts(
        (records, shuffled) in prop::collection::vec(record(), 1..40).prop_flat_map(|records| {
            let numbered: Vec<(u64, Made)> = (1..).zip(records).collect();
            (Just(numbered.clone()), Just(numbered).prop_shuffle())
        }),
        cut in 0..40_usize,
    ) {
        let whole = gathered(&records);
        let cut = cut.min(shuffled.len());
        let (left, right) = shuffled.split_at(cut);
        let (left, right) = (gathered(left), gathered(right));
        let mut merged = right.clone();
        merged.merge(left.clone());
        let mut other_way = left;
        other_way.merge(right);
        prop_assert_eq!(&merged, &whole);
        prop_assert_eq!(&other_way, &whole);
        prop_assert_eq!(said(&merged), said(&whole));
    }

    #[test]
    fn every_owner_is_counted_once(records in prop::collection::vec(record(), 1..40)) {
        let numbered: Vec<(u64, Made)> = (1..).zip(records).collect();
        let report = ENGINE.close(&gathered(&numbered), as_of());
        for (rule, kind) in [
            ("office-covered", "office-policy"),
            ("office-reviewed", "office-policy"),
            ("office-unread", "office-policy"),
            ("office-yearly", "office-leader"),
            ("office-often", "office-leader"),
            ("office-stages-done", "office-project"),
            ("office-never-falls", "office-progress"),
            ("office-parts", "office-progress"),
            ("office-no-circle", "office-progress"),
            ("office-own-words", "office-essay"),
            ("office-steps-counted", "office-essay"),
        ] {
            let owners = numbered.iter().filter(|(_, (other, _))| *other == kind).count();
            let tally = report.counts.iter().find(|tally| tally.rule == rule);
            let counts = tally.map(|tally| tally.counts).unwrap_or_default();
            let verdicts = [
                counts.met,
                counts.breached,
                counts.pending,
                counts.undetermined,
                counts.not_applicable,
            ];
            prop_assert_eq!(verdicts.iter().sum::<u64>(), u64::try_from(owners).unwrap(), "{}", rule);
        }
    }
}

#[test]
fn what_is_alike_is_kept_once() {
    let size = |copies: u64| {
        let mut collection = Collection::default();
        for number in 1..=copies {
            let policy =
                r#"{"number": "甘农发〔2017〕1号", "published_on": "2017-05-02", "hash": "a"}"#;
            gather(&mut collection, number, &[("office-policy", policy)]);
        }
        format!("{collection:?}").len()
    };
    assert!(size(400) < size(20) + 200, "{} {}", size(400), size(20));
}

#[test]
fn rules_on_other_kinds_are_not_looked_at() {
    let plain = gongkai::Engine::builder().build().unwrap();
    let beside = &*ENGINE;
    assert!(beside.law().rules.len() > plain.law().rules.len());
    for program in plain.programs().iter() {
        let same = beside.program(&program.schema.id).unwrap();
        assert_eq!(same.rules.len(), program.rules.len());
        assert_eq!(same.witnesses.len(), program.witnesses.len());
    }
}

#[test]
fn too_many_records_under_one_key_are_left_open_and_not_compared() {
    let day = |number: u32| {
        gongkai::words::Day::of(2011, 1, 1)
            .unwrap()
            .plus(i32::try_from(number).unwrap())
    };
    let mut collection = Collection::default();
    let many = 2049;
    for number in 0..many {
        let (row, day) = (u64::from(number), day(number));
        let leader = format!(r#"{{"name": "甲", "since": "{day}"}}"#);
        let reading = format!(r#"{{"by": "甲", "published_on": "{day}", "form": "chart"}}"#);
        gather(&mut collection, row, &[("office-leader", &leader)]);
        gather(&mut collection, row, &[("office-reading", &reading)]);
    }
    let report = ENGINE.close(&collection, as_of());
    let tally = report
        .counts
        .iter()
        .find(|tally| tally.rule == "office-often");
    assert_eq!(tally.unwrap().counts.undetermined, u64::from(many));
    let finding = report
        .findings
        .iter()
        .find(|finding| finding.rule == "office-often");
    let said = &finding.unwrap().message.en;
    assert_eq!(said, "too many records belong together to compare them all");
}
