//! A page for each calendar year: every day off beside its notice, amendments, and the year at a glance.

use super::{section, table};
use crate::shell::{Page, View, path};
use gongkai::record::calendar::{HolidaySource, NoticeSource, View as Calendar, YearSource};
use gongkai::words::{Day, Label};
use maud::{Markup, html};

pub(super) fn pages(view: &View<'_>) -> Vec<Page> {
    let years = &view.book.years;
    let rows: Vec<Vec<Markup>> = years
        .iter()
        .map(|year| {
            let notices = year
                .notice
                .iter()
                .map(|notice| html! { (notice.number.as_deref().unwrap_or(&notice.id)) });
            vec![
                view.link(
                    &path("years", &year.year.to_string()),
                    &year.year.to_string(),
                ),
                super::row(notices).unwrap_or_default(),
                html! { (worked(view, year.year, None)) },
            ]
        })
        .collect();
    let headings = ["year", "notices", "working-days"].map(|key| view.text(key));
    let body = html! {
        (table(&headings, &rows))
        (section("unannounced", view.text("unannounced"), Some(unannounced(view))))
    };
    let mut pages = vec![super::index(view, "years", body)];
    pages.extend(years.iter().map(|year| page(view, year)));
    pages
}

fn page(view: &View<'_>, year: &YearSource) -> Page {
    let names: Vec<&str> = year
        .holiday
        .iter()
        .map(|holiday| view.of(&holiday.name))
        .collect();
    let numbers: Vec<&str> = year
        .notice
        .iter()
        .filter_map(|notice| notice.number.as_deref())
        .collect();
    Page {
        path: path("years", &year.year.to_string()),
        section: "years",
        title: Label {
            zh: format!("{}年", year.year),
            en: year.year.to_string(),
        },
        above: vec![("years/index.html".into(), view.text("years").to_owned())],
        words: format!("{} {}", numbers.join(" "), names.join(" ")),
        body: html! {
            (section("months", view.text("month-view"), Some(months(view, year))))
            @for notice in &year.notice { (self::notice(view, year, notice)) }
        },
    }
}

fn unannounced(view: &View<'_>) -> Markup {
    let unannounced = &view.book.unannounced;
    let rows: Vec<Vec<Markup>> = unannounced
        .month
        .iter()
        .map(|month| {
            vec![
                html! { (month_name(view, u32::from(month.month))) },
                html! { (month.off) },
                html! { (month.work) },
            ]
        })
        .collect();
    let headings = ["months", "most-off", "most-worked"].map(|key| view.text(key));
    html! {
        p { (view.text("unannounced-lead")) " " (unannounced.first_year) "–" (unannounced.last_year) }
        (table(&headings, &rows))
    }
}

/// A notice with what it says, holiday by holiday.
fn notice(view: &View<'_>, year: &YearSource, notice: &NoticeSource) -> Markup {
    let own = year
        .holiday
        .iter()
        .filter(|holiday| holiday.notice == notice.id);
    let rows: Vec<Vec<Markup>> = own.map(|holiday| {
        let after = replaced(year, notice, holiday);
        vec![
            html! { (view.of(&holiday.name)) @if let Some(after) = after {
                br; a.sensitive href={ "#" (after.id) } { (view.text("amended")) " " (after.number.as_deref().unwrap_or(&after.id)) }
            } },
            days(&holiday.off),
            days(&holiday.work),
            days(&holiday.statutory),
        ]
    }).collect();
    let headings = ["holiday", "off", "work", "statutory"].map(|key| view.text(key));
    let amends = notice
        .amends
        .as_ref()
        .map(|id| html! { a href={ "#" (id) } { (id) } });
    html! {
        section id=(notice.id) {
            h2 { (notice.number.as_deref().unwrap_or(&notice.id)) }
            (super::facts(&[
                (view.text("dated"), Some(day(view, notice.dated))),
                (view.text("published"), Some(day(view, notice.published))),
                (view.text("amends"), amends),
                (view.text("source"), notice.url.as_ref().map(|url| html! { a href=(url) rel="noreferrer" { (url) } })),
                (view.text("confidence"), Some(confidence(view, notice))),
                (view.text("remark"), notice.note.as_ref().map(|note| html! { (view.of(note)) })),
            ]))
            @if !rows.is_empty() { (table(&headings, &rows)) }
        }
    }
}

/// The notice that takes the place of what another says about a holiday.
fn replaced<'y>(
    year: &'y YearSource,
    notice: &NoticeSource,
    holiday: &HolidaySource,
) -> Option<&'y NoticeSource> {
    let later = year
        .notice
        .iter()
        .filter(|later| later.amends.as_ref() == Some(&notice.id));
    let same = |later: &NoticeSource| {
        year.holiday
            .iter()
            .any(|other| other.notice == later.id && other.name.zh == holiday.name.zh)
    };
    later.into_iter().find(|later| same(later))
}

