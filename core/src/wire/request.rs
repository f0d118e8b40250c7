//! Reading requests and writing responses.

use crate::error::{Error, ErrorCode};
use crate::report::mask::public;
use crate::words::Day;
use alloc::{format, string::ToString, vec::Vec};
use serde::{Deserialize, Serialize};

/// Reads a request.
pub(super) fn read<'r, T: Deserialize<'r>>(request: &'r [u8]) -> Result<T, Error> {
    serde_json::from_slice(request).map_err(|error| {
        let line = u32::try_from(error.line()).ok().filter(|line| *line > 0);
        // The reader quotes values, and a value may be personal.
        Error::new(ErrorCode::RequestSyntax, public(&error.to_string()))
            .at("request")
            .on_line(line)
    })
}

/// Writes a response: keys in the order of the contract, no space.
pub(super) fn write(response: &impl Serialize) -> Vec<u8> {
    // Nothing in a response has a form that JSON lacks.
    serde_json::to_vec(response).unwrap_or_default()
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
