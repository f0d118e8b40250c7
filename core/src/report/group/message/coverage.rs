//! Sentences about a record of another kind that belongs to this one.

use super::Subject;
use crate::duty::together::TakenOver;
use crate::record::Slot;
use crate::report::message::label;
use crate::words::{Day, Label};
use alloc::{format, vec::Vec};

impl Subject<'_, '_> {
    /// A record where there may be none.
    pub(super) fn present(&self) -> Label {
        let kind = self.other_kind();
        label(
            format!("存在不应有的{}", kind.zh),
            format!("there is a record of “{}” where there may be none", kind.en),
        )
    }

    /// The other record does not say the same.
    pub(super) fn differs(&self, other: Slot, own: Slot) -> Label {
        let (kind, theirs, ours) = self.both(other, own);
        label(
            format!("{}，而{}的{}，两者不一致", ours.zh, kind.zh, theirs.zh),
            format!("{} differs from {} of the {}", ours.en, theirs.en, kind.en),
        )
    }

    /// The other record's date lies after ours.
    pub(super) fn after(&self, other: Slot, own: Slot) -> Label {
        let (kind, theirs, ours) = self.both(other, own);
        label(
            format!("{}的{}晚于{}", kind.zh, theirs.zh, ours.zh),
            format!("{} of the {} lies after {}", theirs.en, kind.en, ours.en),
        )
    }

    /// The other record's date lies before ours.
    pub(super) fn before(&self, other: Slot, own: Slot) -> Label {
        let (kind, theirs, ours) = self.both(other, own);
        label(
            format!("{}的{}早于{}", kind.zh, theirs.zh, ours.zh),
            format!("{} of the {} lies before {}", theirs.en, kind.en, ours.en),
        )
    }

    /// The other record came after the due day.
    pub(super) fn late(&self, other: Slot, own: Slot, (due, happened): (Day, Day)) -> Label {
        let (kind, _, ours) = self.both(other, own);
        let Label { zh, en } = self.other_name(other);
        label(
            format!(
                "自{}起，最迟{due}，而{}的“{zh}”为{happened}，逾期",
                ours.zh, kind.zh
            ),
            format!(
                "from {}, due by {due}; “{en}” of the {} is {happened}, late",
                ours.en, kind.en
            ),
        )
    }

    /// Nothing has come yet, and it is not due yet.
    pub(super) fn due(&self, own: Slot, due: Day) -> Label {
        let (kind, ours) = (self.other_kind(), self.own_value(own));
        label(
            format!("自{}起，{}最迟{due}，尚在期限内", ours.zh, kind.zh),
            format!(
                "from {}, a record of “{}” is due by {due}; not due yet",
                ours.en, kind.en
            ),
        )
    }

    /// A field of the other record is lacking.
    pub(super) fn unclear(&self, other: Slot) -> Label {
        let (kind, theirs) = (self.other_kind(), self.other_value(other));
        label(
            format!("{}的{}缺失或不明，无法核对", kind.zh, theirs.zh),
            format!(
                "{} of the {} is missing or unclear and cannot be compared",
                theirs.en, kind.en
            ),
        )
    }

    /// Too much of our texts stands in theirs.
    pub(super) fn taken_over(&self, seen: TakenOver) -> Label {
        let TakenOver {
            taken,
            whole,
            limit,
            passages,
        } = seen;
        let places = passages.iter().flatten().map(|passage| {
            let (Label { zh, en }, first, last) =
                (self.own_name(passage.own), passage.first, passage.last);
            label(
                format!("“{zh}”第{first}至{last}字"),
                format!("“{en}”, characters {first} to {last}"),
            )
        });
        let (zh, en): (Vec<_>, Vec<_>) = places.map(|place| (place.zh, place.en)).unzip();
        let kind = self.other_kind();
        label(
            format!(
                "{whole}字中有{taken}字与对照的{}雷同，应不多于{limit}字；最长的雷同处为{}",
                kind.zh,
                zh.join("、")
            ),
            format!(
                "of {whole} characters {taken} stand in the {} it is compared with, where at most {limit} may; the longest passages are {}",
                kind.en,
                en.join("; ")
            ),
        )
    }

    /// The other kind, its value and ours.
    fn both(&self, other: Slot, own: Slot) -> (Label, Label, Label) {
        (
            self.other_kind(),
            self.other_value(other),
            self.own_value(own),
        )
    }
}
