//! Sentences about events: one before another, or one that is still to come.

use super::{Subject, said};
use crate::record::Slot;
use crate::words::Label;

impl Subject<'_, '_, '_> {
    /// An event before the one it follows.
    pub(super) fn before(&self, earlier: Slot) -> Label {
        let Label { zh, en } = self.field();
        let day = self.observation.slot.map(|slot| self.day(slot));
        let (before, day, other) = (
            self.name(earlier),
            day.unwrap_or_default(),
            self.day(earlier),
        );
        said(
            format_args!("“{zh}”{day}早于“{}”{other}", before.zh),
            format_args!("“{en}” {day} lies before “{}” {other}", before.en),
        )
    }

    /// An event that the day of judgement has not reached.
    pub(super) fn in_future(&self) -> Label {
        self.beside_judgement("晚于", "after")
    }

    /// A date that the day of judgement has passed.
    pub(super) fn in_past(&self) -> Label {
        self.beside_judgement("早于", "before")
    }

    fn beside_judgement(&self, side_zh: &str, side_en: &str) -> Label {
        let Label { zh, en } = self.field();
        let day = self
            .observation
            .slot
            .map(|slot| self.day(slot))
            .unwrap_or_default();
        let as_of = self.case.as_of;
        said(
            format_args!("“{zh}”{day}{side_zh}判定日{as_of}"),
            format_args!("“{en}” {day} lies {side_en} the day of judgement {as_of}"),
        )
    }
}
