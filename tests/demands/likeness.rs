//! Texts that may not be taken over from another record.

use crate::office::many;

fn essay(year: u32, beginning: &str, ending: &str) -> String {
    format!(
        r#"{{"author": "甲局", "year": "{year}", "written_on": "{year}-12-31", "beginning": "{beginning}", "ending": "{ending}"}}"#
    )
}

/// What is said of an essay of 2016 beside one of 2015, of which nothing can be said.
fn said(own: (&str, &str), before: (&str, &str)) -> Vec<String> {
    let records = [essay(2016, own.0, own.1), essay(2015, before.0, before.1)];
    let records = [
        ("office-essay", records[0].as_str()),
        ("office-essay", records[1].as_str()),
    ];
    let mut said = many("office-own-words", &records);
    let without = "[2][]  no record of “essay of 2014” is at hand to compare with";
    said.retain(|line| line != without);
    said
}

/// The verdict on an essay of ten characters, of which some stand in the other.
fn verdict(own: &str, before: &str) -> String {
    said((own, "无"), (before, "无")).swap_remove(0)
}

#[test]
fn a_passage_counts_from_its_length_on() {
    assert_eq!(
        verdict("一二三四五六七八九十", "三四五甲"),
        "1 met, 1 undetermined"
    );
    // Five of ten are no more than half.
    assert_eq!(
        verdict("甲乙丙丁戊己庚辛壬癸", "甲乙丙丁戊子"),
        "1 met, 1 undetermined"
    );
    assert_eq!(
        verdict("甲乙丙丁戊己庚辛壬癸", "子甲乙丙丁戊己丑"),
        "1 breached, 1 undetermined"
    );
}

#[test]
fn passages_that_overlap_count_once_and_their_places_are_said() {
    let own = ("丑，甲乙丙丁，戊己！子", "庚辛壬癸");
    let before = ("甲乙丙丁子丙丁戊己", "庚辛壬癸");
    assert_eq!(
        said(own, before),
        [
            "1 breached, 1 undetermined",
            "[1][2] /beginning of 12 characters 10 stand in the essay of 2015 it is compared with, where at most 6 may; the longest passages are “beginning”, characters 3 to 9; “ending”, characters 1 to 4",
        ]
    );
}

#[test]
fn neither_the_way_of_writing_nor_the_field_counts() {
    assert_eq!(
        verdict("農業 農村；（高標準）農田", "农业农村高标准农田"),
        "1 breached, 1 undetermined"
    );
    assert_eq!(
        said(("甲乙丙丁戊", "无"), ("无", "甲乙丙丁戊"))[0],
        "1 breached, 1 undetermined"
    );
}

#[test]
fn a_text_that_lacks_leaves_it_open() {
    assert_eq!(
        said(("甲乙丙丁", "戊"), ("甲乙丙丁", ""))[1],
        "[1][2]  “ending” of the essay of 2015 is missing or unclear and cannot be compared"
    );
    for ending in ["甲乙丙丁", "戊己庚辛"] {
        assert_eq!(
            said((ending, ""), ("甲乙丙丁", "戊"))[1],
            "[1][] /ending “ending” is missing or of no use, so there is nothing to compare"
        );
    }
}

#[test]
fn a_text_that_is_too_long_leaves_it_open() {
    let long = "农".repeat(65_537);
    assert_eq!(verdict(&long, "农业农村"), "2 undetermined");
}

#[test]
fn what_is_written_is_not_kept() {
    let own = essay(2016, "张三丰住在南大街六十号", "张三丰住在南大街六十号");
    let mut collection = gongkai::judge::collection::Collection::default();
    crate::office::gather(&mut collection, 1, &[("office-essay", &own)]);
    let state = format!("{collection:?}");
    assert!(!state.contains("张三丰"), "{state}");
}
