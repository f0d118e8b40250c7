//! The demand `channels`: published on each, or on any, of some channels.

use crate::written::table;
use alloc::{string::String, vec::Vec};

/// Published on each, or on any, of some channels.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Channels {
    /// The per-channel date field.
    pub field: String,
    /// The channels, each of them.
    pub on: Vec<String>,
    /// The channels of which one is enough.
    pub any: Vec<String>,
    /// A per-channel field that must be equal on all of them.
    pub same: Option<String>,
    /// The longest time between the first and the last publication.
    pub apart: Option<String>,
}

table!(Channels {
    field,
    on,
    any,
    same,
    apart
});
