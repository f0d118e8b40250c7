//! What is left of a text while it is read from front to back.

use super::error::JsonErrorKind;

/// The unread part of the input. After a failure it begins where the fault is.
pub(super) struct Cursor<'a> {
    pub(super) rest: &'a str,
}

impl<'a> Cursor<'a> {
    /// The next byte.
    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    /// The next byte after white space, which is passed over.
    #[inline]
    pub(super) fn peek_token(&mut self) -> Option<u8> {
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

    /// Passes over bytes that end at a character's end.
    #[inline]
    pub(super) fn pass(&mut self, bytes: usize) {
        self.take(bytes);
    }

    /// Takes bytes that end at a character's end.
    #[inline]
    pub(super) fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// What is wrong when the next byte cannot stand here.
    #[cold]
    pub(super) fn unexpected(&self) -> JsonErrorKind {
        if self.rest.is_empty() {
            JsonErrorKind::UnexpectedEnd
        } else {
            JsonErrorKind::UnexpectedCharacter
        }
    }

    fn pass_space(&mut self) -> Option<u8> {
        let bytes = self.rest.as_bytes().iter();
        let length = bytes.take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
        self.pass(length.count());
        self.peek()
    }
}
