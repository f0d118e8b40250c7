//! The sentences of findings: the only place, with its neighbors, where the library speaks.

mod channels;
mod deadline;
mod fields;
mod listed;
mod order;
mod screen;
mod totals;
mod unknown;

use super::mask;
use crate::duty::program::Duty;
use crate::duty::{Detail, Observation};
use crate::judge::case::Case;
use crate::record::Slot;
use crate::words::Label;
use alloc::{format, string::String};
use core::fmt::{Display, Write};
use unknown::no_tables;

/// What a sentence is about.
pub(super) struct Subject<'s, 'c, 'a> {
    pub(super) case: &'s Case<'c, 'a>,
    pub(super) duty: &'s Duty,
    pub(super) observation: &'s Observation,
}

/// A label from two texts.
pub(super) fn label(zh: impl Into<String>, en: impl Into<String>) -> Label {
    Label {
        zh: zh.into(),
        en: en.into(),
    }
}

/// Bytes that most sentences do not exceed.
const USUAL: usize = 256;

/// A label from two sentences.
pub(super) fn said(zh: impl Display, en: impl Display) -> Label {
    let mut label = Label {
        zh: String::with_capacity(USUAL),
        en: String::with_capacity(USUAL),
    };
    // A String never refuses.
    let _ = (write!(label.zh, "{zh}"), write!(label.en, "{en}"));
    label
}

impl Subject<'_, '_, '_> {
    /// What was found; each detail has its sentence.
    pub(super) fn message(&self) -> Label {
        match self.observation.detail {
            // What is in order is not spoken of.
            Detail::Plain => Label::default(),
            Detail::Missing => self.missing(),
            Detail::StandIn => self.stand_in(),
            Detail::NoneOf(number) => self.none_of(number),
            Detail::Forbidden => self.forbidden(),
            Detail::Faulty(why) => self.faulty(why),
            Detail::Hidden => self.hidden(),
            Detail::Unmentioned(number) => self.unmentioned(number),
            Detail::Begins(number) => self.begins(number),
            Detail::Ends(number) => self.ends(number),
            Detail::Alike(other) => self.alike(other),
            Detail::TooLong { limit, length } => self.too_long(limit, length),
            Detail::TooMuch(limit) => self.too_much(limit),
            Detail::NoTables => no_tables(),
            Detail::ConditionUnknown(slot) | Detail::NoStart(slot) => self.open(slot),
            Detail::EventUnknown => self.event_unknown(),
            Detail::Unclear => self.unclear(),
            Detail::Late(timing) => self.late(timing),
            Detail::Early(timing) => self.early(timing),
            Detail::Due(timing) => self.due(timing),
            Detail::Unsaid(timing) => self.unsaid(timing),
            Detail::Undone(timing) => self.undone(timing),
            Detail::Unannounced {
                earliest,
                latest,
                year,
            } => self.unannounced(earliest, latest, year),
            Detail::OutOfCalendar => self.out_of_calendar(),
            Detail::Before(earlier) => self.before(earlier),
            Detail::InFuture => self.in_future(),
            Detail::InPast => self.in_past(),
            Detail::Tariff(number) => self.tariff(number),
            Detail::Denied => self.denied(),
            Detail::NotPublished => self.not_published(),
            Detail::Differs(other) => self.differs(other),
            Detail::Apart { other, due } => self.apart(other, due),
            Detail::NotListed(list) => self.not_listed(list),
            Detail::NotListedThen(list) => self.not_listed_then(list),
            Detail::Listed(list) => self.listed(list),
            Detail::ListNotSupplied(list) => self.not_supplied(list),
            Detail::Disagrees(entry) => self.disagrees(entry),
            Detail::Sum(number) => self.sum(number),
            Detail::Rate(number) => self.rate(number),
            Detail::NoWhole => self.no_whole(),
            Detail::Falls(earlier) => self.falls(earlier),
            Detail::OutOfRange(number) => self.out_of_range(number),
            Detail::Found(passage) => self.found(passage),
            Detail::Mentioned(passage) => self.mentioned(passage),
        }
    }

    /// The name of the field it is about, in both languages.
    pub(super) fn field(&self) -> &Label {
        self.observation
            .slot
            .map(|slot| self.name(slot))
            .unwrap_or_default()
    }

    /// The name of a field.
    pub(super) fn name(&self, slot: Slot) -> &Label {
        let field = self.case.program.schema.field(slot);
        field.map(|field| &field.label).unwrap_or_default()
    }

    /// The name of a field with its value behind it, where it may be shown.
    pub(super) fn quoted(&self, slot: Option<Slot>) -> Label {
        let Some((slot, field)) =
            slot.and_then(|slot| Some((slot, self.case.program.schema.field(slot)?)))
        else {
            return Label::default();
        };
        let Label { zh, en } = &field.label;
        let shown = mask::shown(field, self.case.cell(slot));
        match shown.filter(|_| !field.sensitive) {
            Some(value) => said(
                format_args!("“{zh}”（{value}）"),
                format_args!("“{en}” ({value})"),
            ),
            None => said(format_args!("“{zh}”"), format_args!("“{en}”")),
        }
    }

    /// The first day a date field can mean.
    pub(super) fn day(&self, slot: Slot) -> String {
        self.case
            .when(slot)
            .map_or_else(String::new, |when| format!("{}", when.first))
    }
}
