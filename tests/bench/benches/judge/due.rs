//! The seventh working day after a decision, beside a loop over days.

use crate::records::LICENSE_2018;
use criterion::Criterion;
use gongkai::record::calendar::{Counting, Due, View};
use gongkai::words::{Day, Term, term::TermUnit};
use std::hint::black_box;

/// Every fifth day of these years is asked for.
const YEARS: (i32, i32) = (2015, 2024);

/// Measures the due day both ways, and that both name the same day.
pub(crate) fn due(criterion: &mut Criterion) {
    let engine = LICENSE_2018.engine();
    let calendar = engine.calendar();
    let days = days();
    for day in &days {
        assert_eq!(ranked(&calendar, *day), Due::On(stepped(&calendar, *day)));
    }
    let mut group = criterion.benchmark_group("due day, 7 working days");
    let mut turn = days.iter().cycle();
    let mut next = move || black_box(*turn.next().expect("a cycle"));
    group.bench_function("gongkai", |bencher| {
        bencher.iter(|| ranked(&calendar, next()));
    });
    group.bench_function("day by day", |bencher| {
        bencher.iter(|| stepped(&calendar, next()));
    });
    group.finish();
}

fn days() -> Vec<Day> {
    let first = Day::of(YEARS.0, 1, 1).expect("a day").number();
    let last = Day::of(YEARS.1, 11, 30).expect("a day").number();
    (first..last).step_by(5).map(Day::from_number).collect()
}

fn ranked(calendar: &View<'_>, from: Day) -> Due {
    let term = Term {
        length: 7,
        unit: TermUnit::WorkingDays,
    };
    calendar.due(from, term, Counting::default())
}

fn stepped(calendar: &View<'_>, from: Day) -> Day {
    let mut day = from;
    let mut left = 7_u32;
    while left > 0 {
        day = day.plus(1);
        left = left.saturating_sub(u32::from(calendar.working(day) == Some(true)));
    }
    day
}
