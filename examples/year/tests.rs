//! Every defect of the ledger is found, and nothing else, whatever the seed.

use crate::fill::Values;
use crate::template;
use crate::write::object;
use crate::year::{Document, Year, make};
use crate::{engine, folder};
use gongkai::judge::collection::Collection;
use gongkai::words::Day;
use gongkai::{Engine, Judged, Verdict, wire};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A kind, a record's place among its kind, the code of a rule, and whether it is found in the document.
type Place = (String, usize, String, bool);

fn json(record: &Values) -> String {
    Value::Object(object(record)).to_string()
}

/// Whether a verdict is one of those a ledger tells of.
fn is_found(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Breached | Verdict::Undetermined)
}

/// What the engine finds, each with its message.
fn found(engine: &Engine, year: &Year, as_of: Day) -> BTreeMap<Place, String> {
    let mut found = BTreeMap::new();
    let mut collection = Collection::default();
    let mut rows: BTreeMap<u64, (&str, usize)> = BTreeMap::new();
    for batch in &year.batches {
        let mut desk = engine.desk(&batch.kind).unwrap().with_documents();
        for (place, record) in batch.records.iter().enumerate() {
            let row = u64::try_from(rows.len()).unwrap();
            rows.insert(row, (&batch.kind, place));
            let judged = desk.json(json(record).as_bytes(), as_of, |judged| {
                judged.gather(&mut collection, row);
                one(engine, judged)
            });
            let (codes, said) = judged.unwrap();
            let codes = codes.into_iter();
            found
                .extend(codes.map(|code| ((batch.kind.clone(), place, code, false), said.clone())));
        }
    }
    for document in &year.documents {
        found.extend(in_document(engine, document, as_of));
    }
    for finding in engine
        .close(&collection, as_of)
        .findings
        .into_iter()
        .filter(|finding| is_found(finding.verdict))
    {
        assert_eq!(
            finding.count,
            u64::try_from(finding.rows.len()).unwrap(),
            "{}",
            finding.code
        );
        for (kind, place) in finding.rows.iter().map(|row| rows[row]) {
            let place = (kind.to_owned(), place, finding.code.to_owned(), false);
            found.insert(place, finding.message.zh.clone());
        }
    }
    found
}

/// What rules about tables and text find in a document.
fn in_document(engine: &Engine, document: &Document, as_of: Day) -> Vec<(Place, String)> {
    let mut request = document.content.clone();
    request.insert("as_of".to_owned(), as_of.to_string().into());
    let answer = wire::check_budget(engine, Value::from(request).to_string().as_bytes());
    let report: Value = serde_json::from_slice(&answer.unwrap()).unwrap();
    let rules = report["rules"].as_object().unwrap().iter();
    let wrong = rules
        .filter(|(_, verdict)| ["breached", "undetermined"].contains(&verdict.as_str().unwrap()));
    let law = engine.law();
    let code = |rule: &str| law.rules[law.rule(rule).unwrap()].source.code.clone();
    let place = |rule: &str| (document.kind.clone(), document.place, code(rule), true);
    wrong
        .map(|(rule, _)| (place(rule), report["findings"].to_string()))
        .collect()
}

/// The rules that find something about one record, and what they say.
fn one(engine: &Engine, judged: &Judged<'_, '_>) -> (Vec<String>, String) {
    let report = judged.report();
    assert!(report.unknown.is_empty(), "{:?}", report.unknown);
    let wrong = judged.verdicts().filter(|(_, verdict)| is_found(*verdict));
    let code = |rule: u16| engine.law().rules[usize::from(rule)].source.code.clone();
    let findings = report
        .findings
        .iter()
        .filter(|finding| is_found(finding.verdict));
    let said =
        findings.map(|finding| format!("{} {} {}", finding.code, finding.path, finding.message.zh));
    (
        wrong.map(|(rule, _)| code(rule)).collect(),
        said.collect::<Vec<_>>().join("\n    "),
    )
}

fn check(seed: u64) {
    let (department, templates) = template::read(&folder()).unwrap();
    let engine = engine(&department, None).unwrap();
    let year = make(&engine, &department, &templates, seed).unwrap();
    let ledger: BTreeSet<Place> = year
        .ledger
        .iter()
        .map(|entry| {
            (
                entry.kind.clone(),
                entry.place,
                entry.rule.clone(),
                entry.in_document,
            )
        })
        .collect();
    let engine = crate::engine(&department, Some(&year)).unwrap();
    let found = found(&engine, &year, department.as_of);
    let missed: Vec<&Place> = ledger
        .iter()
        .filter(|place| !found.contains_key(place))
        .collect();
    let unexpected = found.iter().filter(|(place, _)| !ledger.contains(place));
    // One example for each kind and rule is enough to mend a template.
    let unexpected: BTreeMap<(&str, &str), &str> = unexpected
        .map(|((kind, _, rule, _), said)| ((kind.as_str(), rule.as_str()), said.as_str()))
        .collect();
    let lines: Vec<String> = unexpected
        .iter()
        .map(|((kind, rule), said)| format!("{kind} {rule}\n    {said}"))
        .collect();
    assert!(
        lines.is_empty() && missed.is_empty(),
        "missed {missed:?}\nunexpected:\n{}",
        lines.join("\n")
    );
    assert!(!ledger.is_empty());
}

#[test]
fn every_defect_is_found_and_nothing_else() {
    for seed in 1..=3 {
        check(seed);
    }
}

/// The rules that no defect breaches, each with the reason behind a bar.
const UNPLANTED: &str = include_str!("unplanted.txt");

#[test]
fn every_rule_in_force_has_a_defect_or_a_reason() {
    let (department, templates) = template::read(&folder()).unwrap();
    let engine = engine(&department, None).unwrap();
    let defects = templates.iter().flat_map(|template| &template.defect);
    let planted: BTreeSet<&str> = defects
        .flat_map(|defect| defect.rules.iter().map(String::as_str))
        .collect();
    let lines = UNPLANTED.lines().filter(|line| !line.starts_with('#'));
    let reasons: BTreeSet<&str> = lines
        .map(|line| line.split_once(" | ").unwrap().0)
        .collect();
    let duties = engine.programs().iter().flat_map(|program| &program.rules);
    let begun = duties.filter(|duty| {
        let begins = duty.in_force.from;
        begins.is_none_or(|from| from <= department.as_of)
    });
    let rules = &engine.law().rules;
    let wanted: BTreeSet<&str> = begun
        .map(|duty| rules[usize::from(duty.rule)].source.code.as_str())
        .collect();
    let bare: Vec<&&str> = wanted
        .iter()
        .filter(|code| !planted.contains(*code) && !reasons.contains(*code))
        .collect();
    assert!(bare.is_empty(), "neither defect nor reason: {bare:?}");
    let both: Vec<&&str> = reasons.intersection(&planted).collect();
    assert!(
        both.is_empty(),
        "there is a defect, strike the reason: {both:?}"
    );
    assert!(reasons.is_subset(&wanted), "no such rule");
}

#[test]
fn a_seed_gives_the_same_year_each_time_and_another_seed_another() {
    let (department, templates) = template::read(&folder()).unwrap();
    let engine = engine(&department, None).unwrap();
    let records = |seed| {
        let year = make(&engine, &department, &templates, seed).unwrap();
        let batches = year
            .batches
            .iter()
            .flat_map(|batch| batch.records.iter().map(json));
        batches.collect::<Vec<String>>()
    };
    assert_eq!(records(7), records(7));
    assert_ne!(records(7), records(8));
}
