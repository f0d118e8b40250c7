//! Lists of codes, grounds and matters: what a value must be one of.

use super::names::Names;
use crate::words::{Day, Label, normalize};
use alloc::{borrow::Cow, string::String, vec::Vec};

/// A list.
#[derive(Debug, Clone)]
pub struct CodeList {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// Whether the entries come with the request instead of the pack.
    pub supplied: bool,
    /// Entries.
    pub entries: Vec<CodeEntry>,
    names: Names<u32>,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeEntry {
    /// Code.
    pub code: String,
    /// Name.
    pub label: Label,
    /// Other forms.
    pub aliases: Vec<String>,
    /// Whether a value may go on after the code, name or other form.
    pub continues: bool,
    /// First day of validity; open if absent.
    pub from: Option<Day>,
    /// Last day of validity; open if absent.
    pub until: Option<Day>,
}

impl CodeList {
    /// A list with these entries.
    ///
    /// # Errors
    /// The text that names two different entries.
    pub fn new(
        id: String,
        title: Label,
        supplied: bool,
        entries: Vec<CodeEntry>,
    ) -> Result<Self, String> {
        let mut forms: Vec<(Cow<'_, str>, u32)> = Vec::new();
        for (number, entry) in (0_u32..).zip(&entries) {
            let own = [&entry.code, &entry.label.zh, &entry.label.en];
            for form in own
                .into_iter()
                .chain(&entry.aliases)
                .filter(|form| !form.is_empty())
            {
                forms.push((Cow::Borrowed(form), number));
                forms.push((normalize::fold_key(form), number));
            }
        }
        forms.sort();
        forms.dedup();
        let names = Names::build(forms.iter().map(|(form, number)| (&**form, *number)))
            .map_err(|duplicate| String::from(duplicate.name))?;
        Ok(Self {
            id,
            title,
            supplied,
            entries,
            names,
        })
    }

    /// The entry that a text names: as it stands, or else without regard to width, spaces and case, or
    /// else by how it begins, for entries after which a value may go on.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<u32> {
        self.names
            .get(None, text)
            .or_else(|| self.find_folded(&normalize::fold_key(text)))
    }

    #[cold]
    fn find_folded(&self, folded: &str) -> Option<u32> {
        self.names.get(None, folded).or_else(|| {
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
    /// Whether a folded text goes on after one of the entry's forms.
    fn begins(&self, folded: &str) -> bool {
        let forms = [&self.code, &self.label.zh, &self.label.en];
        let mut forms = forms
            .into_iter()
            .chain(&self.aliases)
            .filter(|form| !form.is_empty());
        self.continues && forms.any(|form| folded.starts_with(&*normalize::fold_key(form)))
    }

    /// Whether the entry is valid on a day.
    #[must_use]
    pub fn valid_on(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}
