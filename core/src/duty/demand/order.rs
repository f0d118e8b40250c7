//! Events one after another.

use crate::record::Slot;
use alloc::vec::Vec;

/// See [`crate::duty::source::Order`].
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// Dates, none before the one it follows.
    pub sequence: Vec<Slot>,
    /// Those of them that may be missing.
    pub optional: Vec<Slot>,
    /// Whether equal days break the order.
    pub strict: bool,
    /// Dates that may not lie after the day of judgement.
    pub not_in_future: Vec<Slot>,
    /// Dates that may not lie before the day of judgement.
    pub not_in_past: Vec<Slot>,
}
