//! The demand `unique`: no two records alike.

use crate::written::table;
use alloc::{string::String, vec::Vec};

/// No two records alike.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unique {
    /// The fields that together may occur once.
    pub by: Vec<String>,
}

table!(Unique { by });
