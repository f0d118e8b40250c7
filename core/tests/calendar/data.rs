//! Reads the calendar files and the evidence, and counts naively.

use gongkai::record::calendar::{Calendar, Counting, Unannounced, YearSource};
use gongkai::words::Day;
use gongkai::written::{Written, from_toml};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

pub(crate) static CALENDAR: LazyLock<Calendar> =
    LazyLock::new(|| Calendar::build(&years(), &unannounced()).unwrap());

pub(crate) const PLAIN: Counting = Counting {
    first_day: false,
    roll_forward: false,
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn toml<T: Written>(name: &str) -> T {
    let path = root().join("packs/calendars").join(name);
    let text = std::fs::read_to_string(&path).unwrap();
    from_toml(&text).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
}

pub(crate) fn years() -> Vec<YearSource> {
    (2001..=2026)
        .map(|year| toml(&format!("{year}.toml")))
        .collect()
}

pub(crate) fn unannounced() -> Unannounced {
    toml("unannounced.toml")
}

/// The rows of one file of evidence.
pub(crate) fn evidence(name: &str) -> Vec<Vec<String>> {
    let path = root().join("../tests/calendar").join(name);
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect());
    let rows: Vec<Vec<String>> = rows.collect();
    assert!(!rows.is_empty(), "{name} has no rows");
    rows
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap_or_else(|| panic!("no day: {text}"))
}

pub(crate) fn known_at(text: &str) -> Option<Day> {
    (!text.is_empty()).then(|| day(text))
}

pub(crate) fn yes(text: &str) -> bool {
    assert!(["yes", "no"].contains(&text), "{text}");
    text == "yes"
}

/// Whether each day of 2001 to 2026 is worked, read from the evidence alone.
pub(crate) fn naive() -> BTreeMap<Day, bool> {
    let listed: BTreeMap<Day, bool> = evidence("day_status.csv")
        .iter()
        .map(|row| (day(&row[0]), row[1] == "work"))
        .collect();
    let days = day("2001-01-01").number()..=day("2026-12-31").number();
    days.map(|number| {
        let day = Day::from_number(number);
        let plain = day.weekday() < 6;
        (day, listed.get(&day).copied().unwrap_or(plain))
    })
    .collect()
}
