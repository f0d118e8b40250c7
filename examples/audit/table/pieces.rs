//! Where the objects of a JSON text begin and end, and what else stands between them.

use super::ROW_LIMIT;

/// What stands one after another in a text of JSON.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece<'a> {
    Object(&'a [u8]),
    /// An object over the limit of a row.
    TooLong,
    /// A value that is no object, or what is no JSON at all.
    Stray,
}

/// Takes a text apart, whatever the borders of what it is fed.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    object: Vec<u8>,
    depth: u64,
    in_string: bool,
    escaped: bool,
    too_long: bool,
    between: Between,
}

impl Pieces {
    /// Hands on each piece that ends in these bytes.
    pub(super) fn feed(&mut self, bytes: &[u8], each: &mut dyn FnMut(Piece<'_>)) {
        for byte in bytes {
            let piece = if self.depth > 0 || *byte == b'{' {
                self.inside(*byte)
            } else {
                self.between.strays(*byte).then_some(Piece::Stray)
            };
            if let Some(piece) = piece {
                each(piece);
            }
        }
    }

    /// Whether an object or the array around all objects is not closed.
    pub(super) fn open(&self) -> bool {
        self.depth > 0 || self.between.array == Array::Open
    }

    fn inside(&mut self, byte: u8) -> Option<Piece<'_>> {
        if self.depth == 0 {
            self.object.clear();
            self.too_long = false;
            self.between.stray = false;
        }
        self.step(byte);
        if self.object.len() < ROW_LIMIT {
            self.object.push(byte);
        } else {
            self.too_long = true;
        }
        match self.depth {
            0 if self.too_long => Some(Piece::TooLong),
            0 => Some(Piece::Object(&self.object)),
            _ => None,
        }
    }

    fn step(&mut self, byte: u8) {
        if self.in_string {
            self.in_string = self.escaped || byte != b'"';
            self.escaped = !self.escaped && byte == b'\\';
            return;
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' => self.depth = self.depth.saturating_add(1),
            b'}' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

/// What was seen outside of objects.
#[derive(Debug, Default)]
struct Between {
    array: Array,
    /// Whether the last byte was part of a stray piece.
    stray: bool,
}

/// The array around all objects.
#[derive(Debug, Default, PartialEq, Eq)]
enum Array {
    #[default]
    None,
    Open,
    Closed,
}

impl Between {
    /// Whether a stray piece begins with this byte.
    fn strays(&mut self, byte: u8) -> bool {
        let before = self.stray;
        self.stray = false;
        match (byte, &self.array) {
            (b' ' | b'\t' | b'\r' | b'\n' | b',', _) => {}
            (b'[', Array::None) => self.array = Array::Open,
            (b']', Array::Open) => self.array = Array::Closed,
            _ => self.stray = true,
        }
        self.stray && !before
    }
}
