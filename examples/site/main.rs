//! Writes the law's own pages: every instrument, clause, rule, kind of record, list and calendar year.
//!
//! `cargo run --release --example site -- [--out DIR] [--spec DIR] [--packs FILE]…`

mod asks;
mod book;
mod judging;
mod labels;
mod language;
mod pages;
mod shell;
#[cfg(test)]
mod tests;

use book::Book;
use lexopt::prelude::{Long, Short, Value, ValueExt};
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What is to be written, and from what.
struct Arguments {
    out: PathBuf,
    /// The folder of the example pages.
    spec: PathBuf,
    /// Files of packs from outside.
    packs: Vec<PathBuf>,
}

fn main() -> ExitCode {
    match work() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A terminal that is gone must not change the exit status.
            let _ = writeln!(io::stderr(), "site: {error}");
            ExitCode::FAILURE
        }
    }
}

fn work() -> Result<(), Box<dyn Error>> {
    let arguments = arguments()?;
    let book = Book::read(&arguments.spec, &arguments.packs)?;
    let files = pages::all(&book);
    for file in &files {
        let path = arguments.out.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(&arguments.out))?;
        fs::write(path, &file.text)?;
    }
    writeln!(io::stdout(), "{} files", files.len())?;
    Ok(())
}

fn arguments() -> Result<Arguments, lexopt::Error> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut read = Arguments {
        out: PathBuf::from("target/site"),
        spec: root.join("tests/spec"),
        packs: Vec::new(),
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(word) = parser.next()? {
        match word {
            Long("out") => read.out = parser.value()?.into(),
            Long("spec") => read.spec = parser.value()?.into(),
            Long("packs") => read.packs.push(parser.value()?.parse()?),
            Long(_) | Short(_) | Value(_) => return Err(word.unexpected()),
        }
    }
    Ok(read)
}
