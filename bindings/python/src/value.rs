//! Python values as JSON text.
//!
//! Nothing is judged here: what JSON lacks (NaN, half characters) is written as it stands, and the
//! engine refuses it with its code.

use crate::failure::{Stop, misplaced};
use gongkai::wire::{Error, ErrorCode};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple, PyType};

/// Levels of objects and arrays that no engine reads through, whatever its limits.
const DEPTH: usize = 65;

/// Bits of the longest whole number that Python writes in decimal by its own default limit.
const LONGEST_NUMBER: u64 = 14_000;

/// Text that grows to at most what an engine reads.
pub(crate) struct Writer<'t> {
    text: &'t mut Vec<u8>,
    end: usize,
    depth: usize,
}

impl<'t> Writer<'t> {
    /// A writer that adds one value of at most `limit` bytes, and little more, to a text.
    pub(crate) fn new(text: &'t mut Vec<u8>, limit: usize) -> Self {
        let end = text.len().saturating_add(limit);
        Self {
            text,
            end,
            depth: 0,
        }
    }

    /// Writes a value.
    pub(crate) fn value(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Stop> {
        if let Ok(text) = value.cast::<PyString>() {
            return self.string(text);
        }
        if value.is_none() {
            return self.plain("null");
        }
        if let Ok(flag) = value.cast::<PyBool>() {
            return self.plain(if flag.is_true() { "true" } else { "false" });
        }
        if let Ok(number) = value.cast::<PyInt>() {
            return self.integer(number);
        }
        if let Ok(object) = value.cast::<PyDict>() {
            // Values may run code of their own, and that code may change the object.
            return self.object(object.copy()?.iter().map(Ok));
        }
        if let Ok(number) = value.cast::<PyFloat>() {
            return self.float(number.value());
        }
        self.other(value)
    }

    /// Writes a value of a type that records seldom have.
    fn other(&mut self, value: &Bound<'_, PyAny>) -> Result<(), Stop> {
        if let Ok(list) = value.cast::<PyList>() {
            return self.array(list.to_tuple().iter());
        }
        if let Ok(tuple) = value.cast::<PyTuple>() {
            return self.array(tuple.iter());
        }
        if is_date(value)? {
            return self.string(
                value
                    .call_method0("isoformat")?
                    .cast()
                    .map_err(PyErr::from)?,
            );
        }
        if is_decimal(value)? {
            return self.plain(&value.str()?.to_string_lossy());
        }
        if let Ok(mapping) = value.cast::<PyMapping>() {
            return self.object(mapping.items()?.iter().map(|item| item.extract()));
        }
        if value.hasattr("__index__")? {
            let number = value.call_method0("__index__")?;
            return self.integer(number.cast().map_err(PyErr::from)?);
        }
        Err(Stop::Refused(misplaced(
            value,
            ErrorCode::RecordSyntax,
            "one that JSON has a form for",
        )))
    }

    fn object<'py>(
        &mut self,
        members: impl Iterator<Item = PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)>>,
    ) -> Result<(), Stop> {
        self.open(b'{')?;
        for (number, member) in members.enumerate() {
            let (name, value) = member?;
            if number > 0 {
                self.text.push(b',');
            }
            let Ok(name) = name.cast::<PyString>() else {
                let error = misplaced(&name, ErrorCode::RecordSyntax, "the name of a field");
                return Err(Stop::Refused(error));
            };
            self.string(name)?;
            self.text.push(b':');
            self.value(&value).map_err(|stop| within(stop, name))?;
        }
        self.close(b'}');
        Ok(())
    }

    fn array<'py>(&mut self, items: impl Iterator<Item = Bound<'py, PyAny>>) -> Result<(), Stop> {
        self.open(b'[')?;
        for (number, item) in items.enumerate() {
            if number > 0 {
                self.text.push(b',');
            }
            self.value(&item)?;
        }
        self.close(b']');
        Ok(())
    }

    fn open(&mut self, sign: u8) -> Result<(), Stop> {
        self.text.push(sign);
        self.depth = self.depth.saturating_add(1);
        if self.depth >= DEPTH {
            return Err(Stop::Full);
        }
        self.room()
    }

    fn close(&mut self, sign: u8) {
        self.text.push(sign);
        self.depth = self.depth.saturating_sub(1);
    }

    fn room(&self) -> Result<(), Stop> {
        if self.text.len() > self.end {
            return Err(Stop::Full);
        }
        Ok(())
    }

    fn plain(&mut self, text: &str) -> Result<(), Stop> {
        self.text.extend_from_slice(text.as_bytes());
        self.room()
    }

    fn integer(&mut self, number: &Bound<'_, PyInt>) -> Result<(), Stop> {
        if let Ok(small) = number.extract::<i64>() {
            return self.plain(&small.to_string());
        }
        let bits: u64 = number.call_method0("bit_length")?.extract()?;
        if bits > LONGEST_NUMBER {
            let message = format!("a whole number of {bits} bits is too long");
            let error = Error::new(ErrorCode::RecordTooLarge, message);
            return Err(Stop::Refused(error));
        }
        let digits = number
            .py()
            .get_type::<PyInt>()
            .call_method1("__repr__", (number,))?;
        self.plain(&digits.str()?.to_string_lossy())
    }

    fn float(&mut self, number: f64) -> Result<(), Stop> {
        if number.is_nan() {
            return self.plain("NaN");
        }
        if number.is_infinite() {
            return self.plain(if number > 0.0 {
                "Infinity"
            } else {
                "-Infinity"
            });
        }
        self.plain(&format!("{number:?}"))
    }

    fn string(&mut self, text: &Bound<'_, PyString>) -> Result<(), Stop> {
        self.text.push(b'"');
        match text.to_cow() {
            Ok(text) => self.escaped(text.as_bytes()),
            Err(_) => self.escaped(&halves(text)?),
        }
        self.text.push(b'"');
        self.room()
    }

    /// Adds a text with what JSON wants escaped.
    fn escaped(&mut self, text: &[u8]) {
        let special = |byte: &u8| *byte < 0x20 || matches!(*byte, b'"' | b'\\');
        for piece in text.split_inclusive(special) {
            match piece.split_last() {
                Some((last, plain)) if special(last) => {
                    self.text.extend_from_slice(plain);
                    self.text
                        .extend_from_slice(format!("\\u{last:04x}").as_bytes());
                }
                _ => self.text.extend_from_slice(piece),
            }
        }
    }
}

/// The bytes of a text that is no Unicode: it has halves of characters.
pub(crate) fn halves(text: &Bound<'_, PyString>) -> PyResult<Vec<u8>> {
    text.call_method1("encode", ("utf-8", "surrogatepass"))?
        .extract()
}

/// Whether a value is a `datetime.date` or `datetime.datetime`.
pub(crate) fn is_date(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    static DATE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    value.is_instance(DATE.import(value.py(), "datetime", "date")?)
}

fn is_decimal(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    value.is_instance(DECIMAL.import(value.py(), "decimal", "Decimal")?)
}

/// The same stop, told from one level further out.
fn within(stop: Stop, name: &Bound<'_, PyString>) -> Stop {
    match stop {
        Stop::Refused(error) => {
            let place = format!("/{}{}", name.to_string_lossy(), error.place);
            Stop::Refused(error.at(place))
        }
        Stop::Raised(_) | Stop::Full => stop,
    }
}
