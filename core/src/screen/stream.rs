//! A text that comes in pieces: the same hits, however it is cut.

use super::scan::{REACH, Scan, State};
use super::{Hit, Look, Screen};
use crate::order;
use alloc::{string::String, vec::Vec};

/// A text that comes in pieces, and what was found in it.
///
/// It keeps as much of the text as a hit can depend on, and at most so many hits as it was told to; all are
/// counted.
#[derive(Debug)]
pub struct Stream<'s> {
    screen: &'s Screen,
    look: Look<'s>,
    most: usize,
    /// What is kept of the text.
    text: String,
    /// Bytes of a character whose end has not come.
    cut: Vec<u8>,
    /// How much of the text came before what is kept.
    before: usize,
    /// Up to where in what is kept everything was found.
    settled: usize,
    state: State,
    hits: Vec<Hit>,
    count: u64,
}

/// How much is looked through at a time, in bytes.
const BLOCK: usize = 1 << 16;

/// How much is kept of what was looked through, in bytes: more than is looked back from any hit.
const KEPT: usize = 4096;

impl<'s> Stream<'s> {
    /// A text that is still to come; of what is found in it, at most so many hits are kept.
    #[must_use]
    pub const fn new(screen: &'s Screen, look: Look<'s>, most: usize) -> Self {
        Self {
            screen,
            look,
            most,
            text: String::new(),
            cut: Vec::new(),
            before: 0,
            settled: 0,
            state: State::START,
            hits: Vec::new(),
            count: 0,
        }
    }

    /// Takes in the next piece; it may end within a character.
    ///
    /// # Errors
    /// The byte of the text at which it is no UTF-8. What came before that byte was taken in.
    pub fn feed(&mut self, piece: &[u8]) -> Result<(), usize> {
        for part in piece.chunks(BLOCK) {
            self.cut.extend_from_slice(part);
            let bytes = core::mem::take(&mut self.cut);
            self.bytes(&bytes)?;
            if self.text.len() >= self.settled.saturating_add(BLOCK + REACH) {
                self.settle(self.text.len().saturating_sub(REACH));
            }
        }
        Ok(())
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<(), usize> {
        match core::str::from_utf8(bytes) {
            Ok(text) => self.text.push_str(text),
            Err(error) => {
                let (good, rest) = bytes
                    .split_at_checked(error.valid_up_to())
                    .unwrap_or((bytes, &[]));
                self.text.push_str(core::str::from_utf8(good).unwrap_or(""));
                if error.error_len().is_some() {
                    return Err(self.before.saturating_add(self.text.len()));
                }
                self.cut = rest.to_vec();
            }
        }
        Ok(())
    }

    /// Finds what begins before a place, and lets go of what is not needed any more.
    fn settle(&mut self, place: usize) {
        let place = self.text.floor_char_boundary(place);
        let scan = Scan {
            screen: self.screen,
            look: &self.look,
            text: &self.text,
        };
        let mut found = Vec::new();
        scan.run(self.settled..place, &mut self.state, &mut found);
        self.count = self
            .count
            .saturating_add(u64::try_from(found.len()).unwrap_or(u64::MAX));
        let room = self.most.saturating_sub(self.hits.len());
        let before = self.before;
        self.hits
            .extend(found.into_iter().take(room).map(|hit| Hit {
                start: hit.start.saturating_add(before),
                end: hit.end.saturating_add(before),
                ..hit
            }));
        let gone = self.text.floor_char_boundary(place.saturating_sub(KEPT));
        self.text.drain(..gone);
        self.state = self.state.moved(gone);
        self.settled = place.saturating_sub(gone);
        self.before = self.before.saturating_add(gone);
    }

    /// What was found in the whole text, in its order, and how much that was before some was left out.
    ///
    /// # Errors
    /// The byte at which the text ends within a character.
    pub fn finish(mut self) -> Result<(Vec<Hit>, u64), usize> {
        self.settle(self.text.len());
        if !self.cut.is_empty() {
            return Err(self.before.saturating_add(self.text.len()));
        }
        order::sort(&mut self.hits);
        Ok((self.hits, self.count))
    }
}
