//! Random tables of every format the audit program reads, through its readers, its judge and its writers.
#![no_main]
#![allow(
    dead_code,
    reason = "the command line of the audit program is left out"
)]

#[path = "../../examples/audit/arguments.rs"]
mod arguments;
#[path = "../../examples/audit/engine.rs"]
mod engine;
#[path = "../../examples/audit/files.rs"]
mod files;
#[path = "../../examples/audit/judging.rs"]
mod judging;
#[path = "../../examples/audit/mapping/mod.rs"]
mod mapping;
#[path = "../../examples/audit/output/mod.rs"]
mod output;
#[path = "../../examples/audit/progress.rs"]
mod progress;
#[path = "../properties/table.rs"]
mod property;
#[path = "../../examples/audit/run.rs"]
mod run;
#[path = "../../examples/audit/source.rs"]
mod source;
#[path = "../../examples/audit/summary/mod.rs"]
mod summary;
#[path = "../../examples/audit/table/mod.rs"]
mod table;
#[path = "../../examples/audit/trouble.rs"]
mod trouble;

libfuzzer_sys::fuzz_target!(|data: &[u8]| property::holds(data));
