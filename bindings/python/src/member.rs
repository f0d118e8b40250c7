//! One member of a response, so that a response is read only as far as it is asked for.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// A member of a JSON object by its name: a text as Python has it, anything else as its JSON, nothing where
/// there is none.
#[pyfunction]
#[pyo3(signature = (json, name, /))]
pub(crate) fn member<'py>(
    json: &Bound<'py, PyBytes>,
    name: &Bound<'py, PyString>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let (py, wrong) = (json.py(), |error: serde_json::Error| {
        PyValueError::new_err(error.to_string())
    });
    let name = name.to_cow()?;
    let mut reader = serde_json::Deserializer::from_slice(json.as_bytes());
    let found = reader.deserialize_map(Seek(&name)).map_err(wrong)?;
    found
        .map(|value| match value.get() {
            text if text.starts_with('"') => {
                let text: String = serde_json::from_str(text).map_err(wrong)?;
                Ok(PyString::new(py, &text).into_any())
            }
            other => Ok(PyBytes::new(py, other.as_bytes()).into_any()),
        })
        .transpose()
}

/// Finds the value under a name.
struct Seek<'n>(&'n str);

impl<'de> Visitor<'de> for Seek<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(is_it) = object.next_key_seed(Key(self.0))? {
            if is_it {
                found = Some(object.next_value()?);
            } else {
                object.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// Whether a key is the name that is looked for.
struct Key<'n>(&'n str);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<bool, D::Error> {
        reader.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, key: &str) -> Result<bool, E> {
        Ok(key == self.0)
    }
}
