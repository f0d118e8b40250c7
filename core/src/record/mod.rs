//! Floor 1: what an authority publishes, and which days are worked.

pub mod accounts;
pub mod calendar;
pub mod cell;
pub mod cells;
pub mod codes;
pub mod json;
pub mod names;
pub mod schema;

pub use cell::{Cell, Value};
pub use cells::Cells;
pub use schema::{Field, FieldType, Part, Schema, Slot};
