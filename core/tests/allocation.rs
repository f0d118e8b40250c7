//! A desk that has judged two records allocates nothing for the next that is in order.
#![expect(
    clippy::unwrap_used,
    reason = "a test whose record cannot be prepared has failed"
)]

use gongkai::words::Day;
use gongkai::{Desk, Engine, Judged, Supplied, Verdict};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

const LICENSE_2016: &str = include_str!("../../tests/bench/records/license-2016.json");
const LICENSE_2018: &str = include_str!("../../tests/bench/records/license-2018.json");
const FAULTY: &str = include_str!("../../tests/bench/records/license-2018-faulty.json");

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

/// The system's allocator, counting for each thread.
struct Counting;

#[expect(unsafe_code, reason = "an allocator can be counted in no other way")]
// SAFETY: every call is handed to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get().wrapping_add(1));
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get().wrapping_add(1));
        // SAFETY: the caller keeps the contract of `realloc`.
        unsafe { System.realloc(place, layout, size) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

#[test]
fn a_clean_record_in_json_allocates_nothing() {
    for (profile, json) in [("gansu-2016", LICENSE_2016), ("credit-2018", LICENSE_2018)] {
        let engine = engine(profile);
        let mut desk = engine.desk("administrative-license").unwrap();
        judged_again(json, &mut desk, |desk| {
            desk.json(json.as_bytes(), as_of(), clean).unwrap()
        });
    }
}

#[test]
fn a_clean_row_allocates_nothing() {
    for (profile, json) in [("gansu-2016", LICENSE_2016), ("credit-2018", LICENSE_2018)] {
        let engine = engine(profile);
        let mut desk = engine.desk("administrative-license").unwrap();
        let cells = cells(&engine, json);
        let row = || cells.iter().map(|(slot, text)| (*slot, text.as_str()));
        judged_again(json, &mut desk, |desk| desk.row(row(), as_of(), clean));
    }
}

#[test]
fn a_faulty_record_leaves_the_desk_clean() {
    let engine = engine("credit-2018");
    let mut desk = engine.desk("administrative-license").unwrap();
    let faulty = desk.json(FAULTY.as_bytes(), as_of(), |judged| judged.counts.breached);
    assert!(faulty.unwrap() >= 3);
    let (unread, clean_again) = (
        desk.json(b"{\"decision_number\": 1, ", as_of(), clean),
        desk.json(LICENSE_2018.as_bytes(), as_of(), clean),
    );
    assert!(unread.is_err());
    assert!(clean_again.unwrap());
}

/// Judges twice to warm up, since the second record tells what comes after it, and once while counting.
fn judged_again(json: &str, desk: &mut Desk<'_>, judge: impl Fn(&mut Desk<'_>) -> bool) {
    assert!(judge(desk) && judge(desk), "{json}");
    let before = ALLOCATIONS.get();
    let is_clean = judge(desk);
    let allocated = ALLOCATIONS.get().wrapping_sub(before);
    assert!(is_clean, "{json}");
    assert_eq!(allocated, 0, "{json}");
}

fn clean(judged: &Judged<'_, '_>) -> bool {
    judged.verdict() == Verdict::Met && judged.outcome.observations.is_empty()
}

fn engine(profile: &str) -> Engine {
    let entry = |code: &str, name: &str| (code.to_owned(), name.to_owned());
    let registry = Supplied {
        list: "credit-registry".to_owned(),
        entries: vec![entry("91620100MA7241QX1C", "甘肃陇原动物保健品有限公司")],
    };
    Engine::builder()
        .profile(profile)
        .supply(registry)
        .build()
        .unwrap()
}

fn as_of() -> Day {
    Day::of(2024, 12, 31).unwrap()
}

/// The record's texts by slot, members of inner objects as fields per channel.
fn cells(engine: &Engine, json: &str) -> Vec<(u16, String)> {
    let record: serde_json::Map<String, serde_json::Value> = serde_json::from_str(json).unwrap();
    let names = &engine.program("administrative-license").unwrap().names;
    let mut cells = Vec::new();
    for (key, value) in &record {
        let mut add = |outer, key: &str, text: &str| {
            cells.push((names.get(outer, key).unwrap(), text.to_owned()));
        };
        match value.as_object() {
            None => add(None, key, value.as_str().unwrap()),
            Some(inner) => inner
                .iter()
                .for_each(|(inner, value)| add(Some(key), inner, value.as_str().unwrap())),
        }
    }
    cells
}
