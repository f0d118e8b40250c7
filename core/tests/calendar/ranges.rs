//! Where a notice is missing, the range holds the day that later turned out to be due.

use crate::data::{CALENDAR, PLAIN, day, naive, unannounced, years};
use gongkai::record::calendar::{Counting, Due};
use gongkai::words::Day;
use gongkai::words::term::{Term, TermUnit};
use std::collections::BTreeMap;

/// For each announced year from 2008: the day before its notice, and the days from November to January.
fn winters() -> impl Iterator<Item = (Day, std::ops::Range<i32>)> {
    years()
        .into_iter()
        .filter(|source| source.year >= 2008)
        .map(|source| {
            let main = source
                .notice
                .iter()
                .find(|notice| notice.amends.is_none())
                .unwrap();
            let number = |year, month| Day::of(year, month, 1).unwrap().number();
            let days = number(source.year.saturating_sub(1), 11)..number(source.year, 2);
            (main.published.unwrap().plus(-1), days)
        })
}

fn inside(guess: Due, truth: Due) -> bool {
    let (Some((earliest, latest)), Some(truth)) = (guess.range(), truth.day()) else {
        return false;
    };
    (earliest..=latest).contains(&truth)
}

#[test]
fn ranges_hold_what_came_later() {
    let later = CALENDAR.as_known(None);
    let mut open = 0;
    for (known_at, days) in winters() {
        let view = CALENDAR.as_known(Some(known_at));
        for (from, length) in
            days.flat_map(|day| (1..=60).map(move |length| (Day::from_number(day), length)))
        {
            let term = Term {
                length,
                unit: TermUnit::WorkingDays,
            };
            let (guess, truth) = (view.due(from, term, PLAIN), later.due(from, term, PLAIN));
            assert!(
                inside(guess, truth),
                "{from} + {length}, {known_at}: {guess:?}, {truth:?}"
            );
            open += i32::from(matches!(guess, Due::Between { .. }));
        }
    }
    assert!(open > 50_000, "only {open} ranges");
}

#[test]
fn ranges_backwards_and_of_moved_days_hold_what_came_later() {
    let later = CALENDAR.as_known(None);
    for (known_at, days) in winters() {
        let view = CALENDAR.as_known(Some(known_at));
        for from in days.map(Day::from_number) {
            for length in [1, 2, 3, 5, 7, 10, 20, 60] {
                let (guess, truth) = (view.back(from, length), later.back(from, length));
                assert!(
                    inside(guess, truth),
                    "{from} - {length}, {known_at}: {guess:?}, {truth:?}"
                );
                let term = Term {
                    length,
                    unit: TermUnit::CalendarDays,
                };
                let counting = Counting::default();
                let (guess, truth) = (
                    view.due(from, term, counting),
                    later.due(from, term, counting),
                );
                assert!(
                    inside(guess, truth),
                    "{from} + {length} days: {guess:?}, {truth:?}"
                );
            }
        }
    }
}

#[test]
fn the_missing_year_is_named() {
    let view = CALENDAR.as_known(None);
    let term = Term {
        length: 7,
        unit: TermUnit::WorkingDays,
    };
    let due = view.due(day("2026-12-25"), term, PLAIN);
    // At the earliest nothing is off, and one Saturday or Sunday is worked in December and two in January;
    // at the latest seven weekdays of January are off, and one of December.
    let (earliest, latest) = (day("2027-01-03"), day("2027-01-15"));
    assert_eq!(
        due,
        Due::Between {
            earliest,
            latest,
            year: 2027
        }
    );
    let far = Term {
        length: 5,
        unit: TermUnit::Years,
    };
    let due = view.due(day("2026-05-01"), far, Counting::default());
    assert!(matches!(due, Due::Between { year: 2031, .. }), "{due:?}");
    let endless = Term {
        length: 5000,
        unit: TermUnit::WorkingDays,
    };
    assert_eq!(view.due(day("2026-05-01"), endless, PLAIN), Due::OutOfRange);
    assert_eq!(view.due(day("1999-05-01"), term, PLAIN), Due::OutOfRange);
}

#[test]
fn the_table_of_extremes_is_that_of_the_years() {
    let table = unannounced();
    assert_eq!(
        (table.first_year, table.last_year),
        (2008, CALENDAR.years().1)
    );
    let mut counts: BTreeMap<(u32, i32), (u8, u8)> = BTreeMap::new();
    for (day, worked) in naive() {
        let (year, month, _) = day.parts().unwrap();
        let count = counts.entry((month, year)).or_default();
        match (day.weekday() < 6, worked) {
            (true, false) => count.0 += 1,
            (false, true) => count.1 += 1,
            (true, true) | (false, false) => {}
        }
    }
    for month in &table.month {
        let of_month = u32::from(month.month);
        let years = counts.range((of_month, table.first_year)..=(of_month, table.last_year));
        let most = years.fold((0, 0), |most, (_, count)| {
            (most.0.max(count.0), most.1.max(count.1))
        });
        assert_eq!(most, (month.off, month.work), "month {of_month}: off, work");
    }
}

#[test]
fn the_longest_rest_and_the_end_of_december_are_those_of_the_years() {
    let table = unannounced();
    let since = Day::of(table.first_year, 1, 1).unwrap();
    let (mut run, mut longest) = (0, 0);
    for (_, worked) in naive().range(since..) {
        run = if *worked { 0 } else { run + 1 };
        longest = longest.max(run);
    }
    assert_eq!(longest, table.longest_rest);
    let reach = years().into_iter().flat_map(|source| {
        let foreign = source
            .holiday
            .into_iter()
            .filter(move |holiday| !holiday.notice.starts_with(&source.year.to_string()));
        let after = Day::of(source.year.saturating_add(1), 1, 1).unwrap();
        foreign
            .flat_map(|holiday| [holiday.off, holiday.work].concat())
            .map(move |day| after.since(day))
    });
    assert_eq!(reach.max(), Some(i32::from(table.december_days)));
}
