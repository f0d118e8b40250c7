//! Builds the engine that the command line asks for, and lists what it can judge.

use crate::arguments::Arguments;
use crate::files;
use gongkai::duty::pack::Format;
use gongkai::{Engine, Supplied};
use std::error::Error;
use std::io::{self, Write};

/// The engine with the profile, the packs and the knowledge that are asked for.
///
/// # Errors
///
/// A file that cannot be read, or everything that is wrong with the packs.
pub(crate) fn open(arguments: &Arguments) -> Result<Engine, Box<dyn Error>> {
    let mut builder = Engine::builder();
    if let Some(profile) = &arguments.profile {
        builder = builder.profile(profile);
    }
    if let Some(day) = arguments.known_at {
        builder = builder.known_at(day);
    }
    for file in &arguments.packs {
        let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        builder = builder.pack(file, text, format(file));
    }
    for file in files::expand(&arguments.supply)? {
        builder = builder.supply(supplied(&file)?);
    }
    builder.try_build().map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        lines.join("\n").into()
    })
}

/// A list of codes and names, called as its file is.
fn supplied(file: &str) -> Result<Supplied, Box<dyn Error>> {
    let list = std::path::Path::new(file).file_stem().unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(file)?;
    let entries = reader
        .deserialize()
        .collect::<Result<Vec<(String, String)>, _>>();
    Ok(Supplied {
        list: list.to_string_lossy().into_owned(),
        entries: entries.map_err(|error| format!("{file}: {error}"))?,
    })
}

fn format(file: &str) -> Format {
    let ending = std::path::Path::new(file).extension();
    if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        Format::Json
    } else {
        Format::Toml
    }
}

/// Prints the profiles, the kinds of record, and the rules of this profile.
///
/// # Errors
///
/// What the writer says.
pub(crate) fn list(engine: &Engine, out: &mut dyn Write) -> io::Result<()> {
    let law = engine.law();
    writeln!(out, "口径 profiles (--profile)")?;
    for profile in &law.profiles {
        let mark = if profile.default { "*" } else { " " };
        writeln!(out, "{mark} {:32} {}", profile.id, profile.title.zh)?;
    }
    for program in engine.programs().iter() {
        let schema = &program.schema;
        writeln!(
            out,
            "\n信息种类 kind: {} {} (--kind)",
            schema.id, schema.title.zh
        )?;
        for duty in &program.rules {
            if let Some(rule) = law.rules.get(usize::from(duty.rule)) {
                let (code, title) = (&rule.source.code, &rule.source.title);
                writeln!(out, "  {code:10} {} | {}", title.zh, title.en)?;
            }
        }
    }
    Ok(())
}
