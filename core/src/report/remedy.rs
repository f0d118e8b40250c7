//! What to do about a finding.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "each function speaks about some details and hands the rest on; a test renders every one"
)]

use super::message::{Subject, label};
use crate::duty::{Detail, Verdict};
use crate::words::Label;
use alloc::format;

impl Subject<'_, '_, '_> {
    /// What to do: by what was seen, with what the rule adds.
    pub(super) fn remedy(&self, own: Option<&Label>) -> Label {
        let general = self.general();
        match own {
            None => label(format!("{}。", general.zh), format!("{}.", general.en)),
            Some(own) => label(
                format!("{}。{}", general.zh, own.zh),
                format!("{}. {}", general.en, own.en),
            ),
        }
    }

    fn general(&self) -> Label {
        let Label { zh, en } = self.field();
        match self.observation.detail {
            Detail::Missing | Detail::StandIn | Detail::NoneOf(_) | Detail::EventUnknown => {
                label(format!("补填“{zh}”"), format!("Fill in “{en}”"))
            }
            Detail::ConditionUnknown(slot) | Detail::NoStart(slot) => {
                let other = self.name(slot);
                label(
                    format!("补填“{}”", other.zh),
                    format!("Fill in “{}”", other.en),
                )
            }
            Detail::Forbidden | Detail::Listed(_) => {
                label(format!("删去“{zh}”"), format!("Take out “{en}”"))
            }
            Detail::Hidden => label(
                "向发布单位核对原件",
                "Check the original with the publisher",
            ),
            Detail::Unmentioned(_) => label(format!("在“{zh}”中写明"), format!("Say it in “{en}”")),
            Detail::Late(_)
            | Detail::Early(_)
            | Detail::Due(_)
            | Detail::Unsaid(_)
            | Detail::Undone(_)
            | Detail::Unannounced { .. } => self.in_time(),
            Detail::NotPublished => label("立即办理并载明日期", "Do it at once and give the date"),
            Detail::ListNotSupplied(_) => {
                label("随请求提供该名单", "Supply the list with the request")
            }
            Detail::Plain | Detail::OutOfCalendar if self.observation.verdict <= Verdict::Met => {
                Label::default()
            }
            _ => label(
                format!("核对并更正“{zh}”"),
                format!("Check and correct “{en}”"),
            ),
        }
    }

    /// What to do about a term.
    fn in_time(&self) -> Label {
        let Label { zh, en } = self.field();
        match self.observation.detail {
            Detail::Late(_) => label(
                "逾期已成事实，查明原因，避免再次逾期",
                "The delay stands; find its cause so that it does not happen again",
            ),
            Detail::Early(_) => label("期满前恢复公示", "Show it again until the term is over"),
            Detail::Due(timing) => label(
                format!("最迟于{}完成", timing.due),
                format!("Have it done by {}", timing.due),
            ),
            Detail::Unsaid(_) => label(
                format!("载明“{zh}”；如尚未办理，立即办理"),
                format!("Give “{en}”; if it has not happened, do it at once"),
            ),
            Detail::Undone(_) => label("立即办理并载明日期", "Do it at once and give the date"),
            Detail::Unannounced { earliest, .. } => label(
                format!("按最早的{earliest}办理，放假安排公布后再核"),
                format!(
                    "Act by the earliest day {earliest}; check again once the holidays are announced"
                ),
            ),
            _ => Label::default(),
        }
    }
}
