//! Reads texts: runs without escapes eight bytes at a time, and what is escaped between them.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::Write;

use super::cursor::Cursor;
use super::error::JsonErrorKind;
use super::escape::write;
use crate::written::plain_run;

impl<'a> Cursor<'a> {
    /// Reads a text after its opening quote, up to and with its closing quote.
    #[expect(
        clippy::inline_always,
        reason = "called twice for every member, where a call of its own costs a tenth of all reading"
    )]
    #[inline(always)]
    pub(super) fn text(&mut self, longest: usize) -> Result<Cow<'a, str>, JsonErrorKind> {
        let (start, length) = (self.at(), plain_run(self.rest()));
        self.pass(length);
        if self.peek() == Some(b'"') && length <= longest {
            let text = self.since(start);
            self.pass(1);
            return Ok(Cow::Borrowed(text));
        }
        self.go_back(start);
        self.text_with_escapes(longest).map(Cow::Owned)
    }

    /// Reads a text after its opening quote, if it is written exactly as this one.
    #[inline]
    pub(super) fn this_text(&mut self, text: &str) -> Option<&'a str> {
        let rest = self.rest().strip_prefix(text.as_bytes())?;
        (rest.first() == Some(&b'"')).then(|| {
            let found = self.take(text.len());
            self.pass(1);
            found
        })
    }

    /// Reads a text whose value is not wanted, after its opening quote.
    pub(super) fn pass_text(&mut self, longest: usize) -> Result<(), JsonErrorKind> {
        let start = self.at();
        let mut length = Length(0);
        self.rest_of_text(&mut length)?;
        if length.0 > longest {
            self.go_back(start);
            return Err(JsonErrorKind::TextTooLong);
        }
        Ok(())
    }

    /// Reads any text, and so says what is wrong with one.
    #[inline(never)]
    fn text_with_escapes(&mut self, longest: usize) -> Result<String, JsonErrorKind> {
        let start = self.at();
        let quote = self.rest().iter().position(|byte| *byte == b'"');
        let mut text = String::with_capacity(quote.unwrap_or_default());
        self.rest_of_text(&mut text)?;
        if text.len() > longest {
            self.go_back(start);
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
        match plain_run(self.rest()) {
            0 => Err(JsonErrorKind::ControlCharacter),
            length => Ok(self.take(length)),
        }
    }
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
