//! The demand `count`: so many records of another kind, once or again and again.

use super::Condition;
use crate::written::table;
use alloc::{collections::BTreeMap, string::String, vec::Vec};

/// So many records of another kind, once or again and again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    /// The kind of the records that are counted.
    pub of: String,
    /// Their fields to fields of this record; all must be equal.
    pub matches: BTreeMap<String, String>,
    /// What must hold of them; all of it.
    pub conditions: Vec<Condition>,
    /// Their date field; without it they are counted whatever their day.
    pub at: Option<String>,
    /// `year`, or a term: the longest time without one of them.
    pub every: Option<String>,
    /// The date or year of this record with which the time begins.
    pub from: Option<String>,
    /// The date or year of this record with which it ends; else the day of judgement.
    pub until: Option<String>,
    /// The fewest there may be.
    pub at_least: Option<u32>,
    /// The most there may be.
    pub at_most: Option<u32>,
    /// The number of this record that says how many there are.
    pub is: Option<String>,
    /// The flag of this record that says that all of them are at hand; without it, fewer than said are unknown.
    pub complete: Option<String>,
    /// Their field of which only different values are counted.
    pub distinct: Option<String>,
}

table!(Count {
    of, matches("match"), conditions("where"), at, every, from, until, at_least, at_most, is,
    complete, distinct,
});
