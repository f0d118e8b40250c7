//! So many records of another kind: in all, in each year, or never longer apart than a term.

use super::close::{Closing, Found as Answer, Member, Others, Side};
use super::item::{Datum, Hash, Item};
use crate::duty::Verdict;
use crate::duty::demand::{Count, Every};
use crate::duty::together::{Found, Lack, Seen};
use crate::record::Slot;
use crate::record::calendar::{Counting, Due};
use crate::words::{Day, Exact, Term};
use alloc::{collections::BTreeSet, vec::Vec};

/// Judges one record by the others.
pub(super) fn close<'c>(
    count: &Count,
    own: Side<'c>,
    others: Others<'c>,
    closing: &Closing<'c>,
) -> Answer<'c> {
    let span = match Span::of(count, own) {
        Ok(span) => span,
        Err(slot) => return (Verdict::Undetermined, Seen::Lacking(slot, Lack::Time), None),
    };
    let events = Events {
        count,
        others,
        closing,
    };
    let (verdict, seen) = match (count.is, count.every) {
        (Some(is), _) => events.figure(is, own, span),
        (None, None) => events.within(span, true),
        (None, Some(Every::Year)) => events.yearly(span),
        (None, Some(Every::Term(term))) => events.termly(span, term),
    };
    (verdict, seen, None)
}

/// The days between which records are counted.
#[derive(Clone, Copy)]
struct Span {
    from: Option<Day>,
    until: Option<Day>,
}

impl Span {
    fn of(count: &Count, own: Side<'_>) -> Result<Self, Slot> {
        let from = match count.from {
            None => None,
            Some(slot) => {
                let when = own.get(slot).when().ok_or(slot)?;
                Some(if is_year(when.first, when.last) {
                    when.first
                } else {
                    when.day().ok_or(slot)?
                })
            }
        };
        let until = match count.until {
            Some(slot) => end(own.get(slot)).ok_or(slot)?,
            None => None,
        };
        Ok(Self { from, until })
    }
}

/// The last day of a time; none of one that goes on, and nothing where it cannot be read.
#[expect(
    clippy::option_option,
    reason = "an end that cannot be read is not one that is open"
)]
fn end(item: &Item) -> Option<Option<Day>> {
    match item.value {
        // What is not said to have ended goes on.
        Datum::Missing | Datum::Denied => Some(None),
        Datum::When(when) => Some((!when.is_perpetual()).then_some(when.last)),
        Datum::Unreadable | Datum::Number(_) | Datum::Text(_) => None,
    }
}

/// The records that are counted.
#[derive(Clone, Copy)]
struct Events<'e, 'c> {
    count: &'e Count,
    others: Others<'c>,
    closing: &'e Closing<'c>,
}

impl Events<'_, '_> {
    /// Counts the records of a time; a time that is not asked for whole may have too many, not too few.
    fn within(&self, span: Span, whole: bool) -> (Verdict, Seen) {
        let (found, doubtful) = self.tally(span);
        let possible = found.saturating_add(doubtful);
        let about = |limit| Found {
            certain: found,
            doubtful,
            limit,
            from: span.from,
            until: span.until,
        };
        let running = span.until.is_some_and(|until| until > self.closing.as_of);
        let (least, most) = (self.count.at_least, self.count.at_most);
        if let Some(most) = most.filter(|most| found > *most) {
            return (Verdict::Breached, Seen::TooMany(about(most)));
        }
        if whole && possible < least {
            return if running {
                (Verdict::Pending, Seen::Running(about(least)))
            } else {
                (Verdict::Breached, Seen::TooFew(about(least)))
            };
        }
        if whole && found < least {
            return (Verdict::Undetermined, Seen::Doubtful(about(least)));
        }
        match most.filter(|most| possible > *most) {
            Some(most) => (Verdict::Undetermined, Seen::Doubtful(about(most))),
            None => (Verdict::Met, Seen::Plain),
        }
    }

    /// Compares the records of a time with the number that ours says there are.
    ///
    /// More of them than it says are too many; fewer may be all there are only where ours says so.
    fn figure(&self, is: Slot, own: Side<'_>, span: Span) -> (Verdict, Seen) {
        let Some(number) = own.get(is).number() else {
            return (Verdict::Undetermined, Seen::Lacking(is, Lack::Value));
        };
        let (certain, doubtful) = self.tally(span);
        let found = Found {
            certain,
            doubtful,
            limit: 0,
            from: span.from,
            until: span.until,
        };
        let (least, most) = (
            Exact::count(certain),
            Exact::count(certain.saturating_add(doubtful)),
        );
        let running = span.until.is_some_and(|until| until > self.closing.as_of);
        let complete = self
            .count
            .complete
            .is_some_and(|slot| own.get(slot).is_yes());
        let verdict = if least == number && doubtful == 0 {
            return (Verdict::Met, Seen::Plain);
        } else if least > number {
            Verdict::Breached
        } else if most < number && running {
            Verdict::Pending
        } else if most < number && complete {
            Verdict::Breached
        } else {
            Verdict::Undetermined
        };
        (verdict, Seen::Figure { own: is, found })
    }

    /// Counts the records of each calendar year that the span touches.
    fn yearly(&self, span: Span) -> (Verdict, Seen) {
        let last = span
            .until
            .unwrap_or(self.closing.as_of)
            .min(self.closing.as_of);
        let years = span.from.and_then(year_of).zip(year_of(last));
        let mut heaviest = (Verdict::NotApplicable, Seen::Plain);
        for year in years.into_iter().flat_map(|(first, last)| first..=last) {
            let (Some(first), Some(last)) = (first_of(year), last_of(year)) else {
                continue;
            };
            let inside = Span {
                from: span.from.max(Some(first)),
                until: Some(span.until.map_or(last, |until| until.min(last))),
            };
            let whole = inside.from == Some(first) && inside.until == Some(last);
            if !whole && self.count.at_most.is_none() {
                continue;
            }
            let judged = self.within(inside, whole);
            if judged.0 > heaviest.0 {
                heaviest = judged;
            }
        }
        heaviest
    }

