//! A text that was gathered from pieces of a page, with the way back to them.

use super::entity;
use alloc::{string::String, vec::Vec};
use core::ops::Range;

/// A text that was gathered from pieces.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    pub(super) text: String,
    pieces: Vec<Piece>,
}

/// A piece that stands in the text as it stands in the page, or one character that stands there as another.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Where it begins in the text.
    text: usize,
    /// Where it begins in the page.
    from: usize,
    /// Where it ends in the page.
    to: usize,
}

impl Text {
    /// Ends a line.
    pub(super) fn line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Adds a text of the page; line breaks are spaces there, and entities the characters they name.
    pub(super) fn push(&mut self, written: &str, at: usize) {
        let mut rest = written;
        let mut place = at;
        while !rest.is_empty() {
            let end = rest.find('&').unwrap_or(rest.len());
            let (plain, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            self.plain(plain, place);
            place = place.saturating_add(plain.len());
            let (c, length) = entity::read(after).unwrap_or(('&', usize::from(!after.is_empty())));
            if length > 0 {
                self.piece(place, length);
                self.text.push(c);
            }
            place = place.saturating_add(length);
            rest = after.get(length..).unwrap_or("");
        }
    }

    fn plain(&mut self, written: &str, at: usize) {
        if written.is_empty() {
            return;
        }
        self.piece(at, written.len());
        let spaced = written
            .chars()
            .map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c });
        self.text.extend(spaced);
    }

    fn piece(&mut self, from: usize, length: usize) {
        let text = self.text.len();
        let to = from.saturating_add(length);
        self.pieces.push(Piece { text, from, to });
    }

    /// Where in the page a place of the text lies.
    pub(super) fn start(&self, place: usize) -> usize {
        let piece = self.piece_of(place);
        piece.map_or(0, |piece| {
            let into = place.saturating_sub(piece.text);
            piece.from.saturating_add(into).min(piece.to)
        })
    }

    /// Where in the page what ends at a place of the text ends.
    pub(super) fn end(&self, place: usize) -> usize {
        let piece = self.piece_of(place.saturating_sub(1));
        piece.map_or(0, |piece| {
            let into = place.saturating_sub(piece.text);
            let next = self.pieces.partition_point(|other| other.text < place);
            let whole = self
                .pieces
                .get(next)
                .map_or(self.text.len(), |next| next.text)
                <= place;
            let end = piece.from.saturating_add(into);
            if whole { piece.to } else { end.min(piece.to) }
        })
    }

    /// Where in the page a part of the text stands, between the tags.
    pub(super) fn places(&self, part: &Range<usize>) -> Vec<(usize, usize)> {
        let own = self
            .pieces
            .partition_point(|piece| piece.text <= part.start);
        let pieces = self.pieces.iter().enumerate().skip(own.saturating_sub(1));
        let pieces = pieces.take_while(|(_, piece)| piece.text < part.end);
        let places = pieces.map(|(number, piece)| {
            let next = self.pieces.get(number.saturating_add(1));
            let end = next.map_or(self.text.len(), |next| next.text);
            let (start, end) = (piece.text.max(part.start), end.min(part.end));
            (self.start(start), self.end(end))
        });
        places.collect()
    }

    fn piece_of(&self, place: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.text <= place);
        self.pieces.get(after.checked_sub(1)?)
    }
}
