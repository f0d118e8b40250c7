//! Reads a whole text as a tree, for packs and requests.

use super::cursor::Cursor;
use super::error::{JsonError, JsonErrorKind};
use super::nested::check_depth;
use super::{Limits, Raw};
use crate::written::{Node, Shape, Value};
use alloc::vec::Vec;

/// The tree of a text; what the shape leaves as it is written is passed over.
///
/// # Errors
/// If the text is not one value within the limits.
pub fn read_tree<'t>(text: &'t str, limits: &Limits, shape: &Shape) -> Result<Node<'t>, JsonError> {
    let mut cursor = Cursor::new(text);
    let tree = Planter { limits }
        .node(&mut cursor, 0, shape)
        .and_then(|tree| match cursor.peek_token() {
            None => Ok(tree),
            Some(_) => Err(JsonErrorKind::TrailingContent),
        });
    tree.map_err(|kind| JsonError {
        kind,
        offset: cursor.at(),
    })
}

struct Planter<'l> {
    limits: &'l Limits,
}

impl Planter<'_> {
    /// The value that begins here, so many levels being open.
    fn node<'t>(
        &self,
        cursor: &mut Cursor<'t>,
        open: usize,
        shape: &Shape,
    ) -> Result<Node<'t>, JsonErrorKind> {
        let shape = if let Shape::Optional(inner) = shape {
            inner
        } else {
            shape
        };
        let first = cursor.peek_token();
        let at = cursor.at();
        let is_verbatim = matches!(shape, Shape::Verbatim);
        if matches!(first, Some(b'{' | b'[')) && !is_verbatim {
            check_depth(open, self.limits)?;
        }
        let open = open.saturating_add(1);
        let value = match first {
            Some(_) if is_verbatim => Value::Verbatim(cursor.verbatim()?),
            Some(b'{') => self.table(cursor, open, shape)?,
            Some(b'[') => self.list(cursor, open, shape)?,
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

    fn table<'t>(
        &self,
        cursor: &mut Cursor<'t>,
        open: usize,
        shape: &Shape,
    ) -> Result<Value<'t>, JsonErrorKind> {
        let mut members = Vec::new();
        while goes_on(cursor, members.is_empty(), b'}')? {
            cursor.expect(b'"')?;
            let name = cursor.text(self.limits.text)?;
            cursor.expect(b':')?;
            let node = self.node(cursor, open, shape.member(&name))?;
            members.push((name, node));
        }
        Ok(Value::Table(members))
    }

    fn list<'t>(
        &self,
        cursor: &mut Cursor<'t>,
        open: usize,
        shape: &Shape,
    ) -> Result<Value<'t>, JsonErrorKind> {
        let mut items = Vec::new();
        while goes_on(cursor, items.is_empty(), b']')? {
            items.push(self.node(cursor, open, shape.item())?);
        }
        Ok(Value::List(items))
    }
}

impl<'a> Cursor<'a> {
    /// Takes the value that begins here, of which only the end is looked for: what it is, its own reader says.
    fn verbatim(&mut self) -> Result<&'a str, JsonErrorKind> {
        let bytes = self.rest();
        let (mut end, mut open, mut in_text) = (0_usize, 0_usize, false);
        while let Some(byte) = bytes.get(end) {
            match byte {
                b'\\' if in_text => end = end.saturating_add(1),
                b'"' => in_text = !in_text,
                _ if in_text => {}
                b'{' | b'[' => open = open.saturating_add(1),
                b',' | b'}' | b']' | b' ' | b'\t' | b'\r' | b'\n' if open == 0 => break,
                b'}' | b']' => open = open.saturating_sub(1),
                _ => {}
            }
            end = end.saturating_add(1);
            if open == 0 && !in_text && matches!(byte, b'}' | b']' | b'"') {
                break;
            }
        }
        if end == 0 {
            return Err(self.unexpected());
        }
        if open > 0 || in_text || end > bytes.len() {
            self.pass_all();
            return Err(JsonErrorKind::UnexpectedEnd);
        }
        Ok(self.take(end))
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
    use super::Limits;
    use crate::written::{Member, Node, Shape, Value};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn read_tree<'t>(text: &'t str, limits: &Limits) -> Result<Node<'t>, super::JsonError> {
        super::read_tree(text, limits, &Shape::Text)
    }

    /// The same value as serde reads it; a name that stands twice is left to who asks for members.
    fn plain(node: &Node<'_>) -> serde_json::Value {
        match &node.value {
            Value::Null => serde_json::Value::Null,
            Value::Flag(flag) => (*flag).into(),
            Value::Number(number) => serde_json::from_str(number).unwrap(),
            Value::Text(text) => (**text).into(),
            Value::Verbatim(text) => serde_json::from_str(text).unwrap(),
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

    fn verbatim(node: &Node<'_>) -> (usize, String) {
        let Value::Verbatim(text) = node.value else {
            panic!()
        };
        (node.at, text.into())
    }

    #[test]
    fn what_is_left_as_it_is_written_ends_where_it_ends() {
        const SHAPE: Shape = Shape::Table(&[Member {
            name: "a",
            needed: true,
            shape: Shape::List(&Shape::Verbatim),
        }]);
        let read = |text: &str| {
            let tree = super::read_tree(text, &Limits::default(), &SHAPE).ok()?;
            let Value::Table(members) = tree.value else {
                return None;
            };
            let Value::List(items) = &members.first()?.1.value else {
                return None;
            };
            let items = items.iter().map(verbatim);
            Some(items.collect::<Vec<_>>())
        };
        let text = r#"{"a": [ {"b": "]\"}"} , 1e5,"x\\", [[ ] ] ,null]}"#;
        let items = [r#"{"b": "]\"}"}"#, "1e5", r#""x\\""#, "[[ ] ]", "null"];
        let found = read(text).unwrap();
        assert!(found.iter().map(|item| &*item.1).eq(items));
        assert!(
            found
                .iter()
                .all(|(at, item)| text.get(*at..).is_some_and(|rest| rest.starts_with(item)))
        );
        for wrong in [
            r#"{"a": [{"#,
            r#"{"a": ["b\"#,
            r#"{"a": [,]}"#,
            r#"{"a": [1"#,
            r#"{"a": [}"#,
            r#"{"a": ["b\""#,
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        let deep = format!(
            "{{\"a\": [{}{}]}}",
            "[".repeat(100_000),
            "]".repeat(100_000)
        );
        assert_eq!(read(&deep).unwrap()[0].1.len(), 200_000);
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
