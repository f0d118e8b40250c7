//! Sentences about what is missing, or not known exactly enough to judge.

use super::{Subject, label, said};
use crate::duty::Detail;
use crate::record::{Cell, Slot};
use crate::words::Label;

/// The tables and the text of a budget or account did not come along.
pub(super) fn no_tables() -> Label {
    label(
        "没有随记录提交公开的表格和说明文字，对它们的要求无法判定",
        "its tables and its text did not come along, so what they must be cannot be told",
    )
}

impl Subject<'_, '_, '_> {
    /// Whether a rule applies cannot be told, or a term has no beginning.
    pub(super) fn open(&self, slot: Slot) -> Label {
        let Label { zh, en } = self.lacking(Some(slot));
        if matches!(self.observation.detail, Detail::NoStart(_)) {
            said(
                format_args!("{zh}，期限无从起算"),
                format_args!("{en}, so the term cannot begin"),
            )
        } else {
            said(
                format_args!("{zh}，无法判断规则是否适用"),
                format_args!("{en}, so whether the rule applies cannot be told"),
            )
        }
    }

    /// Which law was in force cannot be told.
    pub(super) fn event_unknown(&self) -> Label {
        let lacking = self.lacking(self.observation.slot);
        said(
            format_args!("{}，无法确定适用哪一时期的规定", lacking.zh),
            format_args!("{}, so which law was in force cannot be told", lacking.en),
        )
    }

    /// A date that is not known exactly enough.
    pub(super) fn unclear(&self) -> Label {
        let lacking = self.lacking(self.observation.slot);
        said(
            format_args!("{}，不足以判定", lacking.zh),
            format_args!("{}, which is not exact enough to tell", lacking.en),
        )
    }

    /// What a field lacks: a value, a value that can be read, or an exact one.
    fn lacking(&self, slot: Option<Slot>) -> Label {
        let Label { zh, en } = slot.map(|slot| self.name(slot)).unwrap_or_default();
        let cell = slot.map(|slot| self.case.cell(slot));
        match cell.and_then(Cell::when) {
            Some(when) if when.first == when.last => said(
                format_args!("“{zh}”{}未载明时刻", when.first),
                format_args!("“{en}” {} has no time of day", when.first),
            ),
            Some(when) => said(
                format_args!("“{zh}”只知在{}至{}之间", when.first, when.last),
                format_args!("“{en}” lies between {} and {}", when.first, when.last),
            ),
            None if cell.is_some_and(Cell::is_given) => said(
                format_args!("“{zh}”的值无法辨认"),
                format_args!("“{en}” cannot be read"),
            ),
            None => said(
                format_args!("缺少“{zh}”"),
                format_args!("“{en}” is missing"),
            ),
        }
    }
}
