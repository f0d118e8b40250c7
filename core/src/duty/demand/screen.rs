//! Texts in which nothing of some lists stands.

use crate::record::Slot;
use alloc::{string::String, vec::Vec};

/// See [`crate::duty::source::Screen`].
#[derive(Debug, Clone)]
pub struct Screen {
    /// The text fields.
    pub slots: Vec<Slot>,
    /// Of each entry of all lists, whether it is looked for.
    pub chosen: Vec<bool>,
    /// To whom the texts go out.
    pub audience: String,
}
