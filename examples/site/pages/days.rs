//! The term of a rule counted day by day, for the one of its cases that meets most notices.

use super::table;
use crate::shell::{View, path};
use gongkai::duty::law::Rule;
use gongkai::record::calendar::{Counting, Due, ExplainedDay, Explanation};
use gongkai::words::{Day, Term, When};
use gongkai_pages::Case;
use maud::{Markup, html};
use serde::Serialize;
use serde_json::Value;

/// The most days that are shown without being asked for.
const MOST: usize = 62;

pub(super) fn of(view: &View<'_>, rule: &Rule) -> Option<Markup> {
    let deadline = rule.source.deadline.as_ref()?;
    let term = deadline
        .within
        .as_deref()
        .or(deadline.at_least.as_deref())?;
    let term = Term::parse(term).ok()?;
    let counting = Counting {
        first_day: deadline.first_day_counts,
        roll_forward: deadline.roll_forward,
    };
    let cases = (1..).zip(view.book.cases_of(rule));
    let counted = cases.filter_map(|(number, (_, case, _))| {
        let from = start(case, &deadline.from)?;
        let calendar = view.book.bench.engine(case)?.calendar();
        Some((number, calendar.explain(from, term, counting)))
    });
    let counted = counted.filter(|(_, explanation)| !explanation.days.is_empty());
    let (number, explanation) = counted.reduce(better)?;
    Some(explained(view, number, &explanation))
}

/// Of two cases the one whose term meets more notices, the first if they meet as many.
fn better(first: (usize, Explanation), second: (usize, Explanation)) -> (usize, Explanation) {
    if second.1.notices.len() > first.1.notices.len() {
        second
    } else {
        first
    }
}

/// The day from which a case's term runs.
fn start(case: &Case, field: &str) -> Option<Day> {
    let (_, record) = case.records.first()?;
    let record: Value = serde_json::from_str(record).ok()?;
    let text = field
        .split('.')
        .try_fold(&record, |value, name| value.get(name))?;
    When::parse(text.as_str()?).ok()?.value.day()
}

fn explained(view: &View<'_>, number: usize, explanation: &Explanation) -> Markup {
    let rows: Vec<Vec<Markup>> = explanation
        .days
        .iter()
        .map(|day| line(view, explanation, day))
        .collect();
    let headings = ["day", "weekday", "day-is", "counts-as", "notice"].map(|key| view.text(key));
    html! {
        p { a href={ "#case-" (number) } { (view.filled("of-case", &number.to_string())) } }
        details open[rows.len() <= MOST] {
            summary { (view.filled("count-days", &rows.len().to_string())) }
            (table(&headings, &rows))
        }
        @if explanation.truncated { p { (view.text("truncated")) } }
        p { strong { (due(view, explanation.due)) } }
        @if !explanation.notices.is_empty() {
            h3 { (view.text("notices")) }
            ul { @for notice in &explanation.notices { li { (super::year::notice_line(view, notice)) } } }
        }
    }
}

fn line(view: &View<'_>, explanation: &Explanation, day: &ExplainedDay) -> Vec<Markup> {
    let labels = view.labels();
    let role = view.word(&labels.role, &key(&day.role)).to_owned();
    let nth = day.nth.map(|nth| view.filled("nth-day", &nth.to_string()));
    let notice = day
        .notice
        .as_ref()
        .and_then(|id| explanation.notices.iter().find(|notice| notice.id == *id));
    let status = key(&day.status);
    vec![
        html! { time.(status) { (day.day) } },
        html! { (view.word(&labels.weekday, &day.day.weekday().to_string())) },
        html! { (view.word(&labels.status, &status)) @if let Some(holiday) = &day.holiday { " · " (view.of(holiday)) } },
        html! { (nth.unwrap_or(role)) },
        notice
            .map(|notice| {
                year_link(
                    view,
                    day.day,
                    notice.number.as_deref().unwrap_or(&notice.id),
                )
            })
            .unwrap_or_default(),
    ]
}

fn year_link(view: &View<'_>, day: Day, text: &str) -> Markup {
    let year = day.parts().map_or(0, |(year, _, _)| year);
    view.link(&path("years", &year.to_string()), text)
}

fn due(view: &View<'_>, due: Due) -> String {
    match due.range() {
        Some((first, last)) if first == last => format!("{} {first}", view.text("due-day")),
        Some((first, last)) => view.filled("due-between", &format!("{first} – {last}")),
        None => String::new(),
    }
}

/// The name under which a value stands in the contract.
fn key(value: &impl Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
