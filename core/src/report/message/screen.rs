//! Sentences about what stands in texts.

use super::{Subject, said};
use crate::duty::observation::Passage;
use crate::words::Label;

impl Subject<'_, '_, '_> {
    /// Something stands in a text that may not.
    pub(super) fn found(&self, passage: Passage) -> Label {
        let (place, what) = (self.place(passage), self.matter(passage));
        if self.case.is_form(passage) {
            return said(
                format_args!("{}有{}", place.zh, what.zh),
                format_args!("{} hold {}", place.en, what.en),
            );
        }
        said(
            format_args!("{}有{}，不得公开", place.zh, what.zh),
            format_args!("{} hold {}, which may not be published", place.en, what.en),
        )
    }

    /// Something in a text must be looked at by a person.
    pub(super) fn mentioned(&self, passage: Passage) -> Label {
        let (place, what) = (self.place(passage), self.matter(passage));
        said(
            format_args!("{}可能有{}，须由人判断", place.zh, what.zh),
            format_args!("{} may hold {}; a person must decide", place.en, what.en),
        )
    }

    /// The field with the characters of the passage, the first counted as 1; never what they are.
    fn place(&self, passage: Passage) -> Label {
        let Label { zh, en } = self.field();
        let (first, last) = (passage.start.saturating_add(1), passage.end);
        said(
            format_args!("“{zh}”第{first}至{last}字"),
            format_args!("characters {first} to {last} of “{en}”"),
        )
    }

    /// What was found.
    pub(in crate::report) fn matter(&self, passage: Passage) -> &Label {
        let entry = self.case.screening.entry(passage.entry);
        entry.map(|(_, entry)| &entry.matter).unwrap_or_default()
    }
}
