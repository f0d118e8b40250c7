//! From the files of a pack to a law: read, merge, resolve; then lint and compile.

pub mod compile;
mod condition;
pub mod hash;
pub mod lint;
pub mod read;
pub mod resolve;
pub mod screens;
pub mod trouble;

pub use read::{Format, read};
pub use resolve::{Part, resolve};
pub use trouble::Trouble;
