//! The organization code (组织机构代码, GB 11714): nine characters, the last a check digit.

use super::credit_code::ascii;
use super::gather::gather;
use super::note::{Fault, Notes, Read};
use core::fmt;

/// An organization code whose check digit fits, kept without its hyphen.
///
/// ```
/// use gongkai::words::OrganizationCode;
/// let read = OrganizationCode::parse("00001434-9").unwrap();
/// assert_eq!(read.value.to_string(), "000014349");
/// assert!(read.notes.is_empty());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganizationCode([u8; 9]);

impl OrganizationCode {
    /// Reads a code with or without the hyphen before its check digit.
    ///
    /// # Errors
    /// The [`Fault`] says why it is none; a credit code in its place has the wrong [`Fault::Length`].
    pub fn parse(text: &str) -> Result<Read<Self>, Fault> {
        let code = gather::<9>(text)?;
        if code.count != 9 {
            return Err(Fault::Length);
        }
        let value = Self::check(code.bytes)?;
        let notes = if is_standard(text) {
            Notes::NONE
        } else {
            code.notes
        };
        Ok(Read { value, notes })
    }

    /// Checks nine characters against the standard.
    ///
    /// # Errors
    /// As [`OrganizationCode::parse`].
    pub fn check(bytes: [u8; 9]) -> Result<Self, Fault> {
        let [first, body @ .., last] = bytes;
        if body.iter().all(|byte| *byte == first) {
            return Err(Fault::Placeholder);
        }
        let expected = check_digit(&bytes).ok_or(Fault::Character)?;
        if !matches!(last, b'0'..=b'9' | b'X') {
            return Err(Fault::Character);
        }
        if last == expected {
            Ok(Self(bytes))
        } else {
            Err(Fault::CheckCharacter)
        }
    }

    /// The code as text, without a hyphen.
    #[must_use]
    pub fn as_str(&self) -> &str {
        ascii(&self.0)
    }

    pub(super) const fn from_checked(bytes: [u8; 9]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for OrganizationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for OrganizationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OrganizationCode({})", self.as_str())
    }
}

/// What stands in a table of values for a character that is not of the alphabet.
pub(super) const NO_VALUE: u8 = 255;

/// The value of every character: its place in an alphabet.
#[expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::arithmetic_side_effects,
    reason = "runs while compiling, over alphabets of at most thirty-six characters"
)]
pub(super) const fn values_of(alphabet: &[u8]) -> [u8; 256] {
    let mut values = [NO_VALUE; 256];
    let mut place = 0;
    while place < alphabet.len() {
        values[alphabet[place] as usize] = place as u8;
        place += 1;
    }
    values
}

const VALUES: [u8; 256] = values_of(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// The check digit that belongs to the first eight characters, if all are digits and capital letters.
pub(super) fn check_digit(bytes: &[u8; 9]) -> Option<u8> {
    let (mut sum, mut worst) = (0_u32, 0_u8);
    for (byte, weight) in bytes.iter().zip(WEIGHTS) {
        let value = VALUES.get(usize::from(*byte)).copied().unwrap_or(NO_VALUE);
        worst = worst.max(value);
        sum = sum.wrapping_add(u32::from(value).wrapping_mul(weight));
    }
    if worst == NO_VALUE {
        return None;
    }
    // The check value is 11 - sum modulo 11, with X for 10 and 0 for 11.
    b"0X987654321".get(usize::try_from(sum % 11).ok()?).copied()
}

// The standard prints one hyphen, before the check digit.
fn is_standard(text: &str) -> bool {
    text.split_once('-').is_some_and(|(body, check)| {
        body.len() == 8 && check.len() == 1 && !text.bytes().any(|byte| byte.is_ascii_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Note;

    #[test]
    fn known_codes_fit() {
        for text in [
            "00001434-9",
            "01441633-0",
            "48600242-7",
            "MB152917-6",
            "69232753-X",
        ] {
            let read = OrganizationCode::parse(text).unwrap();
            assert_eq!(read.value.to_string(), text.replace('-', ""));
            assert!(read.notes.is_empty());
        }
    }

    #[test]
    fn folding_is_noted() {
        for (text, note) in [
            ("69232753x", Note::Case),
            ("6923-2753X", Note::Hyphens),
            (" 69232753X", Note::Spaces),
        ] {
            assert_eq!(
                OrganizationCode::parse(text).unwrap().notes,
                Notes::NONE.with(note)
            );
        }
    }

    #[test]
    fn what_is_no_code_says_why() {
        for (text, fault) in [
            ("91520115097309206Y", Fault::Length),
            ("74437573-1", Fault::CheckCharacter),
            ("6923275甲X", Fault::Character),
            ("69232753A", Fault::Character),
            ("00000000-0", Fault::Placeholder),
            ("无", Fault::Placeholder),
            ("6923****X", Fault::Masked),
        ] {
            assert_eq!(OrganizationCode::parse(text).unwrap_err(), fault, "{text}");
        }
    }
}
