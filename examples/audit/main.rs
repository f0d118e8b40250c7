//! Judges tables of published records and writes what was found.
//!
//! `cargo run --release --example audit -- FILES… [--kind KIND] [--as-of YYYY-MM-DD] [--out DIR]`

mod arguments;
mod audit;
mod columns;
mod engine;
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "made and read by whoever implements `Judging`")
)]
mod judging;
mod mapping;
mod output;
mod progress;
mod run;
mod source;
mod summary;
mod table;
mod trouble;

use arguments::{Arguments, HELP, today};
use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

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
    let arguments = Arguments::read(std::env::args_os().skip(1))?;
    let mut out = io::stdout().lock();
    if arguments.help {
        out.write_all(HELP.as_bytes())?;
        return Ok(audit::Ending::Clean);
    }
    if arguments.columns {
        return Ok(columns::print(&arguments, &[], &mut out)?);
    }
    let as_of = arguments
        .as_of
        .clone()
        .or_else(today)
        .ok_or("no clock; give --as-of")?;
    let mut judging = engine::open(&arguments, &as_of)?;
    let ending = audit::audit(judging.as_mut(), &arguments, &mut out)?;
    out.flush()?;
    Ok(ending)
}
