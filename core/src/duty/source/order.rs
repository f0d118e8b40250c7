//! The demand `order`: events one after another.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// Events one after another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
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
