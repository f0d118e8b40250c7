//! What the law says: due days, kinds of record, rules, packs, versions.

use crate::boundary::{answer, ask, bytes, judge};
use crate::engine::Engine;
use crate::error::Error;
use crate::report::Report;
use crate::status::Status;
use core::ffi::c_char;
use gongkai::wire;

/// The due day of a term: `{"from", "term", "first_day_counts", "roll_forward", "explain"}` to
/// `{"from", "term", "term_label", "due", "due_time", "explanation"}`.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `request` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and `*error` is the
/// caller's.
///
/// # Safety
/// `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
/// `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_deadline(
    engine: *const Engine,
    request: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { ask(engine, (request, length), report, error, wire::deadline) }
}

/// The fields of a kind of record: `{"kind", "form"}`, where the form is `"fields"` for drawing a form or
/// `"json-schema"` for JSON Schema 2020-12.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `request` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX`, `UNKNOWN_KIND`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and
/// `*error` is the caller's.
///
/// # Safety
/// `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
/// `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_schema(
    engine: *const Engine,
    request: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { ask(engine, (request, length), report, error, wire::schema) }
}

/// The catalogue: every profile, pack, kind of record and rule, and which rules the engine judges by.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// Threads: any; threads may share the engine.
/// Errors: `NULL_ARGUMENT`, `BUG`; then `*report` is null and `*error` is the caller's.
///
/// # Safety
/// `engine` is an engine that was not freed. `report` can be written to. `error` is null or can be written
/// to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_rules(
    engine: *const Engine,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { judge(engine, report, error, |engine| Ok(wire::rules(engine))) }
}

/// One rule beside its clause: `{"rule"}`, which is an id, a code, or an id it once had.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `request` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX`, `UNKNOWN_RULE`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and
/// `*error` is the caller's.
///
/// # Safety
/// `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
/// `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_explain(
    engine: *const Engine,
    request: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { ask(engine, (request, length), report, error, wire::explain) }
}

/// Everything that is wrong with packs from outside, without judging by them: `{"packs": [{"name", "text",
/// "format"}]}` to `{"good", "troubles"}`. It needs no engine.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `request` may be freed as soon as the call returns.
/// Threads: any, at any time.
/// Errors: `REQUEST_SYNTAX`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and `*error` is the
/// caller's.
///
/// # Safety
/// `request` has `length` bytes. `report` can be written to. `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_lint(
    request: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe {
        answer(report, error, || {
            let request = bytes("request", request, length)?;
            Ok(Report::new(wire::lint(request)?))
        })
    }
}

/// Versions of the library and the contract; profile, packs and calendar of the engine with their hashes.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// Threads: any; threads may share the engine.
/// Errors: `NULL_ARGUMENT`, `BUG`; then `*report` is null and `*error` is the caller's.
///
/// # Safety
/// `engine` is an engine that was not freed. `report` can be written to. `error` is null or can be written
/// to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_version(
    engine: *const Engine,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { judge(engine, report, error, |engine| Ok(wire::version(engine))) }
}
