//! Sentences about lists: in them, not in them, or not in them at the time.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "each function speaks about some details and hands the rest on; a test renders every one"
)]

use super::{Subject, label};
use crate::duty::Detail;
use crate::words::Label;
use alloc::format;

impl Subject<'_, '_, '_> {
    /// What was found about a value and a list.
    pub(super) fn list_message(&self, list: u16) -> Label {
        let Label { zh, en } = self.quoted(self.observation.slot);
        let list = self.case.lists.get(usize::from(list));
        let title = list.map(|list| list.title.clone()).unwrap_or_default();
        match self.observation.detail {
            Detail::NotListed(_) => label(
                format!("{zh}不在“{}”所列之内", title.zh),
                format!("{en} is not in “{}”", title.en),
            ),
            Detail::NotListedThen(_) => label(
                format!("{zh}当时不在“{}”所列之内", title.zh),
                format!("{en} was not in “{}” at that time", title.en),
            ),
            Detail::Listed(_) => label(
                format!("{zh}属于“{}”所列，不应出现", title.zh),
                format!("{en} is in “{}” and must not be", title.en),
            ),
            _ => label(
                format!("未提供“{}”，无法核对{zh}", title.zh),
                format!("“{}” was not supplied, so {en} cannot be checked", title.en),
            ),
        }
    }
}
