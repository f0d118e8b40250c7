//! Numbers of one record that must add up.

use crate::office::{ENGINE, said};

const KIND: &str = "office-figures";

/// One finding, or none where the expectation is empty.
fn expect(rule: &str, record: &str, expected: &[&str]) {
    assert_eq!(said(KIND, rule, record), expected, "{record}");
}

#[test]
fn sums_are_compared_part_by_part() {
    let record = r#"{"received": {"person": 3, "company": "1,000"}, "carried_in": {"person": 1, "company": 0},
        "results": {"person": 4, "company": 999}}"#;
    expect(
        "office-sums",
        record,
        &[
            "breached /results/company: “received (company)” + “carried in (company)” makes 1000, and “results (company)” makes 999: 1 apart",
        ],
    );
}

#[test]
fn what_is_blank_is_not_zero() {
    let record = r#"{"received": {"person": 3}, "carried_in": {"person": "", "company": 0},
        "results": {"person": 3, "company": 0}}"#;
    expect(
        "office-sums",
        record,
        &[
            "undetermined /carried_in/person: “carried in (natural person)” is missing",
            "undetermined /received/company: “received (company)” is missing",
        ],
    );
}

#[test]
fn a_rate_is_computed_and_compared_at_its_places() {
    for (rate, good) in [
        ("66.7%", true),
        ("66.67％", true),
        ("67", true),
        ("66.6", false),
        ("66.66", false),
        ("66", false),
    ] {
        let record = format!(r#"{{"samples": 3, "qualified": 2, "rate": "{rate}"}}"#);
        assert_eq!(
            said(KIND, "office-rate", &record).is_empty(),
            good,
            "{rate}"
        );
    }
    expect(
        "office-rate",
        r#"{"samples": 3, "qualified": 2, "rate": "66.6"}"#,
        &["breached /rate: “rate” (66.6) is not 200/3, which is “qualified” over “samples”"],
    );
    expect(
        "office-rate",
        r#"{"samples": 0, "qualified": 0, "rate": 100.5}"#,
        &[
            "undetermined /samples: “samples” is 0, so no share of it can be computed",
            "breached /rate: “rate” (100.5) must lie between 0 and 100",
        ],
    );
}

#[test]
fn numbers_may_not_fall() {
    expect("office-rising", r#"{"low": "3.50", "high": "3.5"}"#, &[]);
    expect(
        "office-rising",
        r#"{"low": "3.51", "high": "3.5"}"#,
        &["breached /high: “high” (3.5) is less than “low” (3.51)"],
    );
}

#[test]
fn money_is_compared_in_one_unit_and_personal_sums_are_not_shown() {
    expect(
        "office-estimate",
        r#"{"approved": "100", "estimate": "1100000"}"#,
        &[],
    );
    expect(
        "office-estimate",
        r#"{"approved": "100", "estimate": "1100000.01"}"#,
        &["breached /approved: “estimate” and “approved” do not agree"],
    );
}

#[test]
fn years_of_dates_and_numbers_are_compared() {
    expect(
        "office-year",
        r#"{"number": "甘农发〔2016〕3号", "dated": "2017-01-05", "year": "2017年"}"#,
        &[
            "breached /dated: the year of “number” makes 2016, and the year of “day” makes 2017: 1 apart",
        ],
    );
}

#[test]
fn lines_that_mean_nothing_are_refused() {
    assert!(ENGINE.law().rule("office-year").is_some());
    for (from, to) in [
        (
            "rate = [{ part = \"qualified\"",
            "rate = [{ part = \"title\"",
        ),
        ("times = \"110%\"", "times = \"much\""),
        (
            "sum = [\"received.*\", \"carried_in.*\"]",
            "sum = [\"received.*\", \"title.*\"]",
        ),
        ("rising = [[\"low\", \"high\"]]", "rising = [[\"low\"]]"),
        ("per = \"office-applicants\"", "per = \"no-such-list\""),
    ] {
        let pack = crate::office::PACK.replacen(from, to, 1);
        assert_ne!(pack, crate::office::PACK, "{from}");
        let builder =
            gongkai::Engine::builder().pack("office.toml", pack, gongkai::duty::pack::Format::Toml);
        assert!(builder.build().is_err(), "{to}");
    }
}
