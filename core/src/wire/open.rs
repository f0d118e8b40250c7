//! Opening an engine from options.

use super::request::{read, text};
use crate::duty::pack::Format;
use crate::engine::{Builder, Engine, Extract, Supplied};
use crate::error::{Error, ErrorCode};
use crate::record::json::Limits;
use crate::report::mask::public;
use crate::words::Day;
use crate::written::table;
use alloc::{format, string::String, vec::Vec};

/// The options; all of them may be left out.
#[derive(Default)]
struct Options {
    profile: Option<String>,
    known_at: Option<Day>,
    packs: Vec<PackFile>,
    lists: Vec<List>,
    limits: OptionalLimits,
}

table!(Options {
    profile,
    known_at,
    packs,
    lists,
    limits
});

/// A file of a pack.
pub(super) struct PackFile {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) format: String,
}

table!(PackFile {
    name: needed,
    text: needed,
    format: needed
});

/// A list that comes with the request.
struct List {
    list: String,
    entries: Vec<Entry>,
}

table!(List {
    list: needed,
    entries: needed
});

struct Entry {
    code: String,
    name: String,
}

table!(Entry {
    code: needed,
    name: needed
});

/// Limits on records; those left out keep their defaults.
#[derive(Default)]
struct OptionalLimits {
    bytes: Option<usize>,
    depth: Option<usize>,
    members: Option<usize>,
    text: Option<usize>,
    number: Option<usize>,
}

table!(OptionalLimits {
    bytes,
    depth,
    members,
    text,
    number
});

/// An engine for options in JSON: `{"profile", "known_at", "packs": [{"name", "text", "format"}],
/// "lists": [{"list", "entries": [{"code", "name"}]}], "limits": {"bytes", "depth", "members", "text",
/// "number"}}`; empty bytes stand for no options.
///
/// # Errors
/// `request-syntax`, the pack errors, `unknown-profile`, `unknown-list`.
pub fn open(options: &[u8]) -> Result<Engine, Error> {
    open_by(options, Engine::builder())
}

/// The same by an extract: an engine for one kind of record.
///
/// # Errors
/// As [`open`].
pub fn open_extract(options: &[u8], extract: Extract) -> Result<Engine, Error> {
    open_by(options, Engine::builder().extract(extract))
}

fn open_by(options: &[u8], builder: Builder) -> Result<Engine, Error> {
    let options: Options = if options.is_empty() {
        Options::default()
    } else {
        read(text(options)?)?
    };
    let mut builder = builder.limits(options.limits.over(Limits::default()));
    if let Some(profile) = options.profile {
        builder = builder.profile(profile);
    }
    if let Some(day) = options.known_at {
        builder = builder.known_at(day);
    }
    for file in options.packs {
        let format = file.format()?;
        builder = builder.pack(file.name, file.text, format);
    }
    for list in options.lists {
        let entries = list
            .entries
            .into_iter()
            .map(|entry| (entry.code, entry.name))
            .collect();
        builder = builder.supply(Supplied {
            list: list.list,
            entries,
        });
    }
    builder.build()
}

impl PackFile {
    /// How the file is written.
    pub(super) fn format(&self) -> Result<Format, Error> {
        match self.format.as_str() {
            #[cfg(feature = "toml")]
            "toml" => Ok(Format::Toml),
            #[cfg(feature = "json")]
            "json" => Ok(Format::Json),
            other => {
                let message = format!("packs are not read in the format `{}` here", public(other));
                Err(Error::new(ErrorCode::RequestSyntax, message).at(self.name.as_str()))
            }
        }
    }
}

impl OptionalLimits {
    fn over(&self, limits: Limits) -> Limits {
        Limits {
            bytes: self.bytes.unwrap_or(limits.bytes),
            depth: self.depth.unwrap_or(limits.depth),
            members: self.members.unwrap_or(limits.members),
            text: self.text.unwrap_or(limits.text),
            number: self.number.unwrap_or(limits.number),
        }
    }
}
