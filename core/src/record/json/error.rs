//! Why a text could not be read as one record, and where.

use core::fmt;

/// Why the input is not a record that can be judged, and at which byte.
///
/// It never holds a piece of the input, so that no personal data can leave through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JsonError {
    /// What is wrong.
    pub kind: JsonErrorKind,
    /// The byte, counted from 0 at the start of the input, at which it is wrong.
    pub offset: usize,
}

impl JsonError {
    /// Line and column of the error in the input that was read.
    #[must_use]
    pub fn position(&self, input: &[u8]) -> Position {
        let before = input.get(..self.offset).unwrap_or(input);
        let before = before
            .strip_prefix(super::BYTE_ORDER_MARK)
            .unwrap_or(before);
        let last_line = before.rsplit(|&byte| byte == b'\n').next().unwrap_or(&[]);
        Position {
            line: before.split(|&byte| byte == b'\n').count(),
            column: count_characters(last_line).saturating_add(1),
        }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.kind.name(), self.offset)
    }
}

impl core::error::Error for JsonError {}

/// A place in a text, as an editor shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line, counted from 1; lines end at line feeds.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
}

/// The closed list of what can be wrong with an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum JsonErrorKind {
    /// There is nothing but white space.
    Empty,
    /// More bytes than [`Limits::bytes`](super::Limits::bytes).
    TooLarge,
    /// The bytes are not UTF-8 (GBK and UTF-16 are not read).
    NotUtf8,
    /// The input is not an object.
    NotAnObject,
    /// The input ends in the middle.
    UnexpectedEnd,
    /// A character that cannot stand here.
    UnexpectedCharacter,
    /// A backslash in a text is followed by something that is not an escape.
    BadEscape,
    /// A `\u` escape names half of a surrogate pair, and the other half is missing.
    LoneSurrogate,
    /// A control character stands unescaped in a text.
    ControlCharacter,
    /// A number is not written as JSON writes numbers.
    BadNumber,
    /// `NaN` or `Infinity` stands in the place of a value.
    NotANumber,
    /// Arrays and objects lie deeper in each other than [`Limits::depth`](super::Limits::depth).
    TooDeep,
    /// More members than [`Limits::members`](super::Limits::members).
    TooManyMembers,
    /// A name or text is longer than [`Limits::text`](super::Limits::text).
    TextTooLong,
    /// A number is longer than [`Limits::number`](super::Limits::number).
    NumberTooLong,
    /// Something follows after the end of the object.
    TrailingContent,
    /// The sink asked to stop.
    Stopped,
}

impl JsonErrorKind {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::NotUtf8 => "not-utf8",
            Self::NotAnObject => "not-an-object",
            Self::UnexpectedEnd => "unexpected-end",
            Self::UnexpectedCharacter => "unexpected-character",
            Self::BadEscape => "bad-escape",
            Self::LoneSurrogate => "lone-surrogate",
            Self::ControlCharacter => "control-character",
            Self::BadNumber => "bad-number",
            Self::NotANumber => "not-a-number",
            Self::TooDeep => "too-deep",
            Self::TooManyMembers => "too-many-members",
            Self::TextTooLong => "text-too-long",
            Self::NumberTooLong => "number-too-long",
            Self::TrailingContent => "trailing-content",
            Self::Stopped => "stopped",
        }
    }
}

/// Characters are counted by their first bytes, which also gives an answer for bytes that are not UTF-8.
fn count_characters(bytes: &[u8]) -> usize {
    let starts = bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80);
    starts.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(input: &str, offset: usize) -> (usize, usize) {
        let kind = JsonErrorKind::UnexpectedCharacter;
        let position = JsonError { kind, offset }.position(input.as_bytes());
        (position.line, position.column)
    }

    #[test]
    fn positions_count_lines_and_characters() {
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("{\n  \"文号\": x", 14), (2, 9));
        assert_eq!(at("\u{feff}{x", 4), (1, 2));
        assert_eq!(at("{", 99), (1, 2));
    }

    #[test]
    fn display_names_kind_and_byte() {
        let kind = JsonErrorKind::LoneSurrogate;
        assert_eq!(
            JsonError { kind, offset: 7 }.to_string(),
            "lone-surrogate at byte 7"
        );
    }
}
