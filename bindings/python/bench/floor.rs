//! What the contract takes without Python: the time per record of every `check_record` case of a folder.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a stopwatch reads the clock and prints"
)]

use gongkai::wire::{self, Engine};
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

/// Times over all cases; the fastest counts, and the first fills the caches.
const ROUNDS: u32 = 3;

struct Case<'t> {
    engine: &'t Engine,
    kind: &'t str,
    as_of: &'t str,
    payload: &'t str,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("name a folder")?);
    let options = fs::read_to_string(folder.join("engines.txt"))?;
    let engines = options.lines().map(|line| wire::open(line.as_bytes()));
    let engines = engines.collect::<Result<Vec<_>, _>>()?;
    let text = fs::read_to_string(folder.join("cases.tsv"))?;
    let cases: Vec<Case<'_>> = text
        .lines()
        .filter_map(|line| case(&engines, line))
        .collect();
    let times = (0..ROUNDS).map(|_| round(&cases));
    let fastest = times.min().unwrap_or_default();
    println!("{} {fastest}", cases.len());
    Ok(())
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
fn round(cases: &[Case<'_>]) -> u128 {
    let start = Instant::now();
    for case in cases {
        let report =
            wire::check_record(case.engine, case.kind, case.payload.as_bytes(), case.as_of);
        let _ = black_box(report);
    }
    start.elapsed().as_nanos()
}
