//! Sums of money, exact to one 分.

use super::amount_text;
use super::note::{Fault, Read};
use core::fmt;
use serde::{Serialize, Serializer};

/// A sum of money in whole 分; negative sums are allowed.
///
/// ```
/// use gongkai::words::amount::{Amount, Unit};
/// let amount = Amount::parse("2.3万元", Unit::Yuan).unwrap().value;
/// assert_eq!(amount.to_string(), "23000.00");
/// assert_eq!(amount.display_in(Unit::WanYuan).to_string(), "2.30");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(i64);

/// The unit in which a sum is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// 分, a hundredth of a yuan.
    Fen,
    /// 元.
    Yuan,
    /// 万元, ten thousand yuan.
    WanYuan,
    /// 亿元, a hundred million yuan.
    YiYuan,
}

impl Unit {
    /// How many 分 one unit is.
    #[must_use]
    pub const fn fen(self) -> i64 {
        match self {
            Self::Fen => 1,
            Self::Yuan => 100,
            Self::WanYuan => 1_000_000,
            Self::YiYuan => 10_000_000_000,
        }
    }
}

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Reads a sum; a unit written with it goes before `default_unit`.
    ///
    /// # Errors
    /// The [`Fault`] says why the text is no sum, or none that can be held exactly.
    pub fn parse(text: &str, default_unit: Unit) -> Result<Read<Self>, Fault> {
        amount_text::read(text, default_unit)
    }

    /// The sum of this many 分.
    #[must_use]
    pub const fn from_fen(fen: i64) -> Self {
        Self(fen)
    }

    /// How many 分 it is.
    #[must_use]
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// Both together, if that can be held.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// This less the other, if that can be held.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The sum written in a unit: two decimals, and more where they are needed to stay exact.
    #[must_use]
    pub const fn display_in(self, unit: Unit) -> InUnit {
        InUnit { amount: self, unit }
    }
}

impl fmt::Display for Amount {
    /// Writes yuan with two decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.display_in(Unit::Yuan).fmt(f)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Amount({self})")
    }
}

impl Serialize for Amount {
    /// As it is displayed.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A sum as it is written in one unit, from [`Amount::display_in`].
#[derive(Debug, Clone, Copy)]
pub struct InUnit {
    amount: Amount,
    unit: Unit,
}

impl InUnit {
    // Written from the last digit on, in one piece: a report holds thousands of amounts.
    fn digits(self, digits: &mut [u8; 32]) -> &str {
        let size = self.unit.fen().unsigned_abs();
        let mut part = self.amount.0.unsigned_abs();
        let mut places = size.checked_ilog10().unwrap_or(0);
        // Cents are always written, finer places where they are not zero.
        while places > 2 && part.is_multiple_of(10) {
            part /= 10;
            places = places.saturating_sub(1);
        }
        let mut start = digits.len();
        let mut put = |byte: u8| {
            start = start.saturating_sub(1);
            if let Some(place) = digits.get_mut(start) {
                *place = byte;
            }
        };
        let mut next = || {
            let digit = u8::try_from(part % 10).unwrap_or(0);
            part /= 10;
            (b'0'.saturating_add(digit), part == 0)
        };
        for _ in 0..places {
            put(next().0);
        }
        if places > 0 {
            put(b'.');
        }
        loop {
            let (digit, is_first) = next();
            put(digit);
            if is_first {
                break;
            }
        }
        if self.amount.0 < 0 {
            put(b'-');
        }
        let text = digits.get(start..);
        text.and_then(|text| str::from_utf8(text).ok())
            .unwrap_or_default()
    }
}

impl fmt::Display for InUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.digits(&mut [0; 32]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn prints_in_every_unit() {
        let amount = Amount::from_fen(-123_456_789);
        assert_eq!(amount.to_string(), "-1234567.89");
        assert_eq!(amount.display_in(Unit::Fen).to_string(), "-123456789");
        assert_eq!(amount.display_in(Unit::WanYuan).to_string(), "-123.456789");
        assert_eq!(amount.display_in(Unit::YiYuan).to_string(), "-0.0123456789");
        assert_eq!(Amount::from_fen(-5).to_string(), "-0.05");
        assert_eq!(
            Amount::from_fen(i64::MIN).to_string(),
            "-92233720368547758.08"
        );
        assert_eq!(
            Amount::from_fen(2_300_000)
                .display_in(Unit::WanYuan)
                .to_string(),
            "2.30"
        );
    }

    proptest! {
        #[test]
        fn sums_survive_printing(fen: i64) {
            let amount = Amount::from_fen(fen);
            for unit in [Unit::Fen, Unit::Yuan, Unit::WanYuan, Unit::YiYuan] {
                let text = amount.display_in(unit).to_string();
                let read = Amount::parse(&text, unit).unwrap();
                prop_assert_eq!(read.value, amount);
                prop_assert!(read.notes.is_empty());
            }
        }

        #[test]
        fn no_text_stops_the_reader(text in ".*", near in "[-+(]?[¥￥]?[0-9,.一二十百万亿元整)]{0,40}") {
            let _ = (Amount::parse(&text, Unit::Yuan), Amount::parse(&near, Unit::YiYuan));
        }
    }
}
