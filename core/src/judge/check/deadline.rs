//! One event within a term of another.
//!
//! Due days come from the calendar as it is known; where a year is not announced, or a date is only
//! known to the month, both ends of what is possible are judged, and only a verdict that holds at both
//! is given.

use crate::duty::demand::{Deadline, Limit};
use crate::duty::observation::Timing;
use crate::duty::{Detail, Verdict};
use crate::judge::case::{Case, Notebook, unreadable};
use crate::record::calendar::Due;
use crate::record::{Slot, Value};
use crate::words::term::{Term, TermUnit};
use crate::words::{Day, When};

/// Checks each event against the due day.
pub(super) fn check(demand: &Deadline, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let cell = case.cell(demand.from);
    let Some(from) = cell.when() else {
        // What has not happened starts no term.
        if cell.value != Value::Denied {
            let detail = unreadable(cell).unwrap_or(Detail::NoStart(demand.from));
            notebook.note(Verdict::Undetermined, demand.from, detail);
        }
        return;
    };
    let Some(end) = End::of(demand, from, case) else {
        notebook.note(Verdict::Undetermined, demand.from, Detail::OutOfCalendar);
        return;
    };
    for slot in &demand.to {
        Event {
            demand,
            case,
            start: from,
            end,
            slot: *slot,
        }
        .judge(notebook);
    }
}

/// The end of a term: the earliest and the latest it can be.
#[derive(Clone, Copy)]
struct End {
    first: Moment,
    last: Moment,
    unannounced: Option<i32>,
}

/// A due day, with the second of the day for terms in hours.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Moment {
    day: Day,
    second: Option<u32>,
}

impl Moment {
    /// The last second in time, in seconds since 0001-01-01 in UTC+8.
    fn instant(self) -> i64 {
        When {
            first: self.day,
            last: self.day,
            second: self.second,
        }
        .instant_last()
    }

    const fn of(day: Day) -> Self {
        Self { day, second: None }
    }
}

impl End {
    fn of(demand: &Deadline, from: When, case: &Case<'_, '_>) -> Option<Self> {
        if let Limit::Within(term) | Limit::AtLeast(term) = demand.limit
            && term.unit == TermUnit::Hours
        {
            let last = hours_after(from.instant_last(), term)?;
            return Some(Self {
                first: hours_after(from.instant_first(), term)?,
                last,
                unannounced: None,
            });
        }
        let (few, many) = still(demand, case)?;
        let early = days(Self::due(demand, from.first, few, case))?;
        let late = if from.first == from.last && few == many {
            early
        } else {
            days(Self::due(demand, from.last, many, case))?
        };
        let ((first, _, early_year), (_, last, late_year)) = (early, late);
        let unannounced = early_year.or(late_year);
        Some(Self {
            first: Moment::of(first),
            last: Moment::of(last),
            unannounced,
        })
    }

    fn due(demand: &Deadline, from: Day, still: u32, case: &Case<'_, '_>) -> Due {
        match demand.limit {
            Limit::Within(term) if still > 0 => {
                let length = term.length.saturating_add(still);
                let term = Term { length, ..term };
                case.calendar.due(from, term, demand.counting)
            }
            Limit::Within(term) | Limit::AtLeast(term) => {
                case.calendar.due(from, term, demand.counting)
            }
            Limit::By(day) => case.calendar.due_fixed(from, day, demand.counting),
            Limit::On(day) => Due::On(day),
        }
    }

    /// Why a verdict that depends on the end cannot be given.
    fn doubt(self) -> Detail {
        self.unannounced
            .map_or(Detail::Unclear, |year| Detail::Unannounced {
                earliest: self.first.day,
                latest: self.last.day,
                year,
            })
    }
}

/// The earliest and latest due day and the year that is not announced.
const fn days(due: Due) -> Option<(Day, Day, Option<i32>)> {
    match due {
        Due::On(day) => Some((day, day, None)),
        Due::Between {
            earliest,
            latest,
            year,
        } => Some((earliest, latest, Some(year))),
        // Terms in hours have been taken apart before.
        Due::NeedsTime | Due::OutOfRange => None,
    }
}

/// On how many working days a term stands still, at least and at most.
///
/// What is asked and not answered holds the term to the day of judgement.
pub(crate) fn still(demand: &Deadline, case: &Case<'_, '_>) -> Option<(u32, u32)> {
    demand
        .excluded
        .iter()
        .try_fold((0, 0), |sums, (start, end)| {
            let Some(asked) = case.when(*start) else {
                return Some(sums);
            };
            let answered = case.when(*end).unwrap_or_else(|| When::on(case.as_of));
            let days = |from: Day, to: Day| {
                let days = case.calendar.working_days_between(from, to.max(from))?;
                u32::try_from(days).ok()
            };
            let (few, many): (u32, u32) = sums;
            Some((
                few.saturating_add(days(asked.last, answered.first)?),
                many.saturating_add(days(asked.first, answered.last)?),
            ))
        })
}

const DAY_SECONDS: i64 = 86_400;

