//! Characters that a page names instead of showing them.

use alloc::string::String;

/// The names that pages of public bodies use; others stand for themselves.
const NAMED: [(&str, char); 16] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("shy", '\u{ad}'),
    ("middot", '·'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
];

/// A text as it can stand in a page, between tags and in attributes.
pub(super) fn write(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            _ => written.push(c),
        }
    }
    written
}

/// The longest entity that is read, in bytes.
const LONGEST: usize = 12;

/// The character of an entity at the beginning of a text, and how long the entity is.
pub(super) fn read(text: &str) -> Option<(char, usize)> {
    let near = super::super::walk::head(text, LONGEST);
    let (name, _) = near.strip_prefix('&')?.split_once(';')?;
    let length = name.len().saturating_add(2);
    let c = match name.strip_prefix('#') {
        Some(number) => char::from_u32(match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        })?,
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((c, length))
}
