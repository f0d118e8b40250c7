//! Reads texts: runs without escapes eight bytes at a time, escapes one by one.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::Write;

use super::cursor::Cursor;
use super::error::JsonErrorKind;

impl<'a> Cursor<'a> {
    /// Reads a text after its opening quote, up to and with its closing quote.
    #[expect(
        clippy::inline_always,
        reason = "called twice for every member, where a call of its own costs a tenth of all reading"
    )]
    #[inline(always)]
    pub(super) fn text(&mut self, longest: usize) -> Result<Cow<'a, str>, JsonErrorKind> {
        match self.plain_text() {
            Some((text, rest)) if text.len() <= longest => {
                self.rest = rest;
                Ok(Cow::Borrowed(text))
            }
            _ => self.text_with_escapes(longest).map(Cow::Owned),
        }
    }

    /// The text after its opening quote and what follows its closing quote, if it has no escapes.
    #[inline]
    fn plain_text(&self) -> Option<(&'a str, &'a str)> {
        let (text, rest) = self
            .rest
            .split_at_checked(plain_run(self.rest.as_bytes()))?;
        Some((text, rest.strip_prefix('"')?))
    }

    /// Reads a text whose value is not wanted, after its opening quote.
    pub(super) fn pass_text(&mut self, longest: usize) -> Result<(), JsonErrorKind> {
        let start = self.rest;
        let mut length = Length(0);
        self.rest_of_text(&mut length)?;
        if length.0 > longest {
            self.rest = start;
            return Err(JsonErrorKind::TextTooLong);
        }
        Ok(())
    }

    /// Reads any text, and so says what is wrong with one.
    #[inline(never)]
    fn text_with_escapes(&mut self, longest: usize) -> Result<String, JsonErrorKind> {
        let start = self.rest;
        let mut text = String::with_capacity(start.find('"').unwrap_or_default());
        self.rest_of_text(&mut text)?;
        if text.len() > longest {
            self.rest = start;
            return Err(JsonErrorKind::TextTooLong);
        }
        Ok(text)
    }

    /// Writes the text up to its closing quote, escapes resolved.
    fn rest_of_text(&mut self, out: &mut impl Write) -> Result<(), JsonErrorKind> {
        loop {
            self.unicode_escapes(out);
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => write(out, self.escape()?),
                Some(_) => write_run(out, self.plain_run()?),
                None => return Err(JsonErrorKind::UnexpectedEnd),
            }
        }
        self.pass(1);
        Ok(())
    }

    /// Writes the characters of all `\uXXXX` from here on that are whole characters.
    #[inline]
    fn unicode_escapes(&mut self, out: &mut impl Write) {
        let bytes = self.rest.as_bytes();
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

    fn plain_run(&mut self) -> Result<&'a str, JsonErrorKind> {
        match plain_run(self.rest.as_bytes()) {
            0 => Err(JsonErrorKind::ControlCharacter),
            length => Ok(self.take(length)),
        }
    }

    /// Reads one escape; at a failure the cursor stays at its backslash.
    fn escape(&mut self) -> Result<char, JsonErrorKind> {
        let bytes = self.rest.as_bytes();
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
        let bytes = self.rest.as_bytes();
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
        self.rest = "";
        JsonErrorKind::UnexpectedEnd
    }
}

/// How many bytes from the start can stand in a text as they are: all before a quote, backslash or control character.
#[inline]
pub(super) fn plain_run(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        let stops = stops(u64::from_le_bytes(*word));
        if stops != 0 {
            let before = bytes.len().wrapping_sub(rest.len());
            return before.wrapping_add(usize::try_from(stops.trailing_zeros() >> 3).unwrap_or(0));
        }
        rest = after;
    }
    let is_plain = |byte: &&u8| !matches!(byte, b'"' | b'\\' | 0..=0x1F);
    let left = rest.iter().take_while(is_plain).count();
    bytes.len().wrapping_sub(rest.len()).wrapping_add(left)
}

const EACH: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each byte that a plain run stops at; only the lowest bit that is set is to be trusted.
///
/// A byte below 0x80 loses its highest bit's zero in a subtraction only if it is less than what is subtracted;
/// the borrow can then reach the bytes above it, never one below.
#[inline]
fn stops(word: u64) -> u64 {
    let quote = (word ^ EACH.wrapping_mul(0x22)).wrapping_sub(EACH);
    let backslash = (word ^ EACH.wrapping_mul(0x5C)).wrapping_sub(EACH);
    let control = word.wrapping_sub(EACH.wrapping_mul(0x20));
    (quote | backslash | control) & !word & EACH.wrapping_mul(0x80)
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

#[inline]
fn write(out: &mut impl Write, character: char) {
    // neither a String nor a Length ever refuses
    let _ = out.write_char(character);
}

#[inline]
fn write_run(out: &mut impl Write, run: &str) {
    let _ = out.write_str(run);
}

/// Counts what is written to it.
struct Length(usize);

impl Write for Length {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        self.0 = self.0.saturating_add(text.len());
        Ok(())
    }

    fn write_char(&mut self, character: char) -> core::fmt::Result {
        self.0 = self.0.saturating_add(character.len_utf8());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_run_ends_at_each_byte_that_must_not_stand_there() {
        for length in 0..40 {
            for stop in 0..=u8::MAX {
                let mut bytes = "许可abc".repeat(8).into_bytes();
                bytes[length] = stop;
                bytes[length + 1] = b'"';
                let stops = stop < 0x20 || stop == b'"' || stop == b'\\';
                assert_eq!(plain_run(&bytes), length + usize::from(!stops));
            }
        }
    }

    #[test]
    fn a_plain_run_may_be_all_there_is() {
        for length in 0..20 {
            assert_eq!(plain_run("a".repeat(length).as_bytes()), length);
        }
    }
}
