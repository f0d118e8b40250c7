//! Holds the reader against `serde_json` on arbitrary input.
//!
//! Where they may differ: only an object is a record, limits are the reader's own, and a number too large
//! for a float is kept here as it is written.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

use proptest::prelude::*;
use serde_json::{Map, Value};

use super::{JsonErrorKind, Limits, Name, Raw, Sink, Stop, read_object};

/// Puts the flattened members together again.
#[derive(Default)]
struct Tree(Map<String, Value>);

impl<'a> Sink<'a> for Tree {
    fn member(&mut self, name: Name<'_>, value: Raw<'a>) -> Result<(), Stop> {
        let value = match value {
            Raw::Null => Value::Null,
            Raw::Bool(value) => value.into(),
            Raw::Text(text) => text.into(),
            Raw::Number(json) | Raw::Nested(json) => {
                serde_json::from_str(json).map_err(|_| Stop)?
            }
        };
        let Some(outer) = name.outer else {
            self.0.insert(name.key.to_string(), value);
            return Ok(());
        };
        let outer = self.0.entry(outer).or_insert_with(|| Map::new().into());
        let members = outer.as_object_mut().ok_or(Stop)?;
        members.insert(name.key.to_string(), value);
        Ok(())
    }
}

fn read(input: &[u8]) -> Result<Value, JsonErrorKind> {
    let mut tree = Tree::default();
    match read_object(input, &Limits::default(), &mut tree) {
        Ok(()) => Ok(tree.0.into()),
        Err(error) => {
            assert!(error.offset <= input.len());
            Err(error.kind)
        }
    }
}

/// An object of values of every kind, four levels deep.
fn object() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[许可证a\"\\\\\n/]{0,30}".prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(".{0,9}", inner, 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    });
    prop::collection::btree_map(".{0,9}", value, 0..9)
        .prop_map(|members| Value::Object(members.into_iter().collect()))
}

/// The text with every character beyond ASCII as `\u` escapes.
fn escaped(json: &str) -> String {
    let mut out = String::new();
    for unit in json.encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => out.push(byte.into()),
            _ => write!(out, "\\u{unit:04x}").unwrap(),
        }
    }
    out
}

/// Pieces out of which texts that are nearly JSON are put together.
fn nearly_json() -> impl Strategy<Value = Vec<u8>> {
    let pieces: Vec<&[u8]> = [
        "{", "}", "[", "]", ":", ",", "\"", "\"a\"", "\"文\":", "{\"b\":", "0", "-", "1.5", "e9",
        "null", "true", "fals", " ", "\n", "\\", "\\u", "\\ud83d", "\\udE00", "\\n", "6587", "NaN",
        "号", "\u{feff}", "\t", "01",
    ]
    .iter()
    .map(|piece| piece.as_bytes())
    .chain([&b"\xE6"[..], &b"\x80"[..], &b"\x00"[..]])
    .collect();
    prop::collection::vec(prop::sample::select(pieces), 0..24).prop_map(|pieces| {
        let mut bytes = b"{\"a\":".to_vec();
        bytes.extend(pieces.concat());
        bytes.push(b'}');
        bytes
    })
}

/// Whether both give the same answer to the same bytes.
fn agree(input: &[u8]) -> Result<(), TestCaseError> {
    let input = input.strip_prefix(super::BYTE_ORDER_MARK).unwrap_or(input);
    match (read(input), serde_json::from_slice::<Value>(input)) {
        (Ok(ours), Ok(theirs)) => {
            // a name written as an object and as something else has no tree of its own
            let is_object = theirs.is_object();
            prop_assert!(is_object);
            prop_assert!(ours == theirs || has_duplicates(input));
        }
        (Ok(_), Err(error)) => prop_assert!(error.to_string().contains("out of range")),
        (Err(kind), Ok(theirs)) => {
            let is_other = kind == JsonErrorKind::NotAnObject && !theirs.is_object();
            prop_assert!(is_other || has_duplicates(input), "{kind:?}");
        }
        (Err(_), Err(_)) => {}
    }
    Ok(())
}

/// Whether a name comes twice in one object: then the trees may differ, not so the judgement of the syntax.
fn has_duplicates(input: &[u8]) -> bool {
    let quotes = input.windows(2).filter(|pair| pair == b"\":").count();
    let printed = serde_json::from_slice::<Value>(input).map(|value| value.to_string());
    let printed = printed.unwrap_or_default();
    printed
        .as_bytes()
        .windows(2)
        .filter(|pair| pair == b"\":")
        .count()
        < quotes
}

proptest! {
    #[test]
    fn the_same_members_are_read(value in object()) {
        let compact = value.to_string();
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        for json in [escaped(&compact), compact, pretty] {
            // read again, since a float may lose its last bit on the way through text
            let theirs = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(read(json.as_bytes()), Ok(theirs));
        }
    }

    #[test]
    fn a_changed_byte_changes_both_answers(value in object(), at: prop::sample::Index, byte: u8) {
        let mut bytes = value.to_string().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        agree(&bytes)?;
    }

    #[test]
    fn what_is_nearly_json_gets_the_same_answer(bytes in nearly_json()) {
        agree(&bytes)?;
    }

    #[test]
    fn any_bytes_get_the_same_answer(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        agree(&bytes)?;
    }
}
