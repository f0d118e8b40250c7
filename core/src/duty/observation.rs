//! What a check saw: plain numbers, from which the report floor makes findings with sentences.

use super::verdict::Verdict;
use crate::record::schema::Slot;
use crate::words::{Amount, Day, Fault, term::TermUnit};

/// One thing a check saw about one rule and one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observation {
    /// The rule, by its number among the law's rules.
    pub rule: u16,
    /// What it amounts to.
    pub verdict: Verdict,
    /// The field it is about; `None` when it is about the record as a whole.
    pub slot: Option<Slot>,
    /// What was seen.
    pub detail: Detail,
}

/// What was seen. Slots name other fields that take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The rule is met, or does not apply; said only when everything is asked for.
    Plain,
    /// A required field is not given.
    Missing,
    /// A required field holds a stand-in.
    StandIn,
    /// None of a group of fields is given: the number of the group within the rule.
    NoneOf(u16),
    /// A field that may not be given is given.
    Forbidden,
    /// The value is not what its type says.
    Faulty(Fault),
    /// The value is hidden by the publisher.
    Hidden,
    /// The text does not mention something: the number of the mention within the rule.
    Unmentioned(u16),
    /// The text does not begin as it must: the number within the rule.
    Begins(u16),
    /// The text ends as it may not: the number within the rule.
    Ends(u16),
    /// The text is that of another field, and they must differ.
    Alike(Slot),
    /// The text is longer than it may be, in characters.
    TooLong {
        /// How long it may be.
        limit: u32,
        /// How long it is.
        length: u32,
    },
    /// The amount is larger than it may be.
    TooMuch(Amount),
    /// Whether the rule applies cannot be told: this field is missing.
    ConditionUnknown(Slot),
    /// The tables and the text that the rule asks about did not come along.
    NoTables,
    /// Whether the rule was in force cannot be told: the event's day is missing.
    EventUnknown,
    /// The date the term runs from is missing or cannot be read.
    NoStart(Slot),
    /// The date cannot be read, or is only known to the month or year and the verdict depends on it.
    Unclear,
    /// The event came after the due day.
    Late(Timing),
    /// The event came before the term was over.
    Early(Timing),
    /// The due day is still to come.
    Due(Timing),
    /// The due day has passed and the record does not say that the event happened.
    Unsaid(Timing),
    /// The due day has passed and the record says that the event has not happened.
    Undone(Timing),
    /// The due day lies in a year whose calendar is not announced.
    Unannounced {
        /// The earliest day it can be.
        earliest: Day,
        /// The latest day it can be.
        latest: Day,
        /// The year that is not announced.
        year: i32,
    },
    /// The term leads out of the calendar.
    OutOfCalendar,
    /// The event lies before the one it must follow.
    Before(Slot),
    /// The date lies after the day of judgement.
    InFuture,
    /// The date lies before the day of judgement.
    InPast,
    /// The fee does not follow the tariff: the number of the line within the rule.
    Tariff(u16),
    /// A flag that must say yes says no.
    Denied,
    /// The record says that it is not published on the channel.
    NotPublished,
    /// The content differs from that on another channel.
    Differs(Slot),
    /// The publications lie too far apart.
    Apart {
        /// The publication furthest away.
        other: Slot,
        /// The last day allowed.
        due: Day,
    },
    /// The value is not in the list.
    NotListed(u16),
    /// The value was in the list at another time.
    NotListedThen(u16),
    /// The value is in a list where it may not be.
    Listed(u16),
    /// The list must come with the request and did not.
    ListNotSupplied(u16),
    /// The second field does not agree with the list.
    Disagrees(Slot),
    /// Two sums are not as they must be: the number of the line within the rule.
    Sum(u16),
    /// A share is not what it is said to be: the number of the line within the rule.
    Rate(u16),
    /// A share of nothing cannot be computed.
    NoWhole,
    /// The number is less than the one it may not be less than.
    Falls(Slot),
    /// The number is not between two others: the number of the line within the rule.
    OutOfRange(u16),
    /// Something stands in the text that may not.
    Found(Passage),
    /// Something stands in the text that may be what may not, and a person must look.
    Mentioned(Passage),
}

/// A passage of a text in which something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// What was found: an entry of the screening lists, by its number.
    pub entry: u32,
    /// Where it begins, in characters.
    pub start: usize,
    /// Where it ends, in characters.
    pub end: usize,
}

/// The two ends of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// The field the term runs from.
    pub from: Slot,
    /// The day it runs from.
    pub start: Day,
    /// The due day.
    pub due: Day,
    /// The second of the due day, for terms in hours.
    pub due_second: Option<u32>,
    /// The day the event happened, if it did.
    pub happened: Option<Day>,
    /// How far the event is from the due day, in `unit`; unknown where the calendar is.
    pub off_by: Option<u32>,
    /// The unit of `off_by`.
    pub unit: TermUnit,
}
