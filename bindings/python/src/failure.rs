//! Errors of the contract as Python exceptions.

use gongkai::wire::{self, Error, ErrorCode};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

/// Why a value from Python did not become a record.
pub(crate) enum Stop {
    /// The contract has a code for it.
    Refused(Error),
    /// Python code that had to be asked raised an exception of its own.
    Raised(PyErr),
    /// What is written so far is more than the engine reads; the engine says so itself.
    Full,
}

impl Stop {
    /// The exception, where nobody else says that a text is too long.
    pub(crate) fn raised(self, py: Python<'_>) -> PyErr {
        match self {
            Self::Refused(error) => exception(py, &error),
            Self::Raised(error) => error,
            Self::Full => {
                let message = "a value is too long or too deep, or holds itself";
                exception(py, &Error::new(ErrorCode::RecordTooLarge, message))
            }
        }
    }
}

impl From<PyErr> for Stop {
    fn from(error: PyErr) -> Self {
        Self::Raised(error)
    }
}

/// The exception for an error; the package chooses its class by the code.
pub(crate) fn exception(py: Python<'_>, error: &Error) -> PyErr {
    let bytes = PyBytes::new(py, &wire::failure(error));
    let raised = py
        .import("gongkai._errors")
        .and_then(|errors| errors.call_method1("of", (bytes, error.to_string())));
    raised.map_or_else(|other| other, PyErr::from_value)
}

/// A value of a type that has no place where it stands.
pub(crate) fn misplaced(value: &Bound<'_, PyAny>, code: ErrorCode, expected: &str) -> Error {
    let name = value.get_type().name();
    let name = name.as_ref().map_or_else(
        |_| "object".into(),
        |name| name.to_string_lossy().into_owned(),
    );
    Error::new(
        code,
        format!("a value of the type `{name}` is not {expected}"),
    )
}
