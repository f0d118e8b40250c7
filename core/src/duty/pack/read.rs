//! Reads one file of a pack.

use crate::duty::source::Source;
use crate::error::{Error, ErrorCode};
#[cfg(feature = "json")]
use crate::record::json::{Limits, read_tree};
use crate::written::Fault;
#[cfg(feature = "json")]
use crate::written::Written;
#[cfg(feature = "toml")]
use crate::written::from_toml;
use alloc::format;

/// How a pack file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// TOML.
    #[cfg(feature = "toml")]
    Toml,
    /// JSON.
    #[cfg(feature = "json")]
    Json,
}

/// The largest pack file that is read, in bytes, and the most that all files from outside may have together.
pub const LARGEST: usize = 4 * 1024 * 1024;

/// Reads one file of a pack.
///
/// # Errors
/// `pack-syntax` with the line, `pack-too-large`.
pub fn read(name: &str, text: &str, format: Format) -> Result<Source, Error> {
    if text.len() > LARGEST {
        let message = format!("the file has {} bytes, more than {LARGEST}", text.len());
        return Err(Error::new(ErrorCode::PackTooLarge, message).at(name));
    }
    format.reader()(text).map_err(|fault| {
        let line = fault.line(text);
        Error::new(ErrorCode::PackSyntax, fault.message)
            .at(name)
            .on_line(Some(line))
    })
}

impl Format {
    const fn reader(self) -> fn(&str) -> Result<Source, Fault> {
        match self {
            #[cfg(feature = "toml")]
            Self::Toml => from_toml,
            #[cfg(feature = "json")]
            Self::Json => from_json,
        }
    }
}

#[cfg(feature = "json")]
fn from_json(text: &str) -> Result<Source, Fault> {
    let limits = Limits {
        text: LARGEST,
        ..Limits::default()
    };
    let tree = read_tree(text, &limits, &Source::SHAPE).map_err(|error| Fault {
        at: error.offset,
        message: error.kind.name().into(),
    })?;
    crate::written::read(&tree)
}

#[cfg(all(test, feature = "json", feature = "toml"))]
mod tests {
    use super::{Format, read};
    use crate::error::ErrorCode;

    #[test]
    fn an_error_names_its_line() {
        let error = read("a.toml", "[pack]\nid = \"x\"\nnonsense = 1\n", Format::Toml).unwrap_err();
        assert_eq!(error.code, ErrorCode::PackSyntax);
        assert_eq!(error.line, Some(3));
        let error = read("a.json", "{\n\"pack\": 3}", Format::Json).unwrap_err();
        assert_eq!((error.place.as_str(), error.line), ("a.json", Some(2)));
    }

    #[test]
    fn what_the_format_does_not_know_is_refused() {
        for (json, message) in [
            ("{\"pack\": {", "unexpected-end"),
            ("[]", "a list of 0 where a table must stand"),
            (
                "{\"pakc\": {}}",
                "unknown key `pakc`, expected one of `pack`, `channel`",
            ),
            ("{\"channel\": [{\"id\": \"a\"}]}", "missing key `label`"),
            (
                "{\"rule\": [], \"rule\": []}",
                "the key `rule` stands twice",
            ),
            (
                "{\"redirect\": [{\"from\": 1}]}",
                "the number 1 where a text must stand",
            ),
            ("{\"redirect\": {}}", "a table where a list must stand"),
            ("{\"redirect\": null}", "null where a list must stand"),
            (
                "{\"override\": [{\"rule\": \"a\", \"severity\": \"grave\"}]}",
                "the text `grave` where one of `info`, `warning`, `breach` must stand",
            ),
            (
                "{\"screen\": [{\"entry\": [{\"younger_than\": 256}]}]}",
                "the number 256 where a whole number from 0 to 255 must stand",
            ),
            (
                "{\"screen\": [{\"entry\": [{\"in_force\": {\"from\": \"2016-02-30\"}}]}]}",
                "the text `2016-02-30` where a day written as YYYY-MM-DD must stand",
            ),
        ] {
            let error = read("a.json", json, Format::Json).unwrap_err();
            assert!(error.message.starts_with(message), "{json}: {error}");
        }
    }

    #[test]
    fn native_dates_of_toml_are_days() {
        let days = |day: &str| {
            let toml = format!("[[screen]]\nentry = [{{ in_force = {{ from = {day} }} }}]\n");
            read("a.toml", &toml, Format::Toml)
        };
        assert_eq!(days("2016-07-22"), days("\"2016-07-22\""));
        assert_eq!(days("2016-07-22T01:00:00Z").unwrap_err().line, Some(2));
    }

    #[test]
    fn toml_and_json_say_the_same() {
        let toml = "[[channel]]\nid = \"a\"\nlabel = { zh = \"甲\", en = \"A\" }\n";
        let json = r#"{"channel":[{"id":"a","label":{"zh":"甲","en":"A"}}]}"#;
        assert_eq!(read("t", toml, Format::Toml), read("j", json, Format::Json));
    }
}
