//! One year of the calendar in every state in which it was ever known.

use super::error::CalendarError;
use super::source::{HolidaySource, NoticeSource, YearSource};
use super::worked::{is_weekday, worked};
use crate::order;
use crate::words::Day;
use alloc::{collections::BTreeMap, string::String, vec::Vec};

/// A file with more holidays than this is refused: versions are compared holiday by holiday.
const MOST_HOLIDAYS: usize = 100;

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
    /// For each day whether it is worked.
    pub(super) worked: Vec<bool>,
}

impl Year {
    pub(super) fn new(source: &YearSource, notices: &Notices) -> Result<Self, CalendarError> {
        let year = source.year;
        let (first, length) = span(year).ok_or(CalendarError::NoSuchYear { year })?;
        check_days(source, first, length)?;
        check_names(source)?;
        let known = Knowledge::new(source, first, notices)?;
        let versions = known.days().into_iter().map(|day| {
            let in_effect = known.in_effect(day);
            let holidays = in_effect.iter().filter_map(|at| source.holiday.get(*at));
            let worked = worked(first, length, holidays);
            let worked = worked.map_err(|day| CalendarError::DuplicateDay { year, day })?;
            Ok(Version {
                known_from: day,
                in_effect,
                worked,
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

    /// On which days something became known.
    pub(super) fn news(&self) -> impl Iterator<Item = Day> {
        self.versions.iter().map(|version| version.known_from)
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

    fn days(&self) -> Vec<Day> {
        let mut days: Vec<Day> = self.entries.iter().map(|entry| entry.0).collect();
        days.push(self.main);
        order::sort(&mut days);
        days.dedup();
        days
    }

    /// Positions of the entries known on a day, without those that are replaced by then.
    fn in_effect(&self, day: Day) -> Vec<usize> {
        let known = |entry: &(Day, Option<&str>)| entry.0 <= day;
        let amendments: Vec<(&str, &str)> = self
            .pairs()
            .filter(|(entry, _)| known(entry))
            .filter_map(|(entry, holiday)| Some((entry.1?, holiday.name.zh.as_str())))
            .collect();
        let replaced = |holiday: &HolidaySource| {
            let it = (holiday.notice.as_str(), holiday.name.zh.as_str());
            amendments.contains(&it)
        };
        let in_effect = self.pairs().enumerate();
        let in_effect =
            in_effect.filter(|(_, (entry, holiday))| known(entry) && !replaced(holiday));
        in_effect.map(|(at, _)| at).collect()
    }

    fn pairs(&self) -> impl Iterator<Item = (&(Day, Option<&'a str>), &HolidaySource)> {
        self.entries.iter().zip(&self.source.holiday)
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
    if source.holiday.len() > MOST_HOLIDAYS {
        return Err(CalendarError::TooManyHolidays {
            year,
            most: MOST_HOLIDAYS,
        });
    }
    let inside = 0..i32::from(length);
    for holiday in &source.holiday {
        let mut listed = holiday.off.iter().chain(&holiday.work);
        if let Some(&day) = listed.find(|day| !inside.contains(&day.since(first))) {
            return Err(CalendarError::DayOutsideYear { year, day });
        }
        if let Some(&day) = holiday.work.iter().find(|day| is_weekday(day.number())) {
            return Err(CalendarError::NotAWeekend { year, day });
        }
        if let Some(&day) = holiday.off.get(usize::from(length)) {
            return Err(CalendarError::DuplicateDay { year, day });
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

fn check_names(source: &YearSource) -> Result<(), CalendarError> {
    let names = source
        .holiday
        .iter()
        .map(|holiday| (&holiday.notice, &holiday.name.zh));
    let mut names: Vec<_> = names.collect();
    order::sort(&mut names);
    let mut pairs = names.iter().zip(names.iter().skip(1));
    match pairs.find(|(name, next)| name == next) {
        None => Ok(()),
        Some((&(notice, name), _)) => Err(CalendarError::DuplicateHoliday {
            year: source.year,
            notice: notice.clone(),
            name: name.clone(),
        }),
    }
}
