//! Floor 1: what an authority publishes, and which days are worked.

pub mod calendar;
pub mod json;
pub mod names;
