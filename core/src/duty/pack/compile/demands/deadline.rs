//! Deadlines to dates, limits and ways of counting.

use crate::duty::demand::{Deadline, Limit};
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;
use crate::record::calendar::Counting;
use crate::words::{Day, YearDay, term::TermUnit};
use alloc::{format, vec::Vec};

impl Scope<'_> {
    pub(super) fn deadline(&mut self, source: &source::Deadline) -> Option<Deadline> {
        let limit = match (&source.within, &source.at_least, &source.by) {
            (Some(term), None, None) => Limit::Within(self.term(term)?),
            (None, Some(term), None) => Limit::AtLeast(self.term(term)?),
            (None, None, Some(day)) => match Day::parse_iso(day) {
                Some(day) => Limit::On(day),
                None => Limit::By(self.year_day(day)?),
            },
            _ => {
                let message = "a deadline has exactly one of `within`, `at_least`, `by`";
                self.trouble(ErrorCode::PackDemand, "deadline", message);
                return None;
            }
        };
        let from = self.date(&source.from)?;
        let to = self.dates(&source.to);
        if source.to.is_empty() {
            self.trouble(
                ErrorCode::PackDemand,
                "deadline",
                "the deadline names no event that must be in time",
            );
        }
        let excluded: Vec<_> = source
            .excluded
            .iter()
            .filter_map(|[start, end]| Some((self.date(start)?, self.date(end)?)))
            .collect();
        let in_working_days =
            matches!(limit, Limit::Within(term) if term.unit == TermUnit::WorkingDays);
        if !excluded.is_empty() && !in_working_days {
            let message = "only a deadline `within` working days can stand still";
            self.trouble(ErrorCode::PackDemand, "excluded", message);
        }
        let counting = Counting {
            first_day: source.first_day_counts,
            roll_forward: source.roll_forward,
        };
        Some(Deadline {
            from,
            to,
            limit,
            excluded,
            counting,
        })
    }

    fn year_day(&mut self, text: &str) -> Option<YearDay> {
        let day = YearDay::parse(text);
        if day.is_err() {
            self.trouble(
                ErrorCode::PackValue,
                text,
                &format!("`{text}` is not a day of the year"),
            );
        }
        day.ok()
    }
}
