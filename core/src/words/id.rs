//! Ids of rules, packs, channels and lists: short ASCII names that are safe in paths and addresses.

use super::note::Fault;
use alloc::boxed::Box;
use alloc::string::String;
use core::borrow::Borrow;
use core::fmt;
use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

/// A name of lower-case ASCII letters, digits, hyphens and dots.
///
/// ```
/// use gongkai::words::id::Id;
/// assert_eq!(Id::parse("license-publication-deadline").unwrap().as_str(), "license-publication-deadline");
/// assert!(Id::parse("License Deadline").is_err());
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

impl Id {
    /// Reads an id of one to 100 characters that begins and ends with a letter or digit.
    ///
    /// # Errors
    /// [`Fault::Length`] or [`Fault::Character`]; [`Fault::Form`] for signs at an end or side by side.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        if text.is_empty() || text.len() > LONGEST {
            return Err(Fault::Length);
        }
        if !text.bytes().all(|byte| is_letter(byte) || is_sign(byte)) {
            return Err(Fault::Character);
        }
        if text.split(['-', '.']).any(str::is_empty) {
            return Err(Fault::Form);
        }
        Ok(Self(text.into()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(|_| {
            de::Error::invalid_value(
                de::Unexpected::Str(&text),
                &"an id of lower-case letters, digits, hyphens and dots",
            )
        })
    }
}

const LONGEST: usize = 100;

const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

const fn is_sign(byte: u8) -> bool {
    matches!(byte, b'-' | b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids() {
        for text in ["a", "gansu-agri-2016", "ga07-1", "gansu.2016"] {
            assert_eq!(Id::parse(text).unwrap().to_string(), text);
        }
        for (text, fault) in [
            ("", Fault::Length),
            ("GA07", Fault::Character),
            ("a b", Fault::Character),
            ("省", Fault::Character),
            ("a_b", Fault::Character),
            ("-a", Fault::Form),
            ("a.", Fault::Form),
            ("a--b", Fault::Form),
            ("..", Fault::Form),
        ] {
            assert_eq!(Id::parse(text), Err(fault), "{text}");
        }
        assert_eq!(Id::parse(&"a".repeat(101)), Err(Fault::Length));
    }

    #[test]
    fn crosses_json_as_text() {
        let id: Id = serde_json::from_str("\"gansu-agri-2016\"").unwrap();
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"gansu-agri-2016\"");
        assert!(serde_json::from_str::<Id>("\"../etc\"").is_err());
    }
}
