//! Numbers of one record that must add up.

use crate::record::Slot;
use crate::words::Exact;
use alloc::vec::Vec;

/// See [`crate::duty::source::Totals`].
#[derive(Debug, Clone, Default)]
pub struct Totals {
    /// Sums that are compared.
    pub sums: Vec<Equation>,
    /// Shares that must be what they are said to be.
    pub rates: Vec<Rate>,
    /// Numbers of which none may be less than the one before.
    pub rising: Vec<Vec<Operand>>,
    /// Numbers that must lie between two others.
    pub ranges: Vec<Range>,
    /// Fees that must follow a tariff.
    pub tariffs: Vec<Tariff>,
}

/// See [`crate::duty::source::Equation`].
#[derive(Debug, Clone)]
pub struct Equation {
    /// The numbers that are added up.
    pub sum: Vec<Operand>,
    /// The numbers whose sum it is compared with.
    pub is: Vec<Operand>,
    /// Other numbers whose sum does as well.
    pub or: Vec<Vec<Operand>>,
    /// Whether the sums must be equal, or the first may be smaller.
    pub equal: bool,
    /// What the second sum is multiplied with.
    pub times: Exact,
    /// How far the sums may lie apart.
    pub tolerance: Exact,
}

/// See [`crate::duty::source::Rate`].
#[derive(Debug, Clone)]
pub struct Rate {
    /// The part.
    pub part: Operand,
    /// The whole.
    pub whole: Operand,
    /// The share as it is said.
    pub is: Operand,
    /// What the whole counts as: 100 for a percentage.
    pub scale: Exact,
    /// How far it may lie from the share; half of its last place where there is none.
    pub tolerance: Option<Exact>,
}

/// See [`crate::duty::source::Range`].
#[derive(Debug, Clone)]
pub struct Range {
    /// The number.
    pub number: Operand,
    /// The least it may be.
    pub from: Option<Exact>,
    /// The most it may be.
    pub to: Option<Exact>,
}

/// See [`crate::duty::source::Tariff`].
#[derive(Debug, Clone)]
pub struct Tariff {
    /// The quantity.
    pub of: Operand,
    /// The fee as it was charged.
    pub is: Operand,
    /// From which quantity on, and how much more each unit costs than before.
    pub steps: Vec<(Exact, Exact)>,
    /// How it goes on above the last step.
    pub onwards: Option<Onwards>,
}

/// How a tariff goes on above its last step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Onwards {
    /// Where the last step begins.
    pub above: Exact,
    /// How many units it and each further step has.
    pub every: Exact,
    /// How much more each unit of a step costs than one of the step before.
    pub more: Exact,
}

/// A number of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operand {
    /// The number a field holds; sums of money in yuan.
    Number(Slot),
    /// The year of a field's date or document number.
    Year(Slot),
}

impl Operand {
    /// The field it is taken from.
    #[must_use]
    pub const fn slot(self) -> Slot {
        match self {
            Self::Number(slot) | Self::Year(slot) => slot,
        }
    }
}
