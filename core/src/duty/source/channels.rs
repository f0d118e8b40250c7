//! The demand `channels`: published on each of some channels.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// Published on each of some channels.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Channels {
    /// The per-channel date field.
    pub field: String,
    /// The channels, each of them.
    pub on: Vec<String>,
    /// A per-channel field that must be equal on all of them.
    pub same: Option<String>,
    /// The longest time between the first and the last publication.
    pub apart: Option<String>,
}
