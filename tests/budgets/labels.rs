//! What is said about the published documents, against what a reader found in them.
//!
//! `findings.tsv` holds every finding with `true` or `false` and why; `defects.tsv` every defect that reading
//! found, with the rule that finds it or `-`. `UPDATE_BUDGETS=1` adds findings that are not labeled yet with `?`.

use crate::document::{Said, engine, findings, names, read, report};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

/// What a reader says of a finding: `true` or `false`, and why.
type Label = (String, String);

fn path(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/budgets")).join(name)
}

fn lines(name: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path(name)).unwrap();
    let lines = text
        .lines()
        .skip(1)
        .map(|line| line.split('\t').map(str::to_owned).collect());
    lines.collect()
}

fn labeled() -> BTreeMap<(String, Said), Label> {
    let lines = lines("findings.tsv").into_iter().map(|line| {
        let [document, code, path, label, why, message] = line.try_into().unwrap();
        (
            (
                document,
                Said {
                    code,
                    path,
                    message,
                },
            ),
            (label, why),
        )
    });
    lines.collect()
}

fn said() -> Vec<(String, Said)> {
    let engine = engine();
    let all = names().into_iter().flat_map(|name| {
        let found = findings(&report(&engine, &read(&name)));
        found.into_iter().map(move |said| (name.clone(), said))
    });
    all.collect()
}

#[test]
fn every_finding_is_labeled_and_nineteen_of_twenty_are_true() {
    let labels = labeled();
    let said = said();
    let unknown = || (String::from("?"), String::new());
    if std::env::var_os("UPDATE_BUDGETS").is_some() {
        let mut text = String::from("document\tcode\tplace\ttrue\twhy\tfinding\n");
        for key in &said {
            let (label, why) = labels.get(key).cloned().unwrap_or_else(unknown);
            let (
                document,
                Said {
                    code,
                    path,
                    message,
                },
            ) = key;
            writeln!(
                text,
                "{document}\t{code}\t{path}\t{label}\t{why}\t{message}"
            )
            .unwrap();
        }
        std::fs::write(path("findings.tsv"), text).unwrap();
        return;
    }
    let unlabeled: Vec<_> = said
        .iter()
        .filter(|key| !labels.contains_key(key))
        .collect();
    assert!(unlabeled.is_empty(), "not labeled: {unlabeled:#?}");
    let gone: Vec<_> = labels.keys().filter(|key| !said.contains(key)).collect();
    assert!(gone.is_empty(), "no longer said: {gone:#?}");
    let truths = said.iter().filter(|key| labels[key].0 == "true").count();
    println!("precision: {truths} of {} findings are true", said.len());
    assert!(
        labels
            .values()
            .all(|(label, why)| matches!(label.as_str(), "true" | "false") && !why.is_empty())
    );
    assert!(
        truths * 20 >= said.len() * 19,
        "{truths} of {} are true",
        said.len()
    );
}

#[test]
fn nineteen_of_twenty_defects_found_by_hand_are_found() {
    let said = said();
    let defects = lines("defects.tsv");
    let mut found = 0;
    for defect in &defects {
        let [document, code, words, what] = defect.as_slice() else {
            panic!("{defect:?}")
        };
        let hit = |(name, own): &(String, Said)| {
            name == document && own.code == *code && own.message.contains(words.as_str())
        };
        let is_found = said.iter().any(hit);
        assert_eq!(is_found, code != "-", "{document}: {what}");
        found += usize::from(is_found);
    }
    println!("recall: {found} of {} defects are found", defects.len());
    assert!(
        found * 20 >= defects.len() * 19,
        "{found} of {}",
        defects.len()
    );
}
