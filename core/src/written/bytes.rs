//! Values as bytes: numbers seven bits a byte, the lowest first; before texts and lists, how long they are.

use alloc::vec::Vec;

/// What is left of some bytes while they are read from front to back; behind their end there are zeros.
#[derive(Debug)]
pub struct Bytes<'b> {
    rest: &'b [u8],
}

impl<'b> Bytes<'b> {
    /// All of some bytes.
    #[must_use]
    pub const fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Whether nothing is left.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// A number.
    pub fn number(&mut self) -> u64 {
        let mut number = 0;
        let mut shift = 0_u32;
        while let Some((byte, rest)) = self.rest.split_first() {
            self.rest = rest;
            number |= u64::from(byte & 0x7F).wrapping_shl(shift);
            shift = shift.wrapping_add(7);
            if *byte < 0x80 {
                break;
            }
        }
        number
    }

    /// A number with a sign, which is its lowest bit.
    pub fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1).cast_signed() ^ (number & 1).cast_signed().wrapping_neg()
    }

    /// How much follows: never more than there is.
    pub fn length(&mut self) -> usize {
        let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
        length.min(self.rest.len())
    }

    /// Bytes.
    pub fn slice(&mut self) -> &'b [u8] {
        let length = self.length();
        let (slice, rest) = self.rest.split_at_checked(length).unwrap_or_default();
        self.rest = rest;
        slice
    }

    /// Bytes up to one that ends them.
    pub fn until(&mut self, end: u8) -> &'b [u8] {
        let length = self.rest.iter().position(|byte| *byte == end);
        let length = length.unwrap_or(self.rest.len());
        let (slice, rest) = self.rest.split_at_checked(length).unwrap_or_default();
        self.rest = rest.get(1..).unwrap_or_default();
        slice
    }

    /// A text.
    pub fn text(&mut self) -> &'b str {
        core::str::from_utf8(self.slice()).unwrap_or_default()
    }

    /// Writes a number.
    pub fn put_number(mut number: u64, out: &mut Vec<u8>) {
        loop {
            let [low, ..] = number.to_le_bytes();
            number >>= 7;
            if number == 0 {
                out.push(low & 0x7F);
                return;
            }
            out.push(low | 0x80);
        }
    }

    /// Writes a number with a sign.
    pub fn put_signed(number: i64, out: &mut Vec<u8>) {
        Self::put_number(
            (number.wrapping_shl(1) ^ (number >> 63)).cast_unsigned(),
            out,
        );
    }

    /// Writes how much follows.
    pub fn put_length(length: usize, out: &mut Vec<u8>) {
        Self::put_number(u64::try_from(length).unwrap_or(u64::MAX), out);
    }

    /// Writes bytes.
    pub fn put_slice(slice: &[u8], out: &mut Vec<u8>) {
        Self::put_length(slice.len(), out);
        out.extend_from_slice(slice);
    }
}

#[cfg(test)]
mod tests {
    use super::Bytes;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(number: u64, signed: i64, text in ".*") {
            let mut out = Vec::new();
            Bytes::put_number(number, &mut out);
            Bytes::put_signed(signed, &mut out);
            Bytes::put_slice(text.as_bytes(), &mut out);
            let mut bytes = Bytes::new(&out);
            prop_assert_eq!((bytes.number(), bytes.signed(), bytes.text()), (number, signed, &*text));
            prop_assert_eq!((bytes.number(), bytes.text()), (0, ""));
        }

        #[test]
        fn anything_can_be_read(junk: Vec<u8>) {
            let mut bytes = Bytes::new(&junk);
            for _ in 0..junk.len() {
                let _ = (bytes.signed(), bytes.slice(), bytes.text());
            }
            prop_assert_eq!(bytes.number(), 0);
        }
    }
}
