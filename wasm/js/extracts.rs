//! Writes the extract of every kind of record into a folder: `cargo run --example extracts -- FOLDER`.

use gongkai::Engine;
use gongkai::engine::Extract;
use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("into which folder?")?);
    fs::create_dir_all(&folder)?;
    for kind in Engine::builder().build()?.law().schemas() {
        let bytes = Extract::of(&kind.id).ok_or("a kind has no extract")?;
        fs::write(folder.join(&kind.id).with_extension("bin"), bytes)?;
    }
    Ok(())
}
