//! What a check looks at, and where it writes what it saw.

use crate::duty::observation::Passage;
use crate::duty::{Detail, Observation, Program, Verdict};
use crate::lazy::Lazy;
use crate::record::{Cell, Cells, Slot, Value, calendar::View, codes::CodeList};
use crate::screen::Screening;
use crate::screen::source::Finds;
use crate::words::{Day, Fault, When};
use alloc::vec::Vec;

/// One record under judgement.
#[derive(Debug, Clone, Copy)]
pub struct Case<'c, 'a> {
    /// The program of its kind.
    pub program: &'c Program,
    /// The lists, by number; supplied ones filled in where they were supplied.
    pub lists: &'c [Lazy<CodeList>],
    /// Its fields, by slot.
    pub cells: &'c Cells<'a>,
    /// What looks through its texts.
    pub screening: &'c Screening,
    /// The calendar as it is known.
    pub calendar: &'c View<'c>,
    /// The day of judgement.
    pub as_of: Day,
    /// Whether its tables and its text come along, to be judged by [`budget`](super::budget).
    pub document: bool,
}

impl<'c, 'a> Case<'c, 'a> {
    /// The cell of a slot.
    #[must_use]
    pub fn cell(&self, slot: Slot) -> &'c Cell<'a> {
        self.cells.get(slot)
    }

    /// Whether what was found in a text is only badly written, and may be published when it is corrected.
    #[must_use]
    pub fn is_form(&self, passage: Passage) -> bool {
        let entry = self.screening.entry(passage.entry);
        entry.is_some_and(|(_, entry)| entry.finds == Some(Finds::MalformedDocumentNumber))
    }

    /// The date in a slot.
    #[must_use]
    pub fn when(&self, slot: Slot) -> Option<When> {
        self.cell(slot).when()
    }
}

/// Where the checks of one rule write what they saw.
#[derive(Debug)]
pub struct Notebook<'n> {
    rule: u16,
    observations: &'n mut Vec<Observation>,
    verdict: Verdict,
}

impl<'n> Notebook<'n> {
    /// The notebook of one rule.
    pub const fn new(rule: u16, observations: &'n mut Vec<Observation>) -> Self {
        Self {
            rule,
            observations,
            verdict: Verdict::NotApplicable,
        }
    }

    /// Writes down something about a field.
    pub fn note(&mut self, verdict: Verdict, slot: Slot, detail: Detail) {
        self.write(verdict, Some(slot), detail);
    }

    /// Writes down something about the record as a whole.
    pub fn note_whole(&mut self, verdict: Verdict, detail: Detail) {
        self.write(verdict, None, detail);
    }

    fn write(&mut self, verdict: Verdict, slot: Option<Slot>, detail: Detail) {
        self.verdict = self.verdict.max(verdict);
        self.observations.push(Observation {
            rule: self.rule,
            verdict,
            slot,
            detail,
        });
    }

    /// Writes down that something was looked at and found in order.
    pub fn met(&mut self) {
        self.verdict = self.verdict.max(Verdict::Met);
    }

    /// The heaviest verdict written down; `NotApplicable` if there was nothing to look at.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }
}

/// Whether a cell holds something that cannot be read, as the detail that says why.
#[must_use]
pub fn unreadable(cell: &Cell<'_>) -> Option<Detail> {
    let Value::Faulty(fault) = cell.value else {
        return None;
    };
    Some(if fault == Fault::Masked {
        Detail::Hidden
    } else {
        Detail::Faulty(fault)
    })
}
