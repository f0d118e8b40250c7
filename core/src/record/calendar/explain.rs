//! Why a term ends on its day: every day counted or passed over, and by which notice.

use super::due::{Counting, Due};
use super::source::{HolidaySource, NoticeSource};
use super::view::View;
use super::worked::is_weekday;
use crate::words::term::{Term, TermUnit};
use crate::words::{Day, Label};
use alloc::{string::String, vec::Vec};
use serde::Serialize;

/// An explanation lists no more days than this.
const MOST_DAYS: usize = 400;

/// Why a term ends on its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// What is known of the due day.
    pub due: Due,
    /// The days from the event to the last possible due day, in order.
    pub days: Vec<ExplainedDay>,
    /// Whether there are more days than are listed.
    pub truncated: bool,
    /// The notices that the days cite, each once, in the order of their first citation.
    pub notices: Vec<NoticeSource>,
}

/// What one day is in the count of a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedDay {
    /// The day.
    pub day: Day,
    /// What the day is by the calendar.
    pub status: DayStatus,
    /// What the day does to the term.
    pub role: Role,
    /// Which day of the term it is, where it is counted.
    pub nth: Option<u32>,
    /// The holiday because of which it is off or worked.
    pub holiday: Option<Label>,
    /// Id of the notice that says so.
    pub notice: Option<String>,
}

/// What a day is by the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DayStatus {
    /// A Monday to Friday that is worked.
    Working,
    /// A Saturday or Sunday that is worked by notice.
    MakeUp,
    /// A plain Saturday or Sunday.
    Weekend,
    /// Off by notice.
    Holiday,
    /// No notice arranges the day.
    Unannounced,
}

/// What a day does to a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The day of the event, which is not counted.
    FirstDay,
    /// A day of the term.
    Counted,
    /// Passed over: the term counts working days and this is none.
    Skipped,
    /// After the last day of the term, which is off and moves to the next working day.
    RolledForward,
    /// May be a day of the term or not, depending on a notice that is not published.
    Open,
}

impl View<'_> {
    /// Why a term ends on its day: the same answer as [`View::due`], with every day on the way.
    #[must_use]
    pub fn explain(&self, from: Day, term: Term, counting: Counting) -> Explanation {
        let due = self.due(from, term, counting);
        let mut explanation = Explanation {
            due,
            days: Vec::new(),
            truncated: false,
            notices: Vec::new(),
        };
        let Some((_, last)) = due.range() else {
            return explanation;
        };
        let mut count = Count {
            term,
            counting,
            from,
            due,
            plain: self.plain_end(from, term, counting),
            nth: 0,
        };
        let mut day = from;
        while day <= last {
            if explanation.days.len() >= MOST_DAYS {
                explanation.truncated = true;
                break;
            }
            self.explain_day(day, &mut count, &mut explanation);
            day = day.plus(1);
        }
        explanation
    }

    /// The last day of a term that is not counted in working days, before it moves off a day off.
    fn plain_end(&self, from: Day, term: Term, counting: Counting) -> Option<Day> {
        let counting = Counting {
            roll_forward: false,
            ..counting
        };
        match term.unit {
            TermUnit::WorkingDays => None,
            TermUnit::CalendarDays | TermUnit::Hours | TermUnit::Months | TermUnit::Years => {
                self.due(from, term, counting).day()
            }
        }
    }

    fn explain_day(&self, day: Day, count: &mut Count, into: &mut Explanation) {
        let holiday = self.holiday(day);
        let status = self.status(day, holiday);
        let (role, nth) = count.take(day, status);
        let notice = holiday.map(|holiday| holiday.notice.clone());
        if let Some(id) = notice
            .as_ref()
            .filter(|id| into.notices.iter().all(|seen| seen.id != **id))
        {
            into.notices.extend(self.calendar.notice(id).cloned());
        }
        let holiday = holiday.map(|holiday| holiday.name.clone());
        into.days.push(ExplainedDay {
            day,
            status,
            role,
            nth,
            holiday,
            notice,
        });
    }

    fn holiday(&self, day: Day) -> Option<&HolidaySource> {
        let (year, version) = self.year(day).filter(|_| day <= self.last_day())?;
        let mut holidays = year.in_effect(version);
        holidays.find(|holiday| holiday.off.contains(&day) || holiday.work.contains(&day))
    }

    fn status(&self, day: Day, holiday: Option<&HolidaySource>) -> DayStatus {
        match (self.working(day), holiday) {
            (None, _) => DayStatus::Unannounced,
            (Some(true), Some(_)) if !is_weekday(day.number()) => DayStatus::MakeUp,
            (Some(true), _) => DayStatus::Working,
            (Some(false), Some(_)) => DayStatus::Holiday,
            (Some(false), None) => DayStatus::Weekend,
        }
    }
}

/// The count of a term on its way from day to day.
struct Count {
    term: Term,
    counting: Counting,
    from: Day,
    due: Due,
    plain: Option<Day>,
    nth: u32,
}

impl Count {
    fn take(&mut self, day: Day, status: DayStatus) -> (Role, Option<u32>) {
        let role = self.role(day, status);
        let counted = role == Role::Counted;
        self.nth = self.nth.saturating_add(u32::from(counted));
        (role, counted.then_some(self.nth))
    }

    fn role(&self, day: Day, status: DayStatus) -> Role {
        if day == self.from && (!self.counting.first_day || self.term.length == 0) {
            return Role::FirstDay;
        }
        match (self.plain, status) {
            (Some(end), _) if day <= end => Role::Counted,
            (Some(_), _) if self.due.day().is_some() => Role::RolledForward,
            (_, DayStatus::Unannounced) => Role::Open,
            (Some(_), _) => Role::RolledForward,
            (None, DayStatus::Working | DayStatus::MakeUp) => Role::Counted,
            (None, DayStatus::Weekend | DayStatus::Holiday) => Role::Skipped,
        }
    }
}
