//! The demand `unique`: no two records alike.

use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// No two records alike.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Unique {
    /// The fields that together may occur once.
    pub by: Vec<String>,
}
