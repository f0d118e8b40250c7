//! Reads the escapes in texts.

use core::fmt::Write;

use super::cursor::Cursor;
use super::error::JsonErrorKind;

impl Cursor<'_> {
    /// Writes the characters of all `\uXXXX` from here on that are whole characters.
    #[inline]
    pub(super) fn unicode_escapes(&mut self, out: &mut impl Write) {
        let bytes = self.rest();
        let mut left = bytes;
        while let Some((unit, after)) = unit(left) {
            let Some(character) = char::from_u32(unit) else {
                break;
            };
            write(out, character);
            left = after;
        }
        self.pass(bytes.len().wrapping_sub(left.len()));
    }

    /// Reads one escape; at a failure the cursor stays at its backslash.
    pub(super) fn escape(&mut self) -> Result<char, JsonErrorKind> {
        let bytes = self.rest();
        let character = match bytes.get(1) {
            Some(b'u') => return self.unicode_escape(),
            Some(&byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(_) => return Err(JsonErrorKind::BadEscape),
            None => return Err(self.ended()),
        };
        self.pass(2);
        Ok(character)
    }

    /// Reads a `\u` escape that is no whole character by itself.
    fn unicode_escape(&mut self) -> Result<char, JsonErrorKind> {
        let bytes = self.rest();
        let Some((high, after)) = unit(bytes) else {
            let is_begun = bytes.len() < 6 && bytes.iter().skip(2).all(u8::is_ascii_hexdigit);
            return Err(if is_begun {
                self.ended()
            } else {
                JsonErrorKind::BadEscape
            });
        };
        let low = unit(after).map_or(0, |(low, _)| low);
        let units = [high, low].map(|unit| u16::try_from(unit).unwrap_or(0));
        match char::decode_utf16(units).next() {
            Some(Ok(character)) => {
                self.pass(12);
                Ok(character)
            }
            _ => Err(JsonErrorKind::LoneSurrogate),
        }
    }

    /// The input ended within an escape.
    #[cold]
    fn ended(&mut self) -> JsonErrorKind {
        self.pass_all();
        JsonErrorKind::UnexpectedEnd
    }
}

/// Writes to what never refuses.
#[inline]
pub(super) fn write(out: &mut impl Write, character: char) {
    // neither a String nor a Length ever refuses
    let _ = out.write_char(character);
}

/// The UTF-16 unit that `\uXXXX` at the start names, and what follows it.
#[inline]
fn unit(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let [b'\\', b'u', a, b, c, d, after @ ..] = bytes else {
        return None;
    };
    let unit = (digit(*a) << 12) | (digit(*b) << 8) | (digit(*c) << 4) | digit(*d);
    (unit <= 0xFFFF).then_some((unit, after))
}

/// The value of a hexadecimal digit; of another byte, a value that no digits sum up to.
#[inline]
fn digit(byte: u8) -> u32 {
    HEX.get(usize::from(byte)).copied().unwrap_or(NO_DIGIT)
}

const NO_DIGIT: u32 = 1 << 16;

static HEX: [u32; 256] = hex_table();

#[expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "evaluated by the compiler, which refuses what is out of bounds"
)]
const fn hex_table() -> [u32; 256] {
    let mut table = [NO_DIGIT; 256];
    let mut byte = 0;
    while byte < table.len() {
        if let Some(value) = (byte as u8 as char).to_digit(16) {
            table[byte] = value;
        }
        byte += 1;
    }
    table
}
