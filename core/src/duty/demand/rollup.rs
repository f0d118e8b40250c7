//! Numbers of a record that are the sums of those of others.

use super::Link;
use crate::record::Slot;
use crate::words::Exact;
use alloc::vec::Vec;

/// See [`crate::duty::source::Rollup`].
#[derive(Debug, Clone)]
pub struct Rollup {
    /// How the parts are found.
    pub link: Link,
    /// Their number, and ours that must be its sum.
    pub equal: Vec<(Slot, Slot)>,
    /// How far a sum may lie apart.
    pub tolerance: Exact,
}
