//! Prints any value as canonical JSON: members in the order of its type, nothing between them.

mod forms;
#[cfg(test)]
mod tests;

use super::long_plain_run;
use alloc::{format, vec::Vec};
use core::fmt::{self, Write};
use serde::Serialize;

/// Bytes that the report on a record in order hardly exceeds.
const USUAL: usize = 1024;

/// The canonical JSON of a value.
///
/// What JSON has no one form for, no value here holds: fractions, bytes, names that are no texts.
#[must_use]
pub fn print(value: &impl Serialize) -> Vec<u8> {
    let mut printer = Printer {
        out: Vec::with_capacity(USUAL),
        is_printed: false,
    };
    let done = value.serialize(&mut printer);
    done.map(|()| printer.out).unwrap_or_default()
}

/// The name under which `serde_json` gives what is JSON already.
const PRINTED: &str = "$serde_json::private::RawValue";

struct Printer {
    /// Behind each item and member stands a comma, in whose place comes what closes them.
    out: Vec<u8>,
    /// Whether the text that comes is JSON already.
    is_printed: bool,
}

impl Printer {
    fn raw(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn open(&mut self, opening: u8) -> &mut Self {
        self.out.push(opening);
        self
    }

    fn close(&mut self, closing: u8) {
        match self.out.last_mut() {
            Some(last) if *last == b',' => *last = closing,
            _ => self.out.push(closing),
        }
    }

    fn item<T: ?Sized + Serialize>(&mut self, item: &T) -> fmt::Result {
        item.serialize(&mut *self)?;
        self.out.push(b',');
        Ok(())
    }

    /// The name of a member that stands in the program, where none needs escapes.
    fn name(&mut self, name: &str) {
        self.raw("\"");
        self.raw(name);
        self.raw("\":");
    }

    fn member<T: ?Sized + Serialize>(&mut self, name: &str, value: &T) -> fmt::Result {
        self.name(name);
        self.item(value)
    }

    #[cold]
    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            0x08 => "\\b",
            0x0C => "\\f",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            _ => return self.raw(&format!("\\u{byte:04x}")),
        };
        self.raw(short);
    }
}

impl Write for Printer {
    /// Writes a part of a text, between its quotes.
    fn write_str(&mut self, part: &str) -> fmt::Result {
        let mut rest = part.as_bytes();
        loop {
            let (plain, after) = rest
                .split_at_checked(long_plain_run(rest))
                .unwrap_or_default();
            self.out.extend_from_slice(plain);
            let Some((byte, after)) = after.split_first() else {
                return Ok(());
            };
            self.escape(*byte);
            rest = after;
        }
    }
}
