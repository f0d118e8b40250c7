//! Days from Python: `datetime.date`, or text.

use crate::failure::{exception, misplaced};
use crate::value::is_date;
use gongkai::wire::ErrorCode;
use pyo3::prelude::*;
use pyo3::types::PyString;

/// The day as the contract reads it. Whether it is a day at all, the contract says.
pub(crate) fn day(value: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(text.to_string_lossy().into_owned());
    }
    if is_date(value)? {
        return value.call_method0("isoformat")?.extract();
    }
    let error = misplaced(value, ErrorCode::RequestSyntax, "a day or a text").at("as_of");
    Err(exception(value.py(), &error))
}
