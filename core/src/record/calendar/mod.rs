//! The working-day calendar of China: which days are worked, as known on any day, and when a term ends.
//!
//! [`Calendar::build`] takes one file a year (see `packs/calendars/README.md`), [`Calendar::as_known`]
//! gives the calendar as it was known on a day, and the [`View`] answers. Where a notice is not yet
//! published the answer is a range that past years bear out, never a guess.
//!
//! ```
//! use gongkai::record::calendar::{Calendar, Counting, Due, Unannounced, YearSource};
//! use gongkai::words::{Day, Term};
//! use gongkai::written::from_toml;
//! # fn file(name: &str) -> String {
//! #     let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/packs/calendars/");
//! #     std::fs::read_to_string(format!("{folder}{name}")).unwrap()
//! # }
//! let year: YearSource = from_toml(&file("2020.toml")).unwrap();
//! let unannounced: Unannounced = from_toml(&file("unannounced.toml")).unwrap();
//! let calendar = Calendar::build(&[year], &unannounced).unwrap();
//!
//! let decided = Day::of(2020, 1, 20).unwrap();
//! let term = Term::parse("7 working days").unwrap();
//! let due = |known_at| calendar.as_known(known_at).due(decided, term, Counting::default());
//! assert_eq!(due(None), Due::On(Day::of(2020, 2, 6).unwrap()));
//! // On 27 January the Spring Festival was extended to 2 February.
//! assert_eq!(due(Day::of(2020, 1, 26)), Due::On(Day::of(2020, 2, 4).unwrap()));
//! ```

mod bounds;
mod due;
mod error;
mod explain;
mod instant;
mod ranks;
mod source;
mod term;
mod view;
mod worked;
mod year;

pub use due::{Counting, Due};
pub use error::CalendarError;
pub use explain::{DayStatus, ExplainedDay, Explanation, Role};
pub use instant::{Instant, due_instant};
pub use source::{
    Confidence, HolidaySource, NoticeSource, Unannounced, UnannouncedMonth, YearSource,
};
pub use view::View;

use crate::lazy::Memo;
use crate::order;
use crate::words::Day;
use alloc::vec::Vec;
use bounds::Bounds;
use ranks::Ranks;
use year::{Notices, Year};

/// Every announced year, in every state in which it was ever known.
#[derive(Debug, Clone)]
pub struct Calendar {
    years: Vec<Year>,
    notices: Notices,
    bounds: Bounds,
    /// The working days as they were known from each day on which something became known, made when asked for.
    states: Vec<(Day, Memo<Ranks>)>,
}

impl Calendar {
    /// Builds the calendar from its files, one a year and in order.
    ///
    /// A notice without a day of publication counts as known from 1 January of the year it arranges.
    ///
    /// # Errors
    /// Names the file, and where it can the day, at which the files contradict themselves.
    pub fn build(years: &[YearSource], unannounced: &Unannounced) -> Result<Self, CalendarError> {
        let notices = gather(years)?;
        let bounds = Bounds::new(unannounced)?;
        let built = years.iter().map(|source| Year::new(source, &notices));
        let built = built.collect::<Result<Vec<_>, _>>()?;
        check_order(years, &built)?;
        let mut news: Vec<Day> = built.iter().flat_map(Year::news).collect();
        order::sort(&mut news);
        news.dedup();
        Ok(Self {
            years: built,
            notices,
            bounds,
            states: news.into_iter().map(|day| (day, Memo::empty())).collect(),
        })
    }

    /// The calendar as it was known at the end of a day; `None` for everything that is known.
    #[must_use]
    pub fn as_known(&self, known_at: Option<Day>) -> View<'_> {
        View::new(self, known_at)
    }

    /// The working days as they were known at the end of a day; `None` for everything that is known.
    fn ranks(&self, known_at: Option<Day>) -> &Ranks {
        let mut states = self.states.iter().rev();
        let Some((news, ranks)) =
            states.find(|(news, _)| known_at.is_none_or(|known_at| *news <= known_at))
        else {
            return &ranks::NONE;
        };
        ranks.get_or_make(|| {
            let years = self.years.iter();
            let versions = years.map_while(|year| year.version(Some(*news)));
            Ranks::of(versions.flat_map(|version| &version.worked).copied())
        })
    }

    /// The first and the last announced year.
    #[must_use]
    pub fn years(&self) -> (i32, i32) {
        let year = |year: Option<&Year>| {
            year.and_then(|year| year.first.parts())
                .map_or(0, |parts| parts.0)
        };
        (year(self.years.first()), year(self.years.last()))
    }

    /// The notice with this id.
    #[must_use]
    pub fn notice(&self, id: &str) -> Option<&NoticeSource> {
        self.notices.get(id)
    }
}

fn gather(years: &[YearSource]) -> Result<Notices, CalendarError> {
    let mut notices = Notices::new();
    for (year, notice) in each_notice(years) {
        let id = notice.id.clone();
        if notices.insert(id.clone(), notice.clone()).is_some() {
            return Err(CalendarError::DuplicateNotice { year, id });
        }
    }
    for (year, notice) in each_notice(years) {
        if let Some(id) = notice
            .amends
            .as_ref()
            .filter(|id| !notices.contains_key(*id))
        {
            return Err(CalendarError::UnknownNotice {
                year,
                id: id.clone(),
            });
        }
    }
    Ok(notices)
}

fn each_notice(years: &[YearSource]) -> impl Iterator<Item = (i32, &NoticeSource)> {
    years
        .iter()
        .flat_map(|source| source.notice.iter().map(|notice| (source.year, notice)))
}

fn check_order(sources: &[YearSource], years: &[Year]) -> Result<(), CalendarError> {
    if years.is_empty() {
        return Err(CalendarError::NoYears);
    }
    let pairs = sources.iter().zip(years);
    for ((earlier, before), (later, after)) in pairs.clone().zip(pairs.skip(1)) {
        let year = later.year;
        if earlier.year.checked_add(1) != Some(year) {
            return Err(CalendarError::NotConsecutive { year });
        }
        if after.known_from() < before.known_from() {
            return Err(CalendarError::NoticeOrder { year });
        }
    }
    Ok(())
}
