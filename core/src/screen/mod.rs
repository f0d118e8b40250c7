//! What stands in a text and may not go out: words, numbers that name a person, marks of secrecy, what was
//! put there by others. What is looked for is in lists that packs write; here are the ways of looking.
//!
//! A text is gone through once. Every hit lies in the text as it was given, whatever was folded to find it.

mod around;
mod begin;
mod compile;
mod filter;
pub mod fold;
mod index;
pub mod mask;
mod names;
mod number;
pub mod offsets;
mod page;
mod pattern;
mod scan;
mod screening;
mod sieve;
pub mod source;
mod stream;
mod walk;

pub use begin::Beginning;
pub use compile::{Fault, compile, lint};
pub use mask::{Masked, mask, mask_page};
pub use page::{Page, Sight};
pub use screening::Screening;
pub use sieve::Sieve;
pub use stream::Stream;

use crate::order;
use crate::words::Day;
use alloc::{string::String, vec::Vec};
use begin::{Beginnings, Begins};
use index::Index;
use mask::Form;
use names::Names;
use pattern::Pattern;
use scan::{Scan, State};
use source::{Finds, Place};

/// All lists together, ready to look through texts.
#[derive(Debug, Clone, Default)]
pub struct Screen {
    index: Index,
    /// What all entries begin with.
    sieve: Sieve,
    patterns: Vec<Pattern>,
    names: Names,
    entries: Vec<Looked>,
    /// Entries by what they recognize, in the order of the lists.
    finds: Vec<(Finds, u32)>,
}

/// An entry, ready to be looked for; see [`source::Entry`].
#[derive(Debug, Clone)]
struct Looked {
    window: crate::words::Window,
    except_for: Vec<String>,
    younger_than: Option<u8>,
    not_after: Vec<Vec<char>>,
    not_before: Vec<Vec<char>>,
    hosts: Vec<String>,
    place: Option<Place>,
    mention: bool,
    doubtful: bool,
    line: bool,
    mask: Option<Form>,
}

/// For whom, when, and by which entries a text is looked through.
#[derive(Debug, Clone, Copy)]
pub struct Look<'l> {
    /// The day on which it is to go out: it decides which entries are in force, and who is a minor.
    pub day: Day,
    /// To whom it is to go out.
    pub audience: &'l str,
    /// Of each entry, by its number, whether it is looked for; without it all are.
    pub chosen: Option<&'l [bool]>,
}

/// The audience of everyone.
pub const PUBLIC: &str = "public";

/// Something that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// The entry, by its number among those of all lists.
    pub entry: u32,
    /// Whether it only looks like one: a word of a marking in running text. A person must look at it.
    pub mention: bool,
    /// Whether its characters are parted by signs, spaces or lines.
    pub parted: bool,
    /// Whether readers of the page cannot see it.
    pub hidden: bool,
}

impl Screen {
    /// What stands in a text, in its order.
    #[must_use]
    pub fn find(&self, text: &str, look: &Look<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        self.find_into(text, look, &mut hits);
        hits
    }

    /// Adds what stands in a text to the hits, in its order; without any, nothing is allocated.
    pub fn find_into(&self, text: &str, look: &Look<'_>, hits: &mut Vec<Hit>) {
        self.gather(text, look, hits, |scan, state, hits| {
            scan.run(0..text.len(), state, hits);
        });
    }

    /// What tells where something begins that some of the entries look for.
    #[must_use]
    pub fn sieve(&self, wanted: impl Fn(usize) -> bool) -> Sieve {
        let wanted = |entry| usize::try_from(entry).is_ok_and(&wanted);
        Sieve::new(&self.index, &self.finds, wanted)
    }

    /// Adds what begins in a text and passes a sieve.
    pub fn beginnings(&self, sieve: &Sieve, text: &str, all: &mut Vec<Beginning>) {
        let beginnings = Beginnings {
            index: &self.index,
            sieve,
            text,
        };
        beginnings.within(0..text.len(), &mut 0, |begins| {
            let mut is_there = true;
            if let Begins::Term(start) = begins {
                is_there = false;
                self.index.at(sieve, text, start, |_| is_there = true);
            }
            if is_there {
                all.push(Beginning(begins));
            }
        });
    }

    /// As [`Screen::find_into`], for a text of which is known what [begins](Screen::beginnings) in it.
    pub fn find_from(
        &self,
        beginnings: &[Beginning],
        text: &str,
        look: &Look<'_>,
        hits: &mut Vec<Hit>,
    ) {
        self.gather(text, look, hits, |scan, state, hits| {
            for Beginning(begins) in beginnings {
                scan.look_at(*begins, state, hits);
            }
        });
    }

    fn gather(
        &self,
        text: &str,
        look: &Look<'_>,
        hits: &mut Vec<Hit>,
        find: impl FnOnce(&Scan<'_>, &mut State, &mut Vec<Hit>),
    ) {
        let from = hits.len();
        let scan = Scan {
            screen: self,
            look,
            text,
        };
        let mut state = State::START;
        find(&scan, &mut state, hits);
        if let Some(own) = hits.get_mut(from..) {
            order::sort(own);
        }
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether an entry can be masked.
    #[must_use]
    pub fn masks(&self, entry: u32) -> bool {
        self.entry(entry).is_some_and(|entry| entry.mask.is_some())
    }

    fn entry(&self, number: u32) -> Option<&Looked> {
        self.entries.get(usize::try_from(number).ok()?)
    }

    /// An entry, if it is looked for.
    fn active(&self, number: u32, look: &Look<'_>) -> Option<&Looked> {
        let place = usize::try_from(number).ok()?;
        let chosen = look
            .chosen
            .is_none_or(|chosen| chosen.get(place) == Some(&true));
        let entry = self.entries.get(place).filter(|_| chosen)?;
        let bound = !entry.except_for.iter().any(|other| other == look.audience);
        (bound && entry.window.holds(look.day)).then_some(entry)
    }

    /// The entries that recognize something and are looked for.
    fn finding<'s>(
        &'s self,
        is: Finds,
        look: &'s Look<'_>,
    ) -> impl Iterator<Item = (u32, &'s Looked)> {
        let all = self.finds.iter().filter(move |(finds, _)| *finds == is);
        all.filter_map(|(_, number)| Some((*number, self.active(*number, look)?)))
    }
}
