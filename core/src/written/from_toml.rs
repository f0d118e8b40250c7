//! Reads a text in TOML as a tree.

use crate::written::{Fault, Node, Value, Written, read};
use alloc::{borrow::Cow, string::ToString};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The value that a text in TOML holds.
///
/// # Errors
/// What is wrong with it, and where.
pub fn from_toml<T: Written>(text: &str) -> Result<T, Fault> {
    let table = DeTable::parse(text).map_err(|error| Fault {
        at: error.span().map_or(0, |span| span.start),
        message: error.message().into(),
    })?;
    let at = 0;
    let value = tree(table.into_inner());
    read(&Node { at, value })
}

fn tree(table: DeTable<'_>) -> Value<'_> {
    let members = table.into_iter();
    Value::Table(
        members
            .map(|(name, value)| (name.into_inner(), node(value)))
            .collect(),
    )
}

fn node(value: Spanned<DeValue<'_>>) -> Node<'_> {
    let at = value.span().start;
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(number) => Value::Number(Cow::Owned(number.to_string())),
        DeValue::Float(number) => Value::Number(Cow::Owned(number.to_string())),
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Datetime(day) => Value::Text(Cow::Owned(day.to_string())),
        DeValue::Array(items) => Value::List(items.into_iter().map(node).collect()),
        DeValue::Table(table) => tree(table),
    };
    Node { at, value }
}
