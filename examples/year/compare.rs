//! Lays the findings of `audit` beside the ledger: what is wrong must be found, and nothing else.

use crate::write::{DOCUMENT, LEDGER, Line};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Document {
    findings_seen: u64,
    findings: Vec<Finding>,
}

#[derive(Deserialize)]
struct Finding {
    file: String,
    row: Option<u64>,
    /// All rows of a finding about several records: `a.csv:3; a.csv:9`.
    #[serde(default)]
    rows: String,
    code: String,
    verdict: String,
    #[serde(default)]
    affects: String,
}

/// A file, a line of it, and the code of a rule.
type Place = (String, u64, String);

/// What is only in one of the two.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) agreed: usize,
    pub(crate) missed: Vec<Place>,
    pub(crate) unexpected: Vec<Place>,
}

/// Compares the ledger in the folder of a year with a file of findings.
///
/// # Errors
/// What the file system says, a file that is not what it should be, or findings that were not kept.
pub(crate) fn compare(folder: &Path, findings: &Path) -> Result<Difference, Box<dyn Error>> {
    let ledger = fs::read_to_string(folder.join(LEDGER))?;
    let ledger = ledger
        .lines()
        .map(serde_json::from_str::<Line>)
        .collect::<Result<Vec<_>, _>>()?;
    let wanted: BTreeSet<Place> = ledger
        .into_iter()
        .map(|line| (line.file, line.row, line.rule))
        .collect();
    let document: Document = serde_json::from_slice(&fs::read(findings)?)?;
    if document.findings_seen != u64::try_from(document.findings.len())? {
        return Err("not every finding was kept; raise --limit-findings".into());
    }
    let found: BTreeSet<Place> = document.findings.iter().flat_map(places).collect();
    Ok(Difference {
        agreed: wanted.intersection(&found).count(),
        missed: wanted.difference(&found).cloned().collect(),
        unexpected: found.difference(&wanted).cloned().collect(),
    })
}

/// Where a finding is: in each of its records, under its own rule and those for which it speaks.
fn places(finding: &Finding) -> Vec<Place> {
    if finding.verdict == "pending" {
        return Vec::new();
    }
    let rows: Vec<(&str, u64)> = if finding.rows.is_empty() {
        vec![(finding.file.as_str(), finding.row.unwrap_or_default())]
    } else {
        let rows = finding
            .rows
            .split("; ")
            .map(|row| row.rsplit_once(':').unwrap_or((row, "")));
        rows.map(|(file, row)| (file, row.parse().unwrap_or_default()))
            .collect()
    };
    let rules = std::iter::once(finding.code.as_str()).chain(finding.affects.split_whitespace());
    let rules: Vec<&str> = rules.collect();
    let places = rows.into_iter().flat_map(|(file, row)| {
        let file = Path::new(file)
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        // A document is one, wherever in it something is found.
        let row = if file.ends_with(DOCUMENT) { 0 } else { row };
        rules
            .iter()
            .map(move |rule| (file.clone(), row, (*rule).to_owned()))
    });
    places.collect()
}
