//! Sentences about how many records there are, and how far apart.

use super::Subject;
use crate::duty::Verdict;
use crate::duty::demand::{Count, Demand, Every};
use crate::duty::together::Found;
use crate::record::Slot;
use crate::report::message::label;
use crate::words::{Day, Label};
use alloc::{format, string::String};

impl Subject<'_, '_> {
    /// Too few records.
    pub(super) fn too_few(&self, found: Found) -> Label {
        let (kind, span) = (self.other_kind(), span(found));
        let Found { certain, limit, .. } = found;
        if certain == 0 && self.judgement.verdict == Verdict::Undetermined {
            return label(
                format!("{}未提供{}，无法对照", span.zh, kind.zh),
                format!(
                    "{}no record of “{}” is at hand to compare with",
                    span.en, kind.en
                ),
            );
        }
        if certain == 0 && limit == 1 {
            return label(
                format!("{}没有{}", span.zh, kind.zh),
                format!("{}there is no record of “{}”", span.en, kind.en),
            );
        }
        label(
            format!("{}{}只有{certain}条，应不少于{limit}条", span.zh, kind.zh),
            format!(
                "{}{certain} of “{}”, where at least {limit} must be",
                span.en, kind.en
            ),
        )
    }

    /// Too many records.
    pub(super) fn too_many(&self, found: Found) -> Label {
        let (kind, span) = (self.other_kind(), span(found));
        let Found { certain, limit, .. } = found;
        label(
            format!("{}{}有{certain}条，应不多于{limit}条", span.zh, kind.zh),
            format!(
                "{}{certain} of “{}”, where at most {limit} may be",
                span.en, kind.en
            ),
        )
    }

    /// Too few or too many, depending on records of which it cannot be told.
    pub(super) fn doubtful(&self, found: Found) -> Label {
        let (kind, span) = (self.other_kind(), span(found));
        let Found {
            certain, doubtful, ..
        } = found;
        label(
            format!(
                "{}{}能确定的有{certain}条，另有{doubtful}条因字段缺失或不明，无法确认是否属于此处",
                span.zh, kind.zh
            ),
            format!(
                "{}{certain} of “{}” for certain; whether {doubtful} more belong here cannot be told",
                span.en, kind.en
            ),
        )
    }

    /// Too few as yet.
    pub(super) fn running(&self, found: Found) -> Label {
        let (kind, span) = (self.other_kind(), span(found));
        let Found { certain, limit, .. } = found;
        label(
            format!(
                "{}期限未满，{}现有{certain}条，应不少于{limit}条",
                span.zh, kind.zh
            ),
            format!(
                "{}{certain} of “{}” as yet, where at least {limit} must be",
                span.en, kind.en
            ),
        )
    }

    /// Not as many records as a number says, or perhaps not all of them.
    pub(super) fn figure(&self, own: Slot, found: Found) -> Label {
        let (kind, span, ours) = (self.other_kind(), span(found), self.own_value(own));
        let Found {
            certain, doubtful, ..
        } = found;
        let (more_zh, more_en) = match self.judgement.verdict {
            _ if doubtful > 0 => (
                format!("，另有{doubtful}条因字段缺失或不明，无法确认是否属于此处"),
                format!("; whether {doubtful} more belong here cannot be told"),
            ),
            Verdict::Pending => ("，期限未满".into(), " as yet".into()),
            Verdict::Undetermined => (
                "，未说明记录是否齐全".into(),
                "; whether these are all is not said".into(),
            ),
            Verdict::NotApplicable | Verdict::Met | Verdict::Breached => {
                (String::new(), String::new())
            }
        };
        label(
            format!(
                "{}，而{}{}有{certain}条{more_zh}",
                ours.zh, span.zh, kind.zh
            ),
            format!(
                "{}, and {}{certain} of “{}”{more_en}",
                ours.en, span.en, kind.en
            ),
        )
    }

    /// Too long without one.
    pub(super) fn apart(&self, after: Day, due: Day, next: Option<Day>) -> Label {
        let (kind, every) = (self.other_kind(), self.every());
        let as_of = self.closing.as_of;
        let (next_zh, next_en) = match next {
            Some(next) => (format!("下一条为{next}"), format!("the next is of {next}")),
            None => (
                format!("至{as_of}仍没有"),
                format!("there is none up to {as_of}"),
            ),
        };
        label(
            format!(
                "{after}之后{}内应有{}，最迟{due}，{next_zh}",
                every.zh, kind.zh
            ),
            format!(
                "after {after} another “{}” was due within {}, by {due}; {next_en}",
                kind.en, every.en
            ),
        )
    }

    fn every(&self) -> Label {
        if let Demand::Count(Count {
            every: Some(Every::Term(term)),
            ..
        }) = &self.judgement.duty.demand
        {
            label(format!("{}", term.zh()), format!("{term}"))
        } else {
            Label::default()
        }
    }
}

/// The time in which records are counted, as the beginning of a sentence.
fn span(found: Found) -> Label {
    match (found.from, found.until) {
        (Some(from), Some(until)) => label(
            format!("{from}至{until}，"),
            format!("from {from} to {until}, "),
        ),
        (Some(from), None) => label(format!("自{from}起，"), format!("from {from}, ")),
        (None, Some(until)) => label(format!("至{until}，"), format!("up to {until}, ")),
        (None, None) => label(String::new(), String::new()),
    }
}
