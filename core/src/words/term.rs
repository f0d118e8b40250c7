//! Terms that a rule sets (7 working days, 24 hours) and fixed days of the year (31 January).

use super::date::Day;
use super::note::Fault;
use core::fmt;
use core::str::FromStr;
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// A length of time, in the unit in which it is counted.
///
/// ```
/// use gongkai::words::term::Term;
/// let term = Term::parse("7 working days").unwrap();
/// assert_eq!(term.to_string(), "7 working days");
/// assert_eq!(term.zh().to_string(), "7个工作日");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    /// How many units.
    pub length: u32,
    /// In what it is counted.
    pub unit: TermUnit,
}

/// What a term is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermUnit {
    /// 工作日.
    WorkingDays,
    /// 日.
    CalendarDays,
    /// 小时.
    Hours,
    /// 月.
    Months,
    /// 年.
    Years,
}

impl TermUnit {
    /// The unit in English, for one and for more.
    #[must_use]
    pub const fn en(self) -> (&'static str, &'static str) {
        match self {
            Self::WorkingDays => ("working day", "working days"),
            Self::CalendarDays => ("calendar day", "calendar days"),
            Self::Hours => ("hour", "hours"),
            Self::Months => ("month", "months"),
            Self::Years => ("year", "years"),
        }
    }

    /// The unit in Chinese, as it stands after a number.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::WorkingDays => "个工作日",
            Self::CalendarDays => "日",
            Self::Hours => "小时",
            Self::Months => "个月",
            Self::Years => "年",
        }
    }

    const ALL: [Self; 5] = [
        Self::WorkingDays,
        Self::CalendarDays,
        Self::Hours,
        Self::Months,
        Self::Years,
    ];
}

impl Term {
    /// Reads `7 working days`, `1 year` and the like: number, one space, unit.
    ///
    /// # Errors
    /// [`Fault::Form`] for anything else, [`Fault::TooLarge`] for more than 9999 units.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let (length, name) = text.split_once(' ').ok_or(Fault::Form)?;
        let length = plain_number(length, 4)?;
        let unit = TermUnit::ALL.into_iter().find(|unit| {
            let (one, more) = unit.en();
            name == if length == 1 { one } else { more }
        });
        unit.map(|unit| Self { length, unit }).ok_or(Fault::Form)
    }

    /// The term in Chinese.
    #[must_use]
    pub const fn zh(self) -> InChinese<Self> {
        InChinese(self)
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (one, more) = self.unit.en();
        write!(
            f,
            "{} {}",
            self.length,
            if self.length == 1 { one } else { more }
        )
    }
}

impl fmt::Display for InChinese<Term> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.0.length, self.0.unit.zh())
    }
}

/// A fixed day of every year; 29 February is none.
///
/// ```
/// use gongkai::words::term::YearDay;
/// let day = YearDay::parse("31 January").unwrap();
/// assert_eq!(day.on(2025).unwrap().to_string(), "2025-01-31");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearDay {
    month: u8,
    day: u8,
}

impl YearDay {
    /// The day of a month, if every year has it.
    #[must_use]
    pub fn of(month: u8, day: u8) -> Option<Self> {
        // 2023 was no leap year.
        Day::of(2023, u32::from(month), u32::from(day)).map(|_| Self { month, day })
    }

    /// Reads `31 January` and the like: day, one space, English name of the month.
    ///
    /// # Errors
    /// [`Fault::NoSuchDay`] if not every year has the day, [`Fault::Form`] for anything else.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let (day, name) = text.split_once(' ').ok_or(Fault::Form)?;
        let day = u8::try_from(plain_number(day, 2)?).map_err(|_| Fault::NoSuchDay)?;
        let month = (1_u8..)
            .zip(MONTHS)
            .find_map(|(month, month_name)| (month_name == name).then_some(month))
            .ok_or(Fault::Form)?;
        Self::of(month, day).ok_or(Fault::NoSuchDay)
    }

    /// The month, from 1.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// This day in a year; `None` outside the years 0 to 9999.
    #[must_use]
    pub fn on(self, year: i32) -> Option<Day> {
        Day::of(year, u32::from(self.month), u32::from(self.day))
    }

    /// The day in Chinese.
    #[must_use]
    pub const fn zh(self) -> InChinese<Self> {
        InChinese(self)
    }
}

