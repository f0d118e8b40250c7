//! The format of a calendar file: one year of days off and make-up days, as it is written.
//!
//! It is documented for its authors in `packs/calendars/README.md`, field by field. The types are read
//! from TOML and are also embedded in binary, so they are plain structs only.

use crate::words::{Day, Label};
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// One year: every day that is off or worked against the plain Monday-to-Friday week, by date year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct YearSource {
    /// The year of the dates.
    pub year: i32,
    /// The notices that arrange this year; exactly one of them amends no other.
    pub notice: Vec<NoticeSource>,
    /// What the notices say, holiday by holiday.
    pub holiday: Vec<HolidaySource>,
}

/// One notice of the State Council or its General Office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeSource {
    /// Id, unique among all files: the year, or the year and what is amended.
    pub id: String,
    /// Document number, where it was found.
    #[serde(default)]
    pub number: Option<String>,
    /// Day of issue, where it was found.
    #[serde(default)]
    pub dated: Option<Day>,
    /// Day of publication: from this day the arrangement is known.
    #[serde(default)]
    pub published: Option<Day>,
    /// Where the notice was read.
    #[serde(default)]
    pub url: Option<String>,
    /// How sure the facts of this notice are.
    pub confidence: Confidence,
    /// Id of the notice whose holidays this one replaces or adds to.
    #[serde(default)]
    pub amends: Option<String>,
    /// What a reader must know about the facts.
    #[serde(default)]
    pub note: Option<Label>,
}

/// How sure the facts of a notice are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

/// What one notice says about one holiday, in one year of dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidaySource {
    /// Id of the notice.
    pub notice: String,
    /// Name of the holiday; an amendment replaces the holiday of the same Chinese name.
    pub name: Label,
    /// Days off.
    #[serde(default)]
    pub off: Vec<Day>,
    /// Weekend days worked in exchange.
    #[serde(default)]
    pub work: Vec<Day>,
    /// Those of the days off that are statutory holidays.
    #[serde(default)]
    pub statutory: Vec<Day>,
}

/// How far a year whose notice is not published can differ from the plain week, from past years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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

/// The extremes of one month over the years that were looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnannouncedMonth {
    /// 1 to 12.
    pub month: u8,
    /// The most days from Monday to Friday that were off.
    pub off: u8,
    /// The most weekend days that were worked.
    pub work: u8,
}
