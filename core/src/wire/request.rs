//! Reading requests.

use crate::error::{Error, ErrorCode};
use crate::record::json::{Limits, read_tree};
use crate::report::mask::public;
use crate::words::Day;
use crate::written::{self, Fault, Written};
use alloc::format;

/// How a request is read: its length is the caller's, and records in it have limits of their own.
const LIMITS: Limits = Limits {
    bytes: usize::MAX,
    depth: usize::MAX,
    members: usize::MAX,
    text: usize::MAX,
    number: usize::MAX,
};

/// The text of a request.
pub(super) fn text(request: &[u8]) -> Result<&str, Error> {
    simdutf8::basic::from_utf8(request).map_err(|_| refused("not UTF-8"))
}

/// Reads a request.
pub(super) fn read<T: Written>(text: &str) -> Result<T, Error> {
    let tree = read_tree(text, &LIMITS, &T::SHAPE).map_err(|error| Fault {
        at: error.offset,
        message: error.kind.name().into(),
    });
    let read = tree.and_then(|tree| written::read(&tree));
    read.map_err(|fault| {
        let line = fault.line(text);
        // A fault shows values, and a value may be personal.
        refused(&public(&fault.message)).on_line(Some(line))
    })
}

fn refused(message: &str) -> Error {
    Error::new(ErrorCode::RequestSyntax, message).at("request")
}

/// Reads a day of judgement.
pub(super) fn day(text: &str) -> Result<Day, Error> {
    Day::parse_iso(text).ok_or_else(|| {
        let shown = public(text);
        Error::new(
            ErrorCode::RequestSyntax,
            format!("`{shown}` is not a day written as YYYY-MM-DD"),
        )
        .at("as_of")
    })
}
