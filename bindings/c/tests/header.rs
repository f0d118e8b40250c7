//! The committed header is the one the sources give, complete, and documented function by function.

use gongkai::wire;
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const HEADER: &str = include_str!("../include/gongkai.h");

#[test]
fn the_header_is_that_of_the_sources() {
    let config = cbindgen::Config::from_file(Path::new(ROOT).join("cbindgen.toml")).unwrap();
    let mut text = Vec::new();
    cbindgen::Builder::new()
        .with_crate(ROOT)
        .with_config(config)
        .generate()
        .unwrap()
        .write(&mut text);
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gongkai.h");
    std::fs::write(&made, &text).unwrap();
    assert!(
        HEADER.as_bytes() == text,
        "the header has drifted: cp {} {ROOT}/include/gongkai.h",
        made.display()
    );
}

#[test]
fn every_function_of_the_contract_is_declared() {
    let declared: Vec<_> = functions().map(|(name, _)| name).collect();
    for name in wire::FUNCTIONS {
        let name = format!("gongkai_{name}");
        assert!(declared.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn every_function_says_ownership_threads_and_errors() {
    let mut count = 0;
    for (name, words) in functions() {
        for heading in ["Ownership: ", "Threads: ", "Errors: "] {
            assert!(words.contains(heading), "{name} lacks {heading}");
        }
        count += 1;
    }
    assert!(count > wire::FUNCTIONS.len());
}

#[test]
fn every_function_and_status_is_in_the_readme() {
    let readme = include_str!("../README.md");
    for (name, _) in functions() {
        assert!(readme.contains(&format!("`{name}`")), "{name}");
    }
    for line in HEADER.lines().map(str::trim) {
        if let Some((status, number)) = line.split_once(" = ") {
            let row = format!("| {} | `{status}` |", number.trim_end_matches(','));
            assert!(readme.contains(&row), "{row}");
        }
    }
}

/// The functions of the header, each with the comment that stands above it.
fn functions() -> impl Iterator<Item = (&'static str, &'static str)> {
    HEADER.split("\n\n").filter_map(|block| {
        let code = block.lines().find(|line| !line.starts_with(['/', ' ']))?;
        let (before, _) = code.split_once('(')?;
        let name = before.rsplit([' ', '*']).next()?;
        Some((name, block))
    })
}
