//! A published document, and what is said about it.

use gongkai::wire;
use serde_json::{Value, json};
use std::path::PathBuf;

/// A finding: code, place, and the words at the place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Said {
    pub(crate) code: String,
    pub(crate) path: String,
    pub(crate) message: String,
}

pub(crate) fn folder() -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../examples/data/budgets"
    ))
}

/// The names of the documents.
pub(crate) fn names() -> Vec<String> {
    let files = std::fs::read_dir(folder()).unwrap();
    let mut names: Vec<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
        .collect();
    names.sort();
    names
}

pub(crate) fn read(name: &str) -> Value {
    let text = std::fs::read_to_string(folder().join(format!("{name}.json"))).unwrap();
    let mut document: Value = serde_json::from_str(&text).unwrap();
    document["as_of"] = json!("2026-01-31");
    document
}

pub(crate) fn engine() -> wire::Engine {
    wire::open(br#"{"profile": "budget"}"#).unwrap()
}

pub(crate) fn report(engine: &wire::Engine, document: &Value) -> Value {
    let answer = wire::check_budget(engine, document.to_string().as_bytes()).unwrap();
    serde_json::from_slice(&answer).unwrap()
}

/// The findings about tables and text: those about the record's own days are shown elsewhere.
pub(crate) fn findings(report: &Value) -> Vec<Said> {
    let all = report["findings"].as_array().unwrap().iter();
    let own = all.filter(|finding| finding["code"].as_str().unwrap().starts_with("BD16"));
    own.map(|finding| {
        let quote = finding["evidence"][0]["value"].as_str();
        let quote = quote.filter(|_| finding["path"].as_str().unwrap().starts_with("/pages"));
        let message = finding["message"]["zh"].as_str().unwrap();
        Said {
            code: finding["code"].as_str().unwrap().to_owned(),
            path: finding["path"].as_str().unwrap().to_owned(),
            message: quote
                .map_or_else(|| message.to_owned(), |quote| format!("{message}：{quote}")),
        }
    })
    .collect()
}
