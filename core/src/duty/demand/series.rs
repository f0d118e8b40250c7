//! Numbers that never fall from one record to the next.

use super::Link;
use crate::record::Slot;
use alloc::vec::Vec;

/// See [`crate::duty::source::Series`].
#[derive(Debug, Clone)]
pub struct Series {
    /// What names a series.
    pub link: Link,
    /// The date in the order of which the records stand.
    pub at: Slot,
    /// The numbers.
    pub rising: Vec<Slot>,
}
