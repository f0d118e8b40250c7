//! So many records of another kind.

use crate::office::many;

/// What a rule says of a leader and the days of the interpretations.
fn said(rule: &str, since: &str, until: &str, days: &[&str]) -> Vec<String> {
    let leader = format!(r#"{{"name": "甲", "since": "{since}", "until": "{until}"}}"#);
    let readings: Vec<String> = days
        .iter()
        .map(|day| format!(r#"{{"of": "甘农发〔2017〕3号", "by": "甲", "published_on": "{day}"}}"#))
        .collect();
    let mut records = vec![("office-leader", leader.as_str())];
    records.extend(
        readings
            .iter()
            .map(|reading| ("office-reading", reading.as_str())),
    );
    many(rule, &records)
}

#[test]
fn every_whole_year_is_asked_for_and_the_running_one_is_pending() {
    let yearly = |since, until, days| said("office-yearly", since, until, days);
    assert_eq!(
        yearly("2015-01-01", "", &["2015-12-31", "2016-01-01"]),
        [
            "1 pending",
            "[1][]  from 2017-01-01 to 2017-12-31, 0 of “interpretation” as yet, where at least 1 must be"
        ]
    );
    assert_eq!(
        yearly("2015-01-01", "", &["2015-12-31", "2017-01-01"]),
        [
            "1 breached",
            "[1][]  from 2016-01-01 to 2016-12-31, there is no record of “interpretation”"
        ]
    );
    assert_eq!(
        yearly(
            "2015-01-01",
            "",
            &["2015-12-31", "2016-06-01", "2017-06-01"]
        ),
        ["1 met"]
    );
}

#[test]
fn years_only_partly_in_office_are_not_asked_for() {
    let yearly = |since, until, days| said("office-yearly", since, until, days);
    assert_eq!(
        yearly("2015-07-01", "2016-06-30", &[]),
        ["1 not applicable"]
    );
    assert_eq!(
        yearly("2015-07-01", "2016-12-31", &["2016-03-01"]),
        ["1 met"]
    );
    assert_eq!(yearly("2017-09-01", "", &[]), ["1 not applicable"]);
}

#[test]
fn days_that_are_not_known_leave_it_open() {
    let yearly = |day: &str| said("office-yearly", "2016-01-01", "2016-12-31", &[day]);
    for open in ["", "31.31.2016"] {
        assert_eq!(yearly(open)[0], "1 undetermined", "{open}");
    }
    for met in ["2016", "2016-05", "2016-05-01"] {
        assert_eq!(yearly(met), ["1 met"], "{met}");
    }
    for breached in ["2015", "2017-01-01", "未发布"] {
        assert_eq!(yearly(breached)[0], "1 breached", "{breached}");
    }
    assert_eq!(
        said("office-yearly", "甲", "", &[])[1],
        "[1][] /since “in office since” is missing or of no use, so the time cannot be told"
    );
}

#[test]
fn no_time_may_be_longer_than_the_term() {
    let often = |since, until, days| said("office-often", since, until, days);
    assert_eq!(often("2017-06-01", "", &[]), ["1 met"]);
    assert_eq!(
        often("2017-05-31", "", &[]),
        [
            "1 breached",
            "[1][]  after 2017-05-31 another “interpretation” was due within 14 calendar days, by 2017-06-14; there is none up to 2017-06-15"
        ]
    );
    assert_eq!(often("2017-05-31", "", &["2017-06-14"]), ["1 met"]);
    assert_eq!(
        often("2017-01-01", "2017-01-31", &["2017-01-14", "2017-01-29"]),
        [
            "1 breached",
            "[1][]  after 2017-01-14 another “interpretation” was due within 14 calendar days, by 2017-01-28; the next is of 2017-01-29"
        ]
    );
    assert_eq!(
        often("2017-01-01", "2017-01-31", &["2017-01-14", ""])[0],
        "1 undetermined"
    );
}

#[test]
fn a_term_runs_over_the_turn_of_a_year() {
    let often = |days| said("office-often", "2016-12-20", "2017-01-10", days);
    assert_eq!(often(&["2016-12-30", "2017-01-05"]), ["1 met"]);
    assert_eq!(
        often(&["2016-12-25", "2017-01-09"]),
        [
            "1 breached",
            "[1][]  after 2016-12-25 another “interpretation” was due within 14 calendar days, by 2017-01-08; the next is of 2017-01-09"
        ]
    );
    // Of calendar years none lies wholly in this time, so none is asked for.
    let yearly = said("office-yearly", "2016-12-20", "2017-01-10", &[]);
    assert_eq!(yearly, ["1 not applicable"]);
}

#[test]
fn only_different_values_are_counted() {
    let leader = r#"{"name": "甲", "since": "2017-01-01"}"#;
    let form = |form: &str| format!(r#"{{"by": "甲", "form": "{form}"}}"#);
    let said = |forms: &[&str]| {
        let readings: Vec<String> = forms.iter().map(|name| form(name)).collect();
        let mut records = vec![("office-leader", leader)];
        records.extend(
            readings
                .iter()
                .map(|reading| ("office-reading", reading.as_str())),
        );
        many("office-forms-used", &records)
    };
    assert_eq!(said(&["文章", "chart"]), ["1 met"]);
    assert_eq!(
        said(&["文章", "article"]),
        [
            "1 breached",
            "[1][]  1 of “interpretation”, where at least 2 must be"
        ]
    );
    assert_eq!(said(&["文章", ""])[0], "1 undetermined");
}

/// What is said of an author who names a number of steps, and is asked in some year about those at hand.
fn steps(own: &str, days: &[&str]) -> Vec<String> {
    let own = format!(r#"{{"author": "甲", {own}}}"#);
    let steps: Vec<String> = days
        .iter()
        .map(|day| format!(r#"{{"project": "P", "actor": "甲", "done_on": "{day}"}}"#))
        .collect();
    let mut records = vec![("office-essay", own.as_str())];
    records.extend(steps.iter().map(|step| ("office-step", step.as_str())));
    many("office-steps-counted", &records)
}

#[test]
fn a_number_that_is_said_is_the_number_of_records() {
    let said = r#""year": "2016", "steps": 2"#;
    let days = ["2016-01-01", "2016-12-31", "2017-01-01"];
    assert_eq!(steps(said, &days), ["1 met"]);
    let more = ["2016-01-01", "2016-06-01", "2016-12-31"];
    assert_eq!(
        steps(said, &more),
        [
            "1 breached",
            "[1][] /steps “steps” 2, and from 2016-01-01 to 2016-12-31, 3 of “project step”"
        ]
    );
}

#[test]
fn fewer_records_than_are_said_are_a_breach_only_where_all_are_at_hand() {
    let said = |complete: &str| {
        let own = format!(r#""year": "2016", "steps": 2, "steps_complete": "{complete}""#);
        steps(&own, &["2016-01-01"])
    };
    for open in ["", "否"] {
        assert_eq!(
            said(open),
            [
                "1 undetermined",
                "[1][] /steps “steps” 2, and from 2016-01-01 to 2016-12-31, 1 of “project step”; whether these are all is not said"
            ]
        );
    }
    assert_eq!(said("是")[0], "1 breached");
}

#[test]
fn a_record_that_may_be_among_them_leaves_the_number_open() {
    let said = |number: u32, days: &[&str]| {
        let own = format!(r#""year": "2016", "steps": {number}, "steps_complete": "是""#);
        steps(&own, days).swap_remove(0)
    };
    for number in [1, 2] {
        assert_eq!(said(number, &["2016-01-01", ""]), "1 undetermined");
    }
    assert_eq!(said(0, &["2016-01-01", ""]), "1 breached");
    assert_eq!(said(3, &["2016-01-01", ""]), "1 breached");
}

#[test]
fn fewer_records_are_pending_while_the_year_runs() {
    let own = r#""year": "2017", "steps": 2, "steps_complete": "是""#;
    assert_eq!(steps(own, &["2017-03-01"])[0], "1 pending");
}

#[test]
fn a_number_that_is_not_said_leaves_it_open() {
    for own in [r#""year": "2016""#, r#""steps": 1"#] {
        assert_eq!(steps(own, &["2016-01-01"])[0], "1 undetermined", "{own}");
    }
}

#[test]
fn the_name_of_a_person_is_not_shown() {
    let report = crate::office::together(&[(
        "office-leader",
        r#"{"name": "张三丰", "since": "2015-01-01"}"#,
    )]);
    let shown = format!("{report:?}");
    assert!(
        report.findings.len() > 1 && !shown.contains("张三丰"),
        "{shown}"
    );
}
