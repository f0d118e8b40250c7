//! No two records alike.

use crate::record::Slot;
use alloc::vec::Vec;

/// See [`crate::duty::source::Unique`].
#[derive(Debug, Clone)]
pub struct Unique {
    /// The fields that together may occur once.
    pub by: Vec<Slot>,
}
