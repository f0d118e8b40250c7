//! Lists of codes, grounds and matters: what a value must be one of.

use super::names::Names;
use crate::lazy::{Item, ListHead, Memo};
use crate::order;
use crate::words::{Day, Label, Window, normalize};
use crate::written::table;
use alloc::{borrow::Cow, string::String, vec::Vec};

/// A list, as packs write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeList {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// Whether the entries are added to a list of another pack with the same id.
    pub extends: bool,
    /// Whether the entries come with the request instead of the pack (a registry, for example).
    pub supplied: bool,
    /// Entries.
    pub entries: Vec<CodeEntry>,
    names: Memo<Names<u32>>,
}

table!(CodeList { id: needed, title: needed, extends, supplied, entries("entry") } beside names);

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeEntry {
    /// Code.
    pub code: String,
    /// Name; also accepted in records.
    pub label: Label,
    /// Other forms accepted in records.
    pub aliases: Vec<String>,
    /// Whether a value may go on after the code, name or other form, as `其他-渔业捕捞` does after `其他`.
    pub continues: bool,
    /// When the entry is valid.
    pub in_force: Window,
}

table!(CodeEntry {
    code: needed,
    label: needed,
    aliases,
    continues,
    in_force
});

impl Item for CodeList {
    type Head = ListHead;

    fn head(&self) -> ListHead {
        ListHead {
            id: self.id.clone(),
            extends: self.extends,
        }
    }
}

impl CodeList {
    /// The list with these entries instead of its own.
    ///
    /// # Errors
    /// The text that names two different entries.
    pub fn with(&self, entries: Vec<CodeEntry>) -> Result<Self, String> {
        let list = Self {
            id: self.id.clone(),
            title: self.title.clone(),
            extends: self.extends,
            supplied: self.supplied,
            entries,
            names: Memo::empty(),
        };
        list.check()?;
        Ok(list)
    }

    /// Adds what another pack says to the list.
    pub fn extend(&mut self, other: &Self) {
        self.entries.extend_from_slice(&other.entries);
        self.names = Memo::empty();
    }

    /// Makes sure that every form names one entry.
    ///
    /// # Errors
    /// The text that names two different entries.
    pub fn check(&self) -> Result<(), String> {
        self.table().map(|_| ())
    }

    fn table(&self) -> Result<Names<u32>, String> {
        let mut forms: Vec<(Cow<'_, str>, u32)> = Vec::new();
        for (number, entry) in (0_u32..).zip(&self.entries) {
            for form in entry.forms() {
                forms.push((Cow::Borrowed(form), number));
                forms.push((normalize::fold_key(form), number));
            }
        }
        order::sort(&mut forms);
        forms.dedup();
        Names::build(forms.iter().map(|(form, number)| (&**form, *number)))
            .map_err(|duplicate| String::from(duplicate.name))
    }

    fn names(&self) -> &Names<u32> {
        // INVARIANT: a list of a law was checked.
        self.names.get_or_make(|| self.table().unwrap_or_default())
    }

    /// The entry that a text names: as it stands, or else without regard to width, spaces and case, or
    /// else by how it begins, for entries after which a value may go on.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<u32> {
        self.names()
            .get(None, text)
            .or_else(|| self.find_folded(&normalize::fold_key(text)))
    }

    #[cold]
    fn find_folded(&self, folded: &str) -> Option<u32> {
        self.names().get(None, folded).or_else(|| {
            let mut entries = (0_u32..).zip(&self.entries);
            entries
                .find(|(_, entry)| entry.begins(folded))
                .map(|(number, _)| number)
        })
    }

    /// An entry by its number.
    #[must_use]
    pub fn entry(&self, number: u32) -> Option<&CodeEntry> {
        self.entries.get(usize::try_from(number).ok()?)
    }
}

impl CodeEntry {
    /// Every text that names the entry.
    fn forms(&self) -> impl Iterator<Item = &String> {
        let own = [&self.code, &self.label.zh, &self.label.en].into_iter();
        own.chain(&self.aliases).filter(|form| !form.is_empty())
    }

    /// Whether a folded text goes on after one of the entry's forms.
    fn begins(&self, folded: &str) -> bool {
        self.continues
            && self
                .forms()
                .any(|form| folded.starts_with(&*normalize::fold_key(form)))
    }

    /// Whether the entry is valid on a day.
    #[must_use]
    pub fn valid_on(&self, day: Day) -> bool {
        self.in_force.holds(day)
    }
}
