//! The time of day that may follow a date, and its zone.

use super::date::Day;
use super::note::{Fault, Note};
use super::scan::{Number, Scan};
use super::when::When;
use super::when_text::at;

/// Reads what follows a day: nothing, or a time, taken to UTC+8 if it names a zone.
pub(super) fn after(scan: &mut Scan<'_>, day: Day) -> Result<When, Fault> {
    let spaced = scan.skip_spaces();
    if scan.at_end() {
        return Ok(When::on(day));
    }
    if scan.eat(&['T', 't']).is_none() && !spaced {
        return Err(Fault::Form);
    }
    let second = clock(scan)?;
    scan.note(Note::TimeOfDay);
    Ok(match zone(scan)? {
        None => at(day, second),
        Some(east) => shifted(day, second, east),
    })
}

/// The second of the day, if there is such a time.
pub(super) fn second_of(hour: u64, minute: u64, second: u64) -> Result<u32, Fault> {
    if hour > 23 || minute > 59 || second > 59 {
        return Err(Fault::Form);
    }
    let sum = hour
        .saturating_mul(3600)
        .saturating_add(minute.saturating_mul(60))
        .saturating_add(second);
    u32::try_from(sum).map_err(|_| Fault::Form)
}

const CHINA: i32 = 8 * 3600;
const DAY: i32 = 86_400;

fn clock(scan: &mut Scan<'_>) -> Result<u32, Fault> {
    let hour = pair(scan)?;
    let mark = scan.eat(&[':', '时', '点']).ok_or(Fault::Form)?;
    let minute = pair(scan)?;
    let second = if mark == ':' {
        match scan.eat(&[':']) {
            Some(_) => pair_with_fraction(scan)?,
            None => 0,
        }
    } else {
        scan.eat(&['分']).ok_or(Fault::Form)?;
        match scan.number() {
            Some(number) => scan.eat(&['秒']).map(|_| number.value).ok_or(Fault::Form)?,
            None => 0,
        }
    };
    second_of(hour, minute, second)
}

fn pair(scan: &mut Scan<'_>) -> Result<u64, Fault> {
    scan.number()
        .filter(|Number { places, .. }| *places <= 2)
        .map(|number| number.value)
        .ok_or(Fault::Form)
}

fn pair_with_fraction(scan: &mut Scan<'_>) -> Result<u64, Fault> {
    let value = pair(scan)?;
    if scan.eat(&['.']).is_some() && scan.digits().is_empty() {
        return Err(Fault::Form);
    }
    Ok(value)
}

// Seconds east of Greenwich; `None` where no zone is named.
fn zone(scan: &mut Scan<'_>) -> Result<Option<i32>, Fault> {
    if scan.eat(&['Z', 'z']).is_some() {
        return Ok(Some(0));
    }
    let Some(sign) = scan.eat(&['+', '-']) else {
        return Ok(None);
    };
    let lead = scan.number().ok_or(Fault::Form)?;
    let (hour, minute) = match lead.places {
        2 => (
            lead.value,
            if scan.eat(&[':']).is_some() {
                pair(scan)?
            } else {
                0
            },
        ),
        4 => (lead.value / 100, lead.value % 100),
        _ => return Err(Fault::Form),
    };
    let seconds = second_of(hour, minute, 0)?.cast_signed();
    Ok(Some(if sign == '-' {
        seconds.saturating_neg()
    } else {
        seconds
    }))
}

fn shifted(day: Day, second: u32, east: i32) -> When {
    let local = second
        .cast_signed()
        .saturating_add(CHINA)
        .saturating_sub(east);
    at(
        day.plus(local.div_euclid(DAY)),
        local.rem_euclid(DAY).cast_unsigned(),
    )
}
