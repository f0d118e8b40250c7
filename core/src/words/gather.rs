//! Gathers the characters of a code into a fixed place, noting what had to be left out or folded.

use super::normalize::{is_placeholder, is_space};
use super::note::{Fault, Note, Notes};

/// The characters of a code in upper case, without spaces and hyphens.
pub(super) struct Gathered<const N: usize> {
    pub(super) bytes: [u8; N],
    pub(super) notes: Notes,
    /// How many characters the code has; more than `N` are counted and not kept.
    pub(super) count: usize,
    /// Whether a lower-case `l`, which looks like the digit 1, was folded to `L`.
    pub(super) lower_l: bool,
}

/// Gathers a code, or says that it was hidden or is a stand-in.
pub(super) fn gather<const N: usize>(text: &str) -> Result<Gathered<N>, Fault> {
    if text.contains(MASKS) {
        return Err(Fault::Masked);
    }
    let mut code = Gathered {
        bytes: [0; N],
        notes: Notes::NONE,
        count: 0,
        lower_l: false,
    };
    text.chars().for_each(|c| code.take(c));
    if code.count == 0 || is_placeholder(text) || code.kept().iter().all(|byte| *byte == b'0') {
        return Err(Fault::Placeholder);
    }
    if has_mask_run(code.kept()) {
        return Err(Fault::Masked);
    }
    Ok(code)
}

/// Whether four or more `X` stand in a row: publishers hide codes so, and no code is assigned so.
pub(super) fn has_mask_run(bytes: &[u8]) -> bool {
    // Four in a row leave no fourth place free.
    bytes.iter().skip(3).step_by(4).any(|byte| *byte == b'X')
        && bytes
            .windows(4)
            .any(|run| matches!(run, [b'X', b'X', b'X', b'X']))
}

const MASKS: [char; 8] = ['*', '＊', '#', '＃', '某', '×', '■', '●'];

impl<const N: usize> Gathered<N> {
    /// The characters kept so far.
    pub(super) fn kept(&self) -> &[u8] {
        self.bytes.get(..self.count.min(N)).unwrap_or(&self.bytes)
    }

    fn take(&mut self, c: char) {
        let c = self.folded(c);
        if is_space(c) {
            self.note(Note::Spaces);
        } else if matches!(c, '-' | '‐' | '–' | '—') {
            self.note(Note::Hyphens);
        } else {
            self.put(c);
        }
    }

    fn folded(&mut self, c: char) -> char {
        if !matches!(c, '！'..='～') {
            return c;
        }
        self.note(Note::FullWidth);
        char::from_u32(u32::from(c).wrapping_sub(0xfee0)).unwrap_or(c)
    }

    fn put(&mut self, c: char) {
        if c.is_ascii_lowercase() {
            self.note(Note::Case);
        }
        self.lower_l |= c == 'l';
        let byte = u8::try_from(c.to_ascii_uppercase()).unwrap_or(b'?');
        if let Some(place) = self.bytes.get_mut(self.count) {
            *place = byte;
        }
        self.count = self.count.saturating_add(1);
    }

    fn note(&mut self, note: Note) {
        self.notes = self.notes.with(note);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_mask_is_a_run_of_four(code in "[XA]{0,18}") {
            prop_assert_eq!(has_mask_run(code.as_bytes()), code.contains("XXXX"));
        }
    }
}
