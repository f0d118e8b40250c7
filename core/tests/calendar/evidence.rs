//! Every row of `tests/calendar/*.csv` holds.

use crate::data::{CALENDAR, PLAIN, day, evidence, known_at, yes};
use gongkai::record::calendar::{Counting, Due};
use gongkai::words::Day;
use gongkai::words::term::{Term, TermUnit, YearDay};

#[test]
fn due_days() {
    for row in evidence("due_days.csv") {
        let term = Term::parse(&row[1]).unwrap();
        let counting = Counting {
            first_day: yes(&row[2]),
            roll_forward: yes(&row[3]),
        };
        let due = CALENDAR
            .as_known(known_at(&row[4]))
            .due(day(&row[0]), term, counting);
        assert_eq!(due, Due::On(day(&row[5])), "{row:?}");
    }
}

#[test]
fn fixed_days_of_the_year_after() {
    for row in evidence("fixed_days.csv") {
        let on = YearDay::parse(&row[1]).unwrap();
        let view = CALENDAR.as_known(known_at(&row[2]));
        let due = view.due_fixed(day(&row[0]), on, Counting::default());
        assert_eq!(due, Due::On(day(&row[3])), "{row:?}");
    }
}

#[test]
fn stated_periods() {
    let view = CALENDAR.as_known(None);
    for row in evidence("stated_periods.csv") {
        let (first, last, length) = (day(&row[0]), day(&row[1]), row[2].parse().unwrap());
        let counting = Counting {
            first_day: true,
            ..PLAIN
        };
        let term = Term {
            length,
            unit: TermUnit::WorkingDays,
        };
        assert_eq!(view.due(first, term, counting), Due::On(last), "{row:?}");
        let counted = view.working_days_between(first.plus(-1), last);
        assert_eq!(counted, i32::try_from(length).ok(), "{row:?}");
    }
}

#[test]
fn days_on_which_sources_disagree() {
    let rows = evidence("disagreements.csv");
    assert_eq!(rows.len(), 32);
    for row in rows {
        let worked = CALENDAR.as_known(None).working(day(&row[0]));
        assert_eq!(worked, Some(yes(&row[1])), "{row:?}");
    }
}

#[test]
fn amendments_change_exactly_these_days() {
    let rows = evidence("amendments.csv");
    let mut notices: Vec<_> = rows
        .iter()
        .map(|row| (row[0].clone(), row[1].clone()))
        .collect();
    notices.dedup();
    for (id, published) in notices {
        let after = CALENDAR.as_known(Some(day(&published)));
        let before = CALENDAR.as_known(Some(day(&published).plus(-1)));
        let days = day("2001-01-01").number()..=before.last_day().number();
        let changed = days
            .map(Day::from_number)
            .filter(|day| before.working(*day) != after.working(*day));
        let changed: Vec<_> = changed.map(|day| (day, after.working(day))).collect();
        let expected = rows.iter().filter(|row| row[0] == id);
        let expected: Vec<_> = expected
            .map(|row| (day(&row[2]), Some(yes(&row[3]))))
            .collect();
        assert_eq!(changed, expected, "{id}");
        assert_eq!(
            CALENDAR.notice(&id).unwrap().published,
            Some(day(&published))
        );
    }
}
