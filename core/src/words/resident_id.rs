//! The resident id number (公民身份号码, GB 11643) of a person, which never prints in full.

use super::credit_code::ascii;
use super::date::{Day, number};
use super::gather::gather;
use super::note::{Fault, Read};
use core::fmt;

/// A resident id number whose check character, birth day and province fit.
///
/// Neither `Debug` nor `Display` shows the number; [`ResidentId::expose`] alone does.
///
/// ```
/// use gongkai::words::ResidentId;
/// let id = ResidentId::parse("11010519491231002X").unwrap().value;
/// assert_eq!(id.to_string(), "110105********002X");
/// assert_eq!(format!("{id:?}"), "ResidentId(******)");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResidentId {
    bytes: [u8; 18],
    /// Eighteen, or fifteen in numbers issued before 1999.
    length: usize,
    born: Day,
}

impl ResidentId {
    /// Reads a number of eighteen characters, or of fifteen as they were issued before 1999.
    ///
    /// A lower-case `x`, full-width digits and spaces are noted; nothing else is repaired. Of the division only
    /// the province is checked: counties are founded and closed, and a number outlives them.
    ///
    /// # Errors
    /// The [`Fault`] says why the text is no resident id, or that it was hidden or stands for none.
    pub fn parse(text: &str) -> Result<Read<Self>, Fault> {
        let id = gather::<18>(text)?;
        let value = match id.count {
            18 => Self::check(id.bytes)?,
            15 => Self::check_legacy(id.bytes)?,
            _ => return Err(Fault::Length),
        };
        let notes = id.notes;
        Ok(Read { value, notes })
    }

    /// The number in full. Personal data: it belongs in no message and on no page.
    #[must_use]
    pub fn expose(&self) -> &str {
        ascii(self.bytes.get(..self.length).unwrap_or_default())
    }

    /// How many full years the person has lived on a day; `None` before birth.
    #[must_use]
    pub fn age_on(&self, day: Day) -> Option<u8> {
        let (born, (year, month, of_month)) = (self.born.parts()?, day.parts()?);
        let before_birthday = (month, of_month) < (born.1, born.2);
        let years = year
            .checked_sub(born.0)?
            .checked_sub(i32::from(before_birthday))?;
        u8::try_from(years).ok()
    }

    /// Whether it is one of the fifteen digits that were issued before 1999.
    #[must_use]
    pub const fn is_legacy(&self) -> bool {
        self.length == 15
    }

    fn check(bytes: [u8; 18]) -> Result<Self, Fault> {
        let [body @ .., last] = bytes;
        if !body.iter().all(u8::is_ascii_digit) || !matches!(last, b'0'..=b'9' | b'X') {
            return Err(Fault::Character);
        }
        let (year, rest) = bytes
            .get(6..)
            .and_then(<[u8]>::split_first_chunk::<4>)
            .ok_or(Fault::Length)?;
        let born = birth_day(number(year).ok_or(Fault::Character)?, rest)?;
        check_division(&bytes)?;
        if check_character(&body) != Some(last) {
            return Err(Fault::CheckCharacter);
        }
        let length = 18;
        Ok(Self {
            bytes,
            length,
            born,
        })
    }

    fn check_legacy(bytes: [u8; 18]) -> Result<Self, Fault> {
        let (digits, _) = bytes.split_first_chunk::<15>().ok_or(Fault::Length)?;
        let [first, body @ ..] = digits;
        if !digits.iter().all(u8::is_ascii_digit) {
            return Err(Fault::Character);
        }
        if body.iter().all(|byte| byte == first) {
            return Err(Fault::Placeholder);
        }
        let (year, rest) = bytes
            .get(6..)
            .and_then(<[u8]>::split_first_chunk::<2>)
            .ok_or(Fault::Length)?;
        let year = number(year).ok_or(Fault::Character)?.saturating_add(1900);
        let born = birth_day(year, rest)?;
        check_division(&bytes)?;
        let length = 15;
        Ok(Self {
            bytes,
            length,
            born,
        })
    }
}

impl fmt::Display for ResidentId {
    /// Writes the first six and the last four characters, as the law allows on public pages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.expose();
        let (head, rest) = number.split_at_checked(6).unwrap_or_default();
        let tail = rest
            .split_at_checked(rest.len().saturating_sub(4))
            .unwrap_or_default();
        f.write_str(head)?;
        tail.0.chars().try_for_each(|_| f.write_str("*"))?;
        f.write_str(tail.1)
    }
}

impl fmt::Debug for ResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResidentId(******)")
    }
}

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

