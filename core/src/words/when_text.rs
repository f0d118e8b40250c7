//! The forms in which published tables write dates.

use super::date::{Day, number};
use super::normalize::{is_blank, is_placeholder, plain};
use super::note::{Fault, Note, Notes, Read};
use super::scan::{Number, Scan};
use super::time_text;
use super::when::When;

/// Reads a date in any known form.
pub(super) fn read(text: &str) -> Result<Read<When>, Fault> {
    if let Some(day) = Day::parse_iso(text).filter(|day| is_ordinary(*day)) {
        return Ok(Read {
            value: When::on(day),
            notes: Notes::NONE,
        });
    }
    let plain = plain(text);
    refuse(&plain.value)?;
    if PERPETUAL_WORDS.contains(&&*plain.value) {
        return Ok(Read {
            value: When::PERPETUAL,
            notes: plain.notes.with(Note::Perpetual),
        });
    }
    let mut scan = Scan::of(&plain.value);
    let found = date(&mut scan)?;
    scan.skip_spaces();
    if !scan.at_end() {
        return Err(Fault::Form);
    }
    let value = accept(found)?;
    let notes = plain.notes.union(scan.notes);
    Ok(Read {
        value,
        notes: if value.is_perpetual() {
            notes.with(Note::Perpetual)
        } else {
            notes
        },
    })
}

const PERPETUAL_WORDS: [&str; 6] = [
    "长期",
    "长期有效",
    "永久",
    "永久有效",
    "无限期",
    "无固定期限",
];

const MASKS: [char; 8] = ['*', '#', '某', '×', 'x', 'X', '■', '●'];

const EPOCH: Day = fixed(1970, 1, 1);
const SERIAL_ZERO: Day = fixed(1899, 12, 30);
const YEARS: core::ops::RangeInclusive<i32> = 1900..=2199;

fn refuse(text: &str) -> Result<(), Fault> {
    if text.contains(MASKS) {
        Err(Fault::Masked)
    } else if is_blank(text)
        || is_placeholder(text)
        || text == "0"
        || text.starts_with("0000-00-00")
    {
        Err(Fault::Placeholder)
    } else {
        Ok(())
    }
}

// Fast answer for the days that need no further question.
fn is_ordinary(day: Day) -> bool {
    FIRST_ORDINARY <= day && day <= LAST_ORDINARY && day != OFFICE_PERPETUAL
}

const FIRST_ORDINARY: Day = fixed(1900, 1, 1);
const LAST_ORDINARY: Day = fixed(2199, 12, 31);
const OFFICE_PERPETUAL: Day = fixed(2099, 12, 31);

const fn fixed(year: i32, month: u32, day: u32) -> Day {
    match Day::of(year, month, day) {
        Some(day) => day,
        None => Day::from_number(0),
    }
}

fn accept(when: When) -> Result<When, Fault> {
    if when.first == when.last && (when.first == OFFICE_PERPETUAL || when.is_perpetual()) {
        return Ok(When::PERPETUAL);
    }
    if when.first < FIRST_ORDINARY || when.last > LAST_ORDINARY {
        return Err(Fault::YearOutOfRange);
    }
    Ok(when)
}

fn date(scan: &mut Scan<'_>) -> Result<When, Fault> {
    let lead = scan.number().ok_or(Fault::Form)?;
    if lead.places == 4
        && let Some(separator) = scan.eat(&['-', '/', '.', '年', '–'])
    {
        return separated(scan, lead, separator);
    }
    scan.note(Note::DateForm);
    match lead.places {
        4 => {
            scan.note(Note::Partial);
            span(year(lead)?, None)
        }
        5 => serial(scan, lead.value),
        6 => month_digits(scan, lead.value),
        8 => {
            let day = day_digits(lead.value)?;
            time_text::after(scan, day)
        }
        10 => epoch_seconds(scan, lead.value),
        13 => epoch(scan, lead.value / 1000),
        14 => moment_digits(scan, lead.value),
        7 | 9 | 11 | 12 => Err(Fault::Ambiguous),
        _ => Err(Fault::Form),
    }
}