/// A notice in one line.
pub(super) fn notice_line(view: &View<'_>, notice: &NoticeSource) -> Markup {
    html! {
        (notice.number.as_deref().unwrap_or(&notice.id)) ", " (view.text("published")) " " (day(view, notice.published))
        @if let Some(url) = &notice.url { " · " a href=(url) rel="noreferrer" { (url) } }
    }
}

fn confidence(view: &View<'_>, notice: &NoticeSource) -> Markup {
    let name = serde_json::to_value(notice.confidence).ok();
    let name = name
        .as_ref()
        .and_then(serde_json::Value::as_str)
        .unwrap_or_default();
    html! { (view.labels().confidence.get(name).map_or(name, |label| view.of(label))) }
}

fn day(view: &View<'_>, day: Option<Day>) -> Markup {
    html! { @match day { Some(day) => (day), None => (view.text("undated")) } }
}

fn days(days: &[Day]) -> Markup {
    super::row(days.iter().map(|day| html! { (day) })).unwrap_or_default()
}

/// The months of a year as small calendars.
fn months(view: &View<'_>, year: &YearSource) -> Markup {
    let calendar = view.book.engine.calendar();
    html! {
        p.legend {
            @for status in legend(view, year) {
                span.day.(status) { (view.labels().status.get(status).map_or(status, |label| view.of(label))) } " "
            }
        }
        div.months {
            @for month in 1..=12 { (self::month(view, year, month, &calendar)) }
        }
        p { (view.text("total")) " " (worked(view, year.year, None)) }
    }
}

/// The sorts of days that are colored; those of days that wait for a notice where there are any.
fn legend(view: &View<'_>, year: &YearSource) -> impl Iterator<Item = &'static str> {
    let open = count(view, year.year, None).is_none();
    let last = open.then_some("unannounced");
    ["holiday", "make_up", "weekend"].into_iter().chain(last)
}

fn month(view: &View<'_>, year: &YearSource, month: u32, calendar: &Calendar<'_>) -> Markup {
    let first = Day::of(year.year, month, 1);
    let before = first.map_or(0, |day| day.weekday().saturating_sub(1));
    let mut cells: Vec<Option<Day>> = vec![None; usize::from(before)];
    cells.extend(
        (1..=31)
            .filter_map(|day| Day::of(year.year, month, day))
            .map(Some),
    );
    html! {
        table.month {
            caption { (month_name(view, month)) " " span.quiet { (worked(view, year.year, Some(month))) } }
            thead { tr { @for weekday in 1..=7 { th scope="col" { (view.labels().weekday.get(&weekday.to_string()).map_or("", |label| view.of(label))) } } } }
            tbody { @for week in cells.chunks(7) { tr { @for cell in week { (self::cell(view, year, calendar, *cell)) } } } }
        }
    }
}

fn cell(view: &View<'_>, year: &YearSource, calendar: &Calendar<'_>, day: Option<Day>) -> Markup {
    let Some((day, (_, _, number))) = day.and_then(|day| Some((day, day.parts()?))) else {
        return html! { td {} };
    };
    let weekend = day.weekday() > 5;
    let name = year
        .holiday
        .iter()
        .rev()
        .find(|holiday| holiday.off.contains(&day) || holiday.work.contains(&day));
    let status = match (calendar.working(day), weekend, name.is_some()) {
        (Some(true), true, _) => "make_up",
        (Some(true), false, _) => "working",
        (Some(false), true, false) => "weekend",
        (Some(false), _, _) => "holiday",
        (None, _, _) => "unannounced",
    };
    let off = matches!(status, "make_up" | "holiday");
    let title = name.filter(|_| off).map(|holiday| view.of(&holiday.name));
    html! { td.day.(status) title=[title] { (number) } }
}

fn month_name(view: &View<'_>, month: u32) -> String {
    view.filled("month", &month.to_string())
}

/// How many days of a year or a month are worked, in words; it is not known where days wait for a notice.
fn worked(view: &View<'_>, year: i32, month: Option<u32>) -> String {
    count(view, year, month).map_or_else(
        || view.text("days-unknown").to_owned(),
        |count| view.filled("days-worked", &count.to_string()),
    )
}

/// How many days of a year or a month are worked, as the notices stand.
fn count(view: &View<'_>, year: i32, month: Option<u32>) -> Option<i32> {
    let first = Day::of(year, month.unwrap_or(1), 1)?;
    let last = Day::of(year, month.unwrap_or(12), 1)?.month_end()?;
    let calendar = view.book.engine.calendar();
    calendar.working_days_between(first.plus(-1), last)
}
