//! Lists, and what looks through texts by them, made when it is first asked for.

use super::source::{Entry, List};
use super::{Fault, Screen, compile};
use crate::lazy::{Lazy, Memo};
use alloc::vec::Vec;

/// Lists, and what looks through texts by them.
#[derive(Debug, Clone, Default)]
pub struct Screening {
    lists: Vec<Lazy<List>>,
    screen: Memo<Screen>,
}

impl Screening {
    /// Of lists whose entries are numbered through all of them.
    #[must_use]
    pub const fn new(lists: Vec<Lazy<List>>) -> Self {
        Self {
            lists,
            screen: Memo::empty(),
        }
    }

    /// What looks through texts.
    ///
    /// Lists with which something is wrong find nothing; [`Screening::make`] says so beforehand.
    #[must_use]
    pub fn screen(&self) -> &Screen {
        self.screen
            .get_or_make(|| compile(self.lists()).unwrap_or_default())
    }

    /// Makes it ready.
    ///
    /// # Errors
    /// Everything that is wrong with the lists.
    pub fn make(&self) -> Result<(), Vec<Fault>> {
        self.screen.get_or_try(|| compile(self.lists())).map(|_| ())
    }

    /// What can be made ready and cannot be meant.
    #[must_use]
    pub fn lint(&self) -> Vec<Fault> {
        super::lint(self.lists())
    }

    /// The lists.
    pub fn lists(&self) -> impl Iterator<Item = &List> {
        self.lists.iter().map(|list| &**list)
    }

    /// Whether there is a list.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.lists.iter().any(|list| list.head().id == id)
    }

    /// The entries of all lists, in the order of their numbers.
    pub fn entries(&self) -> impl Iterator<Item = (&List, &Entry)> {
        self.lists()
            .flat_map(|list| list.entry.iter().map(move |entry| (list, entry)))
    }

    /// An entry by its number, with its list.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<(&List, &Entry)> {
        self.entries().nth(usize::try_from(number).ok()?)
    }
}
