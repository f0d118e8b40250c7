//! Lists, and what looks through texts by them, made when it is first asked for.

use super::source::{Entry, List};
use super::{Fault, Screen, compile};
use alloc::{boxed::Box, vec::Vec};
use once_cell::race::OnceBox;

/// Lists, and what looks through texts by them.
#[derive(Debug, Default)]
pub struct Screening {
    lists: Vec<List>,
    screen: OnceBox<Screen>,
}

impl Clone for Screening {
    fn clone(&self) -> Self {
        Self::new(self.lists.clone())
    }
}

impl Screening {
    /// Of lists whose entries are numbered through all of them.
    #[must_use]
    pub const fn new(lists: Vec<List>) -> Self {
        Self {
            lists,
            screen: OnceBox::new(),
        }
    }

    /// What looks through texts.
    ///
    /// Lists with which something is wrong find nothing; [`Screening::make`] says so beforehand.
    #[must_use]
    pub fn screen(&self) -> &Screen {
        self.screen
            .get_or_init(|| Box::new(compile(&self.lists).unwrap_or_default()))
    }

    /// Makes it ready.
    ///
    /// # Errors
    /// Everything that is wrong with the lists.
    pub fn make(&self) -> Result<(), Vec<Fault>> {
        self.screen
            .get_or_try_init(|| compile(&self.lists).map(Box::new))
            .map(|_| ())
    }

    /// What can be made ready and cannot be meant.
    #[must_use]
    pub fn lint(&self) -> Vec<Fault> {
        super::lint(&self.lists)
    }

    /// The lists.
    #[must_use]
    pub fn lists(&self) -> &[List] {
        &self.lists
    }

    /// Whether there is a list.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.lists.iter().any(|list| list.id == id)
    }

    /// The entries of all lists, in the order of their numbers.
    pub fn entries(&self) -> impl Iterator<Item = (&List, &Entry)> {
        self.lists
            .iter()
            .flat_map(|list| list.entry.iter().map(move |entry| (list, entry)))
    }

    /// An entry by its number, with its list.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<(&List, &Entry)> {
        self.entries().nth(usize::try_from(number).ok()?)
    }
}
