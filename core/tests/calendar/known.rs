//! What was known when: years are announced by their notices, one after the other.

use crate::data::{CALENDAR, day, years};
use gongkai::words::Day;

#[test]
fn a_year_is_arranged_from_the_day_of_its_notice() {
    for source in years() {
        let main = source
            .notice
            .iter()
            .find(|notice| notice.amends.is_none())
            .unwrap();
        let known = main
            .published
            .unwrap_or_else(|| Day::of(source.year, 1, 1).unwrap());
        let middle = Day::of(source.year, 6, 15).unwrap();
        let arranged = |at: Day| CALENDAR.as_known(Some(at)).working(middle).is_some();
        assert!(
            arranged(known) && !arranged(known.plus(-1)),
            "{}",
            source.year
        );
    }
}

#[test]
fn the_end_of_december_waits_for_the_notice_of_the_year_after() {
    let working = |known: &str, at: &str| CALENDAR.as_known(Some(day(known))).working(day(at));
    assert_eq!(working("2018-12-05", "2018-12-28"), Some(true));
    assert_eq!(working("2018-12-05", "2018-12-29"), None);
    assert_eq!(working("2018-12-06", "2018-12-29"), Some(true));
    assert_eq!(working("2018-12-06", "2018-12-31"), Some(false));
}

#[test]
fn nothing_is_known_before_the_first_notice() {
    let view = CALENDAR.as_known(Some(day("2000-06-01")));
    assert_eq!(view.working(day("2001-01-01")), None);
    assert!(view.last_day() < day("2001-01-01"));
    assert_eq!(CALENDAR.years(), (2001, 2026));
}

#[test]
fn every_notice_that_days_cite_says_where_it_comes_from() {
    for notice in years().into_iter().flat_map(|year| year.notice) {
        let sourced = notice.number.is_some() && notice.published.is_some() && notice.url.is_some();
        assert!(sourced || notice.note.is_some(), "{}", notice.id);
        assert!(
            notice.published >= notice.dated || notice.published.is_none(),
            "{}",
            notice.id
        );
    }
}
