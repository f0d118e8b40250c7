//! The medians of one run of Criterion, each beside that of `gongkai` in its group.

use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// A group's measurements in nanoseconds, by name.
type Group = BTreeMap<String, f64>;

/// What the ratios are taken to.
const OWN: &str = "gongkai";

/// Prints every group below a folder of Criterion's.
pub(crate) fn print(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut groups = BTreeMap::<String, Group>::new();
    for group in std::fs::read_dir(folder)? {
        for measured in std::fs::read_dir(group?.path())? {
            let new = measured?.path().join("new");
            if let Some((group, name, median)) = median(&new) {
                groups.entry(group).or_default().insert(name, median);
            }
        }
    }
    for (name, group) in &groups {
        println!("{name}");
        let own = group.get(OWN);
        for (name, median) in group {
            let ratio = own.map_or_else(String::new, |own| format!("{:8.2} x", median / own));
            println!("  {name:44} {:>12} {ratio}", time(*median));
        }
    }
    Ok(())
}

/// The group, the name and the median of one measurement.
fn median(folder: &Path) -> Option<(String, String, f64)> {
    let read = |name: &str| -> Option<Value> {
        serde_json::from_slice(&std::fs::read(folder.join(name)).ok()?).ok()
    };
    let (about, estimates) = (read("benchmark.json")?, read("estimates.json")?);
    let text = |key: &str| Some(about.get(key)?.as_str()?.to_owned());
    let median = estimates.pointer("/median/point_estimate")?.as_f64()?;
    Some((text("group_id")?, text("function_id")?, median))
}

fn time(nanoseconds: f64) -> String {
    if nanoseconds < 1e3 {
        format!("{nanoseconds:.2} ns")
    } else if nanoseconds < 1e6 {
        format!("{:.2} µs", nanoseconds / 1e3)
    } else {
        format!("{:.2} ms", nanoseconds / 1e6)
    }
}
