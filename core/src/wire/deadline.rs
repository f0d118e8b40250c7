//! A due day, with every day counted or skipped.

use super::request::{read, text};
use crate::engine::Engine;
use crate::error::{Error, ErrorCode};
use crate::record::calendar::{Counting, Due, Explanation, Instant, due_instant};
use crate::words::term::TermUnit;
use crate::words::{Day, Label, Term, When};
use crate::written::{print, table};
use alloc::{format, string::String, vec::Vec};
use serde::Serialize;

struct Request {
    from: String,
    /// Such as `7 working days`.
    term: String,
    first_day_counts: bool,
    roll_forward: bool,
    explain: bool,
}

table!(Request {
    from: needed,
    term: needed,
    first_day_counts,
    roll_forward,
    explain
});

#[derive(Serialize)]
struct Response {
    from: String,
    term: Term,
    term_label: Label,
    due: Due,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Explanation>,
}

/// The due day of a term: `{"from", "term", "first_day_counts", "roll_forward", "explain"}` to
/// `{"due": {"on"} or {"between"}, "explanation"}`. For hours, `from` has a time: `2016-07-22T10:00`.
///
/// # Errors
/// `request-syntax`.
pub fn deadline(engine: &Engine, request: &[u8]) -> Result<Vec<u8>, Error> {
    let request: Request = read(text(request)?)?;
    let (day, second) = start(&request.from)?;
    let term = Term::parse(&request.term)
        .map_err(|_| refused("not a term such as `7 working days`").at("term"))?;
    let counting = Counting {
        first_day: request.first_day_counts,
        roll_forward: request.roll_forward,
    };
    let calendar = engine.calendar();
    let (due, due_time) = if term.unit == TermUnit::Hours {
        let second = second.ok_or_else(|| refused("a term in hours needs a time of day"))?;
        hours(Instant { day, second }, term.length)
    } else {
        (calendar.due(day, term, counting), None)
    };
    let days = term.unit != TermUnit::Hours;
    let explanation = (request.explain && days).then(|| calendar.explain(day, term, counting));
    let term_label = Label {
        zh: format!("{}", term.zh()),
        en: format!("{term}"),
    };
    Ok(print(&Response {
        from: request.from,
        term,
        term_label,
        due,
        due_time,
        explanation,
    }))
}

fn start(text: &str) -> Result<(Day, Option<u32>), Error> {
    let when = When::parse(text)
        .ok()
        .map(|read| read.value)
        .filter(|when| !when.is_perpetual());
    let when = when.ok_or_else(|| refused("the day is not one that can be read"))?;
    let day = when
        .day()
        .ok_or_else(|| refused("the day is only known to the month or year"))?;
    Ok((day, when.second))
}

fn hours(from: Instant, hours: u32) -> (Due, Option<String>) {
    match due_instant(from, hours) {
        None => (Due::OutOfRange, None),
        Some(due) => {
            let minute = due.second.checked_div(60).unwrap_or(0);
            let (hour, minute) = (
                minute.checked_div(60).unwrap_or(0),
                minute.checked_rem(60).unwrap_or(0),
            );
            (Due::On(due.day), Some(format!("{hour:02}:{minute:02}")))
        }
    }
}

fn refused(message: &str) -> Error {
    Error::new(ErrorCode::RequestSyntax, message).at("from")
}