// Provinces of GB/T 2260, and 81 to 83 of the residence permits for Hong Kong, Macao and Taiwan.
const PROVINCES: [&[u8; 2]; 35] = [
    b"11", b"12", b"13", b"14", b"15", b"21", b"22", b"23", b"31", b"32", b"33", b"34", b"35",
    b"36", b"37", b"41", b"42", b"43", b"44", b"45", b"46", b"50", b"51", b"52", b"53", b"54",
    b"61", b"62", b"63", b"64", b"65", b"71", b"81", b"82", b"83",
];

fn birth_day(year: u32, rest: &[u8]) -> Result<Day, Fault> {
    let (month, rest) = rest.split_first_chunk::<2>().ok_or(Fault::Length)?;
    let (day, _) = rest.split_first_chunk::<2>().ok_or(Fault::Length)?;
    let (month, day) = number(month).zip(number(day)).ok_or(Fault::Character)?;
    let born = Day::of(year.cast_signed(), month, day).ok_or(Fault::NoSuchDay)?;
    if (1900..=2199).contains(&year) {
        Ok(born)
    } else {
        Err(Fault::YearOutOfRange)
    }
}

// A foreigner's card of 2023 has a 9 before the two digits of the province.
fn check_division(bytes: &[u8; 18]) -> Result<(), Fault> {
    let [first, second, third, ..] = *bytes;
    let province = if first == b'9' {
        [second, third]
    } else {
        [first, second]
    };
    if PROVINCES.contains(&&province) {
        Ok(())
    } else {
        Err(Fault::NoSuchRegion)
    }
}

fn check_character(body: &[u8; 17]) -> Option<u8> {
    let sum = body.iter().zip(WEIGHTS).fold(0_u32, |sum, (byte, weight)| {
        sum.wrapping_add(u32::from(byte.wrapping_sub(b'0')).wrapping_mul(weight))
    });
    b"10X98765432".get(usize::try_from(sum % 11).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Note;
    use proptest::prelude::*;

    #[test]
    fn reads_both_lengths() {
        let id = ResidentId::parse("11010519491231002X").unwrap();
        assert!(id.notes.is_empty() && !id.value.is_legacy());
        assert_eq!(id.value.expose(), "11010519491231002X");
        let legacy = ResidentId::parse("610104620927690").unwrap().value;
        assert!(legacy.is_legacy());
        assert_eq!(legacy.expose(), "610104620927690");
        assert_eq!(legacy.to_string(), "610104*****7690");
        let lower = ResidentId::parse("11010519491231002x").unwrap();
        assert!(lower.notes.has(Note::Case));
    }

    #[test]
    fn ages_count_full_years() {
        let id = ResidentId::parse("11010519491231002X").unwrap().value;
        let age = |y, m, d| id.age_on(Day::of(y, m, d).unwrap());
        assert_eq!(age(1963, 12, 30), Some(13));
        assert_eq!(age(1963, 12, 31), Some(14));
        assert_eq!(age(1949, 12, 31), Some(0));
        assert_eq!(age(1949, 12, 30), None);
    }

    #[test]
    fn what_is_no_id_says_why() {
        for (text, fault) in [
            ("110105194912310021", Fault::CheckCharacter),
            ("110105194902300021", Fault::NoSuchDay),
            ("990426199112010074", Fault::NoSuchRegion),
            ("T60426199101010078", Fault::Character),
            ("1101051949123100", Fault::Length),
            ("111111111111111", Fault::Placeholder),
            ("000000000000000000", Fault::Placeholder),
            ("无", Fault::Placeholder),
            ("110105********002X", Fault::Masked),
            ("110105XXXXXXXX002X", Fault::Masked),
            ("dddddd#### dddddddd", Fault::Masked),
        ] {
            assert_eq!(ResidentId::parse(text).unwrap_err(), fault, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_prints_the_number(day in 700_000_i32..740_000, serial in 0_u32..1000) {
            let (year, month, of_month) = Day::from_number(day).parts().unwrap();
            let body = format!("620102{year:04}{month:02}{of_month:02}{serial:03}");
            let last = check_character(body.as_bytes().try_into().unwrap()).unwrap();
            let text = format!("{body}{}", char::from(last));
            let id = ResidentId::parse(&text).unwrap().value;
            prop_assert_eq!(id.expose(), &text);
            prop_assert_eq!(id.to_string(), format!("620102********{}", text.split_at(14).1));
            prop_assert_eq!(format!("{id:?}"), "ResidentId(******)");
        }

        #[test]
        fn no_text_stops_the_reader(text in ".*", near in "[0-9Xx]{14,19}") {
            let _ = (ResidentId::parse(&text), ResidentId::parse(&near));
        }
    }
}
