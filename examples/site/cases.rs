//! Reads the example pages: what each case says, and its records.

use gongkai::words::Day;
use std::fs;
use std::io;
use std::path::Path;

/// A record, and the verdict that a rule gives about it.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) as_of: Day,
    pub(crate) known_at: Option<Day>,
    pub(crate) profile: String,
    pub(crate) rule: String,
    /// The verdict the page says.
    pub(crate) verdict: String,
    /// The lists supplied with the request: id, and lines of code and name.
    pub(crate) supplied: Vec<(String, Vec<String>)>,
    /// The records, each with its kind.
    pub(crate) records: Vec<(String, String)>,
}

/// Every case of every page of a folder, in the order of the pages.
///
/// # Errors
/// What the file system says, or the page and line that cannot be read.
pub(crate) fn read(folder: &Path) -> io::Result<Vec<Case>> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = entries.collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    let mut cases = Vec::new();
    for path in paths {
        page(&fs::read_to_string(&path)?, &mut cases)
            .map_err(|line| io::Error::other(format!("{}: {line}", path.display())))?;
    }
    Ok(cases)
}

fn page(text: &str, cases: &mut Vec<Case>) -> Result<(), String> {
    let mut title = "";
    let mut block: Option<(&str, Vec<&str>)> = None;
    for line in text.lines() {
        match (&mut block, line.strip_prefix("```")) {
            (Some((info, lines)), Some("")) => {
                if let Some(case) = cases.last_mut() {
                    case.take(info, lines);
                }
                block = None;
            }
            (Some((_, lines)), _) => lines.push(line),
            (None, Some(info)) => block = Some((info, Vec::new())),
            (None, None) if line.starts_with("## ") => title = line.trim_start_matches("## "),
            (None, None) if line.starts_with("Record `") => {
                cases.push(claim(title, line).ok_or(line)?);
            }
            (None, None) => {}
        }
    }
    Ok(())
}

impl Case {
    /// Takes a block by what follows its backticks: a record, a list, or findings, which are judged anew.
    fn take(&mut self, info: &str, lines: &[&str]) {
        let text = lines.join("\n");
        match info.split_once(' ') {
            None if info == "json" => self.records.push((self.kind.clone(), text)),
            Some(("json", kind)) => self.records.push((kind.to_owned(), text)),
            Some(("supply", list)) => {
                let lines = lines.iter().map(|line| (*line).to_owned()).collect();
                self.supplied.push((list.to_owned(), lines));
            }
            _ => {}
        }
    }
}

/// ``Record `kind`, as of DAY[, known at DAY], profile `id`: rule `id` is **verdict**.``
fn claim(title: &str, line: &str) -> Option<Case> {
    let (kind, rest) = line.strip_prefix("Record `")?.split_once("`, as of ")?;
    let (days, rest) = rest.split_once(", profile `")?;
    let (profile, rest) = rest.split_once("`: rule `")?;
    let (rule, rest) = rest.split_once("` is **")?;
    let verdict = rest.strip_suffix("**.")?;
    let (as_of, known_at) = match days.split_once(", known at ") {
        Some((as_of, known_at)) => (as_of, Some(Day::parse_iso(known_at)?)),
        None => (days, None),
    };
    Some(Case {
        title: title.to_owned(),
        kind: kind.to_owned(),
        as_of: Day::parse_iso(as_of)?,
        known_at,
        profile: profile.to_owned(),
        rule: rule.to_owned(),
        verdict: verdict.to_owned(),
        supplied: Vec::new(),
        records: Vec::new(),
    })
}
