//! Reads the record's own object and the objects that are flattened into it.

use super::cursor::Cursor;
use super::error::JsonErrorKind;
use super::nested::check_depth;
use super::{Limits, Name, Raw, Sink};
use alloc::borrow::Cow;

/// Reads one record.
pub(super) struct Reader<'a, 'l> {
    cursor: Cursor<'a>,
    limits: &'l Limits,
    members: usize,
}

impl<'a, 'l> Reader<'a, 'l> {
    pub(super) fn new(text: &'a str, limits: &'l Limits) -> Self {
        Self {
            cursor: Cursor::new(text),
            limits,
            members: 0,
        }
    }

    /// How many bytes are read; after a failure, up to the fault.
    pub(super) const fn at(&self) -> usize {
        self.cursor.at()
    }

    pub(super) fn read(&mut self, sink: &mut impl Sink<'a>) -> Result<(), JsonErrorKind> {
        match self.cursor.peek_token() {
            Some(b'{') => check_depth(0, self.limits)?,
            Some(_) => return Err(JsonErrorKind::NotAnObject),
            None => return Err(JsonErrorKind::Empty),
        }
        self.cursor.pass(1);
        if !self.cursor.eat(b'}') {
            self.members(None, sink)?;
        }
        match self.cursor.peek_token() {
            None => Ok(()),
            Some(_) => Err(JsonErrorKind::TrailingContent),
        }
    }

    /// Reads the members of an object that has some, after its opening brace, up to and with its closing brace.
    fn members(
        &mut self,
        outer: Option<&str>,
        sink: &mut impl Sink<'a>,
    ) -> Result<(), JsonErrorKind> {
        loop {
            self.cursor.expect(b'"')?;
            self.named(outer, sink)?;
            match self.cursor.peek_token() {
                Some(b',') => self.cursor.pass(1),
                Some(b'}') => {
                    self.cursor.pass(1);
                    return Ok(());
                }
                _ => return Err(self.cursor.unexpected()),
            }
        }
    }

    /// Reads a member after the opening quote of its name.
    #[inline]
    fn named(
        &mut self,
        outer: Option<&str>,
        sink: &mut impl Sink<'a>,
    ) -> Result<(), JsonErrorKind> {
        let expected = sink.expects().and_then(|name| inner(outer, name));
        let expected = expected.filter(|key| key.len() <= self.limits.text);
        let expected = expected.and_then(|key| self.cursor.this_text(key));
        let key = match expected {
            Some(key) => Cow::Borrowed(key),
            None => self.cursor.text(self.limits.text)?,
        };
        self.cursor.expect(b':')?;
        let name = Name {
            outer,
            key: &key,
            expected: expected.is_some(),
        };
        self.member(name, sink)
    }

    #[inline]
    fn member(&mut self, name: Name<'_>, sink: &mut impl Sink<'a>) -> Result<(), JsonErrorKind> {
        let value = match self.cursor.peek_token() {
            Some(b'"') => {
                self.cursor.pass(1);
                Raw::Text(self.cursor.text(self.limits.text)?)
            }
            Some(b'{') if name.outer.is_none() => return self.object(name, sink),
            Some(b'{' | b'[') => {
                let open = if name.outer.is_none() { 1 } else { 2 };
                Raw::Nested(self.cursor.nested(open, self.limits)?)
            }
            _ => self.cursor.literal(self.limits.number)?,
        };
        self.hand_on(name, value, sink)
    }

    /// Flattens an object; an empty one is handed on itself, so that no name goes unseen.
    fn object(&mut self, name: Name<'_>, sink: &mut impl Sink<'a>) -> Result<(), JsonErrorKind> {
        check_depth(1, self.limits)?;
        let start = self.cursor.at();
        self.cursor.pass(1);
        if !self.cursor.eat(b'}') {
            return self.members(Some(name.key), sink);
        }
        let json = self.cursor.since(start);
        self.hand_on(name, Raw::Nested(json), sink)
    }

    #[inline]
    fn hand_on(
        &mut self,
        name: Name<'_>,
        value: Raw<'a>,
        sink: &mut impl Sink<'a>,
    ) -> Result<(), JsonErrorKind> {
        if self.members >= self.limits.members {
            return Err(JsonErrorKind::TooManyMembers);
        }
        self.members = self.members.saturating_add(1);
        sink.member(name, value).map_err(|_| JsonErrorKind::Stopped)
    }
}

/// The key of a name that lies in an object of a name, or in the record itself.
#[inline]
fn inner<'n>(outer: Option<&str>, name: &'n str) -> Option<&'n str> {
    match outer {
        None => Some(name),
        Some(outer) => name.strip_prefix(outer)?.strip_prefix('.'),
    }
}
