//! Floor 0: values that know nothing of rules. Each reads from text, prints, and checks itself.
//!
//! A word never repairs silently: whatever was normalized on the way in is said in its [`Notes`].

pub mod amount;
pub mod any_of;
pub mod credit_code;
pub mod date;
pub mod decimal;
pub mod document_number;
pub mod exact;
pub mod id;
pub mod label;
pub mod normalize;
pub mod note;
pub mod organization_code;
pub mod registration_number;
pub mod resident_id;
pub mod term;
pub mod when;
pub mod window;

mod amount_text;
mod chinese_number;
mod document_text;
mod gather;
mod scan;
mod time_text;
mod when_text;

pub use amount::Amount;
pub use any_of::AnyOf;
pub use credit_code::CreditCode;
pub use date::Day;
pub use decimal::Decimal;
pub use document_number::{DocumentForm, DocumentNumber};
pub use exact::Exact;
pub use id::Id;
pub use label::Label;
pub use note::{Fault, Note, Notes, Read};
pub use organization_code::OrganizationCode;
pub use registration_number::RegistrationNumber;
pub use resident_id::ResidentId;
pub use term::{Term, YearDay};
pub use when::When;
pub use window::Window;
