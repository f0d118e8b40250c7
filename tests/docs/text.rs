//! Reads documents: files of the tree, sections, tables, code spans and fenced blocks.

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the tree.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The text of a file, by its path from the root.
pub(crate) fn text(path: &str) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The entries of a folder that belong to the tree, in order.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = read.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| !is_made(&name(path)));
    paths.sort();
    paths
}

/// Every file below a folder whose name ends in one of these.
pub(crate) fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in entries(folder) {
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if endings.iter().any(|ending| name(&path).ends_with(ending)) {
            found.push(path);
        }
    }
    found
}

/// The last part of a path.
pub(crate) fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The lines under a heading, up to the next heading of the same or a higher level.
pub(crate) fn section(document: &str, heading: &str) -> String {
    let level = heading.chars().take_while(|c| *c == '#').count();
    let mut lines = document.lines().skip_while(|line| *line != heading).skip(1);
    let ends = |line: &&str| {
        let hashes = line.chars().take_while(|c| *c == '#').count();
        hashes > 0 && hashes <= level && line.chars().nth(hashes) == Some(' ')
    };
    let body: Vec<&str> = lines.by_ref().take_while(|line| !ends(line)).collect();
    assert!(!body.is_empty(), "there is nothing under `{heading}`");
    body.join("\n")
}

/// The rows of the tables of a text, cell by cell, without headings and rulers.
pub(crate) fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut in_table = false;
    for line in text.lines() {
        if !line.starts_with('|') {
            in_table = false;
        } else if line.starts_with("|-") {
            in_table = true;
        } else if in_table {
            let cells = line.trim_matches('|').split('|');
            rows.push(cells.map(|cell| cell.trim().to_owned()).collect());
        }
    }
    rows
}

/// The code spans of a text.
pub(crate) fn spans(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The lines of the fenced blocks, or those outside of them.
pub(crate) fn fenced(text: &str, inside: bool) -> impl Iterator<Item = &str> {
    let mut within = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        within ^= fence;
        !fence && within == inside
    })
}

/// Whether a file or folder is made by tools, and not part of the tree.
fn is_made(name: &str) -> bool {
    const MADE: [&str; 8] = [
        "target",
        "node_modules",
        "__pycache__",
        "corpus",
        "artifacts",
        "dist",
        "pkg",
        "build",
    ];
    name.starts_with('.') || MADE.contains(&name)
}

/// Holds the parts of a document between their marks against what they are made from.
///
/// `UPDATE_DOCS=1 cargo test -p gongkai-tests --test docs` writes them anew.
pub(crate) fn renew(path: &str, parts: &[(&str, String)]) {
    let told = text(path);
    let made = parts.iter();
    let made = made.fold(told.clone(), |made, (name, part)| {
        between(&made, name, part)
    });
    if made == told {
        return;
    }
    let update = std::env::var_os("UPDATE_DOCS").is_some();
    assert!(
        update,
        "{path}: a table is not what it is made from; UPDATE_DOCS=1 writes it"
    );
    let path = root().join(path);
    fs::write(&path, made).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// A table under its headings.
pub(crate) fn table(headings: &str, lines: impl Iterator<Item = String>) -> String {
    let columns = headings.matches('|').count().saturating_sub(1);
    let ruler = format!("|{}", "---|".repeat(columns));
    let mut all = vec![headings.to_owned(), ruler];
    all.extend(lines);
    all.join("\n")
}

/// The document with another text between the marks of a name.
fn between(document: &str, name: &str, text: &str) -> String {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("\n<!-- /{name} -->"));
    let parts = document.split_once(&open);
    let parts = parts.and_then(|(before, rest)| Some((before, rest.split_once(&close)?.1)));
    let (before, after) = parts.unwrap_or_else(|| panic!("no marks of `{name}`"));
    format!("{before}{open}{text}{close}{after}")
}
