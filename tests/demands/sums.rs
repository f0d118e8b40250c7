//! Numbers of several records: series that never fall, and sums of parts.

use crate::office::many;

fn progress(region: &str, parent: &str, day: &str, numbers: (&str, &str)) -> String {
    let (households, area) = numbers;
    format!(
        r#"{{"region": "{region}", "parent": "{parent}", "cut_off_on": "{day}", "households": "{households}", "area": "{area}"}}"#
    )
}

fn said(rule: &str, records: &[String]) -> Vec<String> {
    let records: Vec<(&str, &str)> = records
        .iter()
        .map(|record| ("office-progress", record.as_str()))
        .collect();
    many(rule, &records)
}

#[test]
fn a_number_may_not_fall() {
    let first = progress("甲县", "市", "2016-06-30", ("100", "10.5"));
    let second = progress("甲县", "市", "2016-12-31", ("100", "10.50"));
    let third = progress("甲县", "市", "2017-05-31", ("1,200", "10.4"));
    let other = progress("乙县", "市", "2017-05-31", ("1", "1"));
    assert_eq!(
        said("office-never-falls", &[third, first, other, second]),
        [
            "3 met, 1 breached",
            "[1][] /area “area” is 10.4, less than 10.5 of 2016-12-31"
        ]
    );
}

#[test]
fn what_is_missing_in_a_series_is_said() {
    let first = progress("甲县", "市", "2016-06-30", ("100", "10"));
    let gap = progress("甲县", "市", "2016-12-31", ("", "11"));
    let last = progress("甲县", "市", "2017-05-31", ("99", "12"));
    let undated = progress("甲县", "市", "", ("99", "12"));
    assert_eq!(
        said("office-never-falls", &[first, gap, last, undated]),
        [
            "1 met, 1 breached, 2 undetermined",
            "[2][] /households “households” is missing or of no use, so there is nothing to compare",
            "[3][] /households “households” is 99, less than 100 of 2016-06-30",
            "[4][] /cut_off_on “cut-off day” is missing or of no use, so the time cannot be told"
        ]
    );
}

#[test]
fn parts_add_up() {
    let city = |households| progress("市", "", "2016-12-31", (households, "3.5"));
    let first = progress("甲县", "市", "2016-12-31", ("1", "1.25"));
    let second = progress("乙县", "市", "2016-12-31", ("2", "2.25"));
    let met = said("office-parts", &[first.clone(), city("3"), second.clone()]);
    assert_eq!(met, ["1 met, 2 not applicable"]);
    assert_eq!(
        said("office-parts", &[first.clone(), city("4"), second.clone()])[1],
        "[2][] /households “households” is 4, and 2 of “progress” make 3: 1 apart"
    );
    assert_eq!(
        said("office-parts", &[city("3")]),
        [
            "1 undetermined",
            "[1][]  there is no record of “progress” to add up"
        ]
    );
    let blank = progress("乙县", "市", "2016-12-31", ("", "2.25"));
    assert_eq!(
        said("office-parts", &[city("3"), first, blank])[1],
        "[1][]  “households” is missing or of no use in a record of “progress”"
    );
}

#[test]
fn two_equal_parts_are_two() {
    let city = progress("市", "", "2016-12-31", ("2", "2"));
    let twin = progress("甲县", "市", "2016-12-31", ("1", "1"));
    assert_eq!(
        said("office-parts", &[twin.clone(), twin.clone(), city.clone()])[0],
        "1 met, 2 not applicable"
    );
    assert_eq!(
        said("office-region-once", &[twin.clone(), twin, city]),
        [
            "1 met, 1 breached",
            "[1, 2][]  2 records have the same region, cut-off day"
        ]
    );
}

#[test]
fn a_circle_of_references_ends() {
    let itself = progress("市", "市", "2016-12-31", ("2", "2"));
    let first = progress("甲", "乙", "2016-12-31", ("1", "1"));
    let second = progress("乙", "甲", "2016-12-31", ("1", "1"));
    assert_eq!(
        said("office-parts", &[itself, first, second]),
        ["3 not applicable"]
    );
}
