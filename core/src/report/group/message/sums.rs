//! Sentences about numbers of several records: series that fall, sums that differ.

use super::Subject;
use crate::duty::together::{Apart, Fall};
use crate::record::Slot;
use crate::report::mask::MASK;
use crate::report::message::label;
use crate::words::{Exact, Label};
use alloc::{format, string::String, string::ToString};

impl Subject<'_, '_> {
    /// A number that is less than it was.
    pub(super) fn fell(&self, fall: Fall) -> Label {
        let Label { zh, en } = self.own_name(fall.own);
        let (number, before) = (
            self.number(fall.own, fall.number),
            self.number(fall.own, fall.before),
        );
        let since = fall.since;
        label(
            format!("“{zh}”为{number}，小于{since}的{before}"),
            format!("“{en}” is {number}, less than {before} of {since}"),
        )
    }

    /// No parts to add up.
    pub(super) fn no_parts(&self) -> Label {
        let kind = self.other_kind();
        label(
            format!("没有可以加总的{}", kind.zh),
            format!("there is no record of “{}” to add up", kind.en),
        )
    }

    /// A part that lacks its number.
    pub(super) fn part_unclear(&self, other: Slot) -> Label {
        let (kind, Label { zh, en }) = (self.other_kind(), self.other_name(other));
        label(
            format!("有{}缺少“{zh}”或其值不能用，无法加总", kind.zh),
            format!(
                "“{en}” is missing or of no use in a record of “{}”",
                kind.en
            ),
        )
    }

    /// A number that is not the sum of its parts.
    pub(super) fn unequal(&self, apart: Apart) -> Label {
        let (Label { zh, en }, kind) = (self.own_name(apart.own), self.other_kind());
        let show = |number| self.number(apart.own, number);
        let (number, sum, by) = (show(apart.number), show(apart.sum), show(apart.by));
        let parts = apart.parts;
        let (doubt_zh, doubt_en) = if apart.certain {
            ("", "")
        } else {
            (
                "；另有记录无法确认是否属于此处",
                "; whether others belong to them cannot be told",
            )
        };
        label(
            format!(
                "“{zh}”为{number}，而{parts}条{}合计{sum}，相差{by}{doubt_zh}",
                kind.zh
            ),
            format!(
                "“{en}” is {number}, and {parts} of “{}” make {sum}: {by} apart{doubt_en}",
                kind.en
            ),
        )
    }

    /// A number of a field of this record, as it may be shown.
    fn number(&self, slot: Slot, number: Exact) -> String {
        let field = self.judgement.program.schema.field(slot);
        if field.is_some_and(|field| field.sensitive) {
            return MASK.into();
        }
        number.to_string()
    }
}
