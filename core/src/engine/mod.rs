//! The engine: a law compiled under one profile, with its calendar, ready to judge.
//!
//! It is immutable once built and can be shared between threads. One [`Desk`] judges record after
//! record and keeps its working memory.

mod accounts;
mod build;
#[cfg(feature = "built-in")]
pub mod built_in;
mod desk;
mod extract;
pub mod image;
mod state;

pub use accounts::{Earlier, Published};
pub use build::{Builder, Supplied};
pub use desk::{Desk, Judged};
pub use extract::Extract;

use crate::duty::pack::compile::Programs;
use crate::duty::{Law, Program};
use crate::error::{Error, ErrorCode};
use crate::judge::collection::{Closing, Collection};
use crate::lazy::{Lazy, Memo};
use crate::record::calendar::{Calendar, View};
use crate::record::{codes::CodeList, json::Limits};
use crate::report::{GroupReport, Header, Report, group, mask};
use crate::words::Day;
use alloc::{borrow::Cow, collections::BTreeSet, format, string::String, vec::Vec};
use image::Years;

/// A law compiled under one profile, ready to judge.
///
/// ```
/// use gongkai::{Engine, Verdict, words::Day};
///
/// let engine = Engine::builder().profile("gansu-2016").build()?;
/// let record = r#"{"decision_number": "甘农许〔2016〕3号", "decision_date": "2016-07-22",
///                  "published": {"credit-gansu": "2016-08-05"}}"#;
/// let as_of = Day::parse_iso("2016-09-01").unwrap();
/// let report = engine.check("administrative-license", record.as_bytes(), as_of)?;
/// assert_eq!(report.verdict, Verdict::Breached);
/// # Ok::<(), gongkai::Error>(())
/// ```
#[derive(Debug)]
pub struct Engine {
    years: Lazy<Years>,
    calendar: Memo<Calendar>,
    programs: Programs,
    /// The law's lists with what was supplied, where anything was.
    lists: Option<Vec<Lazy<CodeList>>>,
    limits: Limits,
    /// The only kind of record that is judged, where the law is an extract.
    only: Option<String>,
    /// Everything but the day of judgement, which comes with each record.
    header: Header<'static>,
}

impl Engine {
    /// A builder with the built-in packs and calendar.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Judges one record in JSON.
    ///
    /// # Errors
    /// `unknown-kind`; `record-syntax`, `record-too-large`, `record-not-a-number`, `record-encoding`.
    pub fn check(&self, kind: &str, json: &[u8], as_of: Day) -> Result<Report<'_>, Error> {
        let desk = &mut self.desk(kind)?;
        desk.json(json, as_of, |judged: &Judged<'_, '_>| judged.report())
    }

    /// A desk that judges records of one kind.
    ///
    /// # Errors
    /// `unknown-kind`.
    pub fn desk(&self, kind: &str) -> Result<Desk<'_>, Error> {
        Ok(Desk::new(self, self.known(kind)?))
    }

    pub(crate) fn known(&self, kind: &str) -> Result<&Program, Error> {
        let unknown = || self.unknown(ErrorCode::UnknownKind, "kind of record", kind);
        self.program(kind).ok_or_else(unknown)
    }

    /// This engine, where it judges records together and with their tables.
    pub(crate) fn whole(&self) -> Result<&Self, Error> {
        if self.programs.one_by_one() {
            let message = "by an extract, records are judged one by one and without tables";
            return Err(Error::new(ErrorCode::Extract, message));
        }
        Ok(self)
    }

    /// The error for what has no such name: of an extract it is not known whether the law has it.
    pub(crate) fn unknown(&self, code: ErrorCode, what: &str, name: &str) -> Error {
        let name = mask::public(name);
        let Some(only) = &self.only else {
            return Error::new(code, format!("there is no {what} `{name}`"));
        };
        let message = format!("there is no {what} `{name}` in the extract of `{only}`");
        Error::new(ErrorCode::Extract, message)
    }

    /// The law.
    #[must_use]
    pub fn law(&self) -> &Law {
        self.programs.law()
    }

    /// The calendar as it is known under this engine's settings.
    #[must_use]
    pub fn calendar(&self) -> View<'_> {
        self.whole_calendar().as_known(self.header.known_at)
    }

    fn whole_calendar(&self) -> &Calendar {
        #[expect(
            clippy::expect_used,
            reason = "the build script built the calendar of the same years"
        )]
        let build = || {
            let years = &self.years;
            Calendar::build(&years.years, &years.unannounced).expect("the years are in order")
        };
        self.calendar.get_or_make(build)
    }

    /// The only kind of record that is judged, where the law is an extract.
    #[must_use]
    pub fn only(&self) -> Option<&str> {
        self.only.as_deref()
    }

    /// The id of the profile.
    #[must_use]
    pub fn profile(&self) -> &str {
        &self.header.profile
    }

    /// By what this engine judges, whatever the day.
    #[must_use]
    pub const fn stamp(&self) -> &Header<'static> {
        &self.header
    }

    /// How much of a record is read.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The first and the last year whose days off are announced.
    #[must_use]
    pub fn calendar_years(&self) -> (i32, i32) {
        self.whole_calendar().years()
    }

    /// The lists, by number, supplied ones filled in.
    #[must_use]
    pub fn lists(&self) -> &[Lazy<CodeList>] {
        self.lists.as_deref().unwrap_or(&self.law().lists)
    }

    /// The rules this engine judges by, by their numbers in the law.
    #[must_use]
    pub fn active_rules(&self) -> BTreeSet<usize> {
        self.programs.rules().collect()
    }

    /// The programs, one for each kind of record, in the order of the law's kinds.
    #[must_use]
    pub const fn programs(&self) -> &Programs {
        &self.programs
    }

    /// The program of a kind of record.
    #[must_use]
    pub fn program(&self, kind: &str) -> Option<&Program> {
        self.programs.get(self.law().kind(kind)?)
    }

    /// What many records together say: findings of the rules that look at more than one.
    #[must_use]
    pub fn close(&self, collection: &Collection, as_of: Day) -> GroupReport<'_> {
        self.close_shown(collection, as_of, u64::MAX)
    }

    /// The same with at most so many findings, so that memory stays bounded; their number stays exact.
    #[must_use]
    pub fn close_shown(&self, collection: &Collection, as_of: Day, shown: u64) -> GroupReport<'_> {
        let closing = Closing {
            programs: &self.programs,
            lists: self.lists(),
            calendar: self.calendar(),
            as_of,
        };
        let header = self.header(as_of);
        group::write(self.law(), header, &closing, collection, shown)
    }

    /// By what records are judged, for a day of judgement.
    #[must_use]
    pub fn header(&self, as_of: Day) -> Header<'_> {
        let Header {
            profile,
            packs,
            calendar,
            overrides,
            ..
        } = &self.header;
        Header {
            profile: Cow::Borrowed(profile),
            packs: Cow::Borrowed(packs),
            calendar: Cow::Borrowed(calendar),
            overrides: Cow::Borrowed(overrides),
            as_of,
            ..self.header
        }
    }
}
