//! Judging one record, or many.

use super::batch::Batch;
use super::request::{day, read, text};
use super::sums::SHOWN;
use crate::engine::Engine;
use crate::error::Error;
use crate::words::Day;
use crate::written::{Verbatim, print, table};
use alloc::{string::String, vec::Vec};

struct Check {
    kind: String,
    as_of: Day,
    record: Verbatim,
}

table!(Check {
    kind: needed,
    as_of: needed,
    record: needed
});

struct CheckMany {
    kind: String,
    as_of: Day,
    records: Vec<Verbatim>,
    findings: Option<u64>,
}

table!(CheckMany {
    kind: needed,
    as_of: needed,
    records: needed,
    findings
});

/// Judges one record: `{"kind", "as_of", "record"}` to its report.
///
/// Rules that look at other records too are counted as not judged; rules about the tables of a budget or
/// account are undetermined, since [`check_budget`](super::check_budget) takes these.
///
/// # Errors
/// `request-syntax`, `unknown-kind`, the record errors.
pub fn check(engine: &Engine, request: &[u8]) -> Result<Vec<u8>, Error> {
    let text = text(request)?;
    let request: Check = read(text)?;
    let report = engine.check(
        &request.kind,
        request.record.of(text).as_bytes(),
        request.as_of,
    )?;
    Ok(print(&report))
}

/// Judges one record given apart from its kind and the day of judgement: the quick way in.
///
/// # Errors
/// `request-syntax` for the day, `unknown-kind`, the record errors.
pub fn check_record(
    engine: &Engine,
    kind: &str,
    record: &[u8],
    as_of: &str,
) -> Result<Vec<u8>, Error> {
    Ok(print(&engine.check(kind, record, day(as_of)?)?))
}

/// Judges many records of one kind: `{"kind", "as_of", "records", "findings"}` to their counts, their
/// findings (at most as many as asked for; the counts stay exact), what was refused, the findings
/// about several records together, and how many rules look at records of other kinds and were not judged.
///
/// # Errors
/// `request-syntax`, `unknown-kind`.
pub fn check_many(engine: &Engine, request: &[u8]) -> Result<Vec<u8>, Error> {
    let text = text(request)?;
    let request: CheckMany = read(text)?;
    let shown = request.findings.unwrap_or(SHOWN);
    let mut batch = Batch::new(engine, &request.kind, request.as_of, shown)?;
    for record in request.records {
        batch.json(record.of(text).as_bytes());
    }
    Ok(print(&batch.close()))
}

/// Judges many records of one kind, one JSON object a line; blank lines are passed over.
///
/// # Errors
/// `request-syntax` for the day, `unknown-kind`.
pub fn check_lines(
    engine: &Engine,
    kind: &str,
    lines: &[u8],
    as_of: &str,
) -> Result<Vec<u8>, Error> {
    let mut batch = Batch::new(engine, kind, day(as_of)?, SHOWN)?;
    for line in lines
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.trim_ascii().is_empty())
    {
        batch.json(line);
    }
    Ok(print(&batch.close()))
}
