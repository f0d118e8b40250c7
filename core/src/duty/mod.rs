//! Floor 2: what the law asks, as plain data.

pub mod demand;
pub mod law;
pub mod observation;
pub mod pack;
pub mod program;
pub mod source;
pub mod together;
pub mod verdict;

pub use law::Law;
pub use observation::{Detail, Observation};
pub use program::Program;
pub use source::{Severity, Window};
pub use verdict::Verdict;
