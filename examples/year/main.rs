//! Makes one department's year of published records, with known defects, and compares what was found.
//!
//! `cargo run --release --example year -- [--seed N] [--out DIR]` writes the year;
//! `cargo run --release --example year -- --out DIR --compare FINDINGS` compares it with what `audit` found.

mod compare;
mod document;
mod fill;
mod random;
mod register;
mod template;
#[cfg(test)]
mod tests;
mod write;
mod year;

use gongkai::{Engine, Supplied};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use template::Department;
use write::{ARGUMENTS, RECORDS, SUPPLY};
use year::Year;

/// What is asked for.
struct Arguments {
    seed: u64,
    out: PathBuf,
    /// Findings to be compared with the ledger of the year in `out`.
    compare: Option<PathBuf>,
}

fn main() -> ExitCode {
    match work() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            // A terminal that is gone must not change the exit status.
            let _ = writeln!(io::stderr(), "year: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether all is as it should be.
fn work() -> Result<bool, Box<dyn Error>> {
    let arguments = arguments()?;
    let mut out = io::stdout().lock();
    if let Some(findings) = &arguments.compare {
        let difference = compare::compare(&arguments.out, findings)?;
        for (file, row, rule) in &difference.missed {
            writeln!(out, "未查出 missed: {file}:{row} {rule}")?;
        }
        for (file, row, rule) in &difference.unexpected {
            writeln!(out, "意外 unexpected: {file}:{row} {rule}")?;
        }
        let (agreed, missed, unexpected) = (
            difference.agreed,
            difference.missed.len(),
            difference.unexpected.len(),
        );
        writeln!(
            out,
            "台账核对 ledger: 相符 agreed {agreed} · 未查出 missed {missed} · 意外 unexpected {unexpected}"
        )?;
        return Ok(difference.missed.is_empty() && difference.unexpected.is_empty());
    }
    let (department, templates) = template::read(&folder())?;
    let engine = engine(&department, None)?;
    let year = year::make(&engine, &department, &templates, arguments.seed)?;
    write::write(&engine, &year, &arguments.out)?;
    let records: usize = year.batches.iter().map(|batch| batch.records.len()).sum();
    let (kinds, defects) = (year.batches.len(), year.ledger.len());
    writeln!(
        out,
        "{} · 种类 kinds {kinds} · 记录 records {records} · 台账 ledger {defects}",
        department.year
    )?;
    let folder = arguments.out.display();
    let judged_with = format!(
        "{folder}/{RECORDS} --supply {folder}/{SUPPLY} --profile {} --as-of {}",
        department.profile, department.as_of
    );
    std::fs::write(arguments.out.join(ARGUMENTS), &judged_with)?;
    writeln!(out, "audit {judged_with}")?;
    Ok(true)
}

/// Where the templates are.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("year")
}

/// The engine whose law the records are made for, with the lists of a year once there is one.
fn engine(department: &Department, year: Option<&Year>) -> Result<Engine, gongkai::Error> {
    let mut builder = Engine::builder().profile(&department.profile);
    for (list, entries) in year.into_iter().flat_map(|year| &year.supply) {
        builder = builder.supply(Supplied {
            list: list.clone(),
            entries: entries.clone(),
        });
    }
    builder.build()
}

fn arguments() -> Result<Arguments, lexopt::Error> {
    let mut read = Arguments {
        seed: 1,
        out: PathBuf::from("target/year"),
        compare: None,
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(word) = parser.next()? {
        match word {
            Long("seed") => read.seed = parser.value()?.parse()?,
            Long("out") => read.out = parser.value()?.into(),
            Long("compare") => read.compare = Some(parser.value()?.into()),
            Long(_) | Short(_) | Value(_) => return Err(word.unexpected()),
        }
    }
    Ok(read)
}
