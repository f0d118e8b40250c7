//! Reads a page; anything that it cannot read is an error with its line.

use crate::{Case, Claim, Page};
use gongkai::words::Day;
use std::io;
use std::path::Path;

/// One page.
pub(crate) fn page(path: &Path) -> io::Result<Page> {
    let text = std::fs::read_to_string(path)?;
    let trouble = |line: usize, trouble: String| {
        io::Error::other(format!("{}:{line}: {trouble}", path.display()))
    };
    let mut prelude: Vec<String> = Vec::new();
    let mut sections: Vec<(usize, Vec<String>)> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.starts_with("## ") {
            sections.push((number, Vec::new()));
        }
        let lines = sections.last_mut().map_or(&mut prelude, |(_, lines)| lines);
        lines.push(line.to_owned());
    }
    if prelude.iter().any(|line| line.starts_with("```")) {
        return Err(trouble(1, "a block before the first case".into()));
    }
    trim(&mut prelude);
    let cases = sections
        .into_iter()
        .map(|(first, lines)| case(lines).map_err(|said| trouble(first, said)));
    let cases = cases.collect::<io::Result<Vec<Case>>>()?;
    if cases.is_empty() {
        return Err(trouble(1, "no case".into()));
    }
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    Ok(Page {
        name,
        text,
        prelude,
        cases,
    })
}

fn trim(lines: &mut Vec<String>) {
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
}

/// A case: its title, its claim, its blocks, nothing else.
fn case(lines: Vec<String>) -> Result<Case, String> {
    let mut parts = Parts::default();
    for line in lines {
        parts.take(&line)?;
    }
    if parts.block.is_some() {
        return Err("a block does not end".into());
    }
    trim(&mut parts.lines);
    let claim = parts.claim.ok_or("no line `Record …`")?;
    let kind = |kind: Option<String>| kind.unwrap_or_else(|| claim.kind.clone());
    let records: Vec<(String, String)> = parts
        .records
        .into_iter()
        .map(|(named, record)| (kind(named), record))
        .collect();
    if records.first().is_none_or(|(kind, _)| *kind != claim.kind) {
        return Err("the first record is not of the kind that the claim names".into());
    }
    Ok(Case {
        lines: parts.lines,
        claim,
        supplied: parts.supplied,
        packs: parts.packs,
        records,
    })
}

#[derive(Default)]
struct Parts {
    lines: Vec<String>,
    claim: Option<Claim>,
    supplied: Vec<(String, Vec<String>)>,
    packs: Vec<String>,
    /// The records, with the kind where the block names it.
    records: Vec<(Option<String>, String)>,
    /// The block that is open: what follows its backticks, and its lines.
    block: Option<(String, Vec<String>)>,
    /// Whether the findings have been passed; they stand last.
    closed: bool,
}

impl Parts {
    fn take(&mut self, line: &str) -> Result<(), String> {
        if let Some((_, lines)) = &mut self.block {
            if line != "```" {
                lines.push(line.to_owned());
            }
        } else if self.closed && !line.is_empty() {
            return Err(format!("`{line}` stands after the findings"));
        }
        let in_findings =
            self.block.as_ref().is_some_and(|(info, _)| info == "text") || line == "```text";
        if !in_findings {
            self.lines.push(line.to_owned());
        }
        match line.strip_prefix("```") {
            Some("") => self.close(),
            Some(info) if self.block.is_none() => {
                self.block = Some((info.to_owned(), Vec::new()));
                Ok(())
            }
            None if self.block.is_none() => self.prose(line),
            _ => Ok(()),
        }
    }

    fn close(&mut self) -> Result<(), String> {
        let (info, lines) = self.block.take().ok_or("a block ends that never began")?;
        match info.split_once(' ') {
            None if info == "json" => self.records.push((None, lines.join("\n"))),
            Some(("json", kind)) => self.records.push((Some(kind.to_owned()), lines.join("\n"))),
            None if info == "text" => self.closed = true,
            None if info == "toml" => self.packs.push(lines.join("\n")),
            Some(("supply", list)) => self.supplied.push((list.to_owned(), lines)),
            _ => return Err(format!("a block of `{info}`")),
        }
        Ok(())
    }

    fn prose(&mut self, line: &str) -> Result<(), String> {
        if line.starts_with("Record ") && self.claim.is_none() {
            self.claim = Some(claim(line).ok_or_else(|| format!("cannot read `{line}`"))?);
            return Ok(());
        }
        if line.is_empty() || line.starts_with("## ") {
            return Ok(());
        }
        Err(format!("`{line}` is neither claim nor block"))
    }
}

/// ``Record `kind`, as of DAY[, known at DAY], profile `id`: rule `id` is **verdict**.``
fn claim(line: &str) -> Option<Claim> {
    let rest = line.strip_prefix("Record `")?;
    let (kind, rest) = rest.split_once("`, as of ")?;
    let (days, rest) = rest.split_once(", profile `")?;
    let (profile, rest) = rest.split_once("`: rule `")?;
    let (rule, rest) = rest.split_once("` is **")?;
    let verdict = rest.strip_suffix("**.")?;
    let (as_of, known_at) = match days.split_once(", known at ") {
        Some((as_of, known_at)) => (as_of, Some(Day::parse_iso(known_at)?)),
        None => (days, None),
    };
    Some(Claim {
        kind: kind.to_owned(),
        as_of: Day::parse_iso(as_of)?,
        known_at,
        profile: profile.to_owned(),
        rule: rule.to_owned(),
        verdict: verdict.to_owned(),
    })
}
