//! The demand `order`: events one after another.

use crate::written::table;
use alloc::{string::String, vec::Vec};

/// Events one after another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// Date fields, none before the one it follows.
    pub sequence: Vec<String>,
    /// Fields of the sequence that may be missing; those around them are then compared.
    pub optional: Vec<String>,
    /// Whether equal days break the order.
    pub strict: bool,
    /// Date fields that may not lie after the day of judgement.
    pub not_in_future: Vec<String>,
    /// Date fields that may not lie before the day of judgement.
    pub not_in_past: Vec<String>,
}

table!(Order {
    sequence,
    optional,
    strict,
    not_in_future,
    not_in_past
});
