//! Reads the packs and calendars, checks them, and leaves the image that `engine::built_in` embeds.
//!
//! It is made of the same lower floors as the crate itself: what the build accepts, the engine accepts.
#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    missing_docs,
    clippy::duplicate_mod,
    reason = "the script uses part of the floors it shares with the crate"
)]

extern crate alloc;

#[path = "src/duty/mod.rs"]
mod duty;
#[path = "src/error.rs"]
mod error;
#[path = "src/engine/image.rs"]
mod image;
#[path = "src/lazy.rs"]
mod lazy;
#[path = "src/order.rs"]
mod order;
#[path = "src/record/mod.rs"]
mod record;
#[path = "src/screen/mod.rs"]
mod screen;
#[path = "src/words/mod.rs"]
mod words;
#[path = "src/written/mod.rs"]
mod written;
// For builds of the crate without TOML, too.
#[path = "src/written/from_toml.rs"]
mod from_toml;

use duty::pack::compile::Programs;
use duty::pack::{Part, hash, lint, resolve, screens};
use duty::source::Source;
use error::Error;
use from_toml::from_toml;
use image::{Image, Years};
use record::calendar::Calendar;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};
use written::{Bytes, Shape, Written, from_columns, to_columns};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// A file of a pack: its name and its text.
type Text = (String, String);

fn main() -> Outcome<()> {
    println!("cargo::rerun-if-changed=packs");
    println!("cargo::rerun-if-changed=src");
    let mut image = image(Path::new("packs"))?;
    let subjects = apart(&mut image);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let (image, subjects) = (image.write(), bytes(&subjects));
    let law = hash::hex(
        &Sha256::new()
            .chain_update(&image)
            .chain_update(&subjects)
            .finalize(),
    );
    println!("cargo::rustc-env=GONGKAI_LAW={law}");
    fs::write(out.join("built_in.bin"), kept(&Image::SHAPE, image))?;
    fs::write(out.join("subjects.bin"), kept(&Part::ALL, subjects))?;
    Ok(())
}

/// Bytes as they are embedded.
fn kept(shape: &Shape, bytes: Vec<u8>) -> Vec<u8> {
    if cfg!(feature = "columns") {
        let columns = to_columns(shape, &bytes);
        assert!(
            from_columns(shape, &columns) == bytes,
            "columns are another value"
        );
        columns
    } else {
        bytes
    }
}

/// Takes out of the image the packs of names that not every door carries.
fn apart(image: &mut Image) -> Vec<Part> {
    let is_apart = |part: &mut Part| part.id() == "budget-subjects";
    image.packs.extract_if(.., is_apart).collect()
}

fn image(packs: &Path) -> Outcome<Image> {
    let mut parts = Vec::new();
    let mut texts = Vec::new();
    for folder in entries(packs)?
        .into_iter()
        .filter(|path| path.join("pack.toml").is_file())
    {
        parts.push(part(&folder, &mut texts)?);
    }
    let parts = Part::read_all(&mut Bytes::new(bytes(&parts).leak()));
    let law = resolve::resolve(parts.clone()).map_err(|troubles| all(&troubles, &texts))?;
    let law = Arc::new(law);
    for profile in &law.profiles {
        let programs = Programs::new(Arc::clone(&law), profile);
        programs
            .check()
            .map_err(|troubles| all(&troubles, &texts))?;
    }
    screens::make(&law).map_err(|troubles| all(&troubles, &texts))?;
    let lint = lint::lint(&law);
    if !lint.is_empty() {
        return Err(all(&lint, &texts).into());
    }
    let (calendar, calendar_hash) = calendar(&packs.join("calendars"))?;
    Ok(Image {
        packs: parts,
        calendar: calendar.into(),
        calendar_hash,
    })
}

fn bytes(parts: &[Part]) -> Vec<u8> {
    let mut out = Vec::new();
    Part::write_all(parts, &mut out);
    out
}

/// What a file holds.
fn read<T: Written>(path: &Path, text: &str) -> Outcome<T> {
    from_toml(text).map_err(|fault| {
        let line = fault.line(text);
        format!("{}, line {line}: {}", path.display(), fault.message).into()
    })
}

/// One pack: every TOML file of its folder.
fn part(folder: &Path, texts: &mut Vec<Text>) -> Outcome<Part> {
    let mut files: Vec<Source> = Vec::new();
    for path in toml_files(folder)? {
        let (name, text) = (path.display().to_string(), fs::read_to_string(&path)?);
        files.push(read(&path, &text)?);
        texts.push((name, text));
    }
    let source = resolve::merge(files).map_err(|trouble| trouble.locate(borrowed(texts)))?;
    let hash = hash::content_hash(&source);
    Ok(Part::new(source, hash, false))
}

fn calendar(folder: &Path) -> Outcome<(Years, String)> {
    let mut years = Vec::new();
    let mut all_text = String::new();
    for path in toml_files(folder)? {
        let text = fs::read_to_string(&path)?;
        all_text.push_str(&text);
        if !path.ends_with("unannounced.toml") {
            years.push(read(&path, &text)?);
        }
    }
    let path = folder.join("unannounced.toml");
    let unannounced = read(&path, &fs::read_to_string(&path)?)?;
    Calendar::build(&years, &unannounced)?;
    let calendar = Years { years, unannounced };
    Ok((calendar, hash::of_text(&all_text)))
}

/// The TOML files below a folder, in the order of their paths.
fn toml_files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in entries(folder)? {
        if path.is_dir() {
            files.extend(toml_files(&path)?);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            files.push(path);
        }
    }
    Ok(files)
}

fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

fn borrowed(texts: &[Text]) -> impl Iterator<Item = (&str, &str)> {
    texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
}

/// Everything that is wrong, a line each.
fn all(troubles: &[duty::pack::Trouble], texts: &[Text]) -> String {
    let errors = troubles
        .iter()
        .map(|trouble| trouble.locate(borrowed(texts)));
    let lines: Vec<String> = errors.map(|error: Error| error.to_string()).collect();
    lines.join("\n")
}
