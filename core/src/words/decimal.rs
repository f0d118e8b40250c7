//! Decimal numbers as they are written: a price, an area, a rate; exact, with their places.

use super::amount::Amount;
use super::normalize::{is_blank, is_placeholder, plain};
use super::note::{Fault, Note, Read};
use core::fmt;
use serde::{Deserialize, Serialize};

/// A decimal number with as many places as it was written with.
///
/// ```
/// use gongkai::words::Decimal;
/// let read = Decimal::parse("１，２３４．５０").unwrap();
/// assert_eq!(read.value.to_string(), "1234.50");
/// assert_eq!(Decimal::percent("98.50％").unwrap().value, Decimal::percent("98.50").unwrap().value);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Decimal {
    units: i64,
    places: u8,
}

/// The most places that are kept.
const MOST_PLACES: usize = 12;

impl Decimal {
    /// Reads a number; thousands may be set apart with commas.
    ///
    /// # Errors
    /// The [`Fault`] says why the text is no number, or none that can be held exactly.
    pub fn parse(text: &str) -> Result<Read<Self>, Fault> {
        Self::read(text, false)
    }

    /// Reads a percentage, with its sign or without.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn percent(text: &str) -> Result<Read<Self>, Fault> {
        Self::read(text, true)
    }

    /// A whole number.
    #[must_use]
    pub const fn whole(units: i64) -> Self {
        Self { units, places: 0 }
    }

    /// A sum of money in yuan.
    #[must_use]
    pub const fn yuan(amount: Amount) -> Self {
        Self {
            units: amount.fen(),
            places: 2,
        }
    }

    /// The number without its point.
    #[must_use]
    pub const fn units(self) -> i64 {
        self.units
    }

    /// How many digits stand after the point.
    #[must_use]
    pub const fn places(self) -> u8 {
        self.places
    }

    fn read(text: &str, percent: bool) -> Result<Read<Self>, Fault> {
        if is_blank(text) || is_placeholder(text) {
            return Err(Fault::Placeholder);
        }
        let plain = plain(text);
        if plain.value.contains(['*', '#', '某', '×']) {
            return Err(Fault::Masked);
        }
        let mut notes = plain.notes;
        let (sign, body) = match plain.value.strip_prefix(['-', '−']) {
            Some(body) => (-1, body),
            None => (1, &*plain.value),
        };
        let body = match body.strip_suffix('%') {
            Some(body) if percent => {
                notes = notes.with(Note::Unit);
                body.trim_end()
            }
            _ => body,
        };
        if body.contains(',') {
            notes = notes.with(Note::Thousands);
        }
        let value = number(body, sign)?;
        Ok(Read { value, notes })
    }
}

fn number(text: &str, sign: i64) -> Result<Decimal, Fault> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or("");
    let grouped = whole.contains(',');
    if first.is_empty() || (grouped && first.len() > 3) || groups.any(|group| group.len() != 3) {
        return Err(Fault::NotANumber);
    }
    if text.ends_with('.') || part.len() > MOST_PLACES {
        return Err(if text.ends_with('.') {
            Fault::NotANumber
        } else {
            Fault::TooFine
        });
    }
    let mut units = 0_i64;
    for byte in whole
        .bytes()
        .filter(|byte| *byte != b',')
        .chain(part.bytes())
    {
        if !byte.is_ascii_digit() {
            return Err(Fault::NotANumber);
        }
        let digit = i64::from(byte.wrapping_sub(b'0'));
        let shifted = units.checked_mul(10);
        units = shifted
            .and_then(|units| units.checked_add(digit))
            .ok_or(Fault::TooLarge)?;
    }
    Ok(Decimal {
        units: units.saturating_mul(sign),
        places: u8::try_from(part.len()).map_err(|_| Fault::TooFine)?,
    })
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let size = 10_u64.checked_pow(u32::from(self.places)).unwrap_or(1);
        let units = self.units.unsigned_abs();
        let whole = units.checked_div(size).unwrap_or(units);
        write!(f, "{sign}{whole}")?;
        let part = units.checked_rem(size).unwrap_or(0);
        match usize::from(self.places) {
            0 => Ok(()),
            width => write!(f, ".{part:0width$}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> Result<alloc::string::String, Fault> {
        Decimal::percent(text).map(|read| alloc::string::ToString::to_string(&read.value))
    }

    #[test]
    fn every_known_form() {
        for (text, expected) in [
            ("0", "0"),
            ("98.5%", "98.5"),
            ("98.50％", "98.50"),
            ("98.5 %", "98.5"),
            ("-0.05", "-0.05"),
            ("1,234,567.8", "1234567.8"),
            ("9223372036854775807", "9223372036854775807"),
        ] {
            assert_eq!(shown(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_says_why() {
        for (fault, texts) in [
            (Fault::Placeholder, &["", "-", "/", "无"][..]),
            (
                Fault::NotANumber,
                &[
                    "5.", ".5", "1,23", "12,3456", "NaN", "1e3", "5元", "1.2.3", "%", "--5", "5%%",
                ],
            ),
            (Fault::TooLarge, &["92233720368547758070"]),
            (Fault::TooFine, &["0.1234567890123"]),
            (Fault::Masked, &["98.*%"]),
        ] {
            for text in texts {
                assert_eq!(shown(text), Err(fault), "{text}");
            }
        }
        assert_eq!(Decimal::parse("5%"), Err(Fault::NotANumber));
    }

    proptest! {
        #[test]
        fn numbers_survive_printing(units: i64, places in 0..12_u8) {
            prop_assume!(units != i64::MIN);
            let number = Decimal { units, places };
            prop_assert_eq!(Decimal::parse(&alloc::string::ToString::to_string(&number)).unwrap().value, number);
        }

        #[test]
        fn no_text_stops_the_reader(text in ".*", near in "[-]?[0-9,.％%]{0,30}") {
            let _ = (Decimal::parse(&text), Decimal::percent(&near));
        }
    }
}
