//! Floor 0: values that know nothing of rules. Each reads from text, prints, and checks itself.
//!
//! A word never repairs silently: whatever was normalized on the way in is said in its [`Notes`].

pub mod amount;
pub mod credit_code;
pub mod date;
pub mod label;
pub mod normalize;
pub mod note;
pub mod organization_code;
pub mod when;

mod amount_text;
mod chinese_number;
mod gather;
mod scan;
mod time_text;
mod when_text;

pub use amount::Amount;
pub use credit_code::CreditCode;
pub use date::Day;
pub use label::Label;
pub use note::{Fault, Note, Notes, Read};
pub use organization_code::OrganizationCode;
pub use when::When;
