//! What to do about a finding.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "each function speaks about some details and hands the rest on; a test renders every one"
)]

use super::message::{Subject, label, said};
use crate::duty::observation::Passage;
use crate::duty::{Detail, Verdict};
use crate::record::Slot;
use crate::words::Label;
use alloc::borrow::Cow;

impl Subject<'_, '_, '_> {
    /// What to do: by what was seen, with what the rule says about a duty that is not met.
    pub(super) fn remedy<'e>(&self, own: Option<&'e Label>) -> Cow<'e, Label> {
        let own = own.filter(|_| self.is_due());
        let general = self.general();
        let said = match (self.observation.detail, own) {
            (Detail::Undone(_) | Detail::NotPublished, Some(own)) => return Cow::Borrowed(own),
            (Detail::Forbidden, Some(own)) if self.is_dated() => return Cow::Borrowed(own),
            (Detail::Unsaid(_), Some(own)) => said(
                format_args!("{}。尚未办理的：{}", general.zh, own.zh),
                format_args!("{}. If it has not happened: {}", general.en, own.en),
            ),
            (_, Some(own)) => said(
                format_args!("{}。{}", general.zh, own.zh),
                format_args!("{}. {}", general.en, own.en),
            ),
            (_, None) => said(
                format_args!("{}。", general.zh),
                format_args!("{}.", general.en),
            ),
        };
        Cow::Owned(said)
    }

    /// Whether what the rule demands can still be done: it is not met, and it did not come late.
    fn is_due(&self) -> bool {
        match self.observation.detail {
            Detail::Late(_) => self.is_planned(),
            Detail::Unsaid(_) => true,
            _ => self.observation.verdict == Verdict::Breached,
        }
    }

    /// Whether the field gives a date.
    fn is_dated(&self) -> bool {
        let when = self.observation.slot.and_then(|slot| self.case.when(slot));
        when.is_some()
    }

    /// Whether the field gives a date that is still to come.
    fn is_planned(&self) -> bool {
        let when = self.observation.slot.and_then(|slot| self.case.when(slot));
        when.is_some_and(|when| when.first > self.case.as_of)
    }

    fn general(&self) -> Label {
        let Label { zh, en } = self.field();
        match self.observation.detail {
            Detail::Missing | Detail::StandIn => {
                said(format_args!("补填“{zh}”"), format_args!("Fill in “{en}”"))
            }
            Detail::NoneOf(_) => label("至少补填其中一项", "Fill in at least one of them"),
            Detail::ConditionUnknown(slot) | Detail::NoStart(slot) => self.complete(Some(slot)),
            Detail::EventUnknown | Detail::Unclear => self.complete(self.observation.slot),
            Detail::Forbidden if self.is_dated() => label("撤回此事", "Undo it"),
            Detail::Forbidden | Detail::Listed(_) => {
                said(format_args!("删去“{zh}”"), format_args!("Take out “{en}”"))
            }
            Detail::Hidden => label(
                "向发布单位核对原件",
                "Check the original with the publisher",
            ),
            Detail::Unmentioned(number) => {
                let what = self.mention(number);
                said(
                    format_args!("在“{zh}”中写明{}", what.zh),
                    format_args!("Say {} in “{en}”", what.en),
                )
            }
            Detail::Late(_)
            | Detail::Early(_)
            | Detail::Due(_)
            | Detail::Unsaid(_)
            | Detail::Undone(_)
            | Detail::Unannounced { .. } => self.in_time(),
            Detail::NotPublished => label("立即办理并载明日期", "Do it at once and give the date"),
            Detail::Found(passage) => self.take_out(passage),
            Detail::Mentioned(_) => label(
                "由保密审查人员核对上下文",
                "Have the reviewer look at what stands around it",
            ),
            Detail::NoTables => label(
                "连同公开的表格和说明文字一起提交",
                "Submit it together with its tables and its text",
            ),
            Detail::ListNotSupplied(_) => {
                label("随请求提供该名单", "Supply the list with the request")
            }
            _ => self.correct(),
        }
    }

    fn take_out(&self, passage: Passage) -> Label {
        if self.case.is_form(passage) {
            label("按规范格式改正", "Write it in the prescribed form")
        } else if self.case.screening.screen().masks(passage.entry) {
            label(
                "遮盖或者删去后再公开",
                "Mask it or take it out before publication",
            )
        } else {
            label(
                "删去，或者整件不予公开",
                "Take it out, or withhold the whole",
            )
        }
    }

    fn correct(&self) -> Label {
        let Label { zh, en } = self.field();
        said(
            format_args!("核对并更正“{zh}”"),
            format_args!("Check and correct “{en}”"),
        )
    }

    /// Gives a field what it lacks: a value, a value that can be read, or an exact day.
    fn complete(&self, slot: Option<Slot>) -> Label {
        let Label { zh, en } = slot.map(|slot| self.name(slot)).unwrap_or_default();
        let cell = slot.map(|slot| self.case.cell(slot));
        match cell {
            Some(cell) if cell.when().is_some_and(|when| when.day().is_some()) => said(
                format_args!("写明“{zh}”的时刻"),
                format_args!("Give the time of day of “{en}”"),
            ),
            Some(cell) if cell.when().is_some() => said(
                format_args!("写明“{zh}”的具体日期"),
                format_args!("Give the exact day of “{en}”"),
            ),
            Some(cell) if cell.is_given() => said(
                format_args!("核对并更正“{zh}”"),
                format_args!("Check and correct “{en}”"),
            ),
            _ => said(format_args!("补填“{zh}”"), format_args!("Fill in “{en}”")),
        }
    }

    /// What to do about a term.
    fn in_time(&self) -> Label {
        let Label { zh, en } = self.field();
        match self.observation.detail {
            Detail::Late(_) if self.is_planned() => self.correct(),
            Detail::Late(_) => label(
                "逾期已成事实，查明并记录原因，避免再次逾期",
                "The delay stands; find and record its cause so that it does not happen again",
            ),
            Detail::Early(_) => said(format_args!("核对“{zh}”"), format_args!("Check “{en}”")),
            Detail::Due(timing) if self.must_last() => said(
                format_args!("“{zh}”不得早于{}", timing.due),
                format_args!("“{en}” must not come before {}", timing.due),
            ),
            Detail::Due(timing) => said(
                format_args!("最迟于{}完成", timing.due),
                format_args!("Have it done by {}", timing.due),
            ),
            Detail::Unsaid(_) => said(format_args!("载明“{zh}”"), format_args!("Give “{en}”")),
            Detail::Undone(_) => label("立即办理并载明日期", "Do it at once and give the date"),
            Detail::Unannounced { .. } if self.is_dated() => label(
                "放假安排公布后再核",
                "Check again once the holidays are announced",
            ),
            Detail::Unannounced { latest, .. } if self.must_last() => said(
                format_args!("“{zh}”不得早于{latest}，放假安排公布后再核"),
                format_args!(
                    "“{en}” must not come before {latest}; check again once the holidays are announced"
                ),
            ),
            Detail::Unannounced { earliest, .. } => said(
                format_args!("按最早的{earliest}办理，放假安排公布后再核"),
                format_args!(
                    "Act by the earliest day {earliest}; check again once the holidays are announced"
                ),
            ),
            _ => Label::default(),
        }
    }
}
