//! Labelled cases: precision and recall of each entry, and the cases that are wrong.

use crate::tests::{engine, found};
use gongkai::words::Day;
use std::collections::BTreeMap;

/// A text, and whether something must be found in it.
struct Case {
    entry: String,
    want: String,
    day: Day,
    text: String,
}

#[derive(Default)]
struct Score {
    right: u32,
    missed: u32,
    false_hits: u32,
    clean: u32,
}

/// The cases that are answered wrongly, and why they stay so.
const WRONG: &[(&str, &str)] = &[
    // Between a role and other words a name cannot be told from the words that go on.
    ("protected-name", "受害人王小明向法院起诉"),
];

fn cases() -> Vec<Case> {
    let lines = include_str!("cases.tsv").lines().skip(1);
    let cases = lines.map(|line| {
        let [entry, want, day, text] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        Case {
            entry: entry.to_owned(),
            want: want.to_owned(),
            day: Day::parse_iso(day).unwrap(),
            text: text.replace("\\n", "\n"),
        }
    });
    cases.collect()
}

#[test]
fn labelled_cases_are_found_and_nothing_else() {
    let engine = engine();
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut wrong = Vec::new();
    for case in cases() {
        let hits = found(&engine, &case.text, case.day);
        let own = hits.iter().filter(|(entry, _)| *entry == case.entry);
        let seen = match own.map(|(_, hit)| hit.mention).min() {
            None => "no",
            Some(false) => "yes",
            Some(true) => "mention",
        };
        let score = scores.entry(case.entry.clone()).or_default();
        match (case.want.as_str(), seen) {
            ("no", "no") => score.clean += 1,
            ("no", _) => score.false_hits += 1,
            (want, seen) if want == seen => score.right += 1,
            _ => score.missed += 1,
        }
        if case.want != seen {
            wrong.push((case.entry, case.want, seen, case.text));
        }
    }
    println!(
        "{:28} {:>5} {:>6} {:>5} {:>9} {:>6}",
        "entry", "right", "missed", "false", "precision", "recall"
    );
    for (entry, score) in &scores {
        let share = |of: u32| match score.right + of {
            0 => 100,
            all => score.right * 100 / all,
        };
        println!(
            "{entry:28} {:>5} {:>6} {:>5} {:>8}% {:>5}%",
            score.right,
            score.missed,
            score.false_hits,
            share(score.false_hits),
            share(score.missed)
        );
    }
    for (entry, want, seen, text) in &wrong {
        println!("wrong: {entry} is {seen}, not {want}: {text:?}");
    }
    let wrong: Vec<(&str, &str)> = wrong
        .iter()
        .map(|(entry, _, _, text)| (entry.as_str(), text.as_str()))
        .collect();
    assert_eq!(wrong, WRONG);
}
