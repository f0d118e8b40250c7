//! Random packs in TOML and JSON.
#![no_main]

#[path = "../properties/pack.rs"]
mod pack;

libfuzzer_sys::fuzz_target!(|data: &[u8]| pack::holds(data));
