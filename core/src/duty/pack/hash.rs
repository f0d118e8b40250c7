//! The content hash of a pack: equal for equal content, whether written as TOML, as JSON or embedded.

use crate::duty::source::Source;
use crate::written::Canonical;
use alloc::string::String;
use sha2::{Digest, Sha256};

/// SHA-256 over the canonical JSON of a pack, in hexadecimal.
#[must_use]
pub fn content_hash(source: &Source) -> String {
    hex(&Sha256::digest(Canonical::json(source)))
}

/// SHA-256 of a text, in hexadecimal.
#[must_use]
pub fn of_text(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}
