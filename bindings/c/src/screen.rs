//! Looking through texts before they go out.

use crate::boundary::ask;
use crate::engine::Engine;
use crate::error::Error;
use crate::report::Report;
use crate::status::Status;
use core::ffi::c_char;
use gongkai::wire;

/// Looks through a text before it goes out: `{"text", "as_of", "format", "audience", "lists", "offsets",
/// "hits"}` to `{"audience", "clean", "hits", "hits_total"}`. The format is `"text"` or `"html"`; offsets are
/// `"bytes"` unless they are `"utf16"` or `"characters"`.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `request` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX`, `RECORD_TOO_LARGE`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and
/// `*error` is the caller's.
///
/// # Safety
/// `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
/// `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_screen(
    engine: *const Engine,
    request: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { ask(engine, (request, length), report, error, wire::screen) }
}

/// Masks what can be masked in a text, or in a page in HTML, whose tags stay: `{"text", "as_of", "format",
/// "audience", "lists", "offsets", "hits"}` to `{"audience", "text", "publishable", "masked", "left",
/// "left_total"}`. What is left stands in the masked text still.
///
/// Ownership: the report given to `*report` is the caller's, who frees it with `gongkai_report_free`.
/// `request` may be freed as soon as the call returns.
/// Threads: any; threads may share the engine.
/// Errors: `REQUEST_SYNTAX`, `RECORD_TOO_LARGE`, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and
/// `*error` is the caller's.
///
/// # Safety
/// `engine` is an engine that was not freed. `request` has `length` bytes. `report` can be written to.
/// `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_mask(
    engine: *const Engine,
    request: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { ask(engine, (request, length), report, error, wire::mask) }
}
