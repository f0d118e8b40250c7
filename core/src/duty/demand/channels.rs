//! Published on each, or on any, of some channels.

use crate::record::Slot;
use crate::words::Term;
use alloc::vec::Vec;

/// See [`crate::duty::source::Channels`].
#[derive(Debug, Clone)]
pub struct Channels {
    /// The publication date on each channel.
    pub published: Vec<Slot>,
    /// The publication dates of which one is enough.
    pub any: Vec<Slot>,
    /// What must be equal on all of them, in the same order.
    pub same: Vec<Slot>,
    /// The longest time between the first and the last publication.
    pub apart: Option<Term>,
}
