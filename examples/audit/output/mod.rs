//! What a run leaves behind: a table for Excel, a document for programs, a page for people.

mod findings_csv;
mod findings_json;
mod html;
#[cfg(test)]
pub(crate) mod sample;

use crate::judging::{Accounts, FindingRow, Identity, RuleInfo, ScoreInfo};
use crate::mapping::KindFields;
use crate::source::Source;
use crate::summary::{ClauseStatus, Summary};
use crate::trouble::{Code, Trouble};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Everything that is said about a run.
#[derive(Debug)]
pub(crate) struct Report<'a> {
    pub(crate) identity: &'a Identity,
    pub(crate) kinds: &'a [KindFields],
    pub(crate) rules: &'a [RuleInfo],
    pub(crate) clauses: &'a [ClauseStatus<'a>],
    pub(crate) scores: &'a [ScoreInfo],
    pub(crate) summary: &'a Summary,
    pub(crate) sources: &'a [Source],
    /// The budgets and accounts among the files.
    pub(crate) accounts: &'a [Accounts],
    /// How many findings there were; at most this many are kept.
    pub(crate) seen: u64,
    pub(crate) findings: &'a [FindingRow],
}

/// Writes one of the files.
pub(crate) type Writing = fn(&Report<'_>, &mut dyn Write) -> io::Result<()>;

/// The files that are written.
pub(crate) const FILES: [(&str, Writing); 3] = [
    ("findings.csv", findings_csv::write),
    ("findings.json", findings_json::write),
    ("report.html", html::write),
];

/// Writes all files into a folder, which is made if it is not there.
///
/// # Errors
///
/// `A24` with the name of the file and the system's words.
pub(crate) fn write(report: &Report<'_>, folder: &Path) -> Result<(), Trouble> {
    let failed = |name: &str, error: io::Error| {
        Trouble::new(Code::OutputUnwritable).with(format_args!("{name}: {error}"))
    };
    std::fs::create_dir_all(folder).map_err(|error| failed("", error))?;
    for (name, writing) in FILES {
        let written = File::create(folder.join(name)).and_then(|file| {
            let mut out = BufWriter::new(file);
            writing(report, &mut out)?;
            out.flush()
        });
        written.map_err(|error| failed(name, error))?;
    }
    Ok(())
}
