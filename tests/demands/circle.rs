//! Records that name others of their kind.

use crate::office::{as_of, gather, many};
use gongkai::judge::collection::Collection;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What is said of regions and the regions they are part of, all of one day.
fn said(regions: &[(&str, &str)]) -> Vec<String> {
    let records: Vec<String> = regions
        .iter()
        .map(|(region, parent)| {
            format!(r#"{{"region": "{region}", "parent": "{parent}", "cut_off_on": "2017-05-31"}}"#)
        })
        .collect();
    let records: Vec<_> = records
        .iter()
        .map(|record| ("office-progress", record.as_str()))
        .collect();
    many("office-no-circle", &records)
}

#[test]
fn what_leads_to_an_end_is_met() {
    assert_eq!(said(&[("省", ""), ("市", "省"), ("县", "市")]), ["3 met"]);
    assert_eq!(said(&[("市", "未报送的省"), ("县", "市")]), ["2 met"]);
}

#[test]
fn a_circle_is_said_of_each_that_is_in_it_and_of_no_other() {
    let circle = [("甲", "乙"), ("乙", "丙"), ("丙", "甲"), ("县", "甲")];
    assert_eq!(
        said(&circle),
        [
            "1 met, 3 breached",
            "[1][] /parent “parent region” 乙 leads back to this record, in a circle of 3 names",
            "[2][] /parent “parent region” 丙 leads back to this record, in a circle of 3 names",
            "[3][] /parent “parent region” 甲 leads back to this record, in a circle of 3 names",
        ]
    );
    assert_eq!(
        said(&[("市", "市")]),
        [
            "1 breached",
            "[1][] /parent “parent region” 市 leads to the record itself"
        ]
    );
}

#[test]
fn of_two_records_with_one_name_only_the_one_that_leads_back_is_breached() {
    let twice = [("市", "省"), ("市", "县"), ("县", "市")];
    assert_eq!(said(&twice)[0], "1 met, 2 breached");
}

#[test]
fn records_of_other_days_close_no_circle() {
    let records = [
        r#"{"region": "甲", "parent": "乙", "cut_off_on": "2017-04-30"}"#,
        r#"{"region": "乙", "parent": "甲", "cut_off_on": "2017-05-31"}"#,
    ];
    let records = records.map(|record| ("office-progress", record));
    assert_eq!(many("office-no-circle", &records), ["2 met"]);
}

#[test]
fn a_name_that_is_not_given_leaves_open_where_its_record_stands() {
    assert_eq!(said(&[("", "市")])[0], "1 undetermined");
}

#[test]
fn a_long_way_is_followed_to_its_end() {
    let length = 20_000_u32;
    let mut collection = Collection::default();
    for number in 0..length {
        let next = (number + 1) % length;
        let record =
            format!(r#"{{"region": "{number}", "parent": "{next}", "cut_off_on": "2017-05-31"}}"#);
        gather(
            &mut collection,
            number.into(),
            &[("office-progress", &record)],
        );
    }
    let report = crate::office::ENGINE.close(&collection, as_of());
    let tally = report
        .counts
        .iter()
        .find(|tally| tally.rule == "office-no-circle");
    assert_eq!(tally.unwrap().counts.breached, u64::from(length));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_record_is_breached_exactly_where_a_walk_comes_back_to_it(
        parents in prop::collection::vec(0..10_usize, 1..10),
    ) {
        let ways: BTreeMap<usize, usize> = parents.iter().copied().enumerate().collect();
        let names: Vec<(String, String)> = ways
            .iter()
            .map(|(region, parent)| (format!("r{region}"), format!("r{parent}")))
            .collect();
        let regions: Vec<(&str, &str)> = names
            .iter()
            .map(|(region, parent)| (region.as_str(), parent.as_str()))
            .collect();
        let comes_back = |start: usize| {
            let steps = std::iter::successors(ways.get(&start), |at| ways.get(at));
            steps.take(ways.len()).any(|at| *at == start)
        };
        let expected = ways.keys().filter(|start| comes_back(**start)).count();
        let findings = said(&regions).iter().skip(1).count();
        prop_assert_eq!(findings, expected);
    }
}
