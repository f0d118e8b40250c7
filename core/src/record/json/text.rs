//! Reads texts: runs without escapes eight bytes at a time, and what is escaped between them.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::Write;

use super::cursor::Cursor;
use super::error::JsonErrorKind;
use super::escape::write;

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

    fn plain_run(&mut self) -> Result<&'a str, JsonErrorKind> {
        match plain_run(self.rest.as_bytes()) {
            0 => Err(JsonErrorKind::ControlCharacter),
            length => Ok(self.take(length)),
        }
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
