//! Sentences about what is missing, or not known exactly enough to judge.

use super::{Subject, label};
use crate::record::{Cell, Slot};
use crate::words::Label;
use alloc::format;

impl Subject<'_, '_, '_> {
    /// Whether a rule applies cannot be told.
    pub(super) fn condition_unknown(&self, slot: Slot) -> Label {
        let lacking = self.lacking(Some(slot));
        label(
            format!("{}，无法判断规则是否适用", lacking.zh),
            format!("{}, so whether the rule applies cannot be told", lacking.en),
        )
    }

    /// A term has no beginning.
    pub(super) fn no_start(&self, slot: Slot) -> Label {
        let lacking = self.lacking(Some(slot));
        label(
            format!("{}，期限无从起算", lacking.zh),
            format!("{}, so the term cannot begin", lacking.en),
        )
    }

    /// Which law was in force cannot be told.
    pub(super) fn event_unknown(&self) -> Label {
        let lacking = self.lacking(self.observation.slot);
        label(
            format!("{}，无法确定适用哪一时期的规定", lacking.zh),
            format!("{}, so which law was in force cannot be told", lacking.en),
        )
    }

    /// A date that is not known exactly enough.
    pub(super) fn unclear(&self) -> Label {
        let lacking = self.lacking(self.observation.slot);
        label(
            format!("{}，不足以判定", lacking.zh),
            format!("{}, which is not exact enough to tell", lacking.en),
        )
    }

    /// What a field lacks: a value, a value that can be read, or an exact one.
    fn lacking(&self, slot: Option<Slot>) -> Label {
        let Label { zh, en } = slot.map(|slot| self.name(slot)).unwrap_or_default();
        let cell = slot.map(|slot| self.case.cell(slot));
        match cell.and_then(Cell::when) {
            Some(when) if when.first == when.last => label(
                format!("“{zh}”{}未载明时刻", when.first),
                format!("“{en}” {} has no time of day", when.first),
            ),
            Some(when) => label(
                format!("“{zh}”只知在{}至{}之间", when.first, when.last),
                format!("“{en}” lies between {} and {}", when.first, when.last),
            ),
            None if cell.is_some_and(Cell::is_given) => label(
                format!("“{zh}”的值无法辨认"),
                format!("“{en}” cannot be read"),
            ),
            None => label(format!("缺少“{zh}”"), format!("“{en}” is missing")),
        }
    }
}
