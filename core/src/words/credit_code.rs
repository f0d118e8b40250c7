//! The unified social credit code (统一社会信用代码, GB 32100-2015) of an organization.

use super::gather::{gather, has_mask_run};
use super::note::{Fault, Notes, Read};
use super::organization_code::{NO_VALUE, OrganizationCode, check_digit, values_of};
use core::fmt;

/// A unified social credit code whose both check characters fit.
///
/// ```
/// use gongkai::words::{CreditCode, Fault};
/// let code = CreditCode::parse("91230500MA1B3N1N2M").unwrap().value;
/// assert_eq!(code.region(), "230500");
/// assert_eq!(CreditCode::parse("91230500MA1B3N1N2N"), Err(Fault::CheckCharacter));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode([u8; 18]);

impl CreditCode {
    /// Reads a code; case, width, spaces and hyphens are noted, nothing else is repaired.
    ///
    /// # Errors
    /// The [`Fault`] says why the text is no credit code, or that it was hidden or stands for none.
    pub fn parse(text: &str) -> Result<Read<Self>, Fault> {
        if let Ok(bytes) = <[u8; 18]>::try_from(text.as_bytes())
            && let Ok(value) = Self::check(bytes)
        {
            let notes = Notes::NONE;
            return Ok(Read { value, notes });
        }
        let code = gather::<18>(text)?;
        if code.count != 18 {
            return Err(Fault::Length);
        }
        let value = Self::check(code.bytes)?;
        let notes = code.notes;
        Ok(Read { value, notes })
    }

    /// Checks eighteen characters against the standard.
    ///
    /// # Errors
    /// As [`CreditCode::parse`].
    pub fn check(bytes: [u8; 18]) -> Result<Self, Fault> {
        let sum = weighted_sum(&bytes)?;
        if is_stand_in(&bytes) {
            return Err(Fault::Placeholder);
        }
        if has_mask_run(&bytes) {
            return Err(Fault::Masked);
        }
        if sum % 31 != 0 {
            return Err(Fault::CheckCharacter);
        }
        let code = Self(bytes);
        let inner = code.inner();
        if check_digit(&inner) != inner.last().copied() {
            return Err(Fault::InnerCheckDigit);
        }
        Ok(code)
    }

    /// The code that was meant, if exactly one fits once letters that look like digits are read as digits.
    ///
    /// I, O, S and Z are no characters of a credit code, and a lower-case `l` may be the digit 1. What is
    /// returned is a proposal for a person: it fits both checks, and is never taken silently.
    #[must_use]
    pub fn suggest(text: &str) -> Option<Self> {
        let code = gather::<18>(text).ok().filter(|code| code.count == 18)?;
        if Self::check(code.bytes).is_ok() {
            return None;
        }
        let plain = code.bytes.map(digit_meant);
        let mut found = readings(plain, code.lower_l).filter_map(|bytes| Self::check(bytes).ok());
        found.next().filter(|_| found.next().is_none())
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        ascii(&self.0)
    }

    /// The organization code inside: characters 9 to 17.
    #[must_use]
    pub fn organization_code(&self) -> OrganizationCode {
        OrganizationCode::from_checked(self.inner())
    }

    /// The division code of the registering authority: characters 3 to 8.
    #[must_use]
    pub fn region(&self) -> &str {
        ascii(self.0.get(2..8).unwrap_or_default())
    }

    /// The registering department: the first character.
    #[must_use]
    pub fn department(&self) -> char {
        char::from(self.0[0])
    }

    /// Department and kind of organization: the first two characters.
    #[must_use]
    pub fn category(&self) -> &str {
        ascii(self.0.get(..2).unwrap_or_default())
    }

    fn inner(&self) -> [u8; 9] {
        let (_, rest) = self.0.split_first_chunk::<8>().unwrap_or((&[0; 8], &[]));
        rest.first_chunk().copied().unwrap_or_default()
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CreditCode({})", self.as_str())
    }
}

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

// Powers of 3 modulo 31; the check character counts once, so that the whole sum is a multiple of 31.
const WEIGHTS: [u32; 18] = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1,
];

const VALUES: [u8; 256] = values_of(ALPHABET);

fn weighted_sum(bytes: &[u8; 18]) -> Result<u32, Fault> {
    let (mut sum, mut seen) = (0_u32, 0_u8);
    for (byte, weight) in bytes.iter().zip(WEIGHTS) {
        let value = VALUES.get(usize::from(*byte)).copied().unwrap_or(NO_VALUE);
        seen |= value;
        sum = sum.wrapping_add(u32::from(value).wrapping_mul(weight));
    }
    // Of all values, `NO_VALUE` alone has its highest bit set.
    if seen > i8::MAX.cast_unsigned() {
        Err(Fault::Character)
    } else {
        Ok(sum)
    }
}

// `00000000000000000X` and codes of one repeated character, which fit their own check when all are zero.
fn is_stand_in(bytes: &[u8; 18]) -> bool {
    let [first, body @ .., _] = bytes;
    body.iter().all(|byte| byte == first)
}

const fn digit_meant(byte: u8) -> u8 {
    match byte {
        b'O' => b'0',
        b'I' => b'1',
        b'S' => b'5',
        b'Z' => b'2',
        other => other,
    }
}

const MOST_UNSURE: usize = 4;

