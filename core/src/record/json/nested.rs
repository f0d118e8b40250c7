//! Passes over arrays and objects whose inside is not wanted, checking every byte of them.

use super::Limits;
use super::cursor::Cursor;
use super::error::JsonErrorKind;

/// The deepest nesting that can be read, whatever the limit: one bit of a word for each level.
pub(super) const DEEPEST: usize = 64;

impl<'a> Cursor<'a> {
    /// Reads the array or object that begins here, so many levels being open already.
    pub(super) fn nested(
        &mut self,
        open: usize,
        limits: &Limits,
    ) -> Result<&'a str, JsonErrorKind> {
        let start = self.at();
        let mut levels = Levels::new(open, limits);
        while self.begins_inner_value(&mut levels)? || self.another_value(&mut levels, open)? {}
        Ok(self.since(start))
    }

    /// Reads a value; if it holds others, only up to the first of them, which is then due next.
    fn begins_inner_value(&mut self, levels: &mut Levels<'_>) -> Result<bool, JsonErrorKind> {
        let (inside, end) = match self.peek_token() {
            Some(b'{') => (Inside::Object, b'}'),
            Some(b'[') => (Inside::Array, b']'),
            Some(b'"') => {
                self.pass(1);
                self.pass_text(levels.limits.text)?;
                return Ok(false);
            }
            _ => {
                self.literal(levels.limits.number)?;
                return Ok(false);
            }
        };
        levels.open(inside)?;
        self.pass(1);
        if self.eat(end) {
            levels.close();
            return Ok(false);
        }
        self.pass_name(levels)?;
        Ok(true)
    }

    /// Closes levels after a value, until another value is due or only the given levels are open.
    fn another_value(
        &mut self,
        levels: &mut Levels<'_>,
        until: usize,
    ) -> Result<bool, JsonErrorKind> {
        while levels.open > until {
            match (self.peek_token(), levels.inside()) {
                (Some(b','), _) => {
                    self.pass(1);
                    self.pass_name(levels)?;
                    return Ok(true);
                }
                (Some(b'}'), Inside::Object) | (Some(b']'), Inside::Array) => {
                    self.pass(1);
                    levels.close();
                }
                _ => return Err(self.unexpected()),
            }
        }
        Ok(false)
    }

    /// Inside an object, passes over the name of the value that is due.
    fn pass_name(&mut self, levels: &Levels<'_>) -> Result<(), JsonErrorKind> {
        if levels.inside() == Inside::Array {
            return Ok(());
        }
        self.expect(b'"')?;
        self.pass_text(levels.limits.text)?;
        self.expect(b':')
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Array,
    Object,
}

/// Which brackets are open: a stack of bits, the innermost lowest, a one for an object.
struct Levels<'l> {
    objects: u64,
    open: usize,
    limits: &'l Limits,
}

impl<'l> Levels<'l> {
    fn new(open: usize, limits: &'l Limits) -> Self {
        Self {
            objects: 0,
            open,
            limits,
        }
    }

    fn open(&mut self, inside: Inside) -> Result<(), JsonErrorKind> {
        check_depth(self.open, self.limits)?;
        self.open = self.open.saturating_add(1);
        self.objects = (self.objects << 1) | u64::from(inside == Inside::Object);
        Ok(())
    }

    fn close(&mut self) {
        self.open = self.open.saturating_sub(1);
        self.objects >>= 1;
    }

    fn inside(&self) -> Inside {
        if self.objects & 1 == 1 {
            Inside::Object
        } else {
            Inside::Array
        }
    }
}

/// Whether one more level may be opened.
#[inline]
pub(super) fn check_depth(open: usize, limits: &Limits) -> Result<(), JsonErrorKind> {
    if open < limits.depth.min(DEEPEST) {
        Ok(())
    } else {
        Err(JsonErrorKind::TooDeep)
    }
}
