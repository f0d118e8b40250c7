//! Numbers written in Chinese numerals, plain (二十二), positional (二〇一六) and capital (贰万玖仟).

use super::note::Fault;

/// A number written digit by digit, or as tens and units up to 99: how dates are written.
///
/// The second part is how many places it has: four in 二〇一六, two in 二十二.
pub(super) fn of_date(text: &str) -> Option<(u64, usize)> {
    let Some((tens, units)) = text.split_once(is_ten) else {
        return positional(text);
    };
    let tens = if tens.is_empty() { 1 } else { single(tens)? };
    let units = if units.is_empty() { 0 } else { single(units)? };
    Some((tens.checked_mul(10)?.checked_add(units)?, 2))
}

/// A whole number written with its units, as sums of money are: 贰万玖仟, 一千零五, 三亿.
///
/// # Errors
/// [`Fault::Ambiguous`] for short forms such as 一万五 that people read in two ways, [`Fault::TooLarge`] above
/// what can be held, [`Fault::Form`] for everything that is no such number.
pub(super) fn of_money(text: &str) -> Result<i64, Fault> {
    let mut sum = Sum::default();
    for c in text.chars() {
        sum.take(c)?;
    }
    sum.total(text.is_empty())
}

/// Whether the character is used to write numbers.
pub(super) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || unit(c).is_some() || large_unit(c).is_some()
}

/// Whether the character is used to write the numbers of a date.
pub(super) fn is_date_numeral(c: char) -> bool {
    digit(c).is_some() || is_ten(c)
}

#[derive(Default)]
struct Sum {
    hundred_millions: i64,
    ten_thousands: i64,
    section: i64,
    digit: Option<i64>,
    last_unit: i64,
    zero: bool,
}

impl Sum {
    fn take(&mut self, c: char) -> Result<(), Fault> {
        if let Some(value) = digit(c) {
            return self.take_digit(value);
        }
        if let Some(value) = unit(c) {
            return self.take_unit(value);
        }
        self.take_large_unit(large_unit(c).ok_or(Fault::Form)?)
    }

    fn take_digit(&mut self, value: i64) -> Result<(), Fault> {
        if self.digit.is_some() {
            return Err(Fault::Form);
        }
        if value == 0 {
            self.zero = true;
        } else {
            self.digit = Some(value);
        }
        Ok(())
    }

    fn take_unit(&mut self, value: i64) -> Result<(), Fault> {
        let digit = match self.digit.take() {
            Some(digit) => digit,
            None if value == 10 => 1,
            None => return Err(Fault::Form),
        };
        if self.last_unit != 0 && value >= self.last_unit {
            return Err(Fault::Form);
        }
        self.last_unit = value;
        self.zero = false;
        self.section = digit
            .checked_mul(value)
            .and_then(|sum| self.section.checked_add(sum))
            .ok_or(Fault::TooLarge)?;
        Ok(())
    }

    fn take_large_unit(&mut self, value: i64) -> Result<(), Fault> {
        let section = self.close_section()?;
        let below = if value == HUNDRED_MILLION {
            core::mem::take(&mut self.ten_thousands).checked_add(section)
        } else {
            Some(section)
        };
        let slot = if value == HUNDRED_MILLION {
            &mut self.hundred_millions
        } else {
            &mut self.ten_thousands
        };
        if *slot != 0 || below == Some(0) {
            return Err(Fault::Form);
        }
        *slot = below
            .and_then(|sum| sum.checked_mul(value))
            .ok_or(Fault::TooLarge)?;
        self.last_unit = value;
        Ok(())
    }

    // A digit left alone counts ones: after 十 or 零, or at the start of a section. 一千五 is 1500 to some.
    fn close_section(&mut self) -> Result<i64, Fault> {
        let ones = match self.digit.take() {
            Some(_) if self.last_unit > 10 && !self.zero => return Err(Fault::Ambiguous),
            Some(digit) => digit,
            None => 0,
        };
        self.zero = false;
        self.last_unit = 0;
        core::mem::take(&mut self.section)
            .checked_add(ones)
            .ok_or(Fault::TooLarge)
    }

    fn total(mut self, empty: bool) -> Result<i64, Fault> {
        if empty {
            return Err(Fault::Form);
        }
        let section = self.close_section()?;
        self.hundred_millions
            .checked_add(self.ten_thousands)
            .and_then(|sum| sum.checked_add(section))
            .ok_or(Fault::TooLarge)
    }
}

const HUNDRED_MILLION: i64 = 100_000_000;

fn positional(text: &str) -> Option<(u64, usize)> {
    text.chars().try_fold((0_u64, 0_usize), |(sum, places), c| {
        let value = u64::try_from(digit(c)?).ok()?;
        Some((
            sum.checked_mul(10)?.checked_add(value)?,
            places.checked_add(1)?,
        ))
    })
}

fn single(text: &str) -> Option<u64> {
    let mut chars = text.chars();
    let value = digit(chars.next()?)?;
    match (value, chars.next()) {
        (1.., None) => u64::try_from(value).ok(),
        _ => None,
    }
}

const fn digit(c: char) -> Option<i64> {
    Some(match c {
        '〇' | '○' | '◯' | '零' => 0,
        '一' | '壹' | '壱' => 1,
        '二' | '贰' | '貳' | '两' => 2,
        '三' | '叁' | '叄' | '參' | '参' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

const fn is_ten(c: char) -> bool {
    matches!(c, '十' | '拾')
}

const fn unit(c: char) -> Option<i64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

const fn large_unit(c: char) -> Option<i64> {
    Some(match c {
        '万' | '萬' => 10_000,
        '亿' | '億' => HUNDRED_MILLION,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_dates() {
        for (text, expected) in [
            ("二〇一六", (2016, 4)),
            ("二○一六", (2016, 4)),
            ("二零一六", (2016, 4)),
            ("七", (7, 1)),
            ("十", (10, 2)),
            ("十一", (11, 2)),
            ("二十二", (22, 2)),
            ("三十", (30, 2)),
        ] {
            assert_eq!(of_date(text), Some(expected), "{text}");
        }
        for text in ["零十", "十十", "二十二二", "月"] {
            assert_eq!(of_date(text), None, "{text}");
        }
    }

    #[test]
    fn sums_of_money() {
        for (text, expected) in [
            ("壹仟", 1000),
            ("贰万玖仟", 29_000),
            ("一千零五", 1005),
            ("一万零五百", 10_500),
            ("十", 10),
            ("二十五", 25),
            ("壹拾万", 100_000),
            ("三亿", 300_000_000),
            ("一万亿", 1_000_000_000_000),
            ("一亿零二万零三", 100_020_003),
            ("零", 0),
            ("伍", 5),
        ] {
            assert_eq!(of_money(text), Ok(expected), "{text}");
        }
        for (text, fault) in [
            ("一千五", Fault::Ambiguous),
            ("一万五", Fault::Ambiguous),
            ("百", Fault::Form),
            ("万", Fault::Form),
            ("一百二百", Fault::Form),
            ("一二", Fault::Form),
            ("", Fault::Form),
        ] {
            assert_eq!(of_money(text), Err(fault), "{text}");
        }
    }
}
