//! Every day on the way to a due day says what it is and by which notice.

use crate::data::{CALENDAR, PLAIN, day};
use gongkai::record::calendar::{Counting, DayStatus, Due, Role};
use gongkai::words::term::{Term, TermUnit};

const SEVEN: Term = Term {
    length: 7,
    unit: TermUnit::WorkingDays,
};

#[test]
fn the_spring_festival_of_2020_day_by_day() {
    let explanation = CALENDAR
        .as_known(None)
        .explain(day("2020-01-17"), SEVEN, PLAIN);
    assert_eq!(explanation.due, Due::On(day("2020-02-04")));
    let at = |text: &str| {
        explanation
            .days
            .iter()
            .find(|entry| entry.day == day(text))
            .unwrap()
    };
    assert_eq!(
        (at("2020-01-17").role, at("2020-01-17").nth),
        (Role::FirstDay, None)
    );
    assert_eq!(
        (at("2020-01-18").role, at("2020-01-18").status),
        (Role::Skipped, DayStatus::Weekend)
    );
    let make_up = at("2020-01-19");
    assert_eq!(
        (make_up.role, make_up.status, make_up.nth),
        (Role::Counted, DayStatus::MakeUp, Some(1))
    );
    let extended = at("2020-01-31");
    assert_eq!(
        (extended.role, extended.status),
        (Role::Skipped, DayStatus::Holiday)
    );
    assert_eq!(extended.notice.as_deref(), Some("2020-spring-festival"));
    assert_eq!(extended.holiday.as_ref().unwrap().zh, "春节");
    assert_eq!(at("2020-02-04").nth, Some(7));
    assert_eq!(
        explanation.notices[0].number.as_deref(),
        Some("国办发明电〔2020〕1号")
    );
    assert_eq!(explanation.notices.len(), 1);
    assert!(!explanation.truncated);
}

#[test]
fn a_last_day_that_is_off_rolls_forward() {
    let term = Term {
        length: 30,
        unit: TermUnit::CalendarDays,
    };
    let explanation = CALENDAR
        .as_known(None)
        .explain(day("2019-04-01"), term, Counting::default());
    let rolled = explanation
        .days
        .iter()
        .filter(|entry| entry.role == Role::RolledForward);
    let rolled: Vec<String> = rolled.map(|entry| entry.day.to_string()).collect();
    assert_eq!(
        rolled,
        ["2019-05-02", "2019-05-03", "2019-05-04", "2019-05-05"]
    );
    assert_eq!(
        explanation.days.iter().filter_map(|entry| entry.nth).max(),
        Some(30)
    );
}

#[test]
fn the_counted_days_are_as_many_as_the_term() {
    let view = CALENDAR.as_known(None);
    for number in (day("2019-01-01").number()..day("2026-11-01").number()).step_by(3) {
        let from = gongkai::words::Day::from_number(number);
        let explanation = view.explain(from, SEVEN, PLAIN);
        let last = explanation.days.last().unwrap();
        assert_eq!(
            (last.nth, Due::On(last.day)),
            (Some(7), explanation.due),
            "{from}"
        );
    }
}

#[test]
fn days_without_a_notice_are_open() {
    let explanation = CALENDAR
        .as_known(None)
        .explain(day("2026-12-25"), SEVEN, PLAIN);
    let open = explanation
        .days
        .iter()
        .filter(|entry| entry.role == Role::Open);
    assert_eq!(open.clone().next().unwrap().day, day("2026-12-29"));
    assert!(
        open.clone()
            .all(|entry| entry.status == DayStatus::Unannounced && entry.nth.is_none())
    );
    assert_eq!(
        explanation.due.range().unwrap().1,
        explanation.days.last().unwrap().day
    );
}

#[test]
fn a_long_term_is_cut_and_says_so() {
    let term = Term {
        length: 5,
        unit: TermUnit::Years,
    };
    let explanation = CALENDAR
        .as_known(None)
        .explain(day("2015-09-01"), term, PLAIN);
    assert!(explanation.truncated);
    assert_eq!(explanation.days.len(), 400);
    let hours = Term {
        length: 24,
        unit: TermUnit::Hours,
    };
    let explanation = CALENDAR
        .as_known(None)
        .explain(day("2015-09-01"), hours, PLAIN);
    assert_eq!(
        (explanation.due, explanation.days.len()),
        (Due::NeedsTime, 0)
    );
}

#[test]
fn keys_are_snake_case() {
    let explanation = CALENDAR
        .as_known(None)
        .explain(day("2026-12-29"), SEVEN, PLAIN);
    let json = serde_json::to_value(&explanation).unwrap();
    assert_eq!(json["due"]["between"]["year"], 2027);
    assert_eq!(json["days"][0]["role"], "first_day");
    assert_eq!(json["days"][1]["status"], "unannounced");
    assert_eq!(
        serde_json::to_string(&Due::On(day("2020-02-04"))).unwrap(),
        r#"{"on":"2020-02-04"}"#
    );
}
