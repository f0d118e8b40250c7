//! Why calendar files cannot be built into a calendar: which file, which day.

use crate::words::Day;
use alloc::string::String;

/// What is wrong with a set of calendar files. `year` names the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// There is no year at all.
    #[error("no calendar year was given")]
    NoYears,
    /// A year that dates cannot have.
    #[error("{year}: no such year")]
    NoSuchYear {
        /// The file.
        year: i32,
    },
    /// More holidays than a year can have.
    #[error("{year}: more than {most} holidays")]
    TooManyHolidays {
        /// The file.
        year: i32,
        /// How many there may be.
        most: usize,
    },
    /// The files are not one year after the other.
    #[error("{year}: does not follow the year before it")]
    NotConsecutive {
        /// The file.
        year: i32,
    },
    /// Not exactly one notice of the year amends no other.
    #[error("{year}: needs exactly one notice without `amends`, has {count}")]
    MainNotice {
        /// The file.
        year: i32,
        /// How many there are.
        count: usize,
    },
    /// The notice of a year is published before that of the year before.
    #[error("{year}: its notice is published before that of the year before")]
    NoticeOrder {
        /// The file.
        year: i32,
    },
    /// Two notices have the same id.
    #[error("{year}: another notice has the id `{id}`")]
    DuplicateNotice {
        /// The file.
        year: i32,
        /// The id.
        id: String,
    },
    /// A holiday or amendment names a notice that no file has.
    #[error("{year}: no notice has the id `{id}`")]
    UnknownNotice {
        /// The file.
        year: i32,
        /// The id.
        id: String,
    },
    /// One notice arranges one holiday twice.
    #[error("{year}: notice `{notice}` arranges `{name}` twice")]
    DuplicateHoliday {
        /// The file.
        year: i32,
        /// Id of the notice.
        notice: String,
        /// Chinese name of the holiday.
        name: String,
    },
    /// A day stands in the file of another year.
    #[error("{year}: {day} is not a day of this year")]
    DayOutsideYear {
        /// The file.
        year: i32,
        /// The day.
        day: Day,
    },
    /// A day is listed twice at the same time.
    #[error("{year}: {day} is listed twice")]
    DuplicateDay {
        /// The file.
        year: i32,
        /// The day.
        day: Day,
    },
    /// A make-up day is not a Saturday or Sunday.
    #[error("{year}: {day} is worked anyway, it is no weekend day")]
    NotAWeekend {
        /// The file.
        year: i32,
        /// The day.
        day: Day,
    },
    /// A statutory holiday is not among the days off of its holiday.
    #[error("{year}: {day} is statutory but not off")]
    StatutoryNotOff {
        /// The file.
        year: i32,
        /// The day.
        day: Day,
    },
    /// The table of unannounced years does not have the months 1 to 12 in order.
    #[error("the table of unannounced years does not have the months 1 to 12 in order")]
    Months,
}
