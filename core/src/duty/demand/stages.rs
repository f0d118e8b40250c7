//! Events of a case one after another.

use super::Link;
use crate::record::Slot;
use alloc::{string::String, vec::Vec};

/// See [`crate::duty::source::Stages`].
#[derive(Debug, Clone)]
pub struct Stages {
    /// How the events are found.
    pub link: Link,
    /// Their stage.
    pub stage: Slot,
    /// Their date.
    pub at: Slot,
    /// The stages in their order.
    pub sequence: Vec<Stage>,
    /// Their field that says why a stage was left out.
    pub optional_with: Option<Slot>,
    /// Their field of which no two stages may have the same value.
    pub distinct: Option<Slot>,
    /// Whether no stage may be there twice.
    pub once: bool,
    /// The date of this record by which the stages must be done.
    pub by: Option<Slot>,
}

/// One stage.
#[derive(Debug, Clone)]
pub struct Stage {
    /// Its code.
    pub code: String,
    /// The list that names it.
    pub list: u16,
    /// Whether it must be there.
    pub required: bool,
}
