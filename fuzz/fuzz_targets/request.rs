//! Random requests of the contract.
#![no_main]

#[path = "../properties/request.rs"]
mod request;

libfuzzer_sys::fuzz_target!(|data: &[u8]| request::holds(data));
