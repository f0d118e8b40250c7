//! A record of another kind that belongs to this one.

use crate::office::{PACK, many};
use gongkai::judge::collection::Collection;
use gongkai::words::Day;
use gongkai::{Engine, duty::pack::Format};

const POLICY: &str =
    r#"{"number": "甘农发〔2017〕3号", "published_on": "2017-05-02", "hash": "a"}"#;

/// An interpretation.
fn reading(of: &str, day: &str, rest: &str) -> String {
    format!(r#"{{"of": "{of}", "published_on": "{day}", "form": "文章"{rest}}}"#)
}

/// What a rule says of one policy and its interpretations.
fn said(rule: &str, policy: &str, readings: &[String]) -> Vec<String> {
    let mut records = vec![("office-policy", policy)];
    records.extend(
        readings
            .iter()
            .map(|reading| ("office-reading", reading.as_str())),
    );
    let forwards = many(rule, &records);
    // Which kind comes first makes no difference but to the numbers.
    let tally = |records: &[(&str, &str)]| many(rule, records)[0].clone();
    records.reverse();
    assert_eq!(tally(&records), forwards[0]);
    forwards
}

#[test]
fn a_partner_is_found_by_the_same_number_written_otherwise() {
    let found = reading("甘农发[2017]第03号", "2017-05-05", "");
    assert_eq!(said("office-covered", POLICY, &[found]), ["1 met"]);
}

#[test]
fn what_is_missing_is_pending_then_breached() {
    assert_eq!(
        said("office-covered", POLICY, &[]),
        [
            "1 breached",
            "[1][]  there is no record of “interpretation”"
        ]
    );
    let fresh = POLICY.replace("2017-05-02", "2017-06-14");
    assert_eq!(
        said("office-covered", &fresh, &[]),
        [
            "1 pending",
            "[1][] /published_on from “day of publication” 2017-06-14, a record of “interpretation” is due by 2017-06-19; not due yet"
        ]
    );
}

#[test]
fn a_late_partner_is_named_with_both_days() {
    let late = reading("甘农发〔2017〕3号", "2017-05-08", "");
    assert_eq!(
        said("office-covered", POLICY, &[late]),
        [
            "1 breached",
            "[1][2] /published_on from “day of publication” 2017-05-02, due by 2017-05-05; “day of interpretation” of the interpretation is 2017-05-08, late"
        ]
    );
}

#[test]
fn a_partner_in_time_is_enough_beside_a_late_one() {
    let late = reading("甘农发〔2017〕3号", "2017-05-08", "");
    let early = reading("甘农发〔2017〕3号", "2017-05-03", "");
    assert_eq!(said("office-covered", POLICY, &[late, early]), ["1 met"]);
}

#[test]
fn partners_that_cannot_be_assigned_leave_it_open() {
    let stray = reading("", "2017-05-03", "");
    assert_eq!(
        said("office-covered", POLICY, &[stray]),
        [
            "1 undetermined",
            "[1][]  0 of “interpretation” for certain; whether 1 more belong here cannot be told"
        ]
    );
    let undated = reading("甘农发〔2017〕3号", "", "");
    assert_eq!(
        said("office-covered", POLICY, &[undated]),
        [
            "1 undetermined",
            "[1][2]  “day of interpretation” of the interpretation is missing or unclear and cannot be compared"
        ]
    );
    let formless = reading("甘农发〔2017〕3号", "2017-05-03", "").replace("文章", "");
    assert_eq!(
        said("office-covered", POLICY, &[formless])[0],
        "1 undetermined"
    );
}

#[test]
fn a_record_without_its_own_key_is_undetermined() {
    let bare = r#"{"published_on": "2017-05-02", "hash": "a"}"#;
    assert_eq!(
        said("office-covered", bare, &[]),
        [
            "1 undetermined",
            "[1][] /number “number” is missing or of no use, so the other records cannot be found"
        ]
    );
    let undated = r#"{"number": "甘农发〔2017〕3号"}"#;
    assert_eq!(
        said("office-covered", undated, &[])[1],
        "[1][] /published_on “day of publication” is missing or of no use, so the time cannot be told"
    );
}

#[test]
fn partners_must_say_the_same_and_come_before() {
    let same = r#", "hash": "a""#;
    let good = reading("甘农发〔2017〕3号", "2017-05-02", same);
    assert_eq!(
        said("office-reviewed", POLICY, std::slice::from_ref(&good)),
        ["1 met"]
    );
    let other = reading("甘农发〔2017〕3号", "2017-05-02", r#", "hash": "b""#);
    assert_eq!(
        said("office-reviewed", POLICY, &[other]),
        [
            "1 breached",
            "[1][2] /hash “content” a differs from “content” b of the interpretation"
        ]
    );
    let after = reading("甘农发〔2017〕3号", "2017-05-03", same);
    assert_eq!(
        said("office-reviewed", POLICY, std::slice::from_ref(&after)),
        [
            "1 breached",
            "[1][2] /published_on “day of interpretation” 2017-05-03 of the interpretation lies after “day of publication” 2017-05-02"
        ]
    );
    assert_eq!(
        said("office-reviewed", POLICY, &[good, after]),
        [
            "1 breached",
            "[1][2]  2 of “interpretation”, where at most 1 may be"
        ]
    );
}

#[test]
fn where_there_may_be_none_one_is_a_finding() {
    let withheld = POLICY.replace("\"hash\": \"a\"", "\"withheld\": \"是\"");
    assert_eq!(said("office-unread", &withheld, &[]), ["1 met"]);
    let some = reading("甘农发〔2017〕3号", "2017-05-02", "");
    assert_eq!(
        said("office-unread", &withheld, std::slice::from_ref(&some)),
        [
            "1 breached",
            "[1][2]  there is a record of “interpretation” where there may be none"
        ]
    );
    assert_eq!(said("office-unread", POLICY, &[some]), ["1 not applicable"]);
    assert_eq!(
        said(
            "office-unread",
            &withheld,
            &[reading("/", "2017-05-02", "")]
        )[0],
        "1 undetermined"
    );
}

#[test]
fn a_term_into_a_year_that_is_not_announced_is_left_open() {
    let known_at = Day::of(2016, 6, 1).unwrap();
    let builder = Engine::builder().pack("office.toml", PACK, Format::Toml);
    let engine = builder.known_at(known_at).build().unwrap();
    let policy = r#"{"number": "甘农发〔2016〕9号", "published_on": "2016-12-30"}"#;
    let said = |as_of: Day| {
        let mut collection = Collection::default();
        let mut desk = engine.desk("office-policy").unwrap();
        desk.json(policy.as_bytes(), as_of, |judged| {
            judged.gather(&mut collection, 1);
        })
        .unwrap();
        let report = engine.close(&collection, as_of);
        let mut findings = report.findings.into_iter();
        let finding = findings
            .find(|finding| finding.rule == "office-covered")
            .unwrap();
        (finding.verdict.name(), finding.message.en)
    };
    assert_eq!(said(Day::of(2016, 12, 31).unwrap()).0, "pending");
    let (verdict, message) = said(Day::of(2017, 1, 5).unwrap());
    assert_eq!(verdict, "undetermined");
    assert!(
        message.starts_with("the holidays of 2017 are not announced"),
        "{message}"
    );
    assert_eq!(said(Day::of(2017, 3, 1).unwrap()).0, "breached");
}