    /// How many records lie in a time for certain, and how many may.
    fn tally(&self, span: Span) -> (u64, u64) {
        let mut sums = Sums {
            doubtful: self.others.strays,
            ..Sums::default()
        };
        for member in self.others.iter() {
            let lies = self.lies(member.side, span);
            if lies != Some(false) {
                let certain = lies == Some(true) && member.certain;
                sums.take(member, certain, self.count.distinct);
            }
        }
        let size = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
        let more = size(sums.perhaps.difference(&sums.different).count());
        (
            sums.found.saturating_add(size(sums.different.len())),
            sums.doubtful.saturating_add(more),
        )
    }

    /// Whether a record lies in a time; `None` where its day is not known well enough.
    fn lies(&self, side: Side<'_>, span: Span) -> Option<bool> {
        let Some(at) = self.count.at else {
            return Some(true);
        };
        let item = side.get(at);
        if item.value == Datum::Denied {
            return Some(false);
        }
        let when = item.when()?;
        // What is only planned has not come.
        let until = span
            .until
            .map_or(self.closing.as_of, |until| until.min(self.closing.as_of));
        let outside = when.first > until || span.from.is_some_and(|from| when.last < from);
        let inside = when.last <= until && span.from.is_none_or(|from| from <= when.first);
        match (outside, inside) {
            (true, _) => Some(false),
            (_, true) => Some(true),
            (false, false) => None,
        }
    }

    /// Looks for a time longer than the term without a record.
    fn termly(&self, span: Span, term: Term) -> (Verdict, Seen) {
        let Some(from) = span.from else {
            return (Verdict::NotApplicable, Seen::Plain);
        };
        let end = span
            .until
            .unwrap_or(self.closing.as_of)
            .min(self.closing.as_of);
        if from > end {
            return (Verdict::NotApplicable, Seen::Plain);
        }
        let (_, doubtful) = self.tally(span);
        let mut days: Vec<Day> = Vec::new();
        for member in self.others.iter().filter(|member| member.certain) {
            let inside = self.lies(member.side, span) == Some(true);
            let day = self.count.at.and_then(|at| member.side.get(at).when());
            days.extend(day.filter(|_| inside).map(|when| when.first));
        }
        days.sort_unstable();
        let (mut after, mut judged) = (from, (Verdict::Met, Seen::Plain));
        for next in days.iter().copied().map(Some).chain([None]) {
            let gap = self.gap(after, next, end, term);
            if gap.0 > judged.0 {
                judged = gap;
            }
            after = next.unwrap_or(after);
        }
        // A record whose day is not known may have come in time.
        if judged.0 == Verdict::Breached && doubtful > 0 {
            let about = Found {
                certain: u64::try_from(days.len()).unwrap_or(u64::MAX),
                doubtful,
                limit: 1,
                from: span.from,
                until: span.until,
            };
            return (Verdict::Undetermined, Seen::Doubtful(about));
        }
        judged
    }

    /// Judges the time from one record to the next, or to the end.
    fn gap(&self, after: Day, next: Option<Day>, end: Day, term: Term) -> (Verdict, Seen) {
        let until = next.unwrap_or(end);
        match self.closing.calendar.due(after, term, Counting::PLAIN) {
            Due::On(due) if until <= due => (Verdict::Met, Seen::Plain),
            Due::On(due) => (Verdict::Breached, Seen::Apart { after, due, next }),
            Due::Between { earliest, .. } if until <= earliest => (Verdict::Met, Seen::Plain),
            Due::Between { latest: due, .. } if until > due => {
                (Verdict::Breached, Seen::Apart { after, due, next })
            }
            Due::Between {
                earliest,
                latest,
                year,
            } => {
                let seen = Seen::Unannounced {
                    earliest,
                    latest,
                    year,
                };
                (Verdict::Undetermined, seen)
            }
            Due::NeedsTime | Due::OutOfRange => (Verdict::Undetermined, Seen::OutOfCalendar),
        }
    }
}

/// Records that are counted, and values of which only different ones are.
#[derive(Default)]
struct Sums {
    found: u64,
    doubtful: u64,
    different: BTreeSet<Hash>,
    perhaps: BTreeSet<Hash>,
}

impl Sums {
    fn take(&mut self, member: Member<'_>, certain: bool, distinct: Option<Slot>) {
        let value = distinct.map(|slot| member.side.get(slot).value);
        match (value, certain) {
            (None, true) => self.found = self.found.saturating_add(member.holders.count),
            (None, false) => self.doubtful = self.doubtful.saturating_add(member.holders.count),
            (Some(Datum::Text(text)), true) => {
                self.different.insert(text);
            }
            (Some(Datum::Text(text)), false) => {
                self.perhaps.insert(text);
            }
            // A value that is not given may be one more.
            (Some(_), _) => self.doubtful = self.doubtful.saturating_add(1),
        }
    }
}

/// Whether two days begin and end a calendar year.
fn is_year(first: Day, last: Day) -> bool {
    year_of(first).is_some_and(|year| first_of(year) == Some(first) && last_of(year) == Some(last))
}

fn year_of(day: Day) -> Option<i32> {
    day.parts().map(|(year, _, _)| year)
}

const fn first_of(year: i32) -> Option<Day> {
    Day::of(year, 1, 1)
}

fn last_of(year: i32) -> Option<Day> {
    first_of(year.checked_add(1)?).map(|day| day.plus(-1))
}
