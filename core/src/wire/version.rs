//! What this is: versions and hashes.

use super::CONTRACT;
use crate::engine::Engine;
use crate::report::PackStamp;
use crate::written::print;
use alloc::vec::Vec;
use serde::Serialize;

#[derive(Serialize)]
struct Version<'e> {
    engine: &'e str,
    contract: u32,
    profile: &'e str,
    packs: &'e [PackStamp],
    calendar: &'e str,
    calendar_years: [i32; 2],
}

/// Versions of the library and the contract; profile, packs and calendar of an engine with their hashes.
#[must_use]
pub fn version(engine: &Engine) -> Vec<u8> {
    let header = engine.stamp();
    let (first, last) = engine.calendar_years();
    print(&Version {
        engine: header.engine,
        contract: CONTRACT,
        profile: &header.profile,
        packs: &header.packs,
        calendar: &header.calendar,
        calendar_years: [first, last],
    })
}
