//! Sentences about terms: from when, how long, until when, and by how much it was missed.

use super::{Subject, label, said};
use crate::duty::demand::{Deadline, Demand, Limit};
use crate::duty::observation::Timing;
use crate::judge::deadline::still;
use crate::words::{Day, Label, term::TermUnit};
use alloc::string::String;
use core::fmt::{self, Display, Write};

impl Subject<'_, '_, '_> {
    /// A term that leads out of the calendar.
    pub(super) fn out_of_calendar(&self) -> Label {
        let own = self.field();
        said(
            format_args!("“{}”起算的期限超出已有日历", own.zh),
            format_args!(
                "the term that begins with “{}” leads out of the calendar",
                own.en
            ),
        )
    }

    /// The event came after the due day.
    pub(super) fn late(&self, timing: Timing) -> Label {
        let (own, end, off) = (self.field(), self.end(timing), off_by(timing));
        let happened = day(timing.happened);
        if self.is_perpetual() {
            return said(
                format_args!("{}，“{}”为长期，超出期限", end.zh, own.zh),
                format_args!("{}; “{}” is for an indefinite time", end.en, own.en),
            );
        }
        said(
            format_args!("{}，“{}”为{happened}，逾期{}", end.zh, own.zh, off.zh),
            format_args!("{}; “{}” is {happened}, {} late", end.en, own.en, off.en),
        )
    }

    /// The event came before the term was over.
    pub(super) fn early(&self, timing: Timing) -> Label {
        let (own, end, off) = (self.field(), self.end(timing), off_by(timing));
        let happened = day(timing.happened);
        said(
            format_args!("{}，“{}”为{happened}，提前{}", end.zh, own.zh, off.zh),
            format_args!("{}; “{}” is {happened}, {} early", end.en, own.en, off.en),
        )
    }

    /// Whether the event is dated for an indefinite time.
    fn is_perpetual(&self) -> bool {
        let when = self.observation.slot.and_then(|slot| self.case.when(slot));
        when.is_some_and(crate::words::When::is_perpetual)
    }

    /// The due day is still to come.
    pub(super) fn due(&self, timing: Timing) -> Label {
        let (own, end) = (self.field(), self.end(timing));
        if self.must_last() {
            return said(
                format_args!("{}，期限尚未届满", end.zh),
                format_args!("{}; the term is not over yet", end.en),
            );
        }
        said(
            format_args!("{}，“{}”尚在期限内", end.zh, own.zh),
            format_args!("{}; “{}” is not due yet", end.en, own.en),
        )
    }

    /// Whether the term must have run out before the event, and not the event come before its end.
    pub(in crate::report) const fn must_last(&self) -> bool {
        if let Demand::Deadline(deadline) = &self.duty.demand {
            matches!(deadline.limit, Limit::AtLeast(_))
        } else {
            false
        }
    }

    /// Past due, and the record does not say that it happened.
    pub(super) fn unsaid(&self, timing: Timing) -> Label {
        let (own, end, off) = (self.field(), self.end(timing), off_by(timing));
        let as_of = self.case.as_of;
        said(
            format_args!(
                "{}，记录未载明“{}”，截至{as_of}已过{}",
                end.zh, own.zh, off.zh
            ),
            format_args!(
                "{}; the record gives no “{}”, {} past due on {as_of}",
                end.en, own.en, off.en
            ),
        )
    }

    /// Past due, and the record says that it has not happened.
    pub(super) fn undone(&self, timing: Timing) -> Label {
        let (own, end, off) = (self.field(), self.end(timing), off_by(timing));
        let as_of = self.case.as_of;
        said(
            format_args!(
                "{}，“{}”记载为尚未发生，截至{as_of}已逾期{}",
                end.zh, own.zh, off.zh
            ),
            format_args!(
                "{}; “{}” has not happened, {} past due on {as_of}",
                end.en, own.en, off.en
            ),
        )
    }

    /// A due day among holidays that no notice has announced.
    pub(super) fn unannounced(&self, earliest: Day, latest: Day, year: i32) -> Label {
        let own = self.field();
        said(
            format_args!(
                "{year}年放假安排尚未公布，“{}”的期限在{earliest}至{latest}之间届满",
                own.zh
            ),
            format_args!(
                "the holidays of {year} are not announced; “{}” falls due between {earliest} and {latest}",
                own.en
            ),
        )
    }

    /// From when, how long, until when.
    fn end(&self, timing: Timing) -> Label {
        let Demand::Deadline(deadline) = &self.duty.demand else {
            return Label::default();
        };
        let (from, term) = (self.name(timing.from), term(deadline));
        let (start, due) = (timing.start, due(timing));
        let still = still(deadline, self.case).map_or(0, |(few, _)| few);
        let skipped = skipped(deadline, timing, still);
        let verb = if matches!(deadline.limit, Limit::AtLeast(_)) {
            ("届满", "until")
        } else {
            ("止", "by")
        };
        said(
            format_args!(
                "自“{}”{start}起{}{}，至{due}{}",
                from.zh, term.zh, skipped.zh, verb.0
            ),
            format_args!(
                "{} from “{}” {start}{}, {} {due}",
                term.en, from.en, skipped.en, verb.1
            ),
        )
    }
}