fn separated(scan: &mut Scan<'_>, lead: Number, separator: char) -> Result<When, Fault> {
    let year = year(lead)?;
    let Some(month) = short(scan) else {
        if separator != '年' {
            return Err(Fault::Form);
        }
        scan.note(Note::Partial);
        return span(year, None);
    };
    let next = if separator == '年' { '月' } else { separator };
    let closed = scan.eat(&[next]).is_some();
    let day = if closed { short(scan) } else { None };
    let Some(day) = day else {
        return month_only(scan, (year, month), separator, closed);
    };
    if separator == '年' {
        let _closed = scan.eat(&['日', '号']);
    }
    if separator != '-' || month.places != 2 || day.places != 2 {
        scan.note(Note::DateForm);
    }
    time_text::after(scan, day_of(year, month.value, day.value)?)
}

// `2025.1` may be October that a spreadsheet took for the number 2025.10.
fn month_only(
    scan: &mut Scan<'_>,
    (year, month): (i32, Number),
    separator: char,
    closed: bool,
) -> Result<When, Fault> {
    if closed != (separator == '年') {
        return Err(Fault::Form);
    }
    if separator == '.' && month.value == 1 && month.places == 1 {
        return Err(Fault::Ambiguous);
    }
    scan.note(Note::Partial);
    if separator != '-' || month.places != 2 {
        scan.note(Note::DateForm);
    }
    span(year, Some(month.value))
}

fn short(scan: &mut Scan<'_>) -> Option<Number> {
    scan.number().filter(|number| number.places <= 2)
}

fn year(number: Number) -> Result<i32, Fault> {
    i32::try_from(number.value)
        .ok()
        .filter(|year| YEARS.contains(year) || *year == 9999)
        .ok_or(Fault::YearOutOfRange)
}

fn day_of(year: i32, month: u64, day: u64) -> Result<Day, Fault> {
    let part = |value: u64| u32::try_from(value).map_err(|_| Fault::NoSuchDay);
    Day::of(year, part(month)?, part(day)?).ok_or(Fault::NoSuchDay)
}

fn span(year: i32, month: Option<u64>) -> Result<When, Fault> {
    let first = day_of(year, month.unwrap_or(1), 1)?;
    let last = match month {
        Some(_) => first.month_end().ok_or(Fault::NoSuchDay)?,
        None => day_of(year, 12, 31)?,
    };
    Ok(When {
        first,
        last,
        second: None,
    })
}

fn day_digits(value: u64) -> Result<Day, Fault> {
    let year = Number {
        value: value / 10_000,
        places: 4,
    };
    day_of(self::year(year)?, value / 100 % 100, value % 100)
}

// `202508` is a month, unless it can be a day without its century (200805) or without its zeros (202311).
fn month_digits(scan: &mut Scan<'_>, value: u64) -> Result<When, Fault> {
    let month = value % 100;
    if (1..=12).contains(&(value / 100 % 100)) || !(1..=9).contains(&month) {
        return Err(Fault::Ambiguous);
    }
    scan.note(Note::Partial);
    let year = year(Number {
        value: value / 100,
        places: 4,
    })?;
    span(year, Some(month))
}

fn moment_digits(scan: &mut Scan<'_>, value: u64) -> Result<When, Fault> {
    let day = day_digits(value / 1_000_000)?;
    let second = time_text::second_of(value / 10_000 % 100, value / 100 % 100, value % 100)?;
    scan.note(Note::TimeOfDay);
    Ok(at(day, second))
}

// Ten digits are seconds since 1970, unless they can be a day with its hour as well.
fn epoch_seconds(scan: &mut Scan<'_>, value: u64) -> Result<When, Fault> {
    if value % 100 < 24 && day_digits(value / 100).is_ok() {
        return Err(Fault::Ambiguous);
    }
    epoch(scan, value)
}