fn hours_after(instant: i64, term: Term) -> Option<Moment> {
    let instant = instant.checked_add(i64::from(term.length).checked_mul(3600)?)?;
    let day = i32::try_from(instant.div_euclid(DAY_SECONDS)).ok()?;
    let second = u32::try_from(instant.rem_euclid(DAY_SECONDS)).ok()?;
    // Instants count from 0001-01-01 as day 0; days count it as day 1.
    let day = Day::from_number(day.checked_add(1)?);
    // A term that began on the last day there is ends on none.
    day.parts().map(|_| Moment {
        day,
        second: Some(second),
    })
}

/// One event that must be in time.
struct Event<'e, 'c, 'a> {
    demand: &'e Deadline,
    case: &'e Case<'c, 'a>,
    start: When,
    end: End,
    slot: Slot,
}

impl Event<'_, '_, '_> {
    fn judge(&self, notebook: &mut Notebook<'_>) {
        let cell = self.case.cell(self.slot);
        let at_least = matches!(self.demand.limit, Limit::AtLeast(_));
        let (verdict, detail) = match (cell.value, at_least) {
            (Value::When(happened), false) => self.within(happened),
            (Value::When(happened), true) => self.at_least(happened),
            (Value::Missing | Value::Denied, true) => self.running(),
            (Value::Missing, false) => self.open(Verdict::Undetermined),
            (Value::Denied, false) => self.open(Verdict::Breached),
            _ => (
                Verdict::Undetermined,
                unreadable(cell).unwrap_or(Detail::Unclear),
            ),
        };
        if verdict == Verdict::Met {
            notebook.met();
        } else {
            notebook.note(verdict, self.about(detail), detail);
        }
    }

    /// The field something is about: the start, where a doubt comes from the start.
    fn about(&self, detail: Detail) -> Slot {
        if detail == Detail::Unclear && self.end.first != self.end.last {
            self.demand.from
        } else {
            self.slot
        }
    }

    /// The event happened; was it at the latest at the end of the term?
    fn within(&self, happened: When) -> (Verdict, Detail) {
        if happened.instant_last() <= self.end.first.instant() {
            (Verdict::Met, Detail::Plain)
        } else if happened.instant_first() > self.end.last.instant() {
            (
                Verdict::Breached,
                Detail::Late(self.timing(self.end.last, Some(happened.first))),
            )
        } else {
            (Verdict::Undetermined, self.end.doubt())
        }
    }

    /// The event happened; was the term over? On its last day it counts as over.
    fn at_least(&self, happened: When) -> (Verdict, Detail) {
        let over = |end: Moment, when: Day| when >= end.day;
        if over(self.end.last, happened.first) {
            (Verdict::Met, Detail::Plain)
        } else if !over(self.end.first, happened.last) {
            (
                Verdict::Breached,
                Detail::Early(self.timing(self.end.first, Some(happened.last))),
            )
        } else {
            (Verdict::Undetermined, self.end.doubt())
        }
    }

    /// The event is not known to have happened, and must not happen while the term runs.
    fn running(&self) -> (Verdict, Detail) {
        if self.case.as_of >= self.end.last.day {
            (Verdict::Met, Detail::Plain)
        } else {
            (Verdict::Pending, self.ahead(self.end.last))
        }
    }

    /// The term is running; its end may depend on a notice that is not published.
    fn ahead(&self, due: Moment) -> Detail {
        if self.end.first != self.end.last && self.end.unannounced.is_some() {
            self.end.doubt()
        } else {
            Detail::Due(self.timing(due, None))
        }
    }

    /// The event is not known to have happened: still to come, or overdue with this verdict.
    fn open(&self, overdue: Verdict) -> (Verdict, Detail) {
        if self.case.as_of <= self.end.first.day {
            (Verdict::Pending, self.ahead(self.end.first))
        } else if self.case.as_of <= self.end.last.day {
            (Verdict::Undetermined, self.end.doubt())
        } else {
            let timing = self.timing(self.end.last, Some(self.case.as_of));
            let detail = if overdue == Verdict::Breached {
                Detail::Undone
            } else {
                Detail::Unsaid
            };
            (overdue, detail(timing))
        }
    }

    fn timing(&self, due: Moment, happened: Option<Day>) -> Timing {
        let in_working_days = matches!(
            self.demand.limit,
            Limit::Within(term) | Limit::AtLeast(term) if term.unit == TermUnit::WorkingDays
        );
        let unit = if in_working_days {
            TermUnit::WorkingDays
        } else {
            TermUnit::CalendarDays
        };
        let datable = happened.filter(|day| *day != When::PERPETUAL.first);
        let off_by = datable.and_then(|happened| self.distance(due.day, happened, unit));
        Timing {
            from: self.demand.from,
            start: self.start.first,
            due: due.day,
            due_second: due.second,
            happened,
            off_by,
            unit,
        }
    }

    /// How many days lie between two days, the first not counted.
    fn distance(&self, due: Day, happened: Day, unit: TermUnit) -> Option<u32> {
        let (first, last) = (due.min(happened), due.max(happened));
        if unit == TermUnit::WorkingDays {
            u32::try_from(self.case.calendar.working_days_between(first, last)?).ok()
        } else {
            u32::try_from(last.since(first)).ok()
        }
    }
}
