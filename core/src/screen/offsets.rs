//! Places in a text, counted in the unit that a caller counts in.

use crate::order;
use alloc::vec::Vec;

/// What places in a text are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// Bytes of UTF-8.
    #[default]
    Bytes,
    /// Units of UTF-16, as in JavaScript and Java.
    Utf16,
    /// Characters, as in Python.
    Characters,
}

impl Unit {
    /// Reads `bytes`, `utf16` or `characters`.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        match name {
            "bytes" => Some(Self::Bytes),
            "utf16" => Some(Self::Utf16),
            "characters" => Some(Self::Characters),
            _ => None,
        }
    }

    const fn width(self, c: char) -> usize {
        match self {
            Self::Bytes => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Characters => 1,
        }
    }
}

/// The places of a text, given in bytes, counted in a unit; in one pass, whatever their order.
#[must_use]
pub fn count(text: &str, unit: Unit, places: &[usize]) -> Vec<usize> {
    if unit == Unit::Bytes {
        return places.to_vec();
    }
    let mut order: Vec<(usize, usize)> = places.iter().copied().zip(0..).collect();
    order::sort(&mut order);
    let mut counted = places.to_vec();
    let (mut bytes, mut units) = (0_usize, 0_usize);
    let mut chars = text.chars();
    for (place, number) in order {
        while bytes < place {
            let Some(c) = chars.next() else { break };
            bytes = bytes.saturating_add(c.len_utf8());
            units = units.saturating_add(unit.width(c));
        }
        if let Some(own) = counted.get_mut(number) {
            *own = units;
        }
    }
    counted
}
