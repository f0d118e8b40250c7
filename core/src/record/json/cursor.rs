//! Where in a text reading has come, from front to back.

use super::error::JsonErrorKind;

/// A text and what of it has been read. After a failure it stands where the fault is.
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// At the beginning of a text.
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// How many bytes have been read.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// What has been read since a place.
    pub(super) fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// What is unread.
    #[inline]
    pub(super) fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The next byte.
    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte after white space, which is passed over.
    #[inline]
    pub(super) fn peek_token(&mut self) -> Option<u8> {
        if self.peek() == Some(b' ') {
            // One space is what most writers put between two tokens.
            self.pass(1);
        }
        match self.peek() {
            Some(byte) if byte <= b' ' => self.pass_space(),
            other => other,
        }
    }

    /// Passes over the byte if it is the next after white space.
    #[inline]
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek_token() == Some(byte);
        if found {
            self.pass(1);
        }
        found
    }

    /// Passes over the byte, which must be the next after white space.
    #[inline]
    pub(super) fn expect(&mut self, byte: u8) -> Result<(), JsonErrorKind> {
        if self.eat(byte) {
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    /// Passes over bytes that are there.
    #[inline]
    pub(super) const fn pass(&mut self, bytes: usize) {
        self.at = self.at.wrapping_add(bytes);
    }

    /// Passes over all that is left.
    pub(super) const fn pass_all(&mut self) {
        self.at = self.text.len();
    }

    /// Goes back to where the cursor has been.
    pub(super) const fn go_back(&mut self, at: usize) {
        self.at = at;
    }

    /// Takes bytes that are there and end at a character's end.
    #[inline]
    pub(super) fn take(&mut self, bytes: usize) -> &'a str {
        let start = self.at;
        self.pass(bytes);
        self.since(start)
    }

    /// What is wrong when the next byte cannot stand here.
    #[cold]
    pub(super) fn unexpected(&self) -> JsonErrorKind {
        if self.peek().is_none() {
            JsonErrorKind::UnexpectedEnd
        } else {
            JsonErrorKind::UnexpectedCharacter
        }
    }

    #[cold]
    fn pass_space(&mut self) -> Option<u8> {
        let bytes = self.rest().iter();
        let length = bytes.take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
        self.pass(length.count());
        self.peek()
    }
}
