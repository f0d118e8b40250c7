//! The registration number (工商注册号) of enterprises before the unified code: fifteen digits by GS15-2006, or
//! the thirteen that were given out before that standard.

use super::credit_code::ascii;
use super::gather::gather;
use super::note::{Fault, Note, Read};
use core::fmt;

/// A registration number: one whose check digit fits, or one of the older form, which has none.
///
/// ```
/// use gongkai::words::RegistrationNumber;
/// let number = RegistrationNumber::parse("110105010247558").unwrap().value;
/// assert_eq!(number.authority(), "110105");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegistrationNumber {
    bytes: [u8; 15],
    /// Fifteen, or thirteen in numbers given out before the standard.
    length: usize,
}

impl RegistrationNumber {
    /// Reads a number of fifteen digits, or of thirteen as they were given out before the standard.
    ///
    /// Width, spaces, hyphens and the older form are noted; nothing else is repaired.
    ///
    /// # Errors
    /// The [`Fault`] says why the text is no registration number, or that it was hidden or stands for none.
    pub fn parse(text: &str) -> Result<Read<Self>, Fault> {
        let number = gather::<15>(text)?;
        let notes = number.notes;
        match number.count {
            15 => Self::check(number.bytes).map(|value| Read { value, notes }),
            13 => Self::check_older(number.bytes).map(|value| Read {
                value,
                notes: notes.with(Note::OlderForm),
            }),
            _ => Err(Fault::Length),
        }
    }

    /// Checks fifteen characters against the standard (ISO 7064, MOD 11,10).
    ///
    /// # Errors
    /// As [`RegistrationNumber::parse`].
    pub fn check(bytes: [u8; 15]) -> Result<Self, Fault> {
        digits(&bytes)?;
        let [first, body @ .., last] = bytes;
        if body.iter().all(|byte| *byte == first) {
            return Err(Fault::Placeholder);
        }
        let product = body
            .iter()
            .fold(step(10, first), |product, byte| step(product, *byte));
        if product.wrapping_add(digit(last)) % 10 == 1 {
            Ok(Self { bytes, length: 15 })
        } else {
            Err(Fault::CheckCharacter)
        }
    }

    /// Checks the first thirteen characters; the older form has no check digit.
    fn check_older(bytes: [u8; 15]) -> Result<Self, Fault> {
        let length = 13;
        let kept = bytes.get(..length).unwrap_or_default();
        digits(kept)?;
        let number = Self { bytes, length };
        if kept.iter().all(|byte| Some(byte) == kept.first()) {
            Err(Fault::Placeholder)
        } else {
            Ok(number)
        }
    }

    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        ascii(self.bytes.get(..self.length).unwrap_or_default())
    }

    /// The division code of the registering authority: the first six digits.
    #[must_use]
    pub fn authority(&self) -> &str {
        ascii(self.bytes.get(..6).unwrap_or_default())
    }
}

impl fmt::Display for RegistrationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for RegistrationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RegistrationNumber({})", self.as_str())
    }
}

/// Refuses anything but digits.
fn digits(bytes: &[u8]) -> Result<(), Fault> {
    if bytes.iter().all(u8::is_ascii_digit) {
        Ok(())
    } else {
        Err(Fault::Character)
    }
}

fn step(product: u32, byte: u8) -> u32 {
    let sum = product.wrapping_add(digit(byte)) % 10;
    let sum = if sum == 0 { 10 } else { sum };
    sum.wrapping_mul(2) % 11
}

fn digit(byte: u8) -> u32 {
    u32::from(byte.wrapping_sub(b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Note;

    #[test]
    fn published_numbers_fit() {
        for text in [
            "110105010247558",
            "330103000217276",
            "230100100054671",
            "310113000793056",
            "110106013038404",
        ] {
            let read = RegistrationNumber::parse(text).unwrap();
            assert_eq!(read.value.to_string(), text);
            assert!(read.notes.is_empty());
        }
        let wide = RegistrationNumber::parse("１10105010247558").unwrap();
        assert!(wide.notes.has(Note::FullWidth));
    }

    #[test]
    fn numbers_older_than_the_standard_are_noted() {
        let read = RegistrationNumber::parse("1302950000280").unwrap();
        assert_eq!(read.value.to_string(), "1302950000280");
        assert_eq!(read.value.authority(), "130295");
        assert!(read.notes.has(Note::OlderForm));
    }

    #[test]
    fn what_is_no_number_says_why() {
        for (text, fault) in [
            ("110105010247559", Fault::CheckCharacter),
            ("11010501024755", Fault::Length),
            ("11010501024755X", Fault::Character),
            ("130295000028X", Fault::Character),
            ("1111111111111", Fault::Placeholder),
            ("000000000000000", Fault::Placeholder),
            ("111111111111111", Fault::Placeholder),
            ("/", Fault::Placeholder),
            ("110105*********", Fault::Masked),
        ] {
            assert_eq!(
                RegistrationNumber::parse(text).unwrap_err(),
                fault,
                "{text}"
            );
        }
    }
}
