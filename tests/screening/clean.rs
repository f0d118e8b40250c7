//! Texts that public bodies published: what is found in them falsely, counted.

use crate::tests::{engine, found, root};
use gongkai::words::Day;
use std::collections::BTreeMap;
use std::fs;

/// The texts, and how many hits in each are false, with the reason.
const TEXTS: &[(&str, u32)] = &[
    ("tests/screening/clean/policy-titles.txt", 0),
    ("tests/screening/clean/assessment-items.txt", 0),
    ("tests/screening/clean/fees.txt", 0),
    // A remark tells of a page on which an advertisement took the place of the authority.
    ("examples/data/licenses_and_penalties.csv", 1),
    ("examples/data/credit_lists/91855.csv", 0),
    ("examples/data/credit_lists/93512_1.csv", 0),
    ("examples/data/credit_lists/93512_4.csv", 0),
    ("examples/data/credit_lists/93516.csv", 0),
    ("examples/data/credit_lists/114802.csv", 0),
];

#[test]
fn published_texts_are_clean() {
    let engine = engine();
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for (name, _) in TEXTS {
        let text = fs::read_to_string(root().join(name)).unwrap();
        let hits = found(&engine, &text, Day::of(2026, 9, 1).unwrap());
        for (entry, hit) in &hits {
            println!(
                "{name}: {entry}, mention {}: {:?}",
                hit.mention,
                &text[hit.start..hit.end]
            );
        }
        counts.insert(name, u32::try_from(hits.len()).unwrap());
        println!(
            "{name}: {} false hits in {} KB",
            hits.len(),
            text.len() / 1024
        );
    }
    let expected: BTreeMap<&str, u32> = TEXTS.iter().copied().collect();
    assert_eq!(counts, expected);
}
