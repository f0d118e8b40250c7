//! Budgets and final accounts as published: every finding was checked by hand, every table is damaged on purpose.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

#[cfg(test)]
mod document;
#[cfg(test)]
mod labels;
#[cfg(test)]
mod mutations;
#[cfg(test)]
mod trees;
