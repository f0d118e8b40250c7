//! Reads the pages of `tests/spec`: some prose, then cases, each a sentence, records, and what was found.
//!
//! ```no_run
//! for page in gongkai_pages::all("tests/spec".as_ref())? {
//!     println!("{}: {} cases", page.name, page.cases.len());
//! }
//! # Ok::<(), std::io::Error>(())
//! ```

mod read;

use gongkai::words::Day;
use std::io;
use std::path::{Path, PathBuf};

/// One page.
#[derive(Debug)]
pub struct Page {
    /// Its file name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What stands before the first case: its title, and prose.
    pub prelude: Vec<String>,
    /// Its cases.
    pub cases: Vec<Case>,
}

/// One case.
#[derive(Debug)]
pub struct Case {
    /// Its lines without the block of findings.
    pub lines: Vec<String>,
    /// What it says.
    pub claim: Claim,
    /// The lists supplied with the request: id, and lines of code and name.
    pub supplied: Vec<(String, Vec<String>)>,
    /// Packs from outside, in TOML.
    pub packs: Vec<String>,
    /// The records, each with its kind.
    pub records: Vec<(String, String)>,
}

/// What a case says: by what a record is judged, and what a rule says about it.
#[derive(Debug, Clone)]
pub struct Claim {
    /// The kind of the first record.
    pub kind: String,
    /// The day of judgement.
    pub as_of: Day,
    /// The day up to which notices are known, where it is another.
    pub known_at: Option<Day>,
    /// The profile.
    pub profile: String,
    /// The rule.
    pub rule: String,
    /// Its verdict.
    pub verdict: String,
}

/// Every page of a folder, in the order of their names.
///
/// # Errors
/// What the file system says, or which line of which page cannot be read.
pub fn all(folder: &Path) -> io::Result<Vec<Page>> {
    let entries = std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = entries.collect::<io::Result<Vec<PathBuf>>>()?;
    paths.sort();
    paths.iter().map(|path| read::page(path)).collect()
}

impl Page {
    /// Its prose in Chinese, whose sentences end as Chinese ones do, or in English; without the title.
    pub fn prose(&self, chinese: bool) -> impl Iterator<Item = &str> {
        let lines = self.prelude.iter().skip(1).map(String::as_str);
        lines.filter(move |line| !line.is_empty() && line.ends_with('。') == chinese)
    }
}

impl Case {
    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        self.lines
            .first()
            .map_or("", |line| line.trim_start_matches("## "))
    }
}
