//! The tables, read once from the columns that the build script writes.

use crate::hangul;
use alloc::{boxed::Box, vec::Vec};
use once_cell::race::OnceBox;

/// The class of what no mark is ordered before.
pub(crate) const LETTER: u8 = 0;

/// Stands for the class of what is ordered like a letter, but may join the one before it.
pub(crate) const JOINING: u8 = u8::MAX;

/// What NFKC knows of characters.
pub(crate) struct Tables {
    forms: Others,
    /// From which character on which class holds.
    classes: Vec<(u32, u8)>,
    /// Two characters that become one, in order, and that one.
    pairs: Vec<([u32; 2], char)>,
}

/// Characters that stand for others.
pub(crate) struct Others {
    /// In order, and where the others end among the parts.
    from: Vec<(u32, usize)>,
    parts: Vec<char>,
}

static TABLES: OnceBox<Tables> = OnceBox::new();
static CAPITALS: OnceBox<Others> = OnceBox::new();
static SMALL: OnceBox<Others> = OnceBox::new();

/// The tables; they are read once and never change.
pub(crate) fn tables() -> &'static Tables {
    TABLES.get_or_init(|| Box::new(Tables::read()))
}

/// Letters that have capitals.
pub(crate) fn capitals() -> &'static Others {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/capitals.bin"));
    CAPITALS.get_or_init(|| Box::new(Others::read(bytes)))
}

/// Letters that have small ones.
pub(crate) fn small() -> &'static Others {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/small.bin"));
    SMALL.get_or_init(|| Box::new(Others::read(bytes)))
}

/// The one character that two become.
pub(crate) fn pair(first: char, second: char) -> Option<char> {
    hangul::syllable(first, second).or_else(|| tables().pair(first, second))
}

impl Tables {
    /// What a character stands for.
    pub(crate) fn form(&self, c: char) -> Option<&[char]> {
        self.forms.of(c)
    }

    /// The class by which marks are ordered.
    pub(crate) fn class(&self, c: char) -> u8 {
        let c = u32::from(c);
        let number = self.classes.partition_point(|(from, _)| *from <= c);
        let before = number
            .checked_sub(1)
            .and_then(|before| self.classes.get(before));
        before.map_or(LETTER, |(_, class)| *class)
    }

    fn pair(&self, first: char, second: char) -> Option<char> {
        let both = [first, second].map(u32::from);
        let found = self.pairs.binary_search_by_key(&both, |pair| pair.0);
        self.pairs.get(found.ok()?).map(|(_, one)| *one)
    }

    fn read() -> Self {
        Self {
            forms: Others::read(include_bytes!(concat!(env!("OUT_DIR"), "/forms.bin"))),
            classes: read_classes(),
            pairs: read_pairs(),
        }
    }
}

impl Others {
    /// Those of a character that stands for others.
    pub(crate) fn of(&self, c: char) -> Option<&[char]> {
        let found = self
            .from
            .binary_search_by_key(&u32::from(c), |(from, _)| *from);
        let number = found.ok()?;
        let before = number
            .checked_sub(1)
            .and_then(|before| self.from.get(before));
        let start = before.map_or(0, |before| before.1);
        self.parts.get(start..self.from.get(number)?.1)
    }

    fn read(bytes: &'static [u8]) -> Self {
        let mut columns = Columns::of(bytes);
        let (from, lengths, firsts) = (columns.rising(), columns.plain(), columns.turning());
        let mut others = Self {
            from: Vec::with_capacity(from.len()),
            parts: Vec::new(),
        };
        for ((from, length), first) in from.into_iter().zip(lengths).zip(firsts) {
            let mut last = first;
            others.parts.extend(char::from_u32(first));
            for _ in 1..length {
                last = turned(last, columns.number());
                others.parts.extend(char::from_u32(last));
            }
            others.from.push((from, others.parts.len()));
        }
        others
    }
}

fn read_classes() -> Vec<(u32, u8)> {
    let mut columns = Columns::of(include_bytes!(concat!(env!("OUT_DIR"), "/classes.bin")));
    let from = columns.rising();
    from.into_iter().zip(columns.0.iter().copied()).collect()
}

fn read_pairs() -> Vec<([u32; 2], char)> {
    let mut columns = Columns::of(include_bytes!(concat!(env!("OUT_DIR"), "/pairs.bin")));
    let (first, second, one) = (columns.rising(), columns.turning(), columns.turning());
    let one = one.into_iter().filter_map(char::from_u32);
    let both = first
        .into_iter()
        .zip(second)
        .map(|(first, second)| [first, second]);
    both.zip(one).collect()
}

/// Columns of as many numbers each.
struct Columns(&'static [u8], u32);

impl Columns {
    fn of(bytes: &'static [u8]) -> Self {
        let mut columns = Self(bytes, 0);
        columns.1 = columns.number();
        columns
    }

    /// The next number: seven bits a byte, the lowest first.
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..u32::BITS).step_by(7) {
            let Some((byte, rest)) = self.0.split_first() else {
                break;
            };
            self.0 = rest;
            number |= u32::from(*byte & 0x7f) << shift;
            if *byte < 0x80 {
                break;
            }
        }
        number
    }

    fn plain(&mut self) -> Vec<u32> {
        (0..self.1).map(|_| self.number()).collect()
    }

    /// A column in which each number says how much more it is than the one before.
    fn rising(&mut self) -> Vec<u32> {
        self.column(u32::wrapping_add)
    }

    /// A column in which each number says how much more or less it is than the one before.
    fn turning(&mut self) -> Vec<u32> {
        self.column(turned)
    }

    fn column(&mut self, step: impl Fn(u32, u32) -> u32) -> Vec<u32> {
        let mut last = 0;
        let mut next = |number| {
            last = step(last, number);
            last
        };
        (0..self.1).map(|_| next(self.number())).collect()
    }
}

/// A number up or down from another.
const fn turned(from: u32, step: u32) -> u32 {
    let half = step >> 1;
    if step & 1 == 0 {
        from.wrapping_add(half)
    } else {
        from.wrapping_sub(half).wrapping_sub(1)
    }
}
