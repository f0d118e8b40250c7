//! Numbers in running text: amounts, shares and counts, each with how far its rounding reaches.

use crate::words::amount::Unit;
use alloc::vec::Vec;

/// The units in which running text states amounts.
const UNITS: [(&str, Unit); 3] = [
    ("万元", Unit::WanYuan),
    ("亿元", Unit::YiYuan),
    ("元", Unit::Yuan),
];

/// How many digits a text begins with.
#[must_use]
pub fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// How long the number is with which a text begins, decimals and thousands separators with it.
#[must_use]
pub fn number(text: &str) -> Option<usize> {
    let length = text
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        .count();
    let length = text.get(..length)?.trim_end_matches(['.', ',']).len();
    (length > 0 && text.starts_with(|c: char| c.is_ascii_digit())).then_some(length)
}

/// Where the next number of a text begins.
#[must_use]
pub fn next(text: &str) -> Option<usize> {
    let mut before = None;
    text.char_indices().find_map(|(at, c)| {
        let begins = c.is_ascii_digit()
            && !before.is_some_and(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
        before = Some(c);
        begins.then_some(at)
    })
}

/// The amount with which a text begins: 分, half of its last digit, and its length.
#[must_use]
pub fn amount(text: &str) -> Option<(i64, i64, usize)> {
    let length = number(text)?;
    let rest = text.get(length..)?;
    let (name, unit) = UNITS.iter().find(|(name, _)| rest.starts_with(name))?;
    let (fen, half) = scaled(text.get(..length)?, unit.fen())?;
    Some((fen, half, length.saturating_add(name.len())))
}

/// The share with which a text begins: hundredths of a percent, half of its last digit, and its length.
#[must_use]
pub fn share(text: &str) -> Option<(i64, i64, usize)> {
    let length = number(text)?;
    if !text.get(length..)?.starts_with('%') {
        return None;
    }
    let (share, half) = scaled(text.get(..length)?, 100)?;
    Some((share, half, length.saturating_add(1)))
}

/// Every amount between two places of a text: 分, half of its last digit, and where it begins.
#[must_use]
pub fn amounts(text: &str, from: usize, to: usize) -> Vec<(i64, i64, usize)> {
    let mut found = Vec::new();
    let mut at = from;
    while let Some(start) = text.get(at..to).and_then(next) {
        let start = at.saturating_add(start);
        let rest = text.get(start..).unwrap_or_default();
        let length = if let Some((fen, half, length)) = amount(rest) {
            found.push((fen, half, start));
            length
        } else {
            number(rest).unwrap_or(1)
        };
        at = start.saturating_add(length);
    }
    found
}

// A decimal number times a scale, and half of its last digit.
fn scaled(text: &str, scale: i64) -> Option<(i64, i64)> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let mut value = 0_i64;
    for byte in whole.bytes().filter(|byte| *byte != b',') {
        value = value
            .checked_mul(10)?
            .checked_add(i64::from(byte.wrapping_sub(b'0')))?;
    }
    value = value.checked_mul(scale)?;
    let mut step = scale;
    for byte in part.bytes() {
        step = step.checked_div(10)?;
        value = value.checked_add(i64::from(byte.wrapping_sub(b'0')).checked_mul(step)?)?;
    }
    Some((value, step.checked_div(2)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_by_what_follows_them() {
        assert_eq!(amount("1,560.05万元"), Some((1_560_050_000, 5_000, 14)));
        assert_eq!(amount("3个"), None);
        assert_eq!(share("96.91%。"), Some((9691, 0, 6)));
        assert_eq!(share("96.91"), None);
        let text = "2024年3元、0.5万元";
        assert_eq!(
            amounts(text, 0, text.len()),
            [(300, 50, 7), (500_000, 50_000, 14)]
        );
    }
}
