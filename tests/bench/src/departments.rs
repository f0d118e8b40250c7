//! Published budgets and accounts of many departments, one after the other: that time grows with them and memory does not.

use gongkai::wire;
use serde_json::{Value, json};
use std::error::Error;
use std::path::Path;
use std::time::Instant;

/// Judges a tenth of so many documents, then all of them, and prints how the two compare.
pub(crate) fn measure(count: &str) -> Result<(), Box<dyn Error>> {
    let count: usize = count.parse()?;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/data/budgets");
    let requests = requests(folder.as_ref())?;
    let engine = wire::open(br#"{"profile": "budget"}"#)?;
    let judge = |count: usize| -> Result<(f64, usize), Box<dyn Error>> {
        #[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
        let start = Instant::now();
        let mut bytes = 0_usize;
        for number in 0..count {
            bytes = bytes.saturating_add(one(&engine, &requests, number)?);
        }
        Ok((start.elapsed().as_secs_f64(), bytes))
    };
    let few = (count / 10).max(1);
    judge(requests.len())?;
    let (first, _) = judge(few)?;
    let before = crate::together::peak();
    let (all, bytes) = judge(count)?;
    let more = crate::together::peak().zip(before);
    let more = more.map_or_else(
        || "unknown".to_owned(),
        |(after, before)| format!("{} kB", after.saturating_sub(before)),
    );
    #[expect(
        clippy::as_conversions,
        clippy::cast_precision_loss,
        reason = "a ratio needs no exact number"
    )]
    let (times, per) = (count as f64 / few as f64, all / count as f64);
    println!("{count} budgets and accounts, one after the other");
    println!(
        "  {:.2} x the time of {few} for {times:.0} x as many, {:.3} ms each; {bytes} bytes of reports, memory above that of {few}: {more}",
        all / first,
        per * 1e3
    );
    Ok(())
}

// Every published document as a request, cut where the name of its publisher stands.
fn requests(folder: &Path) -> Result<Vec<[String; 2]>, Box<dyn Error>> {
    const MARK: &str = "\u{1}";
    let mut requests = Vec::new();
    for file in std::fs::read_dir(folder)? {
        let path = file?.path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let mut request: Value = serde_json::from_slice(&std::fs::read(path)?)?;
        let members = request.as_object_mut().ok_or("no document")?;
        members.insert("as_of".to_owned(), json!("2026-01-31"));
        let record = request.pointer_mut("/record/publisher");
        *record.ok_or("no publisher")? = json!(MARK);
        let text = request.to_string();
        let mark = json!(MARK).to_string();
        let (before, after) = text.split_once(&mark).ok_or("no publisher")?;
        requests.push([before.to_owned(), after.to_owned()]);
    }
    requests.sort();
    Ok(requests)
}

// The length of the report on one of them, published by another department each time.
fn one(
    engine: &wire::Engine,
    requests: &[[String; 2]],
    number: usize,
) -> Result<usize, Box<dyn Error>> {
    let at = number.checked_rem(requests.len()).ok_or("no documents")?;
    let [before, after] = requests.get(at).ok_or("no documents")?;
    let request = format!("{before}\"第{number}局\"{after}");
    Ok(wire::check_budget(engine, request.as_bytes())?.len())
}
