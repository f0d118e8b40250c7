//! One equation of a rule on the tables of a document: its terms, and the codes it is asked of.

use super::Paper;
use crate::duty::demand::accounts::{Addend, Rows, Sums};
use crate::record::accounts::Statement;
use crate::record::accounts::code::is_head;
use crate::record::accounts::row::{LINES, TOTAL};
use alloc::vec::Vec;

/// An equation whose tables and columns are all there.
pub(super) struct Equation<'w, 'a> {
    pub(super) terms: Vec<Term<'w, 'a>>,
    /// Terms that must be zero for it to be asked.
    pub(super) zero: Vec<Term<'w, 'a>>,
    pub(super) at_most: bool,
}

/// A term with its table.
pub(super) struct Term<'w, 'a> {
    pub(super) addend: &'w Addend,
    /// The table's number.
    pub(super) number: usize,
    pub(super) statement: &'w Statement<'a>,
    // How far the table has been read: codes are asked for in their order.
    next: usize,
}

impl<'w, 'a> Equation<'w, 'a> {
    /// An equation on a document; nothing where a table or a column is not there.
    pub(super) fn of(paper: &'w Paper<'w, 'a>, sums: &'w Sums) -> Option<Self> {
        let placed = |own: &'w Vec<Addend>| -> Option<Vec<_>> {
            own.iter().map(|own| Term::of(paper, own)).collect()
        };
        Some(Self {
            terms: placed(&sums.terms)?,
            zero: placed(&sums.zero)?,
            at_most: sums.at_most,
        })
    }

    /// The codes it is asked of, in their order: those of every table whose each row it is about, and the total.
    pub(super) fn codes(&self, paper: &Paper<'_, '_>) -> Vec<Option<u32>> {
        let each = || {
            self.terms
                .iter()
                .filter(|term| term.addend.row == Rows::Each)
        };
        if each().next().is_none() {
            return alloc::vec![None];
        }
        // Tables that name their lines go no deeper than the highest level.
        let all_coded = each().all(|term| term.statement.coded);
        let totaled = each().all(|term| paper.is_totaled(term.addend.template));
        let mut tables: Vec<(usize, &Statement<'_>)> =
            each().map(|term| (term.number, term.statement)).collect();
        tables.dedup_by_key(|(number, _)| *number);
        let keys = tables.iter().flat_map(|(_, own)| &own.by_key);
        let keys = keys.map(|(key, _)| *key).filter(|key| {
            *key < LINES && (all_coded || is_head(*key)) && (*key != TOTAL || totaled)
        });
        let mut codes: Vec<Option<u32>> = keys.map(Some).collect();
        codes.sort();
        codes.dedup();
        codes
    }
}

impl<'w, 'a> Term<'w, 'a> {
    fn of(paper: &'w Paper<'w, 'a>, addend: &'w Addend) -> Option<Self> {
        let number = paper.place(addend.template)?;
        let statement = paper.document.statements.get(number)?;
        statement.has_column(addend.column).then_some(Self {
            addend,
            number,
            statement,
            next: 0,
        })
    }

    /// The row of a key; keys of terms asked of each code must not go back.
    pub(super) fn row(&mut self, key: u32) -> Option<usize> {
        if self.addend.row != Rows::Each {
            return self.statement.row(key);
        }
        let keys = &self.statement.by_key;
        while keys.get(self.next).is_some_and(|(own, _)| *own < key) {
            self.next = self.next.saturating_add(1);
        }
        let (own, row) = keys.get(self.next)?;
        (*own == key).then(|| usize::try_from(*row).ok())?
    }
}
