//! Pages of cases: a sentence, a record, and the verdict that a rule must give about it.

pub(crate) mod complete;
pub(crate) mod judge;
mod read;
mod show;

use gongkai::words::Day;
use std::path::{Path, PathBuf};

/// Every page.
pub(crate) struct Pages(pub(crate) Vec<Page>);

/// One page.
pub(crate) struct Page {
    /// Its file name.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
    /// What stands before the first case.
    prelude: Vec<String>,
    /// Its cases.
    pub(crate) cases: Vec<Case>,
}

/// One case.
pub(crate) struct Case {
    /// Its lines without the block of findings.
    lines: Vec<String>,
    /// What it says.
    pub(crate) claim: Claim,
    /// The lists supplied with the request, as they stand on the page.
    pub(crate) supplied: Vec<(String, Vec<String>)>,
    /// Packs from outside, in TOML.
    pub(crate) packs: Vec<String>,
    /// The records, each with its kind.
    pub(crate) records: Vec<(String, String)>,
}

/// What a case says: by what a record is judged, and what a rule says about it.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    pub(crate) kind: String,
    pub(crate) as_of: Day,
    pub(crate) known_at: Option<Day>,
    pub(crate) profile: String,
    pub(crate) rule: String,
    pub(crate) verdict: String,
}

/// Where the pages are.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("spec")
}

impl Pages {
    /// Reads every page.
    pub(crate) fn read() -> Self {
        let files = std::fs::read_dir(folder()).unwrap();
        let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        paths.sort();
        let pages: Vec<Page> = paths.iter().map(|path| read::page(path)).collect();
        assert!(!pages.is_empty(), "there are no pages");
        Self(pages)
    }

    /// The cases of all pages.
    pub(crate) fn cases(&self) -> impl Iterator<Item = &Case> {
        self.0.iter().flat_map(|page| &page.cases)
    }
}

impl Page {
    /// The page as it is when every case is judged now.
    pub(crate) fn judged(&self, bench: &mut judge::Bench, troubles: &mut Vec<String>) -> String {
        let mut text = self.prelude.join("\n");
        text.push('\n');
        for case in &self.cases {
            let found = bench.judge(case);
            if found.verdict != case.claim.verdict {
                troubles.push(format!(
                    "{}: {}\n    `{}` is {}, not {}",
                    self.name, case.lines[0], case.claim.rule, found.verdict, case.claim.verdict
                ));
            }
            text.extend(["\n", &case.lines.join("\n"), "\n"]);
            if !found.words.is_empty() {
                text.extend(["\n```text\n", &found.words.join("\n"), "\n```\n"]);
            }
        }
        text
    }
}
