//! Records of several kinds together, as the contract carries them.

use crate::office::ENGINE;
use gongkai::wire::{self, Gathering};
use serde_json::{Value, json};

const POLICY: &str =
    r#"{"number": "甘农发〔2017〕3号", "published_on": "2017-05-02", "hash": "a"}"#;
const READING: &str =
    r#"{"of": "甘农发〔2017〕3号", "published_on": "2017-05-08", "form": "文章"}"#;

fn parsed(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

fn envelope(kind: &str, record: &str) -> String {
    format!(r#"{{"kind": "{kind}", "record": {record}}}"#)
}

/// The findings of a rule about records together.
fn groups<'v>(report: &'v Value, rule: &str) -> Vec<&'v Value> {
    let groups = report["groups"].as_array().unwrap().iter();
    groups.filter(|group| group["rule"] == rule).collect()
}

#[test]
fn lines_and_requests_give_the_same_and_nothing_is_dropped() {
    let lines = [
        envelope("office-policy", POLICY),
        String::new(),
        envelope("no-such-kind", "{}"),
        envelope("office-reading", READING),
        "{\"kind\": 1}".to_owned(),
        envelope("office-policy", "[]"),
    ];
    let by_lines = wire::check_collection_lines(&ENGINE, lines.join("\n").as_bytes(), "2017-06-15");
    let records: Vec<&String> = lines.iter().filter(|line| !line.is_empty()).collect();
    let records = records
        .iter()
        .map(|line| line.as_str())
        .collect::<Vec<_>>()
        .join(",");
    let request = format!(r#"{{"as_of": "2017-06-15", "records": [{records}]}}"#);
    let by_request = wire::check_collection(&ENGINE, request.as_bytes());
    assert_eq!(by_lines, by_request);
    let report = parsed(&by_lines.unwrap());
    let sums = ["read", "judged", "refused"].map(|name| report[name].as_u64().unwrap());
    assert_eq!(sums, [5, 2, 3]);
    let refused = report["refusals"].as_array().unwrap().iter();
    let refused: Vec<(u64, &str)> = refused
        .map(|refusal| {
            (
                refusal["row"].as_u64().unwrap(),
                refusal["error"]["name"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        refused,
        [
            (2, "unknown-kind"),
            (4, "record-syntax"),
            (5, "record-syntax")
        ]
    );
    assert_eq!(report["kinds"]["office-policy"]["judged"], 1);
    let late = groups(&report, "office-covered");
    assert_eq!(
        (&late[0]["rows"], &late[0]["others"]),
        (&json!([1]), &json!([3]))
    );
    assert_eq!(late[0]["due"], "2017-05-05");
}

#[test]
fn findings_are_bounded_and_counts_stay_exact() {
    let record = envelope("office-policy", POLICY);
    let request = format!(r#"{{"as_of": "2017-06-15", "records": [{record}], "findings": 1}}"#);
    let report = parsed(&wire::check_collection(&ENGINE, request.as_bytes()).unwrap());
    assert_eq!(report["groups"].as_array().unwrap().len(), 1);
    assert_eq!(report["groups_total"], 2);
}

#[test]
fn what_several_machines_gathered_is_judged_together() {
    let start = |first| {
        Gathering::open(&ENGINE, "2017-06-15", None)
            .unwrap()
            .numbered_from(first)
    };
    let mut whole = start(1);
    whole.json("office-policy", POLICY.as_bytes());
    whole.json("office-reading", READING.as_bytes());
    let (mut left, mut right) = (start(1), start(2));
    left.json("office-policy", POLICY.as_bytes());
    right.json("office-reading", READING.as_bytes());
    left.absorb(&right.state()).unwrap();
    assert_eq!(left.state(), whole.state());
    let (left, whole) = (parsed(&left.finish()), parsed(&whole.finish()));
    assert_eq!(left["groups"], whole["groups"]);
    assert_eq!(groups(&left, "office-covered")[0]["others"], json!([2]));
}

#[test]
fn what_another_engine_gathered_is_refused() {
    let other = wire::open(br#"{"profile": "gansu-2016"}"#).unwrap();
    let state = Gathering::open(&other, "2017-06-15", None).unwrap().state();
    let mut own = Gathering::open(&ENGINE, "2017-06-15", None).unwrap();
    let own_state = own.state();
    for bytes in [
        &state[..],
        b"",
        b"\xff\xff\xff\xff\xff",
        &own_state[..own_state.len() - 1],
    ] {
        let error = own.absorb(bytes).unwrap_err();
        assert_eq!(error.code.name(), "state-mismatch");
    }
    own.absorb(&own_state).unwrap();
}
