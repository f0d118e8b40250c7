//! From counts of verdicts to points: exact, open where something is not known, and adding up.

use gongkai::words::{Decimal, Exact};
use gongkai::{Engine, wire};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::builder().build().unwrap());

fn scored(request: &Value) -> Value {
    let bytes = wire::score(&ENGINE, request.to_string().as_bytes());
    serde_json::from_slice(&bytes.unwrap_or_else(|error| panic!("{request}: {error}"))).unwrap()
}

fn tally(rule: &str, met: u64, breached: u64, undetermined: u64) -> Value {
    json!({ "rule": rule, "counts": {
        "met": met, "breached": breached, "undetermined": undetermined, "pending": 1, "not_applicable": 2,
    }})
}

/// The ends of an interval.
fn ends(interval: &Value) -> [&str; 2] {
    ["low", "high"].map(|end| interval[end].as_str().unwrap())
}

#[test]
fn a_share_is_exact_and_what_is_unknown_opens_it() {
    let tallies = [tally("license-publication-deadline", 2, 1, 0)];
    let request = json!({ "set": "gansu-assessment", "tallies": tallies });
    let report = scored(&request);
    let line = &report["sections"][0]["indicators"][0];
    assert_eq!(ends(&line["rate"]), ["2/3", "2/3"]);
    assert_eq!(ends(&line["points"]), ["20/3", "20/3"]);
    assert_eq!(
        (&line["numerator"], &line["denominator"]),
        (&json!(2), &json!(3))
    );
    let excluded = json!({ "not_due": 2, "not_yet_due": 1, "unknown": 0 });
    assert_eq!(line["excluded"], excluded);
    assert_eq!(ends(&report["points"]), ["20/3", "290/3"]);

    let tallies = [tally("license-publication-deadline", 2, 1, 1)];
    let open = scored(&json!({ "set": "gansu-assessment", "tallies": tallies }));
    let line = &open["sections"][0]["indicators"][0];
    assert_eq!(ends(&line["points"]), ["5", "7.5"]);
    for (mode, points) in [("strict", "5"), ("conservative", "7.5")] {
        let settled =
            scored(&json!({ "set": "gansu-assessment", "tallies": tallies, "mode": mode }));
        assert_eq!(
            ends(&settled["sections"][0]["indicators"][0]["points"]),
            [points, points]
        );
    }
}

#[test]
fn a_veto_fails_all_and_one_that_is_not_known_leaves_it_open() {
    let all = [
        "site-no-serious-error-2019",
        "page-date-not-fabricated",
        "site-reachable-2019",
        "site-home-updated-2019",
        "site-columns-2019",
        "site-has-consultation",
        "site-message-answered-2019",
        "site-guides-correct",
        "site-services-useful",
        "site-notices-updated-2019",
        "site-replies-updated",
        "site-service-statistics-updated",
    ];
    let values =
        json!({ "other-deductions": "1.5", "service-deductions": "0", "bonus-points": "12" });
    let grades = |tallies: Vec<Value>| {
        let report =
            scored(&json!({ "set": "site-inspection-2019", "tallies": tallies, "values": values }));
        let grades = report["grades"].as_array().unwrap().iter();
        let grades: Vec<String> = grades
            .map(|grade| grade["id"].as_str().unwrap().to_owned())
            .collect();
        (ends(&report["points"]).map(str::to_owned), grades)
    };
    let good = || all.map(|rule| tally(rule, 1, 0, 0)).to_vec();
    assert_eq!(
        grades(good()),
        (["110.5".into(), "110.5".into()], vec!["passed".into()])
    );
    let mut down = good();
    down[2] = tally("site-reachable-2019", 0, 1, 0);
    assert_eq!(grades(down).1, ["failed"]);
    let mut unknown = good();
    unknown.remove(2);
    assert_eq!(grades(unknown).1, ["passed", "failed"]);
    let mut stale = good();
    stale[9] = tally("site-notices-updated-2019", 0, 4, 0);
    // 20 points are taken, so that less than 80 are left and the bonus does not count.
    assert_eq!(grades(stale).0, ["78.5", "78.5"]);
}

