//! No verdict without a reason: a rule that is breached or undetermined has a finding, its own or one that names it.

use crate::document::{engine, names, read, report};
use gongkai::wire;
use serde_json::{Value, json};

// Rules about tables and text that are not met and of which no finding says why.
fn unexplained(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap();
    let says = |rule: &str| {
        findings.iter().any(|finding| {
            let affects = finding["affects"].as_array().into_iter().flatten();
            finding["rule"] == rule || affects.into_iter().any(|own| own == rule)
        })
    };
    let rules = report["rules"].as_object().unwrap().iter();
    let open =
        rules.filter(|(_, verdict)| matches!(verdict.as_str(), Some("breached" | "undetermined")));
    open.filter(|(rule, _)| !says(rule))
        .map(|(rule, verdict)| format!("{rule} {verdict}"))
        .collect()
}

// A document damaged in ways that leave amounts, lines or years unknown.
pub(crate) fn damaged(document: &Value) -> Vec<(&'static str, Value)> {
    let mut all = Vec::new();
    let mut add = |way, change: &dyn Fn(&mut Value)| {
        let mut document = document.clone();
        change(&mut document);
        all.push((way, document));
    };
    add("as published", &|_| {});
    add("without a year", &|own| {
        own["record"].as_object_mut().unwrap().remove("fiscal_year");
    });
    add("without text", &|own| own["pages"] = json!([]));
    add("without tables", &|own| own["tables"] = json!([]));
    add("without units", &|own| {
        for table in own["tables"].as_array_mut().unwrap() {
            let caption = table["caption"].as_array_mut().unwrap();
            caption.retain(|line| !line.as_str().unwrap().contains('元'));
        }
    });
    add("amounts that failed", &|own| {
        each_row(own, |number, row| {
            let failed = row.iter_mut().rev().take(usize::from(number % 7 == 3));
            failed.for_each(|cell| *cell = json!("#REF!"));
            true
        });
    });
    add("without totals", &|own| {
        each_row(own, |_, row| {
            let mut cells = row.iter().filter_map(Value::as_str);
            !cells.any(|cell| cell.contains('计'))
        });
    });
    all
}

fn each_row(document: &mut Value, keep: impl Fn(usize, &mut Vec<Value>) -> bool) {
    for table in document["tables"].as_array_mut().unwrap() {
        let mut number = 0;
        table["rows"].as_array_mut().unwrap().retain_mut(|row| {
            number += 1;
            keep(number, row.as_array_mut().unwrap())
        });
    }
}

#[test]
fn whatever_is_not_met_is_explained() {
    let plan = wire::open(br#"{"profile": "gansu-2016"}"#).unwrap();
    let mut missing = Vec::new();
    for engine in [engine(), plan] {
        for name in names() {
            for (way, document) in damaged(&read(&name)) {
                let rules = unexplained(&report(&engine, &document));
                missing.extend(
                    rules
                        .into_iter()
                        .map(|rule| format!("{name} {way}: {rule}")),
                );
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
