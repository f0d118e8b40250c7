//! Judges tables of published records, and published budgets and final accounts, and writes what was found.
//!
//! `cargo run --release --example audit -- FILES… [--kind KIND] [--as-of YYYY-MM-DD] [--out DIR]`
#![cfg_attr(fuzzing, no_main)]

mod accounts;
mod arguments;
mod audit;
mod columns;
mod engine;
#[cfg(test)]
#[path = "../../fuzz/properties/table.rs"]
mod every_table;
#[cfg(fuzzing)]
#[path = "../../fuzz/properties/table.rs"]
mod every_table;
mod files;
mod judging;
mod mapping;
mod output;
#[path = "../pdf/mod.rs"]
mod pdf_reader;
mod progress;
mod run;
mod source;
mod summary;
mod table;
#[cfg(test)]
mod tests;
mod tree;
mod trouble;

use arguments::{Arguments, HELP, Task, today};
use judging::Judging;
use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| every_table::holds(data));

#[cfg_attr(fuzzing, expect(dead_code, reason = "random bytes come in its place"))]
fn main() -> ExitCode {
    match work() {
        Ok(ending) => ExitCode::from(ending.status()),
        Err(error) => {
            // A terminal that is gone must not change the exit status.
            let _ = writeln!(io::stderr(), "audit: {error}");
            ExitCode::from(audit::Ending::Failure.status())
        }
    }
}

fn work() -> Result<audit::Ending, Box<dyn Error>> {
    let mut arguments = Arguments::read(std::env::args_os().skip(1))?;
    arguments.files = files::expand(&arguments.files)?;
    let mut out = io::stdout().lock();
    if arguments.task == Task::Help {
        out.write_all(HELP.as_bytes())?;
        return Ok(audit::Ending::Clean);
    }
    let engine = engine::open(&arguments)?;
    if arguments.task == Task::List {
        engine::list(&engine, &mut out)?;
        return Ok(audit::Ending::Clean);
    }
    let as_of = arguments
        .as_of
        .or_else(today)
        .ok_or("no clock; give --as-of")?;
    let mut bench = engine::Bench::new(&engine, as_of)?;
    let ending = if arguments.task == Task::Columns {
        columns::print(&arguments, bench.kinds(), &mut out)?
    } else {
        audit::audit(&mut bench, &arguments, &mut out)?
    };
    out.flush()?;
    Ok(ending)
}