#[test]
fn a_section_that_is_left_out_leaves_the_others_to_count_for_all() {
    let report = scored(&json!({
        "set": "site-inspection-2019", "left_out": ["services"], "mode": "conservative",
        "values": { "other-deductions": "7.5" },
    }));
    assert_eq!(ends(&report["base"]), ["90", "90"]);
}

#[test]
fn names_that_are_not_in_the_set_are_refused() {
    for request in [
        json!({ "set": "suqian-2025", "values": { "no-such": "1" } }),
        json!({ "set": "suqian-2025", "values": { "sites-1": "1" } }),
        json!({ "set": "suqian-2025", "values": { "sites-2": "-1" } }),
        json!({ "set": "suqian-2025", "vetoes": { "no-such": true } }),
        json!({ "set": "suqian-2025", "left_out": ["proactive"] }),
        json!({ "set": "suqian-2025", "mode": "no-such" }),
        json!({ "set": "suqian-2025", "tallies": [tally("no-such", 1, 0, 0)] }),
    ] {
        assert!(
            wire::score(&ENGINE, request.to_string().as_bytes()).is_err(),
            "{request}"
        );
    }
}

#[test]
fn deductions_stop_at_nothing() {
    let report = scored(&json!({
        "set": "suqian-2025", "mode": "conservative",
        "values": { "new-media-1": "30" },
    }));
    let section = &report["sections"][3];
    assert_eq!(ends(&section["points"]), ["0", "0"]);
    assert_eq!(ends(&section["bounded"]), ["5", "5"]);
    assert_eq!(ends(&report["points"]), ["90", "90"]);
}

#[test]
fn weights_that_do_not_add_up_are_refused() {
    let pack = |weight: &str, rule: &str| {
        format!(
            r#"
[pack]
id = "scoring"
version = "1.0.0"
title = {{ zh = "评分", en = "scoring" }}
[[clause]]
number = "1"
title = {{ zh = "一", en = "one" }}
duty = {{ zh = "评分", en = "score" }}
[[indicator_set]]
id = "own"
title = {{ zh = "评分", en = "scoring" }}
cite = {{ clause = "1" }}
total = "100"
[[indicator_set.section]]
id = "all"
title = {{ zh = "全部", en = "all" }}
weight = "100"
indicator = [
    {{ id = "a", title = {{ zh = "甲", en = "a" }}, weight = "60.5" }},
    {{ id = "b", title = {{ zh = "乙", en = "b" }}, weight = "{weight}", rules = ["{rule}"] }},
]
"#
        )
    };
    let built = |pack: String| {
        Engine::builder()
            .pack("own.toml", pack, gongkai::duty::pack::Format::Toml)
            .build()
    };
    assert!(built(pack("39.5", "credit-code-well-formed")).is_ok());
    let error = built(pack("39", "credit-code-well-formed")).unwrap_err();
    assert!(error.message.contains("99.5"), "{error}");
    assert_eq!(
        built(pack("39.5", "no-such")).unwrap_err().code.name(),
        "pack-unknown-name"
    );
}

