//! The records of the spec pages, each under the engine its page names.

use crate::case::{Case, Cases};
use std::fs;
use std::io;
use std::path::Path;

/// Adds every record of every page.
pub(crate) fn add(folder: &Path, cases: &mut Cases) -> io::Result<()> {
    let mut pages = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    pages.sort();
    for page in pages {
        add_page(&fs::read_to_string(page)?, cases);
    }
    Ok(())
}

fn add_page(page: &str, cases: &mut Cases) {
    let mut claim: Option<Claim> = None;
    let mut record: Option<String> = None;
    for line in page.lines() {
        if let Some(found) = Claim::read(line) {
            claim = Some(found);
        } else if line == "```json" {
            record = Some(String::new());
        } else if line == "```" {
            if let (Some(claim), Some(payload)) = (&claim, record.take()) {
                claim.add(payload, cases);
            }
        } else if let Some(record) = &mut record {
            record.push_str(line);
        }
    }
}

/// The line that says how a section's record is judged.
struct Claim {
    kind: String,
    as_of: String,
    options: String,
}

impl Claim {
    /// Reads ``Record `kind`, as of DAY[, known at DAY], profile `id`: …``.
    fn read(line: &str) -> Option<Self> {
        let (kind, rest) = line.strip_prefix("Record `")?.split_once("`, as of ")?;
        let (days, rest) = rest.split_once(", profile `")?;
        let (profile, _) = rest.split_once('`')?;
        let (as_of, known_at) = days
            .split_once(", known at ")
            .map_or((days, None), |(a, b)| (a, Some(b)));
        let known_at =
            known_at.map_or_else(String::new, |day| format!(", \"known_at\": \"{day}\""));
        let options = format!("{{\"profile\": \"{profile}\"{known_at}}}");
        Some(Self {
            kind: kind.into(),
            as_of: as_of.into(),
            options,
        })
    }

    fn add(&self, payload: String, cases: &mut Cases) {
        let engine = cases.engine(self.options.clone());
        let (kind, as_of) = (self.kind.clone(), self.as_of.clone());
        cases.push(Case {
            engine,
            function: "check_record",
            kind,
            as_of,
            payload,
        });
    }
}
