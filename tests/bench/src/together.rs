//! Records of ten kinds judged together: what that costs beside judging each alone, whether it grows with their
//! number alone, and how much memory it takes.

use crate::made::{as_of, each, engine, mixed};
use gongkai::Engine;
use gongkai::wire::Gathering;
use std::error::Error;
use std::time::{Duration, Instant};

/// Judges so many records, of which so many of a kind are different, and prints how it fared.
pub(crate) fn measure(count: &str, different: &str) -> Result<(), Box<dyn Error>> {
    let (count, different) = (count.parse()?, different.parse()?);
    let (engine, records) = (engine(10, 3), mixed(count, different));
    let (met, alone) = timed(|| each(&engine, &records));
    let tenth = records.get(..count / 10).unwrap_or_default();
    let (_, first) = timed(|| pass(&engine, tenth));
    let before = peak();
    let (left, together) = timed(|| pass(&engine, &records));
    let held = peak().zip(before);
    let held = held.map(|(peak, before)| peak.saturating_sub(before));
    let held = held.map_or_else(|| "unknown".to_owned(), |held| format!("{held} kB"));
    if met != count || left.read != count {
        return Err("not every record was judged".into());
    }
    let ratio = |one: Duration, other: Duration| one.as_secs_f64() / other.as_secs_f64();
    println!("{count} records, {different} of each kind different");
    println!(
        "  together {:.2} x as long as each alone, {:.2} x as long as a tenth of them",
        ratio(together, alone),
        ratio(together, first)
    );
    println!(
        "  {} findings about records together; left behind {} bytes, memory above that of the records and a tenth {held}",
        left.findings, left.bytes
    );
    Ok(())
}

/// What was left of records judged together.
struct Left {
    read: usize,
    bytes: usize,
    findings: u64,
}

/// Judges records together, to the end.
fn pass(engine: &Engine, records: &[(String, String)]) -> Left {
    let mut gathering = Gathering::new(engine, as_of(), 1000);
    for (kind, record) in records {
        gathering.json(kind, record.as_bytes());
    }
    let bytes = gathering.state().len();
    let report = gathering.close();
    Left {
        read: usize::try_from(report.judged).unwrap_or(0),
        bytes,
        findings: report.groups_total,
    }
}

#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

/// The most memory this process held, where the system says so.
pub(crate) fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
