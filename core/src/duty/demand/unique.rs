//! No two records alike.

use super::Link;

/// See [`crate::duty::source::Unique`].
#[derive(Debug, Clone)]
pub struct Unique {
    /// The fields that together may occur once.
    pub link: Link,
}
