//! Canonical JSON of a value: every member in the order of its table, whether it was given or not.

use super::{Bytes, Shape, Written};
use alloc::vec::Vec;
use core::cell::RefCell;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

/// A value in bytes, to be printed by its shape.
#[derive(Debug)]
pub struct Canonical<'b> {
    shape: Shape,
    bytes: &'b RefCell<Bytes<'b>>,
}

impl Canonical<'_> {
    /// Gives a value to a serializer.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn print<T: Written, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        let mut bytes = Vec::new();
        value.write(&mut bytes);
        Self::print_bytes::<T, S>(&bytes, serializer)
    }

    /// Gives a value in bytes to a serializer.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn print_bytes<T: Written, S: Serializer>(
        bytes: &[u8],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let bytes = &RefCell::new(Bytes::new(bytes));
        let shape = T::SHAPE;
        Canonical { shape, bytes }.serialize(serializer)
    }

    /// The canonical JSON of a value.
    #[must_use]
    pub fn json<T: Written>(value: &T) -> Vec<u8> {
        let mut bytes = Vec::new();
        value.write(&mut bytes);
        let bytes = &RefCell::new(Bytes::new(&bytes));
        let shape = T::SHAPE;
        super::print(&Canonical { shape, bytes })
    }

    const fn part(&self, shape: &Shape) -> Self {
        Self {
            shape: *shape,
            bytes: self.bytes,
        }
    }

    fn number(&self) -> u64 {
        self.bytes.borrow_mut().number()
    }

    fn length(&self) -> usize {
        self.bytes.borrow_mut().length()
    }

    fn signed(&self) -> i64 {
        self.bytes.borrow_mut().signed()
    }
}

impl Serialize for Canonical<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.shape {
            Shape::Text => serializer.serialize_str(self.bytes.borrow_mut().text()),
            Shape::Flag => serializer.serialize_bool(self.number() != 0),
            Shape::Number(..) => serializer.serialize_i64(self.signed()),
            Shape::Printed(printed) => serializer.serialize_str(&(printed.print)(self.signed())),
            Shape::OneOf(words) => {
                let word = usize::try_from(self.signed()).ok();
                let word = word.and_then(|place| words.get(place).copied());
                serializer.serialize_str(word.unwrap_or_default())
            }
            Shape::List(inner) => self.sequence(self.length(), inner, serializer),
            Shape::Pair(inner) => self.sequence(2, inner, serializer),
            // Neither images nor requests are printed.
            Shape::Apart(..) | Shape::Verbatim => serializer.serialize_none(),
            Shape::Map(inner) => {
                let mut map = serializer.serialize_map(None)?;
                for _ in 0..self.length() {
                    let name = self.bytes.borrow_mut().text();
                    map.serialize_entry(name, &self.part(inner))?;
                }
                map.end()
            }
            Shape::Optional(inner) => match self.number() {
                0 => serializer.serialize_none(),
                _ => serializer.serialize_some(&self.part(inner)),
            },
            Shape::Table(members) => {
                let mut map = serializer.serialize_map(None)?;
                for member in members {
                    map.serialize_entry(member.name, &self.part(&member.shape))?;
                }
                map.end()
            }
        }
    }
}

impl Canonical<'_> {
    fn sequence<S: Serializer>(
        &self,
        length: usize,
        inner: &Shape,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(Some(length))?;
        for _ in 0..length {
            sequence.serialize_element(&self.part(inner))?;
        }
        sequence.end()
    }
}
