//! An error as every door carries it.

use crate::error::Error;
use crate::written::print;
use alloc::vec::Vec;
use serde::Serialize;

/// An error, field by field.
#[derive(Serialize)]
struct Failure<'e> {
    code: u16,
    name: &'static str,
    message: &'e str,
    #[serde(skip_serializing_if = "str::is_empty")]
    place: &'e str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<u64>,
    remedy: &'static str,
}

/// The canonical bytes of an error: `{"code":…,"name":…,"message":…,"remedy":…}`.
#[must_use]
pub fn failure(error: &Error) -> Vec<u8> {
    print(&shown(error))
}

/// An error, ready to stand in a response.
pub(super) fn shown(error: &Error) -> impl Serialize + '_ {
    Failure {
        code: error.code.number(),
        name: error.code.name(),
        message: &error.message,
        place: &error.place,
        line: error.line,
        offset: error.offset,
        remedy: error.code.remedy(),
    }
}
