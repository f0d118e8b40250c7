//! The forms in which published tables write sums of money.

use super::amount::{Amount, Unit};
use super::chinese_number::{is_numeral, of_money};
use super::normalize::{is_blank, is_placeholder, is_space, plain};
use super::note::{Fault, Note, Notes, Read};

/// Reads a sum in any known form.
pub(super) fn read(text: &str, default_unit: Unit) -> Result<Read<Amount>, Fault> {
    if is_blank(text) || is_placeholder(text) {
        return Err(Fault::Placeholder);
    }
    let plain = plain(text);
    if plain.value.contains(['*', '#', '某', '×']) {
        return Err(Fault::Masked);
    }
    if !plain
        .value
        .contains(|c: char| c.is_ascii_digit() || is_numeral(c))
    {
        return Err(Fault::NotANumber);
    }
    let sign = signed(&plain.value);
    let fen = if sign.body.starts_with(is_numeral) {
        numerals(sign.body)?
    } else {
        digits(sign.body, default_unit)?
    };
    let value = if sign.negative {
        fen.value.checked_neg()
    } else {
        Some(fen.value)
    };
    let value = i64::try_from(value.ok_or(Fault::TooLarge)?).map_err(|_| Fault::TooLarge)?;
    Ok(Read {
        value: Amount::from_fen(value),
        notes: plain.notes.union(sign.notes).union(fen.notes),
    })
}

struct Signed<'a> {
    body: &'a str,
    negative: bool,
    notes: Notes,
}

// Takes off brackets that mean a negative sum, the sign, and the currency before or after the sign.
fn signed(text: &str) -> Signed<'_> {
    let bracketed = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let (text, mut notes) = currency(bracketed.unwrap_or(text));
    let minus = text.strip_prefix(['-', '−', '–']);
    let (body, after) = currency(minus.or_else(|| text.strip_prefix('+')).unwrap_or(text));
    notes = notes.union(after);
    // `(-5)` says two things at once: the sign is left in place and is no digit.
    if bracketed.is_some() && minus.is_some() {
        return Signed {
            body: text,
            negative: false,
            notes,
        };
    }
    Signed {
        body,
        negative: bracketed.is_some() || minus.is_some(),
        notes,
    }
}

fn currency(text: &str) -> (&str, Notes) {
    let text = text.trim();
    CURRENCIES
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
        .map_or((text, Notes::NONE), |rest| {
            (rest.trim_start(), Notes::NONE.with(Note::Unit))
        })
}

const CURRENCIES: [&str; 4] = ["¥", "人民币", "RMB", "CNY"];

// What may stand after a number, longest first, in 分.
const UNITS: [(&str, i64); 10] = [
    ("亿元", Unit::YiYuan.fen()),
    ("万元", Unit::WanYuan.fen()),
    ("千元", 100_000),
    ("元整", Unit::Yuan.fen()),
    ("圆整", Unit::Yuan.fen()),
    ("元", Unit::Yuan.fen()),
    ("圆", Unit::Yuan.fen()),
    ("万", Unit::WanYuan.fen()),
    ("亿", Unit::YiYuan.fen()),
    ("分", Unit::Fen.fen()),
];

fn digits(text: &str, default_unit: Unit) -> Result<Read<i128>, Fault> {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end).ok_or(Fault::Form)?;
    let (fen, mut notes) = match unit.trim() {
        "" => (default_unit.fen(), Notes::NONE),
        unit => (unit_fen(unit)?, Notes::NONE.with(Note::Unit)),
    };
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    if number.contains(',') {
        grouped(whole)?;
        notes = notes.with(Note::Thousands);
    }
    if whole.is_empty() || part.contains(['.', ',']) || number.ends_with('.') {
        return Err(Fault::Form);
    }
    let value = scaled(whole, part.trim_end_matches('0'), fen)?;
    Ok(Read { value, notes })
}

fn unit_fen(unit: &str) -> Result<i64, Fault> {
    UNITS
        .iter()
        .find_map(|(name, fen)| (*name == unit).then_some(*fen))
        .ok_or(Fault::Form)
}

fn grouped(whole: &str) -> Result<(), Fault> {
    let mut groups = whole.split(',');
    let lead = groups.next().map_or(0, str::len);
    if (1..=3).contains(&lead) && groups.all(|group| group.len() == 3) {
        Ok(())
    } else {
        Err(Fault::Form)
    }
}

// The digits times the unit, exact: what is finer than one 分 has nowhere to go.
fn scaled(whole: &str, part: &str, fen: i64) -> Result<i128, Fault> {
    let (mut value, mut left) = (0_i128, i128::from(fen));
    for byte in whole.bytes().filter(|byte| *byte != b',') {
        value = shifted(value, byte)?;
    }
    value = value.checked_mul(left).ok_or(Fault::TooLarge)?;
    for byte in part.bytes() {
        if left % 10 != 0 {
            return Err(Fault::TooFine);
        }
        left /= 10;
        let digit = i128::from(byte.wrapping_sub(b'0'));
        value = digit
            .checked_mul(left)
            .and_then(|more| value.checked_add(more))
            .ok_or(Fault::TooLarge)?;
    }
    Ok(value)
}