/// How days are counted: whether the first counts, how many are skipped, and how long the term stood still.
fn skipped(deadline: &Deadline, timing: Timing, still: u32) -> Label {
    let first = if deadline.counting.first_day {
        ("当日计入", "that day counted")
    } else {
        ("当日不计", "that day not counted")
    };
    let (Limit::Within(term) | Limit::AtLeast(term)) = deadline.limit else {
        return Label::default();
    };
    if term.unit != TermUnit::WorkingDays {
        return said(
            format_args!("（{}）", first.0),
            format_args!(" ({})", first.1),
        );
    }
    let passed = u32::try_from(timing.due.since(timing.start)).unwrap_or(0);
    let counted = u32::from(deadline.counting.first_day);
    let length = term.length.saturating_add(still);
    let off = passed.saturating_add(counted).saturating_sub(length);
    let (mut zh, mut en) = (String::from(first.0), String::from(first.1));
    // A String never refuses.
    if off > 0 {
        let days = count(off, "day off", "days off");
        let _ = (
            write!(zh, "，跳过休息日{off}天"),
            write!(en, ", {days} skipped"),
        );
    }
    if still > 0 {
        let days = count(still, "working day", "working days");
        let _ = write!(zh, "，征询期间{still}个工作日不计入");
        let _ = write!(en, ", {days} of asking others not counted");
    }
    said(format_args!("（{zh}）"), format_args!(" ({en})"))
}

/// The length of the term.
fn term(deadline: &Deadline) -> Label {
    match deadline.limit {
        Limit::Within(term) if term.length == 0 => label("当日", "on that day"),
        Limit::Within(term) => said(
            format_args!("{}内", term.zh()),
            format_args!("within {term}"),
        ),
        Limit::AtLeast(term) => said(
            format_args!("不少于{}", term.zh()),
            format_args!("at least {term}"),
        ),
        Limit::By(day) => said(
            format_args!("次年{}前", day.zh()),
            format_args!("by {day} of the year after"),
        ),
        Limit::On(_) => label("", "running"),
    }
}

/// How far from the due day, where the calendar knows it.
fn off_by(timing: Timing) -> Label {
    match (timing.off_by, timing.unit) {
        (Some(0), _) => label("不足1日", "less than a day"),
        (Some(days), TermUnit::WorkingDays) => said(
            format_args!("{days}个工作日"),
            count(days, "working day", "working days"),
        ),
        (Some(days), _) => said(format_args!("{days}日"), count(days, "day", "days")),
        (None, _) => label("若干日（日历未公布）", "some days (calendar not announced)"),
    }
}

/// A number of things in English.
fn count(number: u32, one: &'static str, more: &'static str) -> impl Display {
    let things = if number == 1 { one } else { more };
    fmt::from_fn(move |f| write!(f, "{number} {things}"))
}

fn due(timing: Timing) -> impl Display {
    fmt::from_fn(move |f| {
        write!(f, "{}", timing.due)?;
        let Some(second) = timing.due_second else {
            return Ok(());
        };
        let minute = second.checked_div(60).unwrap_or(0);
        let (hour, minute) = (
            minute.checked_div(60).unwrap_or(0),
            minute.checked_rem(60).unwrap_or(0),
        );
        write!(f, " {hour:02}:{minute:02}")
    })
}

fn day(day: Option<Day>) -> impl Display {
    fmt::from_fn(move |f| day.map_or(Ok(()), |day| write!(f, "{day}")))
}
