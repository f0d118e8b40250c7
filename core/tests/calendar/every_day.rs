//! Every day and every term of up to sixty working days, against a count day by day.

use crate::data::{CALENDAR, PLAIN, naive, years};
use gongkai::record::calendar::{Counting, Due};
use gongkai::words::Day;
use gongkai::words::term::{Term, TermUnit};
use proptest::prelude::{
    ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

const LONGEST: usize = 60;

fn working_days(length: usize) -> Term {
    Term {
        length: u32::try_from(length).unwrap(),
        unit: TermUnit::WorkingDays,
    }
}

#[test]
fn each_day_is_what_the_evidence_says() {
    let view = CALENDAR.as_known(None);
    for (day, worked) in naive().range(..=view.last_day()) {
        assert_eq!(view.working(*day), Some(*worked), "{day}");
    }
    let last = view.last_day();
    assert_eq!(
        last,
        Day::of(2026, 12, 28).unwrap(),
        "the notice for 2027 may arrange the rest"
    );
    assert_eq!(view.working(last.plus(1)), None);
    assert_eq!(view.working(Day::of(2000, 12, 31).unwrap()), None);
}

#[test]
fn statutory_days_are_those_of_the_evidence() {
    let mut found: Vec<Day> = years()
        .into_iter()
        .flat_map(|year| year.holiday)
        .flat_map(|holiday| holiday.statutory)
        .collect();
    found.sort_unstable();
    found.dedup();
    let rows = crate::data::evidence("day_status.csv");
    let listed: Vec<Day> = rows
        .iter()
        .filter(|row| row[3] == "yes")
        .map(|row| crate::data::day(&row[0]))
        .collect();
    assert_eq!(found, listed);
}

#[test]
fn forward_and_back_equal_a_count_day_by_day() {
    let view = CALENDAR.as_known(None);
    let worked: Vec<Day> = naive()
        .into_iter()
        .filter(|day| day.1)
        .map(|day| day.0)
        .collect();
    let mut next = 0;
    for &day in naive().keys() {
        while worked.get(next).is_some_and(|worked| *worked <= day) {
            next += 1;
        }
        let before = next - usize::from(next > 0 && worked[next - 1] == day);
        for count in 1..=LONGEST {
            let term = working_days(count);
            let due = worked
                .get(next + count - 1)
                .filter(|due| **due <= view.last_day());
            if let Some(due) = due {
                assert_eq!(view.due(day, term, PLAIN), Due::On(*due), "{day} + {count}");
            } else {
                assert!(matches!(
                    view.due(day, term, PLAIN),
                    Due::Between { year: 2027, .. }
                ));
            }
            let back = before
                .checked_sub(count)
                .map_or(Due::OutOfRange, |at| Due::On(worked[at]));
            if day.plus(-1) <= view.last_day() {
                assert_eq!(view.back(day, term.length), back, "{day} - {count}");
            }
        }
    }
}

#[test]
fn counting_the_first_day_is_starting_the_day_before() {
    let view = CALENDAR.as_known(None);
    for &day in naive().keys().skip(1) {
        let counted = Counting {
            first_day: true,
            ..PLAIN
        };
        let term = working_days(7);
        assert_eq!(
            view.due(day, term, counted),
            view.due(day.plus(-1), term, PLAIN),
            "{day}"
        );
    }
}

fn any_or(near: std::ops::Range<i32>) -> impl Strategy<Value = i32> {
    prop_oneof![any::<i32>(), near]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    // From the calendar's first day, a day off, counting back would lead out of the calendar.
    #[test]
    fn a_due_day_is_worked_and_counts_back(start in 730_487_i32..738_500, length in 1_u32..900, known in 731_000_i32..740_000) {
        let view = CALENDAR.as_known(Some(Day::from_number(known)));
        let from = Day::from_number(start);
        let term = Term { length, unit: TermUnit::WorkingDays };
        let longer = Term { length: length.saturating_add(1), ..term };
        if let Due::On(due) = view.due(from, term, PLAIN) {
            prop_assert_eq!(view.working(due), Some(true));
            prop_assert_eq!(view.working_days_between(from, due), i32::try_from(length).ok());
            prop_assert!(view.back(due, length).day().is_some_and(|back| back <= from));
            if let Some((later, _)) = view.due(from, longer, PLAIN).range() {
                prop_assert!(later > due);
            }
        }
    }

    #[test]
    fn any_input_gives_an_answer(start in any_or(730_000..741_000), length in prop_oneof![any::<u32>(), 0..400_u32], known in any_or(730_000..741_000), first_day: bool, roll_forward: bool, unit in 0_u8..5) {
        let view = CALENDAR.as_known(Some(Day::from_number(known)));
        let units = [TermUnit::WorkingDays, TermUnit::CalendarDays, TermUnit::Hours, TermUnit::Months, TermUnit::Years];
        let term = Term { length, unit: units[usize::from(unit)] };
        let (from, counting) = (Day::from_number(start), Counting { first_day, roll_forward });
        let due = view.due(from, term, counting);
        if let Some((earliest, latest)) = due.range() {
            prop_assert!(earliest <= latest);
        }
        let explanation = view.explain(from, term, counting);
        prop_assert_eq!(explanation.due, due);
        prop_assert!(explanation.days.len() <= 400);
        if let Some((earliest, latest)) = view.back(from, length).range() {
            prop_assert!(earliest <= latest && latest <= from);
        }
    }
}
