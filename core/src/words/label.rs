//! A short text in both languages, Chinese first.

use crate::written::table;
use alloc::string::String;
use serde::{Deserialize, Serialize};

/// A label in Chinese and English.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Default for &Label {
    fn default() -> Self {
        static EMPTY: Label = Label {
            zh: String::new(),
            en: String::new(),
        };
        &EMPTY
    }
}

table!(Label {
    zh: needed,
    en: needed
});
