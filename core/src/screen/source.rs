//! Screening lists as packs write them: what is looked for, on which ground, and how it may be masked.

use crate::lazy::{Item, ListHead};
use crate::words::{Label, Window};
use crate::written::{choice, table};
use alloc::{string::String, vec::Vec};

/// A list of what may not stand in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// The list whose codes are the grounds of its entries.
    pub grounds: String,
    /// Whether the entries are added to a list of another pack with the same id.
    pub extends: bool,
    /// Family names, for patterns and detectors that look for names.
    pub family_names: Vec<String>,
    /// Words that stand beside names.
    pub beside_names: Vec<String>,
    /// Words that begin with a family name and are no names.
    pub no_names: Vec<String>,
    /// What is looked for.
    pub entry: Vec<Entry>,
}

table!(List {
    id,
    title,
    grounds,
    extends,
    family_names,
    beside_names,
    no_names,
    entry
});

impl Item for List {
    type Head = ListHead;

    fn head(&self) -> ListHead {
        ListHead {
            id: self.id.clone(),
            extends: self.extends,
        }
    }
}

impl List {
    /// Adds what another pack says to the list.
    pub fn extend(&mut self, other: &Self) {
        self.family_names.extend_from_slice(&other.family_names);
        self.beside_names.extend_from_slice(&other.beside_names);
        self.no_names.extend_from_slice(&other.no_names);
        self.entry.extend_from_slice(&other.entry);
    }
}

/// One thing that is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Id.
    pub id: String,
    /// What it is.
    pub matter: Label,
    /// The ground on which it is withheld: a code of the list of grounds, or none for what is no information.
    pub ground: Option<String>,
    /// The provision it rests on.
    pub basis: String,
    /// When it may not be published.
    pub in_force: Window,
    /// To whom it may go all the same.
    pub except_for: Vec<String>,
    /// Words.
    pub terms: Vec<String>,
    /// Words with what follows them.
    pub patterns: Vec<String>,
    /// Longer words in which a term means something else.
    pub allow: Vec<String>,
    /// What is recognized by its form.
    pub finds: Option<Finds>,
    /// Of resident ids, only those of persons younger than this, in years.
    pub younger_than: Option<u8>,
    /// Words directly before a hit that show that it is none.
    pub not_after: Vec<String>,
    /// Words directly behind a hit that show that it is none.
    pub not_before: Vec<String>,
    /// Hosts that a link may lead to, with all below them.
    pub hosts: Vec<String>,
    /// Where on its line it counts; anywhere, unless it is said.
    pub place: Option<Place>,
    /// Whether it is still to be looked at by a person where it does not count.
    pub mention: bool,
    /// Whether it is always to be looked at by a person.
    pub doubtful: bool,
    /// Whether the whole line is the hit.
    pub line: bool,
    /// How it may be masked: `hide`, `remove`, `name`, or `first 6, last 4`.
    pub mask: Option<String>,
}

table!(Entry {
    id,
    matter,
    ground,
    basis,
    in_force,
    except_for,
    terms,
    patterns,
    allow,
    finds,
    younger_than,
    not_after,
    not_before,
    hosts,
    place,
    mention,
    doubtful,
    line,
    mask,
});

/// Where on its line a marking stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Nothing else stands on the line.
    Alone,
    /// At the head or at the end of a short line.
    Edge,
    /// At the end of a short line.
    End,
}

choice!(Place { Alone = "alone", Edge = "edge", End = "end" });

/// What is recognized by its form and not by words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finds {
    /// A resident id number of 18 characters.
    ResidentId,
    /// A resident id number of 15 digits.
    OldResidentId,
    /// The number of a mobile telephone.
    MobilePhone,
    /// The number of a telephone with its area code.
    Landline,
    /// The number of a bank card.
    BankCard,
    /// The name before a resident id, card or telephone number.
    NameBeforeNumber,
    /// A document number that is not formed as one.
    MalformedDocumentNumber,
    /// In a page, a link that readers cannot see.
    HiddenLink,
    /// In a page, a link to a host that is not among `hosts`.
    ForeignLink,
}

choice!(Finds {
    ResidentId = "resident-id", OldResidentId = "old-resident-id", MobilePhone = "mobile-phone",
    Landline = "landline", BankCard = "bank-card", NameBeforeNumber = "name-before-number",
    MalformedDocumentNumber = "malformed-document-number", HiddenLink = "hidden-link",
    ForeignLink = "foreign-link",
});
