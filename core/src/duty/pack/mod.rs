//! From the files of a pack to a law: read, merge, resolve; then lint and compile.

pub mod compile;
mod condition;
pub mod hash;
pub mod lint;
pub mod part;
pub mod read;
pub mod resolve;
mod scope;
pub mod screens;
pub mod trouble;

pub use part::Part;
pub use read::{Format, read};
pub use resolve::resolve;
pub use trouble::Trouble;
