//! Judging one record, or many, and giving points for them.

use crate::boundary::{ask, bytes, judge, utf8};
use crate::engine::Engine;
use crate::error::Error;
use crate::report::Report;
use crate::status::Status;
use core::ffi::c_char;
use gongkai::wire;

/// Judges one record: `{"kind", "as_of", "record"}` to its report.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `request` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX`, `UNKNOWN_KIND`, the `RECORD_` codes, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then
/// `*report` is null and `*error` is the caller's.
///
/// # Safety
/// `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
/// `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_check(
    engine: *const Engine,
    request: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { ask(engine, (request, length), report, error, wire::check) }
}

/// Judges one record given apart from its kind and its day: the quickest way to judge one. `kind` is a kind
/// of record, `record` a JSON object, `as_of` a day as `YYYY-MM-DD`.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `kind`, `record` and `as_of` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX` for the day, `UNKNOWN_KIND`, the `RECORD_` codes, `TEXT_ENCODING` for kind and
/// day, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and `*error` is the caller's.
///
/// # Safety
/// `engine` is an engine that was not freed. Each text has as many bytes as its length says. `report` can be
/// written to. `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_check_record(
    engine: *const Engine,
    kind: *const c_char,
    kind_length: usize,
    record: *const c_char,
    record_length: usize,
    as_of: *const c_char,
    as_of_length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe {
        judge(engine, report, error, |engine| {
            let kind = utf8("kind", kind, kind_length)?;
            let record = bytes("record", record, record_length)?;
            let as_of = utf8("as_of", as_of, as_of_length)?;
            Ok(wire::check_record(engine, kind, record, as_of)?)
        })
    }
}

/// Judges a budget or final account with its tables and its text: `{"kind", "as_of", "record", "tables":
/// [{"caption", "page", "rows"}], "pages": [{"page", "text"}], "earlier": [{"kind", "record", "tables"}]}` to
/// the report of its record, with the findings about tables and text, the tables that were recognized, and the
/// tree of its expenditure. `earlier` are documents that the same publisher has published before.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `request` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX`, `UNKNOWN_KIND`, the `RECORD_` codes, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then
/// `*report` is null and `*error` is the caller's.
///
/// # Safety
/// `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
/// `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_check_budget(
    engine: *const Engine,
    request: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { ask(engine, (request, length), report, error, wire::check_budget) }
}

/// Judges many records of one kind: `{"kind", "as_of", "records", "findings"}` to their counts, at most as
/// many findings as asked for, what was refused, and the findings about several records together.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `request` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX`, `UNKNOWN_KIND`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and
/// `*error` is the caller's. Records that could not be judged are counted and listed in the report.
///
/// # Safety
/// `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
/// `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_check_many(
    engine: *const Engine,
    request: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { ask(engine, (request, length), report, error, wire::check_many) }
}

/// Judges many records of one kind, one JSON object a line; blank lines are passed over. The answer is that
/// of `gongkai_check_many`.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `kind`, `lines` and `as_of` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX` for the day, `UNKNOWN_KIND`, `TEXT_ENCODING` for kind and day, `NULL_ARGUMENT`,
/// `LENGTH`, `BUG`; then `*report` is null and `*error` is the caller's. Lines that could not be judged are
/// counted and listed in the report.
///
/// # Safety
/// `engine` is an engine that was not freed. Each text has as many bytes as its length says. `report` can be
/// written to. `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_check_lines(
    engine: *const Engine,
    kind: *const c_char,
    kind_length: usize,
    lines: *const c_char,
    lines_length: usize,
    as_of: *const c_char,
    as_of_length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe {
        judge(engine, report, error, |engine| {
            let kind = utf8("kind", kind, kind_length)?;
            let lines = bytes("lines", lines, lines_length)?;
            let as_of = utf8("as_of", as_of, as_of_length)?;
            Ok(wire::check_lines(engine, kind, lines, as_of)?)
        })
    }
}

/// Judges records of several kinds together: `{"as_of", "records": [{"kind", "record"}], "findings"}` to their
/// counts in all and by kind, at most as many findings as asked for, what was refused, and the findings about
/// records together.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `request` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and `*error` is the
/// caller's. Records that could not be judged are counted and listed in the report.
///
/// # Safety
/// `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
/// `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_check_collection(
    engine: *const Engine,
    request: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe {
        ask(
            engine,
            (request, length),
            report,
            error,
            wire::check_collection,
        )
    }
}

/// Judges records of several kinds together, one `{"kind", "record"}` a line; blank lines are passed over. The
/// answer is that of `gongkai_check_collection`.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `lines` and `as_of` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX` for the day, `TEXT_ENCODING` for the day, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then
/// `*report` is null and `*error` is the caller's. Lines that could not be judged are counted and listed in
/// the report.
///
/// # Safety
/// `engine` is an engine that was not freed. Each text has as many bytes as its length says. `report` can be
/// written to. `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_check_collection_lines(
    engine: *const Engine,
    lines: *const c_char,
    lines_length: usize,
    as_of: *const c_char,
    as_of_length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe {
        judge(engine, report, error, |engine| {
            let lines = bytes("lines", lines, lines_length)?;
            let as_of = utf8("as_of", as_of, as_of_length)?;
            Ok(wire::check_collection_lines(engine, lines, as_of)?)
        })
    }
}

/// Gives points by a set of indicators: `{"set", "tallies": [{"rule", "counts"}], "values", "vetoes",
/// "left_out", "mode"}` to the points, section by section and indicator by indicator. The tallies are the
/// `rules` of a report on many records.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `request` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX`, `UNKNOWN_SET`, `UNKNOWN_RULE`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is
/// null and `*error` is the caller's.
///
/// # Safety
/// `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
/// `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_score(
    engine: *const Engine,
    request: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { ask(engine, (request, length), report, error, wire::score) }
}
