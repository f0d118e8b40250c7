//! Reads one record written as a JSON object, member by member, without building a tree.
//!
//! The text is RFC 8259 to the letter; beyond it only a byte order mark at the start is tolerated.
//! What is not escaped is handed on as slices of the input.

mod cursor;
mod error;
mod escape;
mod literal;
mod nested;
mod object;
mod text;
mod tree;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod differential;

use alloc::borrow::Cow;
use core::fmt;

pub use error::{JsonError, JsonErrorKind, Position};
use object::Reader;
pub use tree::read_tree;

/// Reads one object and hands each member to the sink, in the order of the text.
///
/// A member that is an object is flattened: its members arrive with its name as [`Name::outer`].
/// Arrays, empty objects and objects inside such an object arrive as [`Raw::Nested`].
/// A name that is written twice arrives twice.
///
/// # Errors
///
/// If the input is not one JSON object within the limits, or the sink stops.
/// Members before the error have been handed on by then.
///
/// # Examples
///
/// ```
/// use gongkai::record::json::{Limits, Name, Raw, Sink, Stop, read_object};
///
/// #[derive(Default)]
/// struct Days<'a>(Vec<(String, Raw<'a>)>);
///
/// impl<'a> Sink<'a> for Days<'a> {
///     fn member(&mut self, name: Name<'_>, value: Raw<'a>) -> Result<(), Stop> {
///         self.0.push((name.to_string(), value));
///         Ok(())
///     }
/// }
///
/// let record = r#"{"decision_date": "2016-07-29", "published": {"credit-gansu": "2016-08-01"}}"#;
/// let mut days = Days::default();
/// read_object(record.as_bytes(), &Limits::default(), &mut days)?;
/// assert_eq!(days.0[0], ("decision_date".into(), Raw::Text("2016-07-29".into())));
/// assert_eq!(days.0[1], ("published.credit-gansu".into(), Raw::Text("2016-08-01".into())));
/// # Ok::<(), gongkai::record::json::JsonError>(())
/// ```
pub fn read_object<'a>(
    bytes: &'a [u8],
    limits: &Limits,
    sink: &mut impl Sink<'a>,
) -> Result<(), JsonError> {
    let text = checked_text(bytes, limits)?;
    let mut reader = Reader::new(text, limits);
    reader.read(sink).map_err(|kind| JsonError {
        kind,
        offset: bytes
            .len()
            .saturating_sub(text.len())
            .saturating_add(reader.at()),
    })
}

/// How much of an input is read before it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole input: 4 MiB by default.
    pub bytes: usize,
    /// Levels of objects and arrays in each other, the record itself being the first: 64 by default, and at most.
    pub depth: usize,
    /// Members, those of flattened objects included and those inside [`Raw::Nested`] not: 4,096 by default.
    pub members: usize,
    /// Bytes of one name or text after its escapes are resolved: 1 MiB by default.
    pub text: usize,
    /// Bytes of one number: 256 by default.
    pub number: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 4 << 20,
            depth: nested::DEEPEST,
            members: 4096,
            text: 1 << 20,
            number: 256,
        }
    }
}

/// The name of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name<'n> {
    /// The name of the object it lies in, if that is not the record itself.
    pub outer: Option<&'n str>,
    /// Its own name.
    pub key: &'n str,
    /// Whether it is the name that [`Sink::expects`] said.
    pub expected: bool,
}

impl fmt::Display for Name<'_> {
    /// Writes `key`, or `outer.key`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.outer {
            Some(outer) => write!(f, "{outer}.{}", self.key),
            None => f.write_str(self.key),
        }
    }
}

/// A value as it stands in the input.
#[derive(Clone, PartialEq, Eq)]
pub enum Raw<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, exactly as it is written.
    Number(&'a str),
    /// A text with its escapes resolved; borrowed where it has none.
    Text(Cow<'a, str>),
    /// An array or object, exactly as it is written; it is well formed and within the limits.
    Nested(&'a str),
}

impl fmt::Debug for Raw<'_> {
    /// Says what kind of value it is and how long, never the value: it may be personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("Null"),
            Self::Bool(_) => f.write_str("Bool"),
            Self::Number(number) => write!(f, "Number({} bytes)", number.len()),
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::Nested(json) => write!(f, "Nested({} bytes)", json.len()),
        }
    }
}

/// Takes the members of a record as they are read.
pub trait Sink<'a> {
    /// The name that the next member will most likely have, written as [`Name`] prints it.
    ///
    /// Where the member has it, its name need not be read and looked up.
    #[inline]
    fn expects(&self) -> Option<&str> {
        None
    }

    /// Takes one member.
    ///
    /// # Errors
    ///
    /// [`Stop`] ends the reading; why, the sink keeps itself.
    fn member(&mut self, name: Name<'_>, value: Raw<'a>) -> Result<(), Stop>;
}

/// A sink's wish to take no more members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The input as text without its byte order mark, if it is small enough and UTF-8.
fn checked_text<'a>(bytes: &'a [u8], limits: &Limits) -> Result<&'a str, JsonError> {
    if bytes.len() > limits.bytes {
        let kind = JsonErrorKind::TooLarge;
        return Err(JsonError {
            kind,
            offset: limits.bytes,
        });
    }
    let text = simdutf8::basic::from_utf8(bytes).map_err(|_| not_utf8(bytes))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The quick check only says no; where, is asked again.
#[cold]
fn not_utf8(bytes: &[u8]) -> JsonError {
    JsonError {
        kind: JsonErrorKind::NotUtf8,
        offset: core::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len),
    }
}
