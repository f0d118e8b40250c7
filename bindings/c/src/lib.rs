//! The C door of gongkai: the contract behind a C header, `include/gongkai.h`.
#![expect(
    unsafe_code,
    reason = "a door to C takes and gives raw pointers; each use says what makes it sound"
)]

mod boundary;
mod check;
mod engine;
mod error;
mod law;
mod report;
mod screen;
mod status;
mod text;
mod version;

pub use check::{
    gongkai_check, gongkai_check_budget, gongkai_check_collection, gongkai_check_collection_lines,
    gongkai_check_lines, gongkai_check_many, gongkai_check_record, gongkai_score,
};
pub use engine::{Engine, gongkai_engine_free, gongkai_open};
pub use error::{
    Error, gongkai_error_free, gongkai_error_json, gongkai_error_line, gongkai_error_message,
    gongkai_error_name, gongkai_error_offset, gongkai_error_place, gongkai_error_remedy,
    gongkai_error_status,
};
pub use law::{
    gongkai_deadline, gongkai_explain, gongkai_lint, gongkai_rules, gongkai_schema, gongkai_version,
};
pub use report::{Report, gongkai_report_data, gongkai_report_free, gongkai_report_length};
pub use screen::{gongkai_mask, gongkai_screen};
pub use status::Status;
pub use text::{gongkai_text_from_gb18030, gongkai_text_to_gb18030};
pub use version::{GONGKAI_ABI_VERSION, gongkai_abi_version};
