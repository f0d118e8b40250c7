//! Every `make` target that a document names exists, and each prints what it is.

use super::text::{files, root, text};
use std::fs;

#[test]
fn every_target_that_is_named_exists() {
    let known = targets();
    let mut named = 0_usize;
    for document in files(&root(), &[".md"]) {
        let text = fs::read_to_string(&document).expect("a readable document");
        let parts = text.split('`').flat_map(str::lines);
        let words = parts.filter_map(|part| part.strip_prefix("make ")?.split_whitespace().next());
        for target in words.filter(|word| *word != "#") {
            named = named.saturating_add(1);
            let there = known.iter().any(|known| known == target);
            assert!(there, "{}: no target `{target}`", document.display());
        }
    }
    assert!(named > 0, "no document names a target");
}

/// The targets that `make` alone prints.
fn targets() -> Vec<String> {
    let makefile = text("Makefile");
    let printed = makefile
        .lines()
        .filter(|line| line.contains(": ") && line.contains("## "));
    printed
        .filter_map(|line| Some(line.split(':').next()?.to_owned()))
        .collect()
}
