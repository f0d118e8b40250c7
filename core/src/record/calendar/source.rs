//! The format of a calendar file: one year of days off and make-up days, as it is written.
//!
//! It is documented for its authors in `packs/calendars/README.md`, field by field. The types are read
//! from TOML and are also embedded in binary, so they are plain structs only.

use crate::words::{Day, Label};
use crate::written::{choice, table};
use alloc::{string::String, vec::Vec};
use serde::Serialize;

/// One year: every day that is off or worked against the plain Monday-to-Friday week, by date year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct YearSource {
    /// The year of the dates.
    pub year: i32,
    /// The notices that arrange this year; exactly one of them amends no other.
    pub notice: Vec<NoticeSource>,
    /// What the notices say, holiday by holiday.
    pub holiday: Vec<HolidaySource>,
}

table!(YearSource {
    year,
    notice,
    holiday
});

/// One notice of the State Council or its General Office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoticeSource {
    /// Id, unique among all files: the year, or the year and what is amended.
    pub id: String,
    /// Document number, where it was found.
    pub number: Option<String>,
    /// Day of issue, where it was found.
    pub dated: Option<Day>,
    /// Day of publication: from this day the arrangement is known.
    pub published: Option<Day>,
    /// Where the notice was read.
    pub url: Option<String>,
    /// How sure the facts of this notice are.
    pub confidence: Confidence,
    /// Id of the notice whose holidays this one replaces or adds to.
    pub amends: Option<String>,
    /// What a reader must know about the facts.
    pub note: Option<Label>,
}

table!(NoticeSource {
    id: needed,
    number,
    dated,
    published,
    url,
    confidence: needed,
    amends,
    note,
});

/// How sure the facts of a notice are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// One source, no notice found.
    Low,
    /// Several sources agree on the days; the notice itself was not found or is incomplete.
    Fair,
    /// The notice is known; its number or text comes from one source.
    Medium,
    /// The notice is known and all sources agree.
    High,
}

choice!(Confidence { Low = "low", Fair = "fair", Medium = "medium", High = "high" });

/// What one notice says about one holiday, in one year of dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidaySource {
    /// Id of the notice.
    pub notice: String,
    /// Name of the holiday; an amendment replaces the holiday of the same Chinese name.
    pub name: Label,
    /// Days off.
    pub off: Vec<Day>,
    /// Weekend days worked in exchange.
    pub work: Vec<Day>,
    /// Those of the days off that are statutory holidays.
    pub statutory: Vec<Day>,
}

table!(HolidaySource {
    notice: needed,
    name: needed,
    off,
    work,
    statutory
});

/// How far a year whose notice is not published can differ from the plain week, from past years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unannounced {
    /// First year that was looked at.
    pub first_year: i32,
    /// Last year that was looked at.
    pub last_year: i32,
    /// How many of the last days of December the notice of the year after may arrange.
    pub december_days: u8,
    /// The longest run of days without a working day.
    pub longest_rest: u8,
    /// The twelve months, in order.
    pub month: Vec<UnannouncedMonth>,
}

table!(Unannounced {
    first_year: needed,
    last_year: needed,
    december_days: needed,
    longest_rest: needed,
    month: needed,
});

/// The extremes of one month over the years that were looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnannouncedMonth {
    /// 1 to 12.
    pub month: u8,
    /// The most days from Monday to Friday that were off.
    pub off: u8,
    /// The most weekend days that were worked.
    pub work: u8,
}

table!(UnannouncedMonth {
    month: needed,
    off: needed,
    work: needed
});
