//! A text in TOML or JSON as a tree, each value with its place.

use alloc::{borrow::Cow, vec::Vec};

/// A value and where it stands.
#[derive(Debug)]
pub struct Node<'t> {
    /// The byte of the text at which it begins, counted from 0.
    pub at: usize,
    /// The value.
    pub value: Value<'t>,
}

/// A value as people write it.
#[derive(Debug)]
pub enum Value<'t> {
    /// Nothing.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number, as it is written.
    Number(Cow<'t, str>),
    /// A text.
    Text(Cow<'t, str>),
    /// Anything, as it is written.
    Verbatim(&'t str),
    /// Values in their order.
    List(Vec<Node<'t>>),
    /// Values by their names, in their order; a name may stand twice.
    Table(Vec<(Cow<'t, str>, Node<'t>)>),
}