// Every way to read the first few `L` as `L` or as the digit 1.
fn readings(plain: [u8; 18], lower_l: bool) -> impl Iterator<Item = [u8; 18]> {
    let mut unsure = [usize::MAX; MOST_UNSURE];
    let found = plain
        .iter()
        .enumerate()
        .filter(|(_, byte)| lower_l && **byte == b'L');
    let mut count = 0_u32;
    for (slot, (place, _)) in unsure.iter_mut().zip(found) {
        *slot = place;
        count = count.saturating_add(1);
    }
    (0..1_u32.wrapping_shl(count)).map(move |choice| {
        let mut bytes = plain;
        for (bit, place) in (0_u32..).zip(unsure) {
            if choice & 1_u32.wrapping_shl(bit) != 0
                && let Some(byte) = bytes.get_mut(place)
            {
                *byte = b'1';
            }
        }
        bytes
    })
}

pub(super) fn ascii(bytes: &[u8]) -> &str {
    core::str::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Note;
    use proptest::prelude::*;

    #[test]
    fn parts_of_a_code() {
        let code = CreditCode::parse("N2620102MA0000007E").unwrap().value;
        assert_eq!(code.department(), 'N');
        assert_eq!(code.category(), "N2");
        assert_eq!(code.region(), "620102");
        assert_eq!(code.organization_code().to_string(), "MA0000007");
        assert_eq!(format!("{code:?}"), "CreditCode(N2620102MA0000007E)");
    }

    #[test]
    fn known_codes_fit() {
        for text in [
            "91230500MA1B3N1N2M",
            "11230500001755309F",
            "11341702486344515H",
            "11420000MB15291767",
            "113325000026455663",
            "91350100M000100Y43",
        ] {
            let read = CreditCode::parse(text).unwrap();
            assert_eq!(read.value.to_string(), text);
            assert!(read.notes.is_empty());
        }
    }

    #[test]
    fn folding_is_noted() {
        for (text, note) in [
            ("91230500ma1b3n1n2m", Note::Case),
            (" 91 230500 MA1B3N1N2M", Note::Spaces),
            ("91-230500-MA1B3N1N2M", Note::Hyphens),
            ("９1230500MA1B3N1N2M", Note::FullWidth),
        ] {
            let read = CreditCode::parse(text).unwrap();
            assert_eq!(read.value.as_str(), "91230500MA1B3N1N2M");
            assert_eq!(read.notes, Notes::NONE.with(note));
        }
    }

    #[test]
    fn what_is_no_code_says_why() {
        for (fault, texts) in [
            (
                Fault::Placeholder,
                &[
                    "",
                    "/",
                    "无",
                    "0",
                    "00000000000000000X",
                    "000000000000000000",
                    "111111111111111111",
                ][..],
            ),
            (
                Fault::Masked,
                &[
                    "*",
                    "9161011505713****W",
                    "91430681XXXXXXXXXX",
                    "91431xxxx2400",
                    "92430681******",
                ],
            ),
            (
                Fault::Length,
                &["12345", "92420200MA4D8086XN(1-1)", "9135098175496632跗"],
            ),
            (
                Fault::Character,
                &["9111000060003IOZSV", "91110000600093140？"],
            ),
            (Fault::CheckCharacter, &["91110000600037341N"]),
            // The outer check fits, the check digit of the organization code does not.
            (Fault::InnerCheckDigit, &["91230500MA1B3N1N3Q"]),
        ] {
            for text in texts {
                assert_eq!(CreditCode::parse(text).unwrap_err(), fault, "{text}");
            }
        }
    }

    #[test]
    fn proposes_the_only_code_that_fits() {
        let code = CreditCode::parse("91110000600037341L").unwrap().value;
        for text in [
            "9lll0000600037341L",
            "911IO000600037341L",
            "91110OOO600037341L",
        ] {
            assert_eq!(CreditCode::suggest(text), Some(code), "{text}");
        }
        for text in [
            "91110000600037341L",
            "91110000600037341N",
            "",
            "*",
            "9111000060003734I",
        ] {
            assert_eq!(CreditCode::suggest(text), None, "{text}");
        }
    }

    fn any_code() -> impl Strategy<Value = String> {
        let any = prop::collection::vec(0_usize..31, 16);
        any.prop_map(|places| {
            let body: String = places.iter().map(|n| char::from(ALPHABET[*n])).collect();
            let mut bytes: Vec<u8> = body.bytes().collect();
            let mut inner = [b'0'; 9];
            inner[..8].copy_from_slice(&bytes[8..16]);
            bytes.push(check_digit(&inner).unwrap());
            bytes.push(b'0');
            let sum = weighted_sum(&bytes.clone().try_into().unwrap()).unwrap();
            bytes[17] = ALPHABET[usize::try_from(31_u32.wrapping_sub(sum % 31) % 31).unwrap()];
            String::from_utf8(bytes).unwrap()
        })
    }

    proptest! {
        #[test]
        fn codes_survive_printing(text in any_code()) {
            prop_assume!(!has_mask_run(text.as_bytes()));
            let code = CreditCode::parse(&text).unwrap().value;
            prop_assert_eq!(code.to_string(), text);
        }

        #[test]
        fn one_changed_character_is_found(text in any_code(), place in 0_usize..18, to in 0_usize..31) {
            prop_assume!(!has_mask_run(text.as_bytes()) && text.as_bytes()[place] != ALPHABET[to]);
            let mut bytes: [u8; 18] = text.as_bytes().try_into().unwrap();
            bytes[place] = ALPHABET[to];
            prop_assert!(CreditCode::check(bytes).is_err());
        }

        #[test]
        fn no_text_stops_the_reader(text in ".*", near in "[0-9A-Za-zＡ-Ｚ -]{16,20}") {
            let _ = (CreditCode::parse(&text), CreditCode::suggest(&text));
            let _ = (CreditCode::parse(&near), CreditCode::suggest(&near));
        }
    }
}
