//! What a rule asks of a budget or account, with templates, columns and lines resolved for one kind of record.

use crate::duty::source::Accounts;
use crate::words::Label;
use alloc::vec::Vec;

/// A term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Addend {
    /// Whether it is taken away.
    pub minus: bool,
    /// The template.
    pub template: usize,
    /// The column.
    pub column: usize,
    /// The row.
    pub row: Rows,
    /// Whether the row may be absent: codes, and lines marked with `?`.
    pub optional: bool,
}

/// Sums of which any may be meant.
pub type Sum = Vec<Addend>;

/// Which rows a term means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// One: the total, a line or a code.
    Key(u32),
    /// All of the highest level together.
    Heads,
    /// Every code in turn, or the row a text names.
    Each,
}

/// Two sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    /// The terms of both sides, those of the right with the other sign.
    pub terms: Vec<Addend>,
    /// Terms that must all be zero.
    pub zero: Vec<Addend>,
    /// Whether the left may be less.
    pub at_most: bool,
}

/// See [`Accounts`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checks {
    /// As it is written, for what needs no resolving.
    pub source: Accounts,
    /// Templates of `present`.
    pub present: Vec<usize>,
    /// Templates of `noted`.
    pub noted: Vec<usize>,
    /// Templates of `named`.
    pub named: Vec<usize>,
    /// Templates of `deep`.
    pub deep: Vec<usize>,
    /// Template and column of `open`, in its order.
    pub open: Vec<(usize, usize)>,
    /// Templates of `tree`.
    pub tree: Vec<usize>,
    /// `equal` and `at_most`.
    pub equations: Vec<Sums>,
    /// Sums of each `figure`: what it may be, what its share may be of.
    pub figures: Vec<(Vec<Sum>, Vec<Sum>)>,
    /// Sums of each `relation`.
    pub relations: Vec<Vec<Sum>>,
    /// Template and column of each `listing`; nothing where the kind has none.
    pub listings: Vec<Option<(usize, usize)>>,
    /// Terms of each `mention`.
    pub mentions: Vec<Vec<Addend>>,
    /// Templates of `positive`.
    pub positive: Vec<usize>,
    /// Each sum of `earlier`.
    pub earlier: Vec<Past>,
}

/// An amount of an earlier document: on its own templates, and on this document's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// What that kind of document is called.
    pub title: Label,
    /// What it is there.
    pub is: Sum,
    /// Where it is stated again here.
    pub restated: Option<Sum>,
    /// What a change leads to here.
    pub now: Option<Sum>,
}
