//! The demand `series`: numbers that never fall from one record to the next.

use crate::written::table;
use alloc::{string::String, vec::Vec};

/// Numbers that never fall from one record to the next of the same kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Series {
    /// The fields that together name a series.
    pub by: Vec<String>,
    /// The date or year in the order of which the records stand.
    pub at: String,
    /// The numbers.
    pub rising: Vec<String>,
}

table!(Series { by, at, rising });
