//! From what people wrote to bytes, by the shape it must have.

use super::{Bytes, Member, Node, Shape, Value};
use alloc::{borrow::Cow, collections::BTreeMap, format, string::String, vec::Vec};

/// How many characters are shown of what is not as it must be.
const SHOWN: usize = 40;

/// What is wrong with a tree, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The byte of the text, counted from 0.
    pub at: usize,
    /// What is wrong.
    pub message: String,
}

impl Fault {
    /// The line of the text, counted from 1.
    #[must_use]
    pub fn line(&self, text: &str) -> u32 {
        let before = text.as_bytes().get(..self.at).unwrap_or(text.as_bytes());
        let lines = before.split(|byte| *byte == b'\n').count();
        u32::try_from(lines).unwrap_or(u32::MAX)
    }
}

/// Writes a tree as bytes, if it has the shape.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn encode(shape: &Shape, node: &Node<'_>, out: &mut Vec<u8>) -> Result<(), Fault> {
    match (shape, &node.value) {
        (Shape::Optional(_), Value::Null) => out.push(0),
        (Shape::Optional(inner), _) => {
            out.push(1);
            encode(inner, node, out)?;
        }
        (Shape::Text, Value::Text(text)) => Bytes::put_slice(text.as_bytes(), out),
        (Shape::Verbatim, Value::Verbatim(text)) => {
            Bytes::put_length(node.at, out);
            Bytes::put_length(text.len(), out);
        }
        (Shape::Flag, Value::Flag(flag)) => out.push(u8::from(*flag)),
        (Shape::List(inner), Value::List(items)) => {
            Bytes::put_length(items.len(), out);
            encode_all(inner, items, out)?;
        }
        (Shape::Pair(inner), Value::List(items)) if items.len() == 2 => {
            encode_all(inner, items, out)?;
        }
        (Shape::Map(inner), Value::Table(members)) => {
            let members = by_name(members)?;
            Bytes::put_length(members.len(), out);
            for (name, member) in members {
                Bytes::put_slice(name.as_bytes(), out);
                encode(inner, member, out)?;
            }
        }
        (Shape::Table(table), Value::Table(members)) => encode_table(table, node, members, out)?,
        _ => {
            let number = number(shape, &node.value);
            Bytes::put_signed(number.ok_or_else(|| unlike(shape, node))?, out);
        }
    }
    Ok(())
}

fn encode_all(shape: &Shape, items: &[Node<'_>], out: &mut Vec<u8>) -> Result<(), Fault> {
    items.iter().try_for_each(|item| encode(shape, item, out))
}

fn encode_table(
    table: &[Member],
    node: &Node<'_>,
    members: &[(Cow<'_, str>, Node<'_>)],
    out: &mut Vec<u8>,
) -> Result<(), Fault> {
    let members = by_name(members)?;
    let has = |name: &str| table.iter().any(|member| member.name == name);
    if let Some((name, other)) = members.iter().find(|(name, _)| !has(name)) {
        let known = listed(table.iter().map(|member| member.name));
        let name = beginning(name);
        let message = format!("unknown key `{name}`, expected one of {known}");
        return Err(fault(other, message));
    }
    for member in table {
        match members.get(member.name) {
            Some(value) => encode(&member.shape, value, out)?,
            None if member.needed => {
                return Err(fault(node, format!("missing key `{}`", member.name)));
            }
            None => leave_out(&member.shape, out),
        }
    }
    Ok(())
}

/// What stands for the number, text or word, if it is one of the shape.
fn number(shape: &Shape, value: &Value<'_>) -> Option<i64> {
    match (shape, value) {
        (Shape::Number(least, most), Value::Number(number)) => {
            let number = number.parse().ok()?;
            (least..=most).contains(&&number).then_some(number)
        }
        (Shape::Printed(printed), Value::Text(text)) => (printed.parse)(text),
        (Shape::OneOf(words), Value::Text(text)) => {
            let place = words.iter().position(|word| word == text)?;
            i64::try_from(place).ok()
        }
        _ => None,
    }
}

/// Writes what stands where nothing was given.
fn leave_out(shape: &Shape, out: &mut Vec<u8>) {
    match shape {
        Shape::Table(members) => {
            for member in *members {
                leave_out(&member.shape, out);
            }
        }
        Shape::Pair(inner) => {
            leave_out(inner, out);
            leave_out(inner, out);
        }
        Shape::Verbatim => out.extend([0, 0]),
        Shape::Apart(head, item) => {
            leave_out(head, out);
            leave_out(item, out);
        }
        Shape::Text
        | Shape::Flag
        | Shape::Number(..)
        | Shape::Printed(_)
        | Shape::OneOf(_)
        | Shape::List(_)
        | Shape::Map(_)
        | Shape::Optional(_) => out.push(0),
    }
}

/// Members in the order of their names.
fn by_name<'n, 't>(
    members: &'n [(Cow<'t, str>, Node<'t>)],
) -> Result<BTreeMap<&'n str, &'n Node<'t>>, Fault> {
    let mut sorted = BTreeMap::new();
    for (name, member) in members {
        if sorted.insert(&**name, member).is_some() {
            let name = beginning(name);
            return Err(fault(member, format!("the key `{name}` stands twice")));
        }
    }
    Ok(sorted)
}

fn fault(node: &Node<'_>, message: String) -> Fault {
    Fault {
        at: node.at,
        message,
    }
}

/// Says that a value is not what it must be.
#[cold]
fn unlike(shape: &Shape, node: &Node<'_>) -> Fault {
    let expected: Cow<'_, str> = match shape {
        Shape::Text => "a text".into(),
        Shape::Flag => "`true` or `false`".into(),
        Shape::Number(least, most) => format!("a whole number from {least} to {most}").into(),
        Shape::Printed(printed) => printed.what.into(),
        Shape::OneOf(words) => format!("one of {}", listed(words.iter().copied())).into(),
        Shape::List(_) => "a list".into(),
        Shape::Pair(_) => "a list of two".into(),
        Shape::Map(_) | Shape::Table(_) | Shape::Apart(..) => "a table".into(),
        Shape::Verbatim => "anything".into(),
        Shape::Optional(inner) => return unlike(inner, node),
    };
    let found: Cow<'_, str> = match &node.value {
        Value::Null => "null".into(),
        Value::Flag(flag) => format!("`{flag}`").into(),
        Value::Number(number) => format!("the number {}", beginning(number)).into(),
        Value::Text(text) => format!("the text `{}`", beginning(text)).into(),
        Value::List(items) => format!("a list of {}", items.len()).into(),
        Value::Table(_) => "a table".into(),
        Value::Verbatim(_) => "a value".into(),
    };
    fault(node, format!("{found} where {expected} must stand"))
}

fn beginning(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}

fn listed<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let quoted: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    quoted.join(", ")
}
