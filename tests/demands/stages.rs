//! Events of a case one after another.

use crate::office::many;

/// What a rule says of a project that is closed on a day and has these steps: stage, day, rest.
fn said(rule: &str, closed: &str, steps: &[(&str, &str, &str)]) -> Vec<String> {
    let project = format!(r#"{{"id": "P1", "planned_on": "2016-01-01", "closed_on": "{closed}"}}"#);
    let steps: Vec<String> = steps
        .iter()
        .map(|(stage, day, rest)| {
            format!(r#"{{"project": "P1", "stage": "{stage}", "done_on": "{day}"{rest}}}"#)
        })
        .collect();
    let mut records: Vec<(&str, &str)> = steps
        .iter()
        .map(|step| ("office-step", step.as_str()))
        .collect();
    // The project comes in after its steps.
    records.push(("office-project", &project));
    many(rule, &records)
}

const A: (&str, &str, &str) = ("申报", "2016-02-01", r#", "actor": "甲""#);
const B: (&str, &str, &str) = ("approval", "2016-03-01", r#", "actor": "乙""#);
const C: (&str, &str, &str) = ("验收", "2016-12-01", r#", "actor": "丙""#);

#[test]
fn stages_in_order_are_met_in_whatever_order_they_come() {
    for steps in [[A, B, C], [C, B, A], [B, C, A]] {
        assert_eq!(said("office-stages-done", "2016-12-31", &steps), ["1 met"]);
    }
    assert_eq!(said("office-stages-done", "2016-12-31", &[A, C]), ["1 met"]);
}

#[test]
fn a_stage_that_is_missing_is_pending_until_the_case_is_closed() {
    assert_eq!(
        said("office-stages-done", "", &[A]),
        [
            "1 pending",
            "[2][]  the stage “acceptance” is still to come"
        ]
    );
    assert_eq!(
        said("office-stages-done", "2016-12-31", &[A]),
        ["1 breached", "[2][]  the stage “acceptance” is missing"]
    );
    assert_eq!(said("office-stages-done", "", &[B, C])[0], "1 breached");
    assert_eq!(
        said("office-stages-plain", "", &[A, C]),
        ["1 breached", "[3][]  the stage “approval” is missing"]
    );
}

#[test]
fn a_stage_before_its_predecessor_is_breached() {
    let early = ("acceptance", "2016-01-15", r#", "actor": "丙""#);
    assert_eq!(
        said("office-stages-done", "2016-12-31", &[A, early]),
        [
            "1 breached",
            "[3][2]  the stage “acceptance” 2016-01-15 lies before “application” 2016-02-01, which it must follow"
        ]
    );
    let vague = ("acceptance", "2016", r#", "actor": "丙""#);
    assert_eq!(
        said("office-stages-done", "2016-12-31", &[A, vague])[0],
        "1 undetermined"
    );
}

#[test]
fn a_stage_may_be_left_out_with_a_reason() {
    let skipped = ("acceptance", "", r#", "skipped": "规模以下""#);
    assert_eq!(
        said("office-stages-done", "2016-12-31", &[A, skipped]),
        ["1 met"]
    );
}

#[test]
fn persons_differ_and_stages_come_once() {
    let same = ("acceptance", "2016-12-01", r#", "actor": " 甲 ""#);
    assert_eq!(
        said("office-stages-done", "2016-12-31", &[A, same])[1],
        "[3][2]  “actor” of the stage “acceptance” is that of the stage “application”"
    );
    let nobody = ("acceptance", "2016-12-01", "");
    assert_eq!(
        said("office-stages-done", "2016-12-31", &[A, nobody])[0],
        "1 undetermined"
    );
    let again = ("application", "2016-02-02", r#", "actor": "丁""#);
    assert_eq!(
        said("office-stages-done", "2016-12-31", &[A, again, C])[1],
        "[4][2]  the stage “application” is there 2 times, where it may be once"
    );
}

#[test]
fn no_stage_comes_after_the_end() {
    assert_eq!(
        said("office-stages-done", "2016-11-30", &[A, C])[1],
        "[3][2] /closed_on “done on” 2016-12-01 of the stage “acceptance” lies after “closed on” 2016-11-30"
    );
}

#[test]
fn events_that_cannot_be_assigned_leave_it_open() {
    let odd = ("不明", "2016-12-01", r#", "actor": "丙""#);
    assert_eq!(
        said("office-stages-done", "2016-12-31", &[A, odd]),
        [
            "1 undetermined",
            "[3][]  there is no stage “acceptance”, but stage or case of some “project step” cannot be told"
        ]
    );
}