fn epoch(scan: &mut Scan<'_>, seconds: u64) -> Result<When, Fault> {
    scan.note(Note::Epoch);
    let local = seconds.saturating_add(8 * 3600);
    let days = i32::try_from(local / 86_400).map_err(|_| Fault::YearOutOfRange)?;
    let second = u32::try_from(local % 86_400).map_err(|_| Fault::Form)?;
    Ok(at(EPOCH.plus(days), second))
}

fn serial(scan: &mut Scan<'_>, value: u64) -> Result<When, Fault> {
    if !(20_000..=80_000).contains(&value) {
        return Err(Fault::Form);
    }
    scan.note(Note::SpreadsheetSerial);
    let second = match scan.eat(&['.']) {
        Some(_) => fraction_of_day(scan.digits())?,
        None => 0,
    };
    let days = i32::try_from(value).map_err(|_| Fault::Form)?;
    let day = SERIAL_ZERO.plus(days);
    if second == 86_400 {
        return Ok(When::on(day.plus(1)));
    }
    if second != 0 {
        scan.note(Note::TimeOfDay);
    }
    Ok(at(day, second))
}

// The nearest second of a decimal part of a day; nine places are finer than a tenth of a millisecond.
fn fraction_of_day(digits: &str) -> Result<u32, Fault> {
    let digits = digits.as_bytes();
    let digits = digits.get(..9).unwrap_or(digits);
    let value = number(digits)
        .filter(|_| !digits.is_empty())
        .ok_or(Fault::Form)?;
    let places = u32::try_from(digits.len()).map_err(|_| Fault::Form)?;
    let scale = 10_u64.saturating_pow(places);
    let nearest = u64::from(value)
        .saturating_mul(86_400)
        .saturating_add(scale / 2)
        .checked_div(scale)
        .ok_or(Fault::Form)?;
    u32::try_from(nearest).map_err(|_| Fault::Form)
}

