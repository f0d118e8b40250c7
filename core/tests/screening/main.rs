//! Screening from outside: folding, finding as a slow search does, pieces, masks, pages, and hostile texts.
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that cannot go on fails"
)]

mod folding;
mod hostile;
mod masking;
mod pages;
mod pieces;
mod search;

use gongkai::Engine;
use gongkai::screen::source::{Entry, List};
use gongkai::screen::{Look, PUBLIC, Screen, compile};
use gongkai::words::Day;
use std::sync::OnceLock;

/// Everything, for everyone, on a day.
pub(crate) fn look() -> Look<'static> {
    Look {
        day: Day::of(2026, 9, 1).unwrap(),
        audience: PUBLIC,
        chosen: None,
    }
}

/// An entry that looks for terms, and allows others.
pub(crate) fn entry(terms: &[&str], allow: &[&str]) -> Entry {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Entry {
        id: "entry".to_owned(),
        terms: owned(terms),
        allow: owned(allow),
        ..Entry::default()
    }
}

/// A screen of one entry.
pub(crate) fn screen(entry: Entry) -> Screen {
    let list = List {
        id: "list".to_owned(),
        entry: vec![entry],
        ..List::default()
    };
    compile(&[list]).unwrap()
}

/// The built-in lists.
pub(crate) fn built_in() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::builder().build().unwrap())
}
