//! The demand `totals`: numbers of one record that must add up.

use crate::written::table;
use alloc::{string::String, vec::Vec};

/// Numbers of one record that must add up.
///
/// A number is a field that holds one, or `<field>.year`: the year of a date or of a document number.
/// Where names end in `.*`, the line stands once for every part that all of these fields have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Sums that must be equal.
    pub equal: Vec<Equation>,
    /// Sums that may not be larger than others.
    pub at_most: Vec<Equation>,
    /// Shares that must be what they are said to be.
    pub rate: Vec<Rate>,
    /// Numbers of which none may be less than the one before.
    pub rising: Vec<Vec<String>>,
    /// Numbers that must lie between two others.
    pub range: Vec<Range>,
    /// Fees that must follow a tariff.
    pub tariff: Vec<Tariff>,
}

table!(Totals {
    equal,
    at_most,
    rate,
    rising,
    range,
    tariff
});

/// Two sums that are compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Equation {
    /// The numbers that are added up.
    pub sum: Vec<String>,
    /// The numbers whose sum it is compared with.
    pub is: Vec<String>,
    /// Other numbers whose sum does as well, in `equal`.
    pub or: Vec<Vec<String>>,
    /// What the second sum is multiplied with: `110%`, or `1.1`.
    pub times: Option<String>,
    /// How far the sums may lie apart.
    pub tolerance: Option<String>,
}

table!(Equation {
    sum,
    is,
    or,
    times,
    tolerance
});

/// A share that is computed anew.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rate {
    /// The part.
    pub part: String,
    /// The whole.
    pub whole: String,
    /// The share as it is said: a percentage, or a decimal.
    pub is: String,
    /// How far it may lie from the share; without it, half of its last place.
    pub tolerance: Option<String>,
}

table!(Rate {
    part,
    whole,
    is,
    tolerance
});

/// A number that must lie between two others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Range {
    /// The number.
    pub field: String,
    /// The least it may be.
    pub from: Option<String>,
    /// The most it may be.
    pub to: Option<String>,
}

table!(Range { field, from, to });

/// A fee that grows in steps with a quantity.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tariff {
    /// The quantity.
    pub of: String,
    /// The fee as it was charged.
    pub is: String,
    /// What each unit costs, from which quantity on.
    pub steps: Vec<Step>,
    /// How it goes on above the last step; without it, every further unit costs as much.
    pub onwards: Option<Onwards>,
}

table!(Tariff {
    of,
    is,
    steps,
    onwards
});

/// How a tariff goes on: in steps of one size, each dearer than the one before by the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Onwards {
    /// How many units a step has.
    pub every: String,
    /// How much more each unit of a step costs than one of the step before.
    pub more: String,
}

table!(Onwards { every, more });

/// A step of a tariff.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    /// The quantity above which the step holds.
    pub above: String,
    /// What each unit costs, sums of money in yuan.
    pub each: String,
}

table!(Step { above, each });
