//! What a type looks like as it is written.

use super::Bytes;
use alloc::{string::String, vec::Vec};

/// A type that packs or calendars hold.
pub trait Written: Sized {
    /// What it looks like.
    const SHAPE: Shape;

    /// Reads it from bytes that [`super::encode`] or [`Written::write`] made; from others anything is read.
    fn read(bytes: &mut Bytes<'_>) -> Self;

    /// Writes it as bytes.
    fn write(&self, out: &mut Vec<u8>);
}

/// What a value looks like.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number within bounds.
    Number(i64, i64),
    /// A text that stands for a number.
    Printed(&'static Printed),
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// So many of one shape.
    List(&'static Shape),
    /// Two of one shape.
    Pair(&'static Shape),
    /// Values by names, in the order of the names.
    Map(&'static Shape),
    /// A value, or none.
    Optional(&'static Shape),
    /// Anything, which is left as it is written.
    Verbatim,
    /// In an image, what something is found by, and the thing itself.
    Apart(&'static Shape, &'static Shape),
    /// Members by their names.
    Table(&'static [Member]),
}

impl Shape {
    /// What a member of that name looks like; a text, where there is none.
    #[must_use]
    pub fn member(&self, name: &str) -> &Self {
        if let Self::Map(inner) = self {
            return inner;
        }
        let Self::Table(members) = self else {
            return &Self::Text;
        };
        let found = members.iter().find(|member| member.name == name);
        found.map_or(&Self::Text, |member| &member.shape)
    }

    /// What an item looks like; a text, where there is none.
    #[must_use]
    pub const fn item(&self) -> &Self {
        if let Self::List(inner) | Self::Pair(inner) = self {
            inner
        } else {
            &Self::Text
        }
    }
}

/// A member of a table.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// Its name.
    pub name: &'static str,
    /// Whether it may not be left out.
    pub needed: bool,
    /// What it looks like.
    pub shape: Shape,
}

/// A text that stands for a number.
#[derive(Debug)]
pub struct Printed {
    /// What it is, for people.
    pub what: &'static str,
    /// The number of a text.
    pub parse: fn(&str) -> Option<i64>,
    /// The text of a number.
    pub print: fn(i64) -> String,
}

/// What the field of a struct looks like that a function gives.
#[must_use]
pub const fn shape_of<S, T: Written>(_: fn(&S) -> &T) -> Shape {
    T::SHAPE
}
