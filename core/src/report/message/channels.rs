//! Sentences about channels: not shown there, not alike, not at the same time.

use super::{Subject, said};
use crate::record::Slot;
use crate::words::{Day, Label};

impl Subject<'_, '_, '_> {
    /// A channel that does not show it.
    pub(super) fn not_published(&self) -> Label {
        let Label { zh, en } = self.field();
        said(
            format_args!("“{zh}”记载为未发布"),
            format_args!("“{en}”: the record says that it has not happened"),
        )
    }

    /// Content that is not alike on two channels.
    pub(super) fn differs(&self, other: Slot) -> Label {
        let (Label { zh, en }, other) = (self.field(), self.name(other));
        said(
            format_args!("“{zh}”与“{}”不一致", other.zh),
            format_args!("“{en}” differs from “{}”", other.en),
        )
    }

    /// Publications too far from each other.
    pub(super) fn apart(&self, other: Slot, due: Day) -> Label {
        let (own, first) = (self.field(), self.name(other));
        let own_day = self.observation.slot.map(|slot| self.day(slot));
        let own_day = own_day.unwrap_or_default();
        said(
            format_args!(
                "“{}”{}距“{}”{}过久，最迟应为{due}",
                own.zh,
                own_day,
                first.zh,
                self.day(other)
            ),
            format_args!(
                "“{}” {} lies too long after “{}” {}; it was due by {due}",
                own.en,
                own_day,
                first.en,
                self.day(other)
            ),
        )
    }
}
