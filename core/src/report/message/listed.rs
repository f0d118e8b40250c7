//! Sentences about lists: in them, not in them, or not in them at the time.

use super::{Subject, said};
use crate::record::Slot;
use crate::words::Label;

impl Subject<'_, '_, '_> {
    /// A value that is in no list it may be in.
    pub(super) fn not_listed(&self, list: u16) -> Label {
        let (own, title) = (self.quoted(self.observation.slot), self.list(list));
        said(
            format_args!("{}不在“{}”所列之内", own.zh, title.zh),
            format_args!("{} is not in “{}”", own.en, title.en),
        )
    }

    /// A value that was in the list at another time.
    pub(super) fn not_listed_then(&self, list: u16) -> Label {
        let (own, title) = (self.quoted(self.observation.slot), self.list(list));
        said(
            format_args!("{}当时不在“{}”所列之内", own.zh, title.zh),
            format_args!("{} was not in “{}” at that time", own.en, title.en),
        )
    }

    /// A value that is in a list where it may not be.
    pub(super) fn listed(&self, list: u16) -> Label {
        let (own, title) = (self.quoted(self.observation.slot), self.list(list));
        said(
            format_args!("{}属于“{}”所列，不应出现", own.zh, title.zh),
            format_args!("{} is in “{}” and must not be", own.en, title.en),
        )
    }

    /// A list that did not come with the request.
    pub(super) fn not_supplied(&self, list: u16) -> Label {
        let (own, title) = (self.quoted(self.observation.slot), self.list(list));
        said(
            format_args!("未提供“{}”，无法核对{}", title.zh, own.zh),
            format_args!(
                "“{}” was not supplied, so {} cannot be checked",
                title.en, own.en
            ),
        )
    }

    /// A field that does not agree with the entry of the list.
    pub(super) fn disagrees(&self, entry: Slot) -> Label {
        let (Label { zh, en }, entry) = (self.field(), self.quoted(Some(entry)));
        said(
            format_args!("“{zh}”与{}的登记信息不符", entry.zh),
            format_args!("“{en}” is not what the register says of {}", entry.en),
        )
    }

    fn list(&self, list: u16) -> &Label {
        let list = self.case.lists.get(usize::from(list));
        list.map(|list| &list.title).unwrap_or_default()
    }
}
