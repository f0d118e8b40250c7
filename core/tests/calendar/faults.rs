//! Calendar files that contradict themselves are refused, with the file and the day.

use crate::data::{day, unannounced, years};
use gongkai::record::calendar::{Calendar, CalendarError, YearSource};

/// The error that one change to the files brings; 2019 is at position 18.
fn after(change: impl Fn(&mut Vec<YearSource>)) -> Option<CalendarError> {
    let mut years = years();
    change(&mut years);
    Calendar::build(&years, &unannounced()).err()
}

#[test]
fn the_files_as_they_are_build() {
    assert_eq!(after(|_| {}), None);
}

#[test]
fn days_must_fit() {
    let year = 2019;
    let outside = day("2020-01-01");
    let error = after(|years| years[18].holiday[0].off.push(outside));
    assert_eq!(
        error,
        Some(CalendarError::DayOutsideYear { year, day: outside })
    );
    let twice = day("2019-02-04");
    let error = after(|years| years[18].holiday[0].off.push(twice));
    assert_eq!(
        error,
        Some(CalendarError::DuplicateDay { year, day: twice })
    );
    let error = after(|years| years[18].holiday[0].off = vec![twice; 100_000]);
    assert_eq!(
        error,
        Some(CalendarError::DuplicateDay { year, day: twice })
    );
    let monday = day("2019-04-29");
    let error = after(|years| years[18].holiday[0].work.push(monday));
    assert_eq!(
        error,
        Some(CalendarError::NotAWeekend { year, day: monday })
    );
    let worked = day("2019-04-30");
    let error = after(|years| years[18].holiday[0].statutory.push(worked));
    assert_eq!(
        error,
        Some(CalendarError::StatutoryNotOff { year, day: worked })
    );
}

#[test]
fn holidays_must_name_a_notice_once() {
    let (year, id) = (2019, String::from("2091"));
    let error = after(|years| {
        let again = years[18].holiday[0].clone();
        years[18].holiday.resize(101, again);
    });
    assert_eq!(
        error,
        Some(CalendarError::TooManyHolidays { year, most: 100 })
    );
    let error = after(|years| years[18].holiday[0].notice.clone_from(&id));
    assert_eq!(
        error,
        Some(CalendarError::UnknownNotice {
            year,
            id: id.clone()
        })
    );
    let error = after(|years| years[18].notice[1].amends = Some(id.clone()));
    assert_eq!(
        error,
        Some(CalendarError::UnknownNotice {
            year,
            id: id.clone()
        })
    );
    let error = after(|years| {
        let again = years[18].holiday[0].clone();
        years[18].holiday.push(again);
    });
    assert!(
        matches!(
            error,
            Some(CalendarError::DuplicateHoliday { year: 2019, .. })
        ),
        "{error:?}"
    );
    let error = after(|years| years[18].notice[1].id = "2018".into());
    assert_eq!(
        error,
        Some(CalendarError::DuplicateNotice {
            year,
            id: "2018".into()
        })
    );
}

#[test]
fn years_must_follow_each_other() {
    let error = after(|years| drop(years.remove(20)));
    assert_eq!(error, Some(CalendarError::NotConsecutive { year: 2022 }));
    let error = after(|years| years[18].notice[1].amends = None);
    assert_eq!(
        error,
        Some(CalendarError::MainNotice {
            year: 2019,
            count: 2
        })
    );
    let error = after(|years| years[18].notice[0].published = Some(day("2016-01-01")));
    assert_eq!(error, Some(CalendarError::NoticeOrder { year: 2019 }));
    assert_eq!(after(Vec::clear), Some(CalendarError::NoYears));
    let error = after(|years| {
        years.drain(1..);
        years[0].year = 12_000;
    });
    assert_eq!(error, Some(CalendarError::NoSuchYear { year: 12_000 }));
}

#[test]
fn the_table_of_extremes_must_have_every_month() {
    let mut table = unannounced();
    table.month.swap(0, 1);
    assert_eq!(
        Calendar::build(&years(), &table).err(),
        Some(CalendarError::Months)
    );
}

#[test]
fn the_message_names_file_and_day() {
    let error = CalendarError::DuplicateDay {
        year: 2019,
        day: day("2019-05-01"),
    };
    assert_eq!(error.to_string(), "2019: 2019-05-01 is listed twice");
}
