//! Random texts that may be a date, a term, a sum or a code.
#![no_main]

#[path = "../properties/words.rs"]
mod words;

libfuzzer_sys::fuzz_target!(|data: &[u8]| words::holds(data));
