//! Every identifier of the glossary is used in the packs or in the code.

use super::text::{files, root, rows, spans, text};
use std::fs;

#[test]
fn every_identifier_of_the_glossary_is_used() {
    let core = root().join("core");
    let mut sources = files(&core.join("src"), &[".rs"]);
    sources.extend(files(&core.join("packs"), &[".toml"]));
    let tree: Vec<String> = sources
        .iter()
        .map(|path| fs::read_to_string(path).expect("a readable file"))
        .collect();
    let mut identifiers = 0_usize;
    for row in rows(&text("GLOSSARY.md")) {
        for identifier in row.get(3).into_iter().flat_map(|cell| spans(cell)) {
            identifiers = identifiers.saturating_add(1);
            let last = identifier.rsplit("::").next().unwrap_or(identifier);
            let used = tree.iter().any(|text| text.contains(last));
            assert!(used, "`{identifier}` is used nowhere");
        }
    }
    assert!(identifiers > 0, "the glossary has no identifiers");
}

#[test]
fn the_glossary_has_each_term_once() {
    let glossary = text("GLOSSARY.md");
    let mut terms: Vec<String> = rows(&glossary)
        .into_iter()
        .filter_map(|row| row.into_iter().next())
        .collect();
    terms.sort_unstable();
    let twice = terms.windows(2).find(|pair| pair[0] == pair[1]);
    assert_eq!(twice, None);
}
