//! Reads the packs and calendars, checks them, and leaves the image that `engine::built_in` embeds.
//!
//! It is made of the same lower floors as the crate itself: what the build accepts, the engine accepts.
#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    missing_docs,
    reason = "the script uses part of the floors it shares with the crate"
)]

extern crate alloc;

#[path = "src/duty/mod.rs"]
mod duty;
#[path = "src/error.rs"]
mod error;
#[path = "src/engine/image.rs"]
mod image;
#[path = "src/record/mod.rs"]
mod record;
#[path = "src/screen/mod.rs"]
mod screen;
#[path = "src/words/mod.rs"]
mod words;

use duty::pack::{Part, compile, hash, lint, resolve, screens};
use duty::source::Source;
use error::Error;
use image::Image;
use record::calendar::{Calendar, Unannounced, YearSource};
use std::path::{Path, PathBuf};
use std::{env, fs};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// A file of a pack: its name and its text.
type Text = (String, String);

fn main() -> Outcome<()> {
    println!("cargo::rerun-if-changed=packs");
    println!("cargo::rerun-if-changed=src");
    let mut image = image(Path::new("packs"))?;
    let subjects = apart(&mut image);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    fs::write(out.join("built_in.bin"), postcard::to_allocvec(&image)?)?;
    fs::write(out.join("subjects.bin"), postcard::to_allocvec(&subjects)?)?;
    Ok(())
}

/// Takes out of the image the packs of names that not every door carries.
fn apart(image: &mut Image) -> Vec<(Source, String)> {
    let is_apart = |(source, _): &mut (Source, String)| {
        source
            .pack
            .as_ref()
            .is_some_and(|manifest| manifest.id == "budget-subjects")
    };
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
    let law = resolve::resolve(parts.clone()).map_err(|troubles| all(&troubles, &texts))?;
    for profile in &law.profiles {
        compile::compile(&law, profile).map_err(|troubles| all(&troubles, &texts))?;
    }
    screens::make(&law).map_err(|troubles| all(&troubles, &texts))?;
    let lint = lint::lint(&law);
    if !lint.is_empty() {
        return Err(all(&lint, &texts).into());
    }
    let (years, unannounced, calendar_hash) = calendar(&packs.join("calendars"))?;
    let packs = parts
        .into_iter()
        .map(|part| (part.source, part.hash))
        .collect();
    Ok(Image {
        packs,
        years,
        unannounced,
        calendar_hash,
    })
}

/// One pack: every TOML file of its folder.
fn part(folder: &Path, texts: &mut Vec<Text>) -> Outcome<Part> {
    let mut files: Vec<Source> = Vec::new();
    for path in toml_files(folder)? {
        let (name, text) = (path.display().to_string(), fs::read_to_string(&path)?);
        // Not `duty::pack::read`: that knows TOML only where the crate is built with it.
        files.push(toml::from_str(&text).map_err(|error| format!("{name}: {error}"))?);
        texts.push((name, text));
    }
    let source = resolve::merge(files).map_err(|trouble| trouble.locate(borrowed(texts)))?;
    Ok(Part {
        hash: hash::content_hash(&source),
        source,
        outside: false,
    })
}

fn calendar(folder: &Path) -> Outcome<(Vec<YearSource>, Unannounced, String)> {
    let mut years = Vec::new();
    let mut all_text = String::new();
    for path in toml_files(folder)? {
        let text = fs::read_to_string(&path)?;
        all_text.push_str(&text);
        if !path.ends_with("unannounced.toml") {
            years.push(
                toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?,
            );
        }
    }
    let unannounced = toml::from_str(&fs::read_to_string(folder.join("unannounced.toml"))?)?;
    Calendar::build(&years, &unannounced)?;
    Ok((years, unannounced, hash::of_text(&all_text)))
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
