//! Records that name others of their kind and do not lead back to themselves.

use super::Link;
use crate::record::Slot;

/// See [`crate::duty::source::Acyclic`].
#[derive(Debug, Clone)]
pub struct Acyclic {
    /// The fields in which records are alike that lead to each other.
    pub link: Link,
    /// The field that names a record.
    pub by: Slot,
    /// The field that names the one it leads to.
    pub to: Slot,
}
