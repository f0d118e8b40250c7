//! Sentences about the stages of a case.

use super::Subject;
use crate::duty::demand::{Demand, Stages};
use crate::record::Slot;
use crate::report::message::label;
use crate::words::{Day, Label};
use alloc::format;

impl Subject<'_, '_> {
    /// A stage that is not there.
    pub(super) fn no_stage(&self, stage: u16) -> Label {
        let Label { zh, en } = self.stage(stage);
        label(
            format!("缺少“{zh}”环节"),
            format!("the stage “{en}” is missing"),
        )
    }

    /// A stage that is not there yet.
    pub(super) fn stage_to_come(&self, stage: u16) -> Label {
        let Label { zh, en } = self.stage(stage);
        label(
            format!("“{zh}”环节尚未进行"),
            format!("the stage “{en}” is still to come"),
        )
    }

    /// A stage that may be there, among events that cannot be assigned.
    pub(super) fn stage_doubtful(&self, stage: u16) -> Label {
        let (Label { zh, en }, kind) = (self.stage(stage), self.other_kind());
        label(
            format!("未见“{zh}”环节，但有{}的环节或所属事项不明", kind.zh),
            format!(
                "there is no stage “{en}”, but stage or case of some “{}” cannot be told",
                kind.en
            ),
        )
    }

    /// A stage before one that it must follow.
    pub(super) fn stage_before(&self, stage: (u16, Day), follows: (u16, Day)) -> Label {
        let (own, before) = (self.stage(stage.0), self.stage(follows.0));
        let (day, other) = (stage.1, follows.1);
        label(
            format!(
                "“{}”环节{day}早于应在其前的“{}”环节{other}",
                own.zh, before.zh
            ),
            format!(
                "the stage “{}” {day} lies before “{}” {other}, which it must follow",
                own.en, before.en
            ),
        )
    }

    /// A stage that is there several times.
    pub(super) fn stage_repeated(&self, stage: u16, count: u64) -> Label {
        let Label { zh, en } = self.stage(stage);
        label(
            format!("“{zh}”环节出现{count}次，只应有一次"),
            format!("the stage “{en}” is there {count} times, where it may be once"),
        )
    }

    /// Two stages that are not different where they must be.
    pub(super) fn same_actor(&self, stage: u16, as_in: u16, field: Slot) -> Label {
        let (own, other, field) = (self.stage(stage), self.stage(as_in), self.other_name(field));
        label(
            format!("“{}”环节与“{}”环节的“{}”相同", own.zh, other.zh, field.zh),
            format!(
                "“{}” of the stage “{}” is that of the stage “{}”",
                field.en, own.en, other.en
            ),
        )
    }

    /// A stage after the date by which all must be done.
    pub(super) fn stage_after(&self, stage: u16, own: Slot) -> Label {
        let (Label { zh, en }, end) = (self.stage(stage), self.own_value(own));
        let at = self.stages().map(|stages| self.other_value(stages.at));
        let at = at.unwrap_or_default();
        label(
            format!("“{zh}”环节的{}晚于{}", at.zh, end.zh),
            format!("{} of the stage “{en}” lies after {}", at.en, end.en),
        )
    }

    /// The name of a stage.
    pub(in crate::report::group) fn stage(&self, stage: u16) -> Label {
        let stage = self
            .stages()
            .and_then(|stages| stages.sequence.get(usize::from(stage)));
        let entry = stage.and_then(|stage| {
            let list = self.closing.lists.get(usize::from(stage.list))?;
            list.entry(list.find(&stage.code)?)
        });
        entry.map(|entry| entry.label.clone()).unwrap_or_default()
    }

    const fn stages(&self) -> Option<&Stages> {
        if let Demand::Stages(stages) = &self.judgement.duty.demand {
            Some(stages)
        } else {
            None
        }
    }
}