/// The moment, or the whole day for midnight: databases write midnight for a day without a time.
pub(super) fn at(day: Day, second: u32) -> When {
    When {
        first: day,
        last: day,
        second: (second != 0).then_some(second),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn said(text: &str) -> String {
        match read(text) {
            Ok(Read { value, .. }) if value.is_perpetual() => "perpetual".into(),
            Ok(Read { value, .. }) => match (value.day(), value.second) {
                (Some(day), Some(s)) => {
                    format!("{day} {:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60)
                }
                (Some(day), None) => day.to_string(),
                (None, _) => format!("{}..{}", value.first, value.last),
            },
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn every_known_form_of_a_day() {
        for text in [
            "2016-07-22",
            " 2016-07-22\r\n",
            "2016-7-22",
            "2016/7/22",
            "2016.07.22",
            "2016. 7. 22",
            "2016年7月22日",
            "2016 年 7 月 22 日",
            "2016年07月22",
            "２０１６年７月２２日",
            "２０１６－０７－２２",
            "二〇一六年七月二十二日",
            "二○一六年七月二十二日",
            "二零一六年七月二十二日",
            "20160722",
            "42573",
            "42573.0",
            "2016-07-22 00:00:00",
            "2016-07-22T00:00:00.000",
            "2016-07-21T16:00:00Z",
            "2016-07-21T16:00:00.000Z",
            "1469116800",
            "1469116800000",
        ] {
            assert_eq!(said(text), "2016-07-22", "{text}");
        }
    }

    #[test]
    fn other_readings() {
        for (text, expected) in [
            ("2024-09-14 20:39:00", "2024-09-14 20:39:00"),
            ("2025-10-11 15:47", "2025-10-11 15:47:00"),
            ("2025-10-11　15：47", "2025-10-11 15:47:00"),
            ("2025-10-11T15:47:00+08:00", "2025-10-11 15:47:00"),
            ("2025-10-11T20:47:00Z", "2025-10-12 04:47:00"),
            ("2025-10-11T01:00:00+0900", "2025-10-11"),
            ("2025年10月11日 15时47分", "2025-10-11 15:47:00"),
            ("2025年10月11日 15时47分30秒", "2025-10-11 15:47:30"),
            ("20251011154700", "2025-10-11 15:47:00"),
            ("20251011 15:47:00", "2025-10-11 15:47:00"),
            ("45548.8604166667", "2024-09-13 20:39:00"),
            ("45548.999999", "2024-09-14"),
            ("2023", "2023-01-01..2023-12-31"),
            ("2023年", "2023-01-01..2023-12-31"),
            ("2025-08", "2025-08-01..2025-08-31"),
            ("2025年8月", "2025-08-01..2025-08-31"),
            ("2024/2", "2024-02-01..2024-02-29"),
            ("202308", "2023-08-01..2023-08-31"),
            ("二〇二五年八月", "2025-08-01..2025-08-31"),
            ("长期", "perpetual"),
            (" 永久 ", "perpetual"),
            ("2099-12-31", "perpetual"),
            ("2099/12/31", "perpetual"),
            ("2099-12-31 23:59:59", "perpetual"),
            ("9999-12-31", "perpetual"),
            ("2099-12-30", "2099-12-30"),
            ("2199-12-31", "2199-12-31"),
            ("1900-01-01", "1900-01-01"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        for (fault, texts) in [
            (
                "Ambiguous",
                "2023830|202311|200805|202511131125|2025.1|2025101115",
            ),
            ("NoSuchDay", "2024-02-30|2024年13月1日|20240230|2024-00-10"),
            (
                "YearOutOfRange",
                "0000-01-01|3000-01-01|1899-12-31|2200-01-01|9999-12-30|9999999999999",
            ),
            (
                "Form",
                "2023.09.13(结案)|2024年月28日|2025-12-18 17:06 (url 2025-12-22)|22/7/2016|19999|abc|-1|123",
            ),
            (
                "Form",
                "2023年8月30-2023年9月7日|2024-09-14 25:00|2024-09-14 10|2024-09-1415:00|2024-1/2|2024-01-|45548.",
            ),
            ("Form", "000000000000000000000000000000000000"),
            ("Masked", "****1030|2025年X月X日|########"),
            ("Placeholder", "|/|无|——|0|0000-00-00 00:00:00"),
        ] {
            for text in texts.split('|') {
                assert_eq!(said(text), fault, "{text}");
            }
        }
    }

    #[test]
    fn notes_say_what_was_normalized() {
        for (text, notes) in [
            ("2016-07-22", &[][..]),
            ("2016-7-22", &[Note::DateForm]),
            ("2016-07-22 10:00", &[Note::TimeOfDay]),
            ("２０１６-07-22", &[Note::FullWidth]),
            (" 2016-07-22", &[Note::Spaces]),
            ("42573", &[Note::DateForm, Note::SpreadsheetSerial]),
            ("1469116800", &[Note::DateForm, Note::Epoch]),
            ("2016-07", &[Note::Partial]),
            (
                "二〇一六年七月二十二日",
                &[Note::DateForm, Note::ChineseNumerals],
            ),
            ("2099-12-31", &[Note::Perpetual]),
        ] {
            let found: Vec<Note> = read(text).unwrap().notes.iter().collect();
            assert_eq!(found, notes, "{text}");
        }
    }

    proptest! {
        #[test]
        fn days_survive_printing(number in 693_596..803_168_i32) {
            let day = Day::from_number(number);
            let found = read(&day.to_string()).unwrap().value;
            prop_assert!(found.is_perpetual() || found == When::on(day));
        }

        #[test]
        fn no_text_stops_the_reader(text in ".*", near in "[0-9年月日/.:TZ+ -]{0,24}") {
            let _ = (read(&text), read(&near));
        }
    }
}
