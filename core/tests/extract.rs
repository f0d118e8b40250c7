//! Extracts: what they hold judges as the whole law does, and what they lack is refused.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use gongkai::engine::Extract;
use gongkai::{Engine, Error, duty::Program, wire};
use std::collections::BTreeMap;

const KIND: &str = "administrative-license";
const AS_OF: &str = "2016-09-01";

fn extract(kind: &str) -> Extract {
    Extract::read(&Extract::of(kind).unwrap()).unwrap()
}

fn by_extract(kind: &str, profile: &str) -> Engine {
    let options = format!(r#"{{"profile": "{profile}"}}"#);
    wire::open_extract(options.as_bytes(), extract(kind)).unwrap()
}

fn parsed(bytes: &[u8]) -> serde_json::Value {
    serde_json::from_slice(bytes).unwrap()
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> String {
    let error = answer.unwrap_err();
    assert_eq!(error.code.name(), "extract", "{error}");
    error.message
}

/// The ids of the rules of a program, the fields of its records, and their names.
fn told_by(engine: &Engine, program: &Program) -> (Vec<String>, Vec<String>, Vec<String>) {
    let rules = program.rules.iter();
    let rule = |number: u16| engine.law().rules.get(usize::from(number)).unwrap();
    let rules = rules.map(|duty| rule(duty.rule).source.id.clone());
    let fields = program.schema.fields.iter().map(|field| field.id.clone());
    let names = program.headings.iter().map(|(name, _)| name.clone());
    (rules.collect(), fields.collect(), names.collect())
}

#[test]
fn every_kind_has_the_same_program_under_every_profile() {
    let whole = Engine::builder().build().unwrap();
    let profiles = whole.law().profiles.iter();
    let whole: BTreeMap<&str, Engine> = profiles
        .map(|profile| {
            let engine = Engine::builder().profile(&profile.id).build().unwrap();
            (profile.id.as_str(), engine)
        })
        .collect();
    let engine = whole.values().next().unwrap();
    let kinds: Vec<String> = engine.law().schemas().map(|kind| kind.id.clone()).collect();
    assert!(kinds.len() > 60);
    for kind in kinds {
        let extract = extract(&kind);
        for (profile, whole) in &whole {
            let part = Engine::builder().profile(*profile).extract(extract.clone());
            let part = part.build().unwrap();
            part.programs().check().unwrap();
            let (own, all) = (part.program(&kind).unwrap(), whole.program(&kind).unwrap());
            assert_eq!(
                told_by(&part, own),
                told_by(whole, all),
                "{kind}, {profile}"
            );
            assert_eq!(
                wire::version(&part),
                wire::version(whole),
                "{kind}, {profile}"
            );
        }
    }
}

#[test]
fn a_record_has_the_same_report() {
    let record = br#"{"decision_date": "2016-07-22", "published": {"credit-gansu": "2016-08-05"}}"#;
    for profile in ["gansu-2016", "credit-2018-individual-as-person"] {
        let options = format!(r#"{{"profile": "{profile}"}}"#);
        let whole = wire::open(options.as_bytes()).unwrap();
        let report = |engine: &Engine| wire::check_record(engine, KIND, record, AS_OF).unwrap();
        assert_eq!(report(&by_extract(KIND, profile)), report(&whole));
    }
}

#[test]
fn what_an_extract_lacks_is_refused() {
    let engine = by_extract(KIND, "gansu-2016");
    let other = refused(wire::check_record(&engine, "inspection", b"{}", AS_OF));
    assert_eq!(
        other,
        "there is no kind of record `inspection` in the extract of `administrative-license`"
    );
    refused(wire::schema(
        &engine,
        br#"{"kind": "inspection", "form": "fields"}"#,
    ));
    refused(wire::explain(&engine, br#"{"rule": "site-updated"}"#));
    let engine = by_extract("leader-notice", "samr-45");
    refused(wire::screen(
        &engine,
        br#"{"text": "", "as_of": "2016-09-01"}"#,
    ));
    let supplied = br#"{"lists": [{"list": "registry", "entries": []}]}"#;
    refused(wire::open_extract(supplied, extract(KIND)));
    for function in [
        "rules",
        "score",
        "check_many",
        "check_budget",
        "check_collection",
        "lint",
    ] {
        let error = wire::call(&engine, function, b"{}").unwrap_err();
        assert_eq!(error.code.name(), "request-syntax", "{function}");
    }
}

#[test]
fn records_are_not_judged_together_by_an_extract() {
    let engine = by_extract(KIND, "gansu-2016");
    let records = br#"{"kind": "administrative-license", "as_of": "2016-09-01", "records": []}"#;
    refused(wire::check_many(&engine, records));
    refused(wire::check_lines(&engine, KIND, b"{}", AS_OF));
    let budget = br#"{"kind": "administrative-license", "as_of": "2016-09-01", "record": {}}"#;
    refused(wire::check_budget(&engine, budget));
    let line = br#"{"kind": "administrative-license", "record": {}}"#;
    let gathered = wire::check_collection_lines(&engine, line, AS_OF).unwrap();
    assert_eq!(parsed(&gathered)["refused"], 1);
}

#[test]
fn damaged_extracts_are_refused() {
    let bytes = Extract::of(KIND).unwrap();
    assert!(Extract::of("no-such-kind").is_none());
    for cut in [0, 1, 7, 8, 9, bytes.len() - 1] {
        refused(Extract::read(&bytes[..cut]));
    }
    for place in [0, 40, bytes.len() / 2, bytes.len() - 1] {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        refused(Extract::read(&changed));
    }
}
