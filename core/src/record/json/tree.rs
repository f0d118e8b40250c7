//! Reads a whole text as a tree, for what is written by people: packs.

use super::cursor::Cursor;
use super::error::{JsonError, JsonErrorKind};
use super::nested::check_depth;
use super::{Limits, Raw};
use crate::written::{Node, Value};
use alloc::vec::Vec;

/// The tree of a text.
///
/// # Errors
/// If the text is not one value within the limits.
pub fn read_tree<'t>(text: &'t str, limits: &Limits) -> Result<Node<'t>, JsonError> {
    let mut cursor = Cursor { rest: text };
    let tree = Planter { text, limits }
        .node(&mut cursor, 0)
        .and_then(|tree| match cursor.peek_token() {
            None => Ok(tree),
            Some(_) => Err(JsonErrorKind::TrailingContent),
        });
    tree.map_err(|kind| JsonError {
        kind,
        offset: text.len().saturating_sub(cursor.rest.len()),
    })
}

struct Planter<'t, 'l> {
    text: &'t str,
    limits: &'l Limits,
}

impl<'t> Planter<'t, '_> {
    /// The value that begins here, so many levels being open.
    fn node(&self, cursor: &mut Cursor<'t>, open: usize) -> Result<Node<'t>, JsonErrorKind> {
        let first = cursor.peek_token();
        let at = self.text.len().saturating_sub(cursor.rest.len());
        if matches!(first, Some(b'{' | b'[')) {
            check_depth(open, self.limits)?;
        }
        let open = open.saturating_add(1);
        let value = match first {
            Some(b'{') => self.table(cursor, open)?,
            Some(b'[') => self.list(cursor, open)?,
            Some(b'"') => {
                cursor.pass(1);
                Value::Text(cursor.text(self.limits.text)?)
            }
            _ => match cursor.literal(self.limits.number)? {
                Raw::Bool(flag) => Value::Flag(flag),
                Raw::Number(number) => Value::Number(number.into()),
                Raw::Null | Raw::Text(_) | Raw::Nested(_) => Value::Null,
            },
        };
        Ok(Node { at, value })
    }

    fn table(&self, cursor: &mut Cursor<'t>, open: usize) -> Result<Value<'t>, JsonErrorKind> {
        let mut members = Vec::new();
        while goes_on(cursor, members.is_empty(), b'}')? {
            cursor.expect(b'"')?;
            let name = cursor.text(self.limits.text)?;
            cursor.expect(b':')?;
            members.push((name, self.node(cursor, open)?));
        }
        Ok(Value::Table(members))
    }

    fn list(&self, cursor: &mut Cursor<'t>, open: usize) -> Result<Value<'t>, JsonErrorKind> {
        let mut items = Vec::new();
        while goes_on(cursor, items.is_empty(), b']')? {
            items.push(self.node(cursor, open)?);
        }
        Ok(Value::List(items))
    }
}

/// Passes over what stands before the next item of a table or list, or over its end.
fn goes_on(cursor: &mut Cursor<'_>, is_first: bool, end: u8) -> Result<bool, JsonErrorKind> {
    if is_first {
        cursor.pass(1);
    }
    if is_first && cursor.eat(end) {
        return Ok(false);
    }
    if is_first || cursor.eat(b',') {
        return Ok(true);
    }
    cursor.expect(end).map(|()| false)
}

#[cfg(test)]
mod tests {
    use super::{Limits, read_tree};
    use crate::written::{Node, Value};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// The same value as serde reads it; a name that stands twice is left to who asks for members.
    fn plain(node: &Node<'_>) -> serde_json::Value {
        match &node.value {
            Value::Null => serde_json::Value::Null,
            Value::Flag(flag) => (*flag).into(),
            Value::Number(number) => serde_json::from_str(number).unwrap(),
            Value::Text(text) => (**text).into(),
            Value::List(items) => items.iter().map(plain).collect(),
            Value::Table(members) => members
                .iter()
                .map(|(name, member)| (name.to_string(), plain(member)))
                .collect::<BTreeMap<_, _>>()
                .into_iter()
                .collect(),
        }
    }

    fn same(text: &str) {
        let ours = read_tree(text, &Limits::default());
        match serde_json::from_str::<serde_json::Value>(text) {
            Ok(theirs) => assert_eq!(plain(&ours.unwrap()), theirs, "{text}"),
            Err(_) => assert!(ours.is_err(), "{text}"),
        }
    }

    #[test]
    fn it_reads_what_serde_reads() {
        for text in [
            "{}",
            "[]",
            " [ 1 , {\"a\" : [ ] } , null ] ",
            "{\"a\":{\"b\":\"\\u7532\"},\"c\":true}",
            "3",
            "",
            "[",
            "[1",
            "[1,]",
            "[,]",
            "{,}",
            "{\"a\"}",
            "{\"a\":1,}",
            "{\"a\":1 \"b\":2}",
            "[1}",
            "{\"a\":1]",
            "1 2",
            "nul",
            "{a:1}",
        ] {
            same(text);
        }
    }

    #[test]
    fn places_are_those_of_the_text() {
        let tree = read_tree("{\n \"a\": [1, 2]}", &Limits::default()).unwrap();
        let Value::Table(members) = tree.value else {
            panic!()
        };
        assert_eq!(members[0].1.at, 8);
        let deep = "[".repeat(10_000);
        assert_eq!(read_tree(&deep, &Limits::default()).unwrap_err().offset, 64);
    }

    proptest! {
        #[test]
        fn it_reads_any_text_as_serde_does(text in "[\\[\\]{}:,\"a1 \\\\nutrefals-]{0,24}") {
            // serde_json takes the surrogates and numbers that are too large apart in its own way.
            if !text.contains("\\u") && !text.contains('e') {
                same(&text);
            }
        }
    }
}
