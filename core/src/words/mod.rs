//! Floor 0: values that know nothing of rules. Each reads from text, prints, and checks itself.
//!
//! A word never repairs silently: whatever was normalized on the way in is said in its [`Notes`].

pub mod date;
pub mod label;
pub mod note;

pub use date::{Day, When};
pub use label::Label;
pub use note::{Fault, Note, Notes, Read};
