//! A record from Python as the bytes of its JSON.

use crate::failure::Stop;
use crate::value::{Writer, halves};
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyString};
use std::borrow::Cow;

/// The JSON of a record: `bytes` as they are, `str` as UTF-8, anything else written out, up to `limit`
/// bytes.
pub(crate) fn json<'r>(value: &'r Bound<'_, PyAny>, limit: usize) -> PyResult<Cow<'r, [u8]>> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return Ok(Cow::Borrowed(bytes.as_bytes()));
    }
    if let Ok(text) = value.cast::<PyString>()
        && let Ok(text) = text.to_cow()
    {
        return Ok(match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        });
    }
    let mut text = Vec::new();
    match append(&mut text, value, limit) {
        Ok(()) | Err(Stop::Full) => Ok(Cow::Owned(text)),
        Err(stop) => Err(stop.raised(value.py())),
    }
}

/// Adds the JSON of a record to a text.
pub(crate) fn append(
    text: &mut Vec<u8>,
    value: &Bound<'_, PyAny>,
    limit: usize,
) -> Result<(), Stop> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        text.extend_from_slice(bytes.as_bytes());
    } else if let Ok(json) = value.cast::<PyString>() {
        match json.to_cow() {
            Ok(json) => text.extend_from_slice(json.as_bytes()),
            Err(_) => text.extend(halves(json)?),
        }
    } else if let Ok(bytes) = value.cast::<PyByteArray>() {
        text.extend(bytes.to_vec());
    } else {
        return Writer::new(text, limit).value(value);
    }
    Ok(())
}
