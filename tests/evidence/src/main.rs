//! Writes the cases that every door must answer byte for byte as the core does; see the README.

mod answer;
mod case;
mod generated;
mod ordinary;
mod pages;
mod random;
mod requests;

use case::Cases;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// How many records are generated.
const GENERATED: u32 = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from("target/evidence"), PathBuf::from);
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut cases = Cases::default();
    pages::add(&tests.join("spec"), &mut cases)?;
    requests::add_due_days(&tests.join("calendar/due_days.csv"), &mut cases)?;
    requests::add_exemplars(&mut cases);
    generated::add(GENERATED, &mut cases)?;
    write(&folder, &cases)?;
    fs::write(folder.join("expected.txt"), answer::all(&cases)?)?;
    write(&folder.join("ordinary"), &ordinary::cases())?;
    Ok(())
}

fn write(folder: &Path, cases: &Cases) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("engines.txt"), cases.engines_text())?;
    fs::write(folder.join("cases.tsv"), cases.text())?;
    Ok(())
}
