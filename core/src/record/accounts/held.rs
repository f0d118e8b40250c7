//! What one cell of a table of amounts holds.

use crate::words::Fault;
use crate::words::amount::{Amount, Unit};
use crate::words::normalize::{is_blank, is_placeholder, trim};

/// What one cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// The column does not belong to the row.
    Outside,
    /// Nothing, or a sign that stands for nothing.
    Blank,
    /// An amount.
    Amount(Money),
    /// Something that is no amount.
    Odd(Odd),
}

/// An amount as it was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    /// The amount in 分.
    pub fen: i64,
    /// Decimals that were printed.
    pub places: u8,
}

/// Why a cell holds no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    /// The error of a formula, such as `#REF!`.
    Formula,
    /// Anything else.
    Text(Fault),
}

impl Held {
    /// Reads a cell whose bare numbers are in this unit.
    #[must_use]
    pub fn read(text: &str, unit: Unit) -> Self {
        if text.is_empty() {
            return Self::Blank;
        }
        if let Some(money) = quick(text, unit) {
            return Self::Amount(money);
        }
        let text = trim(text);
        if is_blank(text) || is_placeholder(text) {
            Self::Blank
        } else if text.starts_with('#') && text.is_ascii() {
            Self::Odd(Odd::Formula)
        } else {
            match Amount::parse(text, unit) {
                Ok(read) => Self::Amount(Money {
                    fen: read.value.fen(),
                    places: places(text),
                }),
                Err(fault) => Self::Odd(Odd::Text(fault)),
            }
        }
    }

    /// The amount; nothing where nothing is held.
    #[must_use]
    pub const fn fen(self) -> Option<i64> {
        match self {
            Self::Amount(money) => Some(money.fen),
            Self::Blank | Self::Outside => Some(0),
            Self::Odd(_) => None,
        }
    }

    /// Whether an amount that is not zero is held.
    #[must_use]
    pub const fn is_some(self) -> bool {
        matches!(self, Self::Amount(money) if money.fen != 0)
    }
}

/// Whether a text is an amount or at least means to be one.
#[must_use]
pub fn is_number(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        && matches!(
            Held::read(text, Unit::YiYuan),
            Held::Amount(_) | Held::Odd(Odd::Text(Fault::TooLarge | Fault::TooFine))
        )
}

fn places(text: &str) -> u8 {
    let digits = text
        .rsplit(['.', '．'])
        .next()
        .filter(|rest| rest.len() < text.len());
    let count = digits.map_or(0, |rest| {
        rest.chars()
            .take_while(|c| c.is_ascii_digit() || ('０'..='９').contains(c))
            .count()
    });
    u8::try_from(count).unwrap_or(u8::MAX)
}

/// The longest number that cannot grow too large while it is read.
const LONGEST: usize = 18;

// The plain form that nearly every cell has, in one pass: a minus, digits in groups or not, decimals.
fn quick(text: &str, unit: Unit) -> Option<Money> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.len() > LONGEST {
        return None;
    }
    // How many digits stand together, and whether a comma stands before them.
    let (mut value, mut run, mut grouped, mut point) = (0_i64, 0_u8, false, false);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                let digit = i64::from(byte.wrapping_sub(b'0'));
                value = value.wrapping_mul(10).wrapping_add(digit);
                run = run.wrapping_add(1);
            }
            b',' if !point && run <= 3 && is_group(run, grouped) => (run, grouped) = (0, true),
            b'.' if !point && is_group(run, grouped) => (run, grouped, point) = (0, false, true),
            _ => return None,
        }
    }
    if !is_group(run, grouped) {
        return None;
    }
    let places = if point { run } else { 0 };
    let mut scale = unit.fen();
    for _ in 0..places {
        if scale % 10 != 0 {
            return None;
        }
        scale /= 10;
    }
    let fen = value.checked_mul(scale)?;
    Some(Money {
        fen: if negative { fen.checked_neg()? } else { fen },
        places,
    })
}

const fn is_group(digits: u8, after_comma: bool) -> bool {
    digits > 0 && (!after_comma || digits == 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fen(text: &str) -> Option<i64> {
        let held = Held::read(text, Unit::WanYuan);
        matches!(held, Held::Amount(_)).then(|| held.fen())?
    }

    #[test]
    fn forms_of_cells() {
        for (text, expected) in [
            ("2,940.05", 2_940_050_000),
            ("0", 0),
            ("0.00", 0),
            ("-1.50", -1_500_000),
            ("(1.50)", -1_500_000),
            ("１,２３４．５６", 1_234_560_000),
            ("3元", 300),
        ] {
            assert_eq!(fen(text), Some(expected), "{text}");
        }
        for text in ["", " ", "-", "—", "/", "无"] {
            assert_eq!(Held::read(text, Unit::Yuan), Held::Blank, "{text}");
        }
        for text in ["#REF!", "#DIV/0!", "#N/A", "#VALUE!"] {
            assert_eq!(Held::read(text, Unit::Yuan), Held::Odd(Odd::Formula));
        }
        for text in ["1,23", "1234,567", "12..3", "约5", "5.", "2010101X"] {
            assert!(
                matches!(Held::read(text, Unit::Yuan), Held::Odd(Odd::Text(_))),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn the_quick_way_agrees_with_the_long_one(text in "-?[0-9,]{1,9}(\\.[0-9]{0,3})?") {
            let long = Amount::parse(&text, Unit::WanYuan).ok().map(|read| read.value.fen());
            if let Some(money) = quick(&text, Unit::WanYuan) {
                prop_assert_eq!(Some(money.fen), long);
            }
        }
    }
}
