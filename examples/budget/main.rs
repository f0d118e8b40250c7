//! Judges the published budget or final account of a department: a folder of its files.
//!
//! `cargo run --release --example budget -- FOLDER --year 2024 [--kind final-account] [--publisher NAME]
//! [--body unit] [--as-of YYYY-MM-DD] [--out DIR]`
//!
//! Workbooks, CSV, pages of HTML and text, and documents in JSON are read; what a scanned page shows is not.

mod draw;
mod html;
mod read;

use gongkai::wire;
use read::Folder;
use serde_json::{Value, json};
use std::error::Error;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = "budget FOLDER --year YYYY [--kind department-budget|final-account] [--publisher NAME] \
[--body department|unit] [--as-of YYYY-MM-DD] [--out DIR]\n";

struct Arguments {
    folder: PathBuf,
    kind: String,
    as_of: String,
    record: Value,
    out: PathBuf,
}

fn main() -> ExitCode {
    match work() {
        Ok(clean) => ExitCode::from(u8::from(!clean)),
        Err(error) => {
            let _ = writeln!(io::stderr(), "budget: {error}");
            ExitCode::from(2)
        }
    }
}

/// Whether nothing was found.
fn work() -> Result<bool, Box<dyn Error>> {
    let Some(arguments) = arguments()? else {
        io::stdout().write_all(HELP.as_bytes())?;
        return Ok(true);
    };
    let folder = read::folder(&arguments.folder)?;
    let report = judge(&arguments, &folder)?;
    std::fs::create_dir_all(&arguments.out)?;
    std::fs::write(arguments.out.join("report.json"), report.to_string())?;
    let page = draw::page(&report, &folder.unread);
    std::fs::write(arguments.out.join("report.html"), page)?;
    let mut out = io::stdout().lock();
    for trouble in &folder.unread {
        writeln!(out, "{trouble}")?;
    }
    out.write_all(draw::text(&report).as_bytes())?;
    writeln!(out, "{}", arguments.out.join("report.html").display())?;
    let found = report.get("findings").and_then(Value::as_array);
    Ok(found.is_none_or(Vec::is_empty) && folder.unread.is_empty())
}

fn judge(arguments: &Arguments, folder: &Folder) -> Result<Value, Box<dyn Error>> {
    let engine = wire::open(br#"{"profile": "budget"}"#)?;
    let request = json!({
        "kind": arguments.kind,
        "as_of": arguments.as_of,
        "record": arguments.record,
        "tables": folder.tables,
        "pages": folder.pages,
    });
    let answer = wire::check_budget(&engine, request.to_string().as_bytes())?;
    Ok(serde_json::from_slice(&answer)?)
}

fn arguments() -> Result<Option<Arguments>, Box<dyn Error>> {
    use lexopt::prelude::{Long, Value};
    let mut parser = lexopt::Parser::from_env();
    let (mut folder, mut year) = (None, None);
    let mut kind = "final-account".to_owned();
    let mut as_of = String::new();
    let mut out = PathBuf::from("out");
    let mut record = serde_json::Map::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") => return Ok(None),
            Long("year") => year = Some(parser.value()?.string()?),
            Long("kind") => kind = parser.value()?.string()?,
            Long("as-of") => as_of = parser.value()?.string()?,
            Long("out") => out = parser.value()?.into(),
            Long(name @ ("publisher" | "body")) => {
                let name = name.to_owned();
                record.insert(name, parser.value()?.string()?.into());
            }
            Value(path) => folder = Some(PathBuf::from(path)),
            other @ (lexopt::Arg::Short(_) | Long(_)) => return Err(other.unexpected().into()),
        }
    }
    let (Some(folder), Some(year)) = (folder, year) else {
        return Ok(None);
    };
    if as_of.is_empty() {
        // Nothing about tables and text depends on the day; a term that runs is judged at the year's end.
        as_of = format!("{year}-12-31");
    }
    record.insert("fiscal_year".to_owned(), year.into());
    Ok(Some(Arguments {
        folder,
        kind,
        as_of,
        record: record.into(),
        out,
    }))
}

trait Text {
    fn string(self) -> Result<String, Box<dyn Error>>;
}

impl Text for std::ffi::OsString {
    fn string(self) -> Result<String, Box<dyn Error>> {
        self.into_string()
            .map_err(|text| format!("{} is not text", text.display()).into())
    }
}