#[test]
fn what_another_indicator_takes_is_not_taken_twice() {
    let pack = r#"
[pack]
id = "scoring"
version = "1.0.0"
title = { zh = "评分", en = "scoring" }
[[clause]]
number = "1"
title = { zh = "一", en = "one" }
duty = { zh = "评分", en = "score" }
[[indicator_set]]
id = "own"
title = { zh = "评分", en = "scoring" }
cite = { clause = "1" }
total = "10"
[[indicator_set.section]]
id = "all"
title = { zh = "全部", en = "all" }
weight = "10"
indicator = [
    { id = "late", title = { zh = "逾期", en = "late" }, deduct = "2", rules = ["credit-code-well-formed"] },
    { id = "missing", title = { zh = "缺失", en = "missing" }, deduct = "3", cap = "5", rules = ["authority-codes-well-formed"], yields_to = ["late"] },
]
"#;
    let builder = Engine::builder().pack("own.toml", pack, gongkai::duty::pack::Format::Toml);
    let engine = builder.build().unwrap();
    let points = |late: (u64, u64), missing: (u64, u64)| {
        let tallies = [
            tally("credit-code-well-formed", 1, late.0, late.1),
            tally("authority-codes-well-formed", 1, missing.0, missing.1),
        ];
        let request = json!({ "set": "own", "tallies": tallies }).to_string();
        let bytes = wire::score(&engine, request.as_bytes()).unwrap();
        let report: Value = serde_json::from_slice(&bytes).unwrap();
        ends(&report["points"]).map(str::to_owned)
    };
    assert_eq!(points((0, 0), (1, 0)), ["7", "7"]);
    assert_eq!(points((0, 0), (4, 0)), ["5", "5"]);
    assert_eq!(points((1, 0), (1, 0)), ["8", "8"]);
    // Whether the one takes points is not known, so that the other may take them or not.
    assert_eq!(points((0, 1), (1, 0)), ["5", "10"]);
}

/// A number of a report.
fn exact(text: &Value) -> Exact {
    let text = text.as_str().unwrap();
    let part = |text: &str| Exact::from(Decimal::parse(text).unwrap().value);
    match text.split_once('/') {
        Some((numerator, denominator)) => part(numerator).divided_by(part(denominator)).unwrap(),
        None => part(text),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_parts_add_up_to_the_whole(
        counts in prop::collection::vec((0..9_u64, 0..9_u64, 0..9_u64), 8),
        value in 0..40_u32,
        set in prop::sample::select(vec!["gansu-assessment", "jiamusi-2018", "suqian-2025", "inner-mongolia-credit"]),
        mode in prop::option::of(prop::sample::select(vec!["strict", "conservative"])),
    ) {
        let rules = [
            "license-publication-deadline", "penalty-publication-deadline", "interpretation-in-three-working-days",
            "message-answered-in-fifteen-days", "guide-complete", "request-replied-2019", "catalogue-entry-complete",
            "site-search-works",
        ];
        let tallies: Vec<Value> = rules.iter().zip(&counts)
            .map(|(rule, (met, breached, unknown))| tally(rule, *met, *breached, *unknown))
            .collect();
        let mut request = json!({ "set": set, "tallies": tallies });
        if let Some(mode) = mode {
            request["mode"] = json!(mode);
        }
        if set == "suqian-2025" {
            request["values"] = json!({ "sites-2": value.to_string() });
        }
        let report = scored(&request);
        for end in ["low", "high"] {
            let mut whole = Exact::ZERO;
            for section in report["sections"].as_array().unwrap() {
                let weight = exact(&section["weight"]);
                let lines = section["indicators"].as_array().unwrap();
                let gives = lines.iter().any(|line| line.get("weight").is_some());
                let mut sum = if gives { Exact::ZERO } else { weight };
                for line in lines {
                    sum = sum.plus(exact(&line["points"][end])).unwrap();
                }
                sum = sum.plus(exact(&section["bounded"][end])).unwrap();
                prop_assert_eq!(sum, exact(&section["points"][end]));
                prop_assert!(Exact::ZERO <= sum && sum <= weight);
                whole = whole.plus(sum).unwrap();
            }
            prop_assert_eq!(whole, exact(&report["points"][end]));
        }
        prop_assert!(exact(&report["points"]["low"]) <= exact(&report["points"]["high"]));
        if mode.is_some() {
            prop_assert_eq!(&report["points"]["low"], &report["points"]["high"]);
        }
    }
}
