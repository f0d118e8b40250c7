//! Floor 5: the contract that every door carries, and the only floor that doors name.
//!
//! Each capability is one function from a JSON request to the canonical bytes of a JSON response.
//! Requests with a field that the contract does not know are refused with its name.

mod batch;
mod budget;
mod call;
mod catalogue;
mod check;
mod deadline;
mod failure;
mod gathering;
mod lint;
mod open;
mod request;
mod schema;
mod score;
mod screen;
mod sums;
mod version;

pub use crate::engine::{Engine, Extract};
pub use crate::error::{Error, ErrorCode};
pub use batch::{Batch, BatchReport};
pub use budget::check_budget;
pub use call::{absent, call, call_one};
pub use catalogue::{explain, rules};
pub use check::{check, check_lines, check_many, check_record};
pub use deadline::deadline;
pub use failure::failure;
pub use gathering::{
    Gathering, GatheringReport, KindSums, check_collection, check_collection_lines,
};
pub use lint::lint;
pub use open::{open, open_extract};
pub use schema::schema;
pub use score::score;
pub use screen::{mask, screen};
pub use sums::{Refusal, RowFinding};
pub use version::version;

/// Version of the contract; it rises when a request or response changes its meaning.
pub const CONTRACT: u32 = 1;

/// Every function of the contract, by its name in Rust.
pub const FUNCTIONS: [&str; 17] = [
    "open",
    "check",
    "check_record",
    "check_many",
    "check_lines",
    "check_collection",
    "check_collection_lines",
    "check_budget",
    "deadline",
    "schema",
    "rules",
    "explain",
    "score",
    "screen",
    "mask",
    "lint",
    "version",
];
