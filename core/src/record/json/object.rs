//! Reads the record's own object and the objects that are flattened into it.

use super::cursor::Cursor;
use super::error::JsonErrorKind;
use super::nested::check_depth;
use super::{Limits, Name, Raw, Sink};

/// Reads one record.
pub(super) struct Reader<'a, 'l> {
    cursor: Cursor<'a>,
    limits: &'l Limits,
    members: usize,
}

impl<'a, 'l> Reader<'a, 'l> {
    pub(super) fn new(text: &'a str, limits: &'l Limits) -> Self {
        Self {
            cursor: Cursor { rest: text },
            limits,
            members: 0,
        }
    }

    /// How many bytes are unread; after a failure, counted from the fault.
    pub(super) fn left(&self) -> usize {
        self.cursor.rest.len()
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
            let key = self.cursor.text(self.limits.text)?;
            self.cursor.expect(b':')?;
            self.member(Name { outer, key: &key }, sink)?;
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
        let start = self.cursor.rest;
        self.cursor.pass(1);
        if !self.cursor.eat(b'}') {
            return self.members(Some(name.key), sink);
        }
        let length = start.len().saturating_sub(self.left());
        let json = start.get(..length).unwrap_or_default();
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
