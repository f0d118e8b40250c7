//! The demand `screen`: texts in which nothing of some lists stands.

use crate::written::table;
use alloc::{string::String, vec::Vec};

/// Texts in which nothing of some lists stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Screen {
    /// The text fields; none stands for all that hold no personal value by their meaning.
    pub fields: Vec<String>,
    /// The lists.
    pub lists: Vec<String>,
    /// Of the lists, these entries only.
    pub only: Vec<String>,
    /// To whom the texts go out; everyone, unless it is said.
    pub audience: Option<String>,
}

table!(Screen {
    fields,
    lists,
    only,
    audience
});
