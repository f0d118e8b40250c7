//! What a call answers: bytes that the caller owns.

use crate::boundary::free;
use core::ffi::c_char;
use core::fmt;

/// An answer: the canonical bytes of a JSON value in UTF-8, or a converted text. It never changes.
pub struct Report {
    /// The answer and the zero byte after it.
    terminated: Vec<u8>,
}

impl Report {
    pub(crate) fn new(mut answer: Vec<u8>) -> Self {
        answer.push(0);
        Self { terminated: answer }
    }

    fn length(&self) -> usize {
        self.terminated.len().saturating_sub(1)
    }
}

/// Answers hold what records hold, so they are not shown.
impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report")
            .field("length", &self.length())
            .finish_non_exhaustive()
    }
}

/// The bytes of an answer, followed by a zero byte that is not counted.
///
/// Ownership: the bytes belong to the report and live as long as it.
/// Threads: any, at any time, until the report is freed.
/// Errors: none; null for null.
///
/// # Safety
/// `report` is null or a report that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_report_data(report: *const Report) -> *const c_char {
    // SAFETY: the caller keeps what is asked above.
    unsafe { report.as_ref() }.map_or(core::ptr::null(), |report| {
        report.terminated.as_ptr().cast()
    })
}

/// How many bytes an answer has.
///
/// Ownership: nothing is given.
/// Threads: any, at any time, until the report is freed.
/// Errors: none; 0 for null.
///
/// # Safety
/// `report` is null or a report that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_report_length(report: *const Report) -> usize {
    // SAFETY: the caller keeps what is asked above.
    unsafe { report.as_ref() }.map_or(0, Report::length)
}

/// Frees the report in `*report` and sets `*report` to null, so that a second call does nothing.
///
/// Ownership: takes the report back, and with it the bytes it gave. Copies of the pointer must not be used
/// or freed afterwards.
/// Threads: any, once no other thread uses the report.
/// Errors: none; `report` may be null, and so may `*report`.
///
/// # Safety
/// `report` is null, or `*report` is null or a report that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_report_free(report: *mut *mut Report) {
    // SAFETY: the caller keeps what is asked above.
    unsafe { free(report) }
}
