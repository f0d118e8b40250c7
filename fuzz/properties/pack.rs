//! A pack from outside gives an engine that judges, or errors that say what is wrong.

use gongkai::duty::pack::{Format, lint, read};
use gongkai::words::Day;
use gongkai::written::Canonical;
use gongkai::{Engine, Error};
use serde_json::{Map, Value};

/// The longest an error may be, whatever stands in the pack.
const LONGEST: usize = 1000;

/// Asserts it of a pack in JSON, or else in TOML.
pub(crate) fn holds(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let format = if text.trim_start().starts_with('{') {
        Format::Json
    } else {
        Format::Toml
    };
    match read("pack", text, format) {
        Err(error) => said(&error),
        Ok(source) => {
            let json = String::from_utf8(Canonical::json(&source)).expect("canonical JSON is text");
            let again = read("pack", &json, Format::Json).expect("a pack that was written is read");
            assert_eq!(source, again);
        }
    }
    match Engine::builder().pack("pack", text, format).try_build() {
        Err(errors) => {
            assert!(!errors.is_empty());
            errors.iter().for_each(said);
        }
        Ok(engine) => {
            let _ = lint::lint(engine.law());
            judges(&engine);
        }
    }
}

/// An error is about a pack, has words, and is no longer than a person reads.
fn said(error: &Error) {
    assert_eq!(error.code.number() / 100, 1, "{error}");
    assert!(!error.message.is_empty());
    let length = error.to_string().len();
    assert!(length < LONGEST, "{length} bytes");
}

/// Every kind of record is judged, empty and with something in every field.
fn judges(engine: &Engine) {
    let as_of = Day::from_number(738_000);
    for program in engine.programs().iter() {
        let fields = program.schema.fields.iter();
        let filled: Map<String, Value> = fields
            .map(|field| (field.id.clone(), "2016-07-22".into()))
            .collect();
        for record in [Map::new(), filled] {
            let json = Value::Object(record).to_string();
            let report = engine.check(&program.schema.id, json.as_bytes(), as_of);
            let bytes = report.expect("a record that is read").canonical();
            assert!(serde_json::from_slice::<Value>(&bytes).is_ok());
        }
    }
}
