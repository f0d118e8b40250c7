//! What the contract takes without a door, and beside it what doors take.
//!
//! `floor FOLDER` prints how many `check_record` cases of a folder are judged, and the nanoseconds for all of
//! them. `floor FOLDER PROGRAM ARGUMENT…` runs a program in turns with that, and prints how they compare: the
//! program is given the folder after its arguments, and prints for each way in which it judges all of these
//! cases a line with its name, a tab, and the nanoseconds. All take the fastest of nine times for twenty cases
//! and add these up, so that a machine that does other things as well counts little.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "a stopwatch reads the clock, divides and prints"
)]

use gongkai::wire::{self, Engine};
use std::collections::BTreeMap;
use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// How often some cases are judged; the fastest time counts, and the first fills the caches.
const ROUNDS: u32 = 9;

/// How many cases are judged at a time: so few that most times nothing else gets between them.
const AT_A_TIME: usize = 20;

/// How often a program takes its turn.
const TURNS: u32 = 3;

struct Case<'t> {
    engine: &'t Engine,
    kind: &'t str,
    as_of: &'t str,
    payload: &'t str,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("name a folder")?);
    let options = fs::read_to_string(folder.join("engines.txt"))?;
    let engines = options.lines().map(|line| wire::open(line.as_bytes()));
    let engines = engines.collect::<Result<Vec<_>, _>>()?;
    let text = fs::read_to_string(folder.join("cases.tsv"))?;
    let cases: Vec<Case<'_>> = text
        .lines()
        .filter_map(|line| case(&engines, line))
        .collect();
    let Some(program) = arguments.next() else {
        println!("{} {}", cases.len(), fastest(&cases));
        return Ok(());
    };
    let mut command = Command::new(program);
    command.args(arguments.chain([OsString::from(folder)]));
    beside(&cases, &mut command)
}

fn case<'t>(engines: &'t [Engine], line: &'t str) -> Option<Case<'t>> {
    let mut cells = line.split('\t');
    let engine = engines.get(cells.next()?.parse::<usize>().ok()?)?;
    if cells.next()? != "check_record" {
        return None;
    }
    let (kind, as_of, payload) = (cells.next()?, cells.next()?, cells.next()?);
    wire::check_record(engine, kind, payload.as_bytes(), as_of).ok()?;
    Some(Case {
        engine,
        kind,
        as_of,
        payload,
    })
}

/// Nanoseconds for all cases once.
fn fastest(cases: &[Case<'_>]) -> u64 {
    let parts = cases.chunks(AT_A_TIME);
    parts
        .filter_map(|part| (0..ROUNDS).map(|_| time(part)).min())
        .sum()
}

fn time(cases: &[Case<'_>]) -> u64 {
    let start = Instant::now();
    for case in cases {
        let report =
            wire::check_record(case.engine, case.kind, case.payload.as_bytes(), case.as_of);
        let _ = black_box(report);
    }
    u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX)
}

/// Prints what a program takes in each of its ways, beside Rust alone.
fn beside(cases: &[Case<'_>], program: &mut Command) -> Result<(), Box<dyn Error>> {
    let mut rust = u64::MAX;
    let mut ways: BTreeMap<String, u64> = BTreeMap::new();
    for _ in 0..TURNS {
        rust = rust.min(fastest(cases));
        let output = program.output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        for line in String::from_utf8(output.stdout)?.lines() {
            let (name, time) = line.split_once('\t').ok_or("a line without a tab")?;
            let least = ways.entry(name.to_owned()).or_insert(u64::MAX);
            *least = time.parse::<u64>()?.min(*least);
        }
    }
    let count = f64::from(u32::try_from(cases.len())?);
    let number = |time: u64| time.to_string().parse::<f64>();
    println!(
        "{count} records, Rust alone {:.2} µs",
        number(rust)? / count / 1000.0
    );
    for (name, time) in ways {
        let (time, rust) = (number(time)?, number(rust)?);
        println!(
            "  {name:32} {:8.2} µs {:7.2} ×",
            time / count / 1000.0,
            time / rust
        );
    }
    Ok(())
}
