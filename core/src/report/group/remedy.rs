//! What to do about records together.

use super::message::Subject;
use crate::duty::Verdict;
use crate::duty::together::Seen;
use crate::report::message::label;
use crate::words::{Day, Label};
use alloc::format;

impl Subject<'_, '_> {
    /// What to do: by what was seen, with what the rule says about a duty that is not met.
    pub(super) fn remedy(&self, own: Option<&Label>) -> Label {
        if let (Seen::Repeated, Some(own)) = (self.judgement.seen, own) {
            return own.clone();
        }
        let general = self.general();
        match own.filter(|_| self.judgement.verdict == Verdict::Breached) {
            Some(own) => label(
                format!("{}。{}", general.zh, own.zh),
                format!("{}. {}", general.en, own.en),
            ),
            None => label(format!("{}。", general.zh), format!("{}.", general.en)),
        }
    }

    #[expect(clippy::too_many_lines, reason = "what is done alike stands together")]
    fn general(&self) -> Label {
        match self.judgement.seen {
            Seen::Lacking(slot, _) => {
                let Label { zh, en } = self.own_name(slot);
                label(
                    format!("补填或更正“{zh}”"),
                    format!("Fill in or correct “{en}”"),
                )
            }
            Seen::Crowded => label(
                "核对对应字段",
                "Check the fields by which the records belong together",
            ),
            Seen::Repeated => label(
                "核对是否重复报送，只保留一条",
                "Check whether it was sent twice and keep one",
            ),
            Seen::Differs { .. } | Seen::After { .. } | Seen::Before { .. } => label(
                "核对两条记录，更正有误的一条",
                "Check both records and correct the one that is wrong",
            ),
            Seen::NoStage(stage) | Seen::StageToCome(stage) => {
                let Label { zh, en } = self.stage(stage);
                label(
                    format!("补办或补报“{zh}”环节"),
                    format!("Do the stage “{en}”, or record it"),
                )
            }
            Seen::StageBefore { .. }
            | Seen::StageRepeated { .. }
            | Seen::SameActor { .. }
            | Seen::StageAfter { .. } => label(
                "核对各环节的日期和经办人；属实的，查明并记录原因",
                "Check days and persons of the stages; where they stand, find and record the cause",
            ),
            Seen::Running(found) => done_by(found.until),
            Seen::Figure { found, .. } if self.judgement.verdict == Verdict::Pending => {
                done_by(found.until)
            }
            Seen::Figure { .. } if self.is_open() => label(
                "补全记录，并说明是否齐全",
                "Complete the records, and say whether these are all",
            ),
            Seen::Fell(_) | Seen::Unequal(_) | Seen::Figure { .. } => {
                label("核对并更正数字", "Check and correct the numbers")
            }
            Seen::Circle { .. } => label(
                "核对所指的对象，断开循环",
                "Check what the records lead to and break the circle",
            ),
            Seen::TakenOver(_) => label("改写雷同之处", "Write anew what was taken over"),
            Seen::NoParts
            | Seen::PartUnclear(_)
            | Seen::StageDoubtful(_)
            | Seen::TooFew(_)
            | Seen::TooMany(_)
            | Seen::Present
            | Seen::Doubtful(_)
            | Seen::Unclear(_) => self.about_others(),
            Seen::Due { due, .. } => done_by(Some(due)),
            Seen::Unannounced { earliest, .. } => label(
                format!("按最早的{earliest}办理，放假安排公布后再核"),
                format!(
                    "Act by the earliest day {earliest}; check again once the holidays are announced"
                ),
            ),
            Seen::Apart { next: None, .. } => label("立即办理", "Do it at once"),
            Seen::Apart { .. } | Seen::Late { .. } => label(
                "逾期已成事实，查明并记录原因，避免再次逾期",
                "The delay stands; find and record its cause so that it does not happen again",
            ),
            Seen::OutOfCalendar | Seen::Plain => label("核对日期", "Check the dates"),
        }
    }

    fn is_open(&self) -> bool {
        self.judgement.verdict == Verdict::Undetermined
    }

    /// What to do about the other records.
    fn about_others(&self) -> Label {
        let kind = self.other_kind();
        if let Seen::Unclear(slot) | Seen::PartUnclear(slot) = self.judgement.seen {
            let Label { zh, en } = self.other_name(slot);
            return label(
                format!("补填或更正{}的“{zh}”", kind.zh),
                format!("Fill in or correct “{en}” of the {}", kind.en),
            );
        }
        if let Seen::Doubtful(_) | Seen::StageDoubtful(_) = self.judgement.seen {
            return label(
                format!("补全{}中用于对应和计数的字段", kind.zh),
                format!(
                    "Complete the fields by which the {} are assigned and counted",
                    kind.en
                ),
            );
        }
        if matches!(self.judgement.seen, Seen::TooFew(_)) && self.is_open() {
            return label(
                format!("连同{}一起提交", kind.zh),
                format!("Submit it together with the {}", kind.en),
            );
        }
        if let Seen::TooFew(_) | Seen::NoParts = self.judgement.seen {
            return label(
                format!("补办或补报{}", kind.zh),
                format!("Do what is missing, or record the {}", kind.en),
            );
        }
        label(
            format!("核对多出的{}", kind.zh),
            format!("Check the {} beyond what is allowed", kind.en),
        )
    }
}

fn done_by(day: Option<Day>) -> Label {
    match day {
        Some(day) => label(format!("最迟于{day}完成"), format!("Have it done by {day}")),
        None => label("按期完成", "Have it done in time"),
    }
}
