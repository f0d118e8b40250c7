//! One year of the calendar in every state in which it was ever known.

use super::error::CalendarError;
use super::source::{HolidaySource, NoticeSource, YearSource};
use super::table::{Table, is_weekday};
use crate::words::Day;
use alloc::{collections::BTreeMap, collections::BTreeSet, string::String, vec::Vec};

/// Every notice of all files, by id.
pub(super) type Notices = BTreeMap<String, NoticeSource>;

/// One year with all its versions.
#[derive(Debug, Clone)]
pub(super) struct Year {
    /// The first of January.
    pub(super) first: Day,
    /// What the notices say, in file order.
    pub(super) holidays: Vec<HolidaySource>,
    /// In the order in which they became known; the first is the arrangement of the main notice.
    versions: Vec<Version>,
}

/// The year as it was known from one day on.
#[derive(Debug, Clone)]
pub(super) struct Version {
    known_from: Day,
    /// Positions in [`Year::holidays`] of those in effect.
    in_effect: Vec<usize>,
    pub(super) table: Table,
}

impl Year {
    pub(super) fn new(source: &YearSource, notices: &Notices) -> Result<Self, CalendarError> {
        let year = source.year;
        let (first, length) = span(year).ok_or(CalendarError::NoSuchYear { year })?;
        check_days(source, first, length)?;
        let known = Knowledge::new(source, first, notices)?;
        let versions = known.days().into_iter().map(|day| {
            let in_effect = known.in_effect(day);
            check_once(source, &in_effect)?;
            let holidays = in_effect.iter().filter_map(|at| source.holiday.get(*at));
            let table = Table::new(first, length, holidays);
            Ok(Version {
                known_from: day,
                in_effect,
                table,
            })
        });
        let versions = versions.collect::<Result<_, _>>()?;
        Ok(Self {
            first,
            holidays: source.holiday.clone(),
            versions,
        })
    }

    /// From when on the year is announced.
    pub(super) fn known_from(&self) -> Day {
        self.versions
            .first()
            .map_or(self.first, |version| version.known_from)
    }

    /// The version known on a day; `None` as the day is the last version.
    pub(super) fn version(&self, known_at: Option<Day>) -> Option<&Version> {
        match known_at {
            None => self.versions.last(),
            Some(day) => self
                .versions
                .iter()
                .rev()
                .find(|version| version.known_from <= day),
        }
    }

    /// The holidays in effect in one version.
    pub(super) fn in_effect<'a>(
        &'a self,
        version: &'a Version,
    ) -> impl Iterator<Item = &'a HolidaySource> {
        version
            .in_effect
            .iter()
            .filter_map(|at| self.holidays.get(*at))
    }
}

/// When each holiday entry of one file became known, and what it replaces.
struct Knowledge<'a> {
    source: &'a YearSource,
    /// Per holiday entry: its day, and the notice it amends.
    entries: Vec<(Day, Option<&'a str>)>,
    main: Day,
}

impl<'a> Knowledge<'a> {
    fn new(
        source: &'a YearSource,
        first: Day,
        notices: &'a Notices,
    ) -> Result<Self, CalendarError> {
        let main = main_notice(source)?.published.unwrap_or(first);
        let entry = |holiday: &HolidaySource| {
            let notice =
                notices
                    .get(&holiday.notice)
                    .ok_or_else(|| CalendarError::UnknownNotice {
                        year: source.year,
                        id: holiday.notice.clone(),
                    })?;
            Ok((
                notice.published.unwrap_or(first).max(main),
                notice.amends.as_deref(),
            ))
        };
        let entries = source.holiday.iter().map(entry).collect::<Result<_, _>>()?;
        Ok(Self {
            source,
            entries,
            main,
        })
    }

    fn days(&self) -> BTreeSet<Day> {
        self.entries
            .iter()
            .map(|entry| entry.0)
            .chain([self.main])
            .collect()
    }

    /// Positions of the entries known on a day, without those that are replaced by then.
    fn in_effect(&self, day: Day) -> Vec<usize> {
        let known = |at: &usize| self.entries.get(*at).is_some_and(|entry| entry.0 <= day);
        let positions = (0..self.entries.len()).filter(known);
        let replaced = |at: &usize| {
            let mut later = (0..self.entries.len()).filter(known);
            later.any(|other| self.replaces(other, *at))
        };
        positions.filter(|at| !replaced(at)).collect()
    }

    fn replaces(&self, later: usize, earlier: usize) -> bool {
        let (Some(new), Some(old)) = (
            self.source.holiday.get(later),
            self.source.holiday.get(earlier),
        ) else {
            return false;
        };
        let amends = self.entries.get(later).and_then(|entry| entry.1);
        amends == Some(old.notice.as_str()) && new.name.zh == old.name.zh
    }
}

fn main_notice(source: &YearSource) -> Result<&NoticeSource, CalendarError> {
    let mut main = source
        .notice
        .iter()
        .filter(|notice| notice.amends.is_none());
    match (main.next(), main.count()) {
        (Some(notice), 0) => Ok(notice),
        (first, rest) => Err(CalendarError::MainNotice {
            year: source.year,
            count: rest.saturating_add(usize::from(first.is_some())),
        }),
    }
}

fn span(year: i32) -> Option<(Day, u16)> {
    let first = Day::of(year, 1, 1)?;
    let after = Day::of(year.checked_add(1)?, 1, 1)?;
    Some((first, u16::try_from(after.since(first)).ok()?))
}

fn check_days(source: &YearSource, first: Day, length: u16) -> Result<(), CalendarError> {
    let year = source.year;
    let mut seen = BTreeSet::new();
    for holiday in &source.holiday {
        if !seen.insert((&holiday.notice, &holiday.name.zh)) {
            let (notice, name) = (holiday.notice.clone(), holiday.name.zh.clone());
            return Err(CalendarError::DuplicateHoliday { year, notice, name });
        }
        let mut listed = holiday.off.iter().chain(&holiday.work);
        let outside = |day: &&Day| !(0..i32::from(length)).contains(&day.since(first));
        if let Some(&day) = listed.find(outside) {
            return Err(CalendarError::DayOutsideYear { year, day });
        }
        if let Some(&day) = holiday.work.iter().find(|day| is_weekday(day.number())) {
            return Err(CalendarError::NotAWeekend { year, day });
        }
        if let Some(&day) = holiday
            .statutory
            .iter()
            .find(|day| !holiday.off.contains(day))
        {
            return Err(CalendarError::StatutoryNotOff { year, day });
        }
    }
    Ok(())
}

fn check_once(source: &YearSource, in_effect: &[usize]) -> Result<(), CalendarError> {
    let mut seen = BTreeSet::new();
    let holidays = in_effect.iter().filter_map(|at| source.holiday.get(*at));
    let mut days = holidays.flat_map(|holiday| holiday.off.iter().chain(&holiday.work));
    match days.find(|day| !seen.insert(**day)) {
        Some(&day) => Err(CalendarError::DuplicateDay {
            year: source.year,
            day,
        }),
        None => Ok(()),
    }
}
