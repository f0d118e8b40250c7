//! A record of another kind that belongs to this one.

use super::Link;
use crate::record::Slot;
use crate::words::{Exact, Term};
use alloc::vec::Vec;

/// See [`crate::duty::source::Coverage`].
#[derive(Debug, Clone)]
pub struct Coverage {
    /// How the records are found.
    pub link: Link,
    /// The fewest that must match and pass every check; none where there may be none.
    pub at_least: Option<u64>,
    /// Whether nothing can be told where none matches.
    pub unknown_if_none: bool,
    /// The most that may match.
    pub at_most: Option<u64>,
    /// What is asked of each.
    pub checks: Vec<Check>,
}

/// What is asked of another record beside this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Its field says the same as ours.
    Agree {
        /// Its field.
        other: Slot,
        /// Our field.
        own: Slot,
    },
    /// Its date does not lie after ours.
    NotAfter {
        /// Its date.
        other: Slot,
        /// Our date.
        own: Slot,
    },
    /// Its date does not lie before ours.
    NotBefore {
        /// Its date.
        other: Slot,
        /// Our date.
        own: Slot,
    },
    /// Its date lies at most so long after ours.
    Within {
        /// Its date.
        other: Slot,
        /// Our date.
        own: Slot,
        /// How long.
        term: Term,
    },
    /// Of our texts that the link keeps, no more than a share is taken over from theirs.
    Unlike {
        /// The share.
        at_most: Exact,
    },
}
