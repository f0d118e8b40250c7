//! Records of ten kinds judged together: what that costs beside judging each alone, and how much memory it takes.

use crate::made::{as_of, each, engine, mixed};
use gongkai::wire::Gathering;
use std::error::Error;
use std::time::{Duration, Instant};

/// Judges so many records, of which so many of a kind are different, and prints how it fared.
pub(crate) fn measure(count: &str, different: &str) -> Result<(), Box<dyn Error>> {
    let (count, different) = (count.parse()?, different.parse()?);
    let (engine, records) = (engine(10, 3), mixed(count, different));
    let alone = timed(|| each(&engine, &records) > 0)?;
    let before = peak();
    let mut gathering = Gathering::new(&engine, as_of(), 1000);
    let mut left = 0;
    let together = timed(|| {
        for (kind, record) in &records {
            gathering.json(kind, record.as_bytes());
        }
        left = gathering.state().len();
        left > 0
    })?;
    let held = peak()
        .zip(before)
        .map(|(peak, before)| peak.saturating_sub(before));
    let held = held.map_or_else(|| "unknown".to_owned(), |held| format!("{held} kB"));
    let ratio = together.as_secs_f64() / alone.as_secs_f64();
    println!("{count} records, {different} of each kind different");
    println!(
        "  together {ratio:.2} x as long as each alone; left behind {left} bytes, memory above that of the records {held}"
    );
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
fn timed(work: impl FnOnce() -> bool) -> Result<Duration, Box<dyn Error>> {
    let start = Instant::now();
    if !work() {
        return Err("nothing was judged".into());
    }
    Ok(start.elapsed())
}

/// The most memory this process held, where the system says so.
pub(crate) fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}