impl fmt::Display for YearDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = MONTHS.get(usize::from(self.month).wrapping_sub(1));
        write!(f, "{} {}", self.day, name.copied().unwrap_or_default())
    }
}

impl fmt::Display for InChinese<YearDay> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}月{}日", self.0.month, self.0.day)
    }
}

/// A value as it is written in Chinese.
#[derive(Debug, Clone, Copy)]
pub struct InChinese<T>(T);

impl FromStr for Term {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        Self::parse(text)
    }
}

impl FromStr for YearDay {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        Self::parse(text)
    }
}

impl Serialize for Term {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Term {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Written(Self::parse, "a term such as `7 working days`"))
    }
}

impl Serialize for YearDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for YearDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Written(Self::parse, "a day such as `31 January`"))
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

struct Written<T>(fn(&str) -> Result<T, Fault>, &'static str);

impl<T> Visitor<'_> for Written<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

// Digits without a leading zero: one number is written in one way.
fn plain_number(text: &str, places: usize) -> Result<u32, Fault> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fault::Form);
    }
    if text.len() > 1 && text.starts_with('0') {
        return Err(Fault::Form);
    }
    if text.len() > places {
        return Err(Fault::TooLarge);
    }
    text.parse().map_err(|_| Fault::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn terms_in_both_languages() {
        for (en, zh) in [
            ("7 working days", "7个工作日"),
            ("1 working day", "1个工作日"),
            ("20 calendar days", "20日"),
            ("24 hours", "24小时"),
            ("3 months", "3个月"),
            ("1 year", "1年"),
        ] {
            let term = Term::parse(en).unwrap();
            assert_eq!(
                (term.to_string(), term.zh().to_string()),
                (en.into(), zh.into())
            );
        }
    }

    #[test]
    fn what_is_no_term_says_why() {
        for text in [
            "",
            "7",
            "7 days",
            "7  working days",
            "07 working days",
            "1 working days",
            "seven hours",
            "-1 hours",
        ] {
            assert_eq!(Term::parse(text), Err(Fault::Form), "{text}");
        }
        assert_eq!(Term::parse("10000 hours"), Err(Fault::TooLarge));
    }

    #[test]
    fn days_of_the_year() {
        let day = YearDay::parse("31 January").unwrap();
        assert_eq!((day.month(), day.day()), (1, 31));
        assert_eq!(
            (day.to_string(), day.zh().to_string()),
            ("31 January".into(), "1月31日".into())
        );
        assert_eq!(day.on(2024), Day::of(2024, 1, 31));
        assert_eq!(YearDay::parse("29 February"), Err(Fault::NoSuchDay));
        assert_eq!(YearDay::parse("0 March"), Err(Fault::NoSuchDay));
        for text in ["31 january", "January 31", "31", "1 Brumaire"] {
            assert_eq!(YearDay::parse(text), Err(Fault::Form), "{text}");
        }
    }

    #[test]
    fn both_cross_json_as_text() {
        let term: Term = serde_json::from_str("\"7 working days\"").unwrap();
        assert_eq!(serde_json::to_string(&term).unwrap(), "\"7 working days\"");
        let day: YearDay = serde_json::from_str("\"31 January\"").unwrap();
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"31 January\"");
        assert!(serde_json::from_str::<Term>("\"soon\"").is_err());
        assert!(serde_json::from_str::<YearDay>("31").is_err());
    }

    proptest! {
        #[test]
        fn terms_survive_printing(length in 0_u32..=9999, unit in 0_usize..5) {
            let term = Term { length, unit: TermUnit::ALL[unit] };
            prop_assert_eq!(Term::parse(&term.to_string()), Ok(term));
        }

        #[test]
        fn days_survive_printing(number in 738_000_i32..738_365) {
            let (_, month, day) = Day::from_number(number).parts().unwrap();
            if let Some(day) = YearDay::of(u8::try_from(month).unwrap(), u8::try_from(day).unwrap()) {
                prop_assert_eq!(YearDay::parse(&day.to_string()), Ok(day));
            }
        }

        #[test]
        fn no_text_stops_the_reader(text in ".*", near in "[0-9]{0,12} [a-zA-Z ]{0,14}") {
            let _ = (Term::parse(&text), YearDay::parse(&text), Term::parse(&near), YearDay::parse(&near));
        }
    }
}
