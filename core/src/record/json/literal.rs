//! Reads values that are neither texts nor nested: `null`, `true`, `false` and numbers.

use super::Raw;
use super::cursor::Cursor;
use super::error::JsonErrorKind;

impl<'a> Cursor<'a> {
    /// Reads the value that begins here.
    #[inline]
    pub(super) fn literal(&mut self, longest: usize) -> Result<Raw<'a>, JsonErrorKind> {
        match self.peek() {
            Some(b'-' | b'0'..=b'9') => self.number(longest).map(Raw::Number),
            Some(b'n') => self.word("null", Raw::Null),
            Some(b't') => self.word("true", Raw::Bool(true)),
            Some(b'f') => self.word("false", Raw::Bool(false)),
            _ => Err(self.no_value()),
        }
    }

    fn word(&mut self, word: &str, value: Raw<'a>) -> Result<Raw<'a>, JsonErrorKind> {
        if self.rest().starts_with(word.as_bytes()) {
            self.pass(word.len());
            return Ok(value);
        }
        if word.as_bytes().starts_with(self.rest()) {
            self.pass_all();
        }
        Err(self.no_value())
    }

    fn number(&mut self, longest: usize) -> Result<&'a str, JsonErrorKind> {
        let bytes = self.rest();
        let (after, is_well_formed) = pass_number(bytes);
        let length = bytes.len().saturating_sub(after.len());
        if is_well_formed && length > longest {
            return Err(JsonErrorKind::NumberTooLong);
        }
        if is_well_formed {
            return Ok(self.take(length));
        }
        Err(self.bad_number(length))
    }

    /// What is wrong where no value begins.
    #[cold]
    fn no_value(&self) -> JsonErrorKind {
        let signs = self.rest().iter();
        let signs = signs.take_while(|byte| matches!(byte, b'-' | b'+'));
        let unsigned = self.rest().get(signs.count()..).unwrap_or_default();
        let names = ["NaN", "nan", "NAN", "Inf", "inf", "INF"];
        if names
            .iter()
            .any(|name| unsigned.starts_with(name.as_bytes()))
        {
            return JsonErrorKind::NotANumber;
        }
        match self.peek() {
            Some(b'+' | b'.') => JsonErrorKind::BadNumber,
            _ => self.unexpected(),
        }
    }

    /// What is wrong with a number that is well formed for so many bytes only.
    #[cold]
    fn bad_number(&mut self, length: usize) -> JsonErrorKind {
        if self.no_value() == JsonErrorKind::NotANumber {
            return JsonErrorKind::NotANumber;
        }
        self.pass(length);
        match self.peek() {
            None => JsonErrorKind::UnexpectedEnd,
            Some(_) => JsonErrorKind::BadNumber,
        }
    }
}

/// What follows the number at the start, and whether it is one; if not, what follows begins at the fault.
fn pass_number(bytes: &[u8]) -> (&[u8], bool) {
    let unsigned = bytes.strip_prefix(b"-").unwrap_or(bytes);
    let (mut rest, mut is_well_formed) = match unsigned {
        [b'0', rest @ ..] => (rest, true),
        _ => pass_digits(unsigned),
    };
    if let (true, [b'.', fraction @ ..]) = (is_well_formed, rest) {
        (rest, is_well_formed) = pass_digits(fraction);
    }
    if let (true, [b'e' | b'E', exponent @ ..]) = (is_well_formed, rest) {
        let unsigned = match exponent {
            [b'+' | b'-', unsigned @ ..] => unsigned,
            _ => exponent,
        };
        (rest, is_well_formed) = pass_digits(unsigned);
    }
    let goes_on = matches!(rest.first(), Some(b'0'..=b'9' | b'.' | b'+' | b'-'));
    (rest, is_well_formed && !goes_on)
}

/// What follows the digits at the start, and whether there is one at least.
fn pass_digits(bytes: &[u8]) -> (&[u8], bool) {
    let mut rest = bytes;
    while let [b'0'..=b'9', after @ ..] = rest {
        rest = after;
    }
    (rest, rest.len() < bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_grammar_to_the_letter() {
        for good in [
            "0",
            "-0",
            "10",
            "1.50",
            "-0.0e0",
            "1E+9",
            "1e-99",
            "123456789012345678901",
        ] {
            assert_eq!(pass_number(good.as_bytes()), (&b""[..], true), "{good}");
        }
        for bad in [
            "-", "01", "-01", "1.", ".5", "1.e3", "1e", "1e+", "0x1", "1.2.3", "--1", "1-",
        ] {
            let (rest, is_well_formed) = pass_number(bad.as_bytes());
            assert!(!is_well_formed || rest == b"x1", "{bad}");
        }
    }
}