fn shifted(value: i128, byte: u8) -> Result<i128, Fault> {
    let digit = i128::from(byte.wrapping_sub(b'0'));
    value
        .checked_mul(10)
        .and_then(|value| value.checked_add(digit))
        .ok_or(Fault::TooLarge)
}

// 贰万玖仟元整, 伍元叁角贰分. The yuan must be named: 一百 alone may count anything.
fn numerals(text: &str) -> Result<Read<i128>, Fault> {
    let text = text.trim_end_matches(['整', '正']);
    let (yuan, rest) = text.split_once(['元', '圆']).ok_or(Fault::Form)?;
    let (tenths, rest) = rest.split_once('角').unwrap_or(("", rest));
    let (hundredths, rest) = rest.split_once('分').unwrap_or(("", rest));
    if !rest.trim_matches(is_space).is_empty() {
        return Err(Fault::Form);
    }
    let yuan = i128::from(of_money(yuan)?);
    let fen = single(tenths)?
        .saturating_mul(10)
        .saturating_add(single(hundredths)?);
    Ok(Read {
        value: yuan.saturating_mul(100).saturating_add(fen),
        notes: Notes::NONE.with(Note::ChineseNumerals).with(Note::Unit),
    })
}

fn single(text: &str) -> Result<i128, Fault> {
    match text.trim_start_matches(['零', '〇']) {
        "" => Ok(0),
        digit => of_money(digit)
            .ok()
            .filter(|value| *value < 10)
            .map(i128::from)
            .ok_or(Fault::Form),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fen(text: &str) -> Result<i64, Fault> {
        read(text, Unit::Yuan).map(|read| read.value.fen())
    }

    #[test]
    fn every_known_form() {
        for (text, expected) in [
            ("0", 0),
            ("5", 500),
            ("1234.5", 123_450),
            ("1,234.56", 123_456),
            ("１，２３４．５６", 123_456),
            ("￥20,000.00", 2_000_000),
            ("¥ 20000", 2_000_000),
            ("人民币9880元整", 988_000),
            ("2.3万元", 2_300_000),
            ("10万", 10_000_000),
            ("0.5亿元", 5_000_000_000),
            ("3千元", 300_000),
            ("50分", 50),
            ("(123.45)", -12_345),
            ("（123.45）", -12_345),
            ("-123.45", -12_345),
            ("−123.45", -12_345),
            ("-¥5", -500),
            ("¥-5", -500),
            ("+5", 500),
            ("1.2300", 123),
            ("壹仟元整", 100_000),
            ("叁仟元整", 300_000),
            ("贰万玖仟元", 2_900_000),
            ("一千元", 100_000),
            ("人民币贰万元", 2_000_000),
            ("伍元叁角贰分", 532),
            ("壹佰元零伍分", 10_005),
            ("92233720368547758.07", i64::MAX),
            ("-92233720368547758.08", i64::MIN),
        ] {
            assert_eq!(fen(text), Ok(expected), "{text}");
        }
        assert_eq!(
            read("2.3", Unit::WanYuan).unwrap().value,
            Amount::from_fen(2_300_000)
        );
    }

    #[test]
    fn what_is_no_sum_says_why() {
        for (fault, texts) in [
            (Fault::Placeholder, &["", "-", "—", "——", "/", "无"][..]),
            (Fault::NotANumber, &["NaN", "inf", "-Infinity", "免费", "¥"]),
            (
                Fault::TooFine,
                &["1.234", "0.1000000000000000055511151231257827"],
            ),
            (
                Fault::TooLarge,
                &[
                    "92233720368547758.08",
                    "99999999999999999999999999999999999999999",
                    "9999999999亿元",
                ],
            ),
            (Fault::Masked, &["1**", "*000元"]),
            (Fault::Ambiguous, &["一万五元"]),
            (
                Fault::Form,
                &[
                    "?29,000.00",
                    "1,23",
                    "1234,567",
                    "12.34.56",
                    "5.",
                    ".5",
                    "1e5",
                    "--5",
                    "(-5)",
                    "5元/吨",
                    "20-50",
                    "人民币壹仟元整(1000元)",
                    "一百",
                    "2万3千元",
                    "1 000",
                    "元5",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(fen(text), Err(fault), "{text}");
            }
        }
    }

    #[test]
    fn notes_say_what_was_normalized() {
        for (text, notes) in [
            ("1234.50", &[][..]),
            ("1,234", &[Note::Thousands]),
            ("5元", &[Note::Unit]),
            ("￥5", &[Note::FullWidth, Note::Unit]),
            ("５", &[Note::FullWidth]),
            ("壹仟元整", &[Note::Unit, Note::ChineseNumerals]),
            (" 5", &[Note::Spaces]),
        ] {
            let found: Vec<Note> = read(text, Unit::Yuan).unwrap().notes.iter().collect();
            assert_eq!(found, notes, "{text}");
        }
    }
}
