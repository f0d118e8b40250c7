//! Reads one file of a pack.

use crate::duty::source::Source;
use crate::error::{Error, ErrorCode};
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
    match format {
        #[cfg(feature = "toml")]
        Format::Toml => toml::from_str(text).map_err(|error| {
            let line = error.span().and_then(|span| line_at(text, span.start));
            Error::new(ErrorCode::PackSyntax, error.message())
                .at(name)
                .on_line(line)
        }),
        #[cfg(feature = "json")]
        Format::Json => serde_json::from_str(text).map_err(|error| {
            let line = u32::try_from(error.line()).ok();
            Error::new(ErrorCode::PackSyntax, format!("{error}"))
                .at(name)
                .on_line(line)
        }),
    }
}

/// The line, counted from 1, of a byte offset.
#[cfg(feature = "toml")]
fn line_at(text: &str, offset: usize) -> Option<u32> {
    let before = text.as_bytes().get(..offset)?;
    let lines = before.split(|byte| *byte == b'\n').count();
    u32::try_from(lines).ok()
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
    fn toml_and_json_say_the_same() {
        let toml = "[[channel]]\nid = \"a\"\nlabel = { zh = \"甲\", en = \"A\" }\n";
        let json = r#"{"channel":[{"id":"a","label":{"zh":"甲","en":"A"}}]}"#;
        assert_eq!(read("t", toml, Format::Toml), read("j", json, Format::Json));
    }
}
