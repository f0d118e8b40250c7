//! Exact numbers: what sums, shares and comparisons are computed with, so that nothing is rounded.

use super::amount::{Amount, Unit};
use super::decimal::Decimal;
use core::fmt;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, Zero};

/// An exact number.
///
/// ```
/// use gongkai::words::{Decimal, Exact};
/// let third = Exact::from(1).divided_by(Exact::from(3)).unwrap();
/// assert_eq!(third.to_string(), "1/3");
/// assert_eq!(third.times(Exact::from(6)).unwrap().to_string(), "2");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(Ratio<i128>);

/// The most places a decimal fraction is printed with.
const MOST_PLACES: u32 = 18;

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));

    /// One.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// A number of things.
    #[must_use]
    pub fn count(number: u64) -> Self {
        Self(Ratio::from_integer(i128::from(number)))
    }

    /// 1 and 2 and so on up to a number, added up.
    #[must_use]
    pub fn sum_up_to(number: u64) -> Option<Self> {
        let next = Self::count(number.checked_add(1)?);
        let pairs = Self::count(number).times(next)?;
        pairs.divided_by(Self::count(2))
    }

    /// A factor as it is written: `1.1`, or `110%`.
    #[must_use]
    pub fn factor(text: &str) -> Option<Self> {
        let hundredth = Self(Ratio::new_raw(1, 100));
        match text.strip_suffix('%') {
            Some(percent) => Self::from(Decimal::parse(percent).ok()?.value).times(hundredth),
            None => Some(Self::from(Decimal::parse(text).ok()?.value)),
        }
    }

    /// Both together, if that can be held.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(&other.0).map(Self)
    }

    /// This less the other, if that can be held.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(&other.0).map(Self)
    }

    /// The product, if that can be held.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        self.0.checked_mul(&other.0).map(Self)
    }

    /// The quotient; none by nothing.
    #[must_use]
    pub fn divided_by(self, other: Self) -> Option<Self> {
        if other.0.is_zero() {
            return None;
        }
        self.0.checked_div(&other.0).map(Self)
    }

    /// The largest whole number that is not more; none is less than nothing.
    #[must_use]
    pub fn floor(self) -> u64 {
        let whole = self.0.floor().to_integer().max(0);
        u64::try_from(whole).unwrap_or(u64::MAX)
    }

    /// How far it is from nothing.
    #[must_use]
    pub fn size(self) -> Self {
        Self(self.0.abs())
    }

    /// Half of what the last place of a decimal counts.
    #[must_use]
    pub fn half_of_last_place(places: u8) -> Option<Self> {
        let size = 10_i128.checked_pow(u32::from(places))?.checked_mul(2)?;
        Some(Self(Ratio::new_raw(1, size)))
    }
}

impl From<i64> for Exact {
    fn from(number: i64) -> Self {
        Self(Ratio::from_integer(i128::from(number)))
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        let size = 10_i128
            .checked_pow(u32::from(decimal.places()))
            .unwrap_or(1);
        Self(Ratio::new(i128::from(decimal.units()), size))
    }
}

impl From<Amount> for Exact {
    /// The sum in yuan.
    fn from(amount: Amount) -> Self {
        Self(Ratio::new(
            i128::from(amount.fen()),
            i128::from(Unit::Yuan.fen()),
        ))
    }
}

impl fmt::Display for Exact {
    /// Writes a decimal where it is one, and a fraction where it is not.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (numer, denom) = (*self.0.numer(), *self.0.denom());
        let decimal = (0..=MOST_PLACES).find_map(|places| {
            let size = 10_i128.checked_pow(places)?;
            let units = numer.checked_mul(size.checked_div(denom)?)?;
            (size.checked_rem(denom)? == 0).then_some((units, size, places))
        });
        let Some((units, size, places)) = decimal else {
            return write!(f, "{numer}/{denom}");
        };
        let (units, sign) = (units.unsigned_abs(), if units < 0 { "-" } else { "" });
        let whole = units.checked_div(size.unsigned_abs()).unwrap_or(units);
        write!(f, "{sign}{whole}")?;
        let part = units.checked_rem(size.unsigned_abs()).unwrap_or(0);
        match usize::try_from(places) {
            Ok(width @ 1..) => write!(f, ".{part:0width$}"),
            _ => Ok(()),
        }
    }
}

impl serde::Serialize for Exact {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn prints_decimals_and_fractions() {
        for (text, shown) in [
            ("1.10", "1.1"),
            ("110%", "1.1"),
            ("-0.05", "-0.05"),
            ("12.5%", "0.125"),
            ("3", "3"),
        ] {
            assert_eq!(Exact::factor(text).unwrap().to_string(), shown, "{text}");
        }
        let seventh = Exact::from(-5).divided_by(Exact::from(7)).unwrap();
        assert_eq!(seventh.to_string(), "-5/7");
        assert_eq!(Exact::from(1).divided_by(Exact::ZERO), None);
        assert_eq!(Exact::factor("x%"), None);
        assert_eq!(
            Exact::from(Amount::from_fen(-12_345)).to_string(),
            "-123.45"
        );
    }

    #[test]
    fn what_cannot_be_held_is_none() {
        let mut large = Exact::from(i64::MAX);
        large = large.times(large).unwrap();
        assert_eq!(large.times(large), None);
        let small = Exact::ONE.divided_by(large).unwrap();
        assert_eq!(small.times(small), None);
        assert!(small < Exact::half_of_last_place(12).unwrap());
    }

    #[test]
    fn numbers_are_added_up_and_rounded_down() {
        let sums = [0, 1, 4].map(|number| Exact::sum_up_to(number).unwrap().to_string());
        assert_eq!(sums, ["0", "1", "10"]);
        let halves = [-3, 3].map(|number| Exact::from(number).divided_by(Exact::from(2)).unwrap());
        assert_eq!(halves.map(Exact::floor), [0, 1]);
    }
}
