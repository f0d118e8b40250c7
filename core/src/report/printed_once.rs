//! What stands in report after report: it is put into JSON once.

use crate::lazy::Memo;
use alloc::boxed::Box;
use core::ops::Deref;
use serde::ser::{Error, Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};

/// A value that stands in many reports, with its JSON once it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedOnce<T> {
    value: T,
    json: Memo<Box<RawValue>>,
}

impl<T> From<T> for PrintedOnce<T> {
    fn from(value: T) -> Self {
        let json = Memo::empty();
        Self { value, json }
    }
}

impl<T> Deref for PrintedOnce<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Serialize> Serialize for PrintedOnce<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let write = || to_raw_value(&self.value);
        let json = self.json.get_or_try(write).map_err(S::Error::custom)?;
        json.serialize(serializer)
    }
}
