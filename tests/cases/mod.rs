//! Judges the cases of the pages, and asks whether they show every rule.

pub(crate) mod complete;
pub(crate) mod judge;
mod show;

use gongkai_pages::Page;
use std::path::{Path, PathBuf};

/// Where the pages are.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("spec")
}

/// Every page.
pub(crate) fn pages() -> Vec<Page> {
    let pages = gongkai_pages::all(&folder()).unwrap();
    assert!(!pages.is_empty(), "there are no pages");
    pages
}

/// The page as it is when every case is judged now.
pub(crate) fn judged(page: &Page, bench: &mut judge::Bench, troubles: &mut Vec<String>) -> String {
    let mut text = page.prelude.join("\n");
    text.push('\n');
    for case in &page.cases {
        let found = bench.judge(case);
        if found.verdict != case.claim.verdict {
            troubles.push(format!(
                "{}: {}\n    `{}` is {}, not {}",
                page.name,
                case.title(),
                case.claim.rule,
                found.verdict,
                case.claim.verdict
            ));
        }
        text.extend(["\n", &case.lines.join("\n"), "\n"]);
        if !found.words.is_empty() {
            text.extend(["\n```text\n", &found.words.join("\n"), "\n```\n"]);
        }
    }
    text
}
