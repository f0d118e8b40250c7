//! The sentences of findings: the only place, with its neighbors, where the library speaks.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "each function speaks about some details and hands the rest on; a test renders every one"
)]

mod timing;

use super::fault;
use crate::duty::demand::{Begin, Demand};
use crate::duty::program::Duty;
use crate::duty::{Detail, Observation};
use crate::judge::case::Case;
use crate::record::Slot;
use crate::words::{Day, Label};
use alloc::{format, string::String, vec::Vec};

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

impl Subject<'_, '_, '_> {
    /// What was found.
    pub(super) fn message(&self) -> Label {
        match self.observation.detail {
            Detail::Late(_)
            | Detail::Early(_)
            | Detail::Due(_)
            | Detail::Unsaid(_)
            | Detail::Undone(_)
            | Detail::Unannounced { .. }
            | Detail::OutOfCalendar => self.timing_message(),
            Detail::NotListed(list)
            | Detail::NotListedThen(list)
            | Detail::Listed(list)
            | Detail::ListNotSupplied(list) => self.list_message(list),
            Detail::NoneOf(number) => self.none_of(number),
            Detail::Unmentioned(number) => self.unmentioned(number),
            Detail::Begins(number) => self.begins(number),
            detail => self.plain_message(detail),
        }
    }

    /// The name of the field it is about, in both languages.
    pub(super) fn field(&self) -> Label {
        self.observation
            .slot
            .map(|slot| self.name(slot))
            .unwrap_or_default()
    }

    /// The name of a field.
    pub(super) fn name(&self, slot: Slot) -> Label {
        self.case
            .program
            .schema
            .field(slot)
            .map(|field| field.label.clone())
            .unwrap_or_default()
    }

    /// The first day a date field can mean.
    pub(super) fn day(&self, slot: Slot) -> String {
        self.case
            .when(slot)
            .map_or_else(String::new, |when| format!("{}", when.first))
    }

    fn plain_message(&self, detail: Detail) -> Label {
        let Label { zh, en } = self.field();
        match detail {
            Detail::Missing => label(format!("缺少“{zh}”"), format!("“{en}” is missing")),
            Detail::StandIn => label(
                format!("“{zh}”只填了占位符号"),
                format!("“{en}” holds only a stand-in"),
            ),
            Detail::Forbidden => label(
                format!("“{zh}”不应填写"),
                format!("“{en}” must not be given"),
            ),
            Detail::Faulty(why) => {
                let why = fault::fault(why);
                label(format!("“{zh}”{}", why.zh), format!("“{en}” {}", why.en))
            }
            Detail::Hidden => label(
                format!("“{zh}”已被发布者遮盖，无法核对"),
                format!("“{en}” is hidden by the publisher and cannot be checked"),
            ),
            Detail::TooLong { limit, length } => label(
                format!("“{zh}”共{length}字，超过{limit}字"),
                format!("“{en}” has {length} characters, more than {limit}"),
            ),
            Detail::TooMuch(limit) => label(
                format!("“{zh}”超过{limit}元"),
                format!("“{en}” is more than {limit} yuan"),
            ),
            Detail::Unclear => label(
                format!("“{zh}”不够具体，不足以判定"),
                format!("“{en}” is not exact enough to tell"),
            ),
            Detail::InFuture => self.in_future(),
            Detail::NotPublished => label(
                format!("记录载明未发布：“{zh}”"),
                format!("the record says it is not published: “{en}”"),
            ),
            other => self.relation_message(other),
        }
    }

    fn in_future(&self) -> Label {
        let Label { zh, en } = self.field();
        let day = self
            .observation
            .slot
            .map(|slot| self.day(slot))
            .unwrap_or_default();
        let as_of = self.case.as_of;
        label(
            format!("“{zh}”{day}晚于判定日{as_of}"),
            format!("“{en}” {day} lies after the day of judgement {as_of}"),
        )
    }

    /// Messages about a field and a second one.
    fn relation_message(&self, detail: Detail) -> Label {
        let Label { zh, en } = self.field();
        match detail {
            Detail::ConditionUnknown(_) | Detail::EventUnknown | Detail::NoStart(_) => {
                self.unknown_message(detail)
            }
            Detail::Before(other) => {
                let (day, before) = (
                    self.observation.slot.map(|slot| self.day(slot)),
                    self.name(other),
                );
                let (day, other) = (day.unwrap_or_default(), self.day(other));
                label(
                    format!("“{zh}”{day}早于“{}”{other}", before.zh),
                    format!("“{en}” {day} lies before “{}” {other}", before.en),
                )
            }
            Detail::Differs(other) => {
                let other = self.name(other);
                label(
                    format!("“{zh}”与“{}”不一致", other.zh),
                    format!("“{en}” differs from “{}”", other.en),
                )
            }
            Detail::Apart { other, due } => self.apart(other, due),
            Detail::Disagrees(other) => {
                let other = self.name(other);
                label(
                    format!("“{zh}”与“{}”在登记信息中不对应", other.zh),
                    format!("“{en}” does not belong to “{}” in the registry", other.en),
                )
            }
            _ => Label::default(),
        }
    }

    /// Messages about a duty that cannot be judged because another field is missing.
    fn unknown_message(&self, detail: Detail) -> Label {
        let Label { zh, en } = self.field();
        match detail {
            Detail::ConditionUnknown(slot) => {
                let other = self.name(slot);
                label(
                    format!("缺少“{}”，无法判断规则是否适用", other.zh),
                    format!(
                        "“{}” is missing, so whether the rule applies cannot be told",
                        other.en
                    ),
                )
            }
            Detail::EventUnknown => label(
                format!("缺少“{zh}”，无法确定适用哪一时期的规定"),
                format!("“{en}” is missing, so which law was in force cannot be told"),
            ),
            Detail::NoStart(slot) => {
                let other = self.name(slot);
                label(
                    format!("缺少“{}”，期限无从起算", other.zh),
                    format!("“{}” is missing, so the term cannot begin", other.en),
                )
            }
            _ => Label::default(),
        }
    }

    fn apart(&self, other: Slot, due: Day) -> Label {
        let (own, first) = (self.field(), self.name(other));
        label(
            format!(
                "“{}”应不晚于{due}，与“{}”{}相隔过久",
                own.zh,
                first.zh,
                self.day(other)
            ),
            format!(
                "“{}” was due by {due}, too long after “{}” {}",
                own.en,
                first.en,
                self.day(other)
            ),
        )
    }

    fn list_message(&self, list: u16) -> Label {
        let Label { zh, en } = self.field();
        let title = self
            .case
            .lists
            .get(usize::from(list))
            .map(|list| list.title.clone())
            .unwrap_or_default();
        match self.observation.detail {
            Detail::NotListed(_) => label(
                format!("“{zh}”不在《{}》内", title.zh),
                format!("“{en}” is not in “{}”", title.en),
            ),
            Detail::NotListedThen(_) => label(
                format!("“{zh}”当时不在《{}》内", title.zh),
                format!("“{en}” was not in “{}” at that time", title.en),
            ),
            Detail::Listed(_) => label(
                format!("“{zh}”属于《{}》所列，不应出现", title.zh),
                format!("“{en}” is in “{}” and must not be", title.en),
            ),
            _ => label(
                format!("未提供《{}》，无法核对“{zh}”", title.zh),
                format!(
                    "“{}” was not supplied, so “{en}” cannot be checked",
                    title.en
                ),
            ),
        }
    }

    fn none_of(&self, number: u16) -> Label {
        let Demand::Fields(fields) = &self.duty.demand else {
            return Label::default();
        };
        let group = fields
            .one_of
            .get(usize::from(number))
            .map_or(&[][..], Vec::as_slice);
        let names: Vec<Label> = group.iter().map(|slot| self.name(*slot)).collect();
        let zh: Vec<String> = names.iter().map(|name| format!("“{}”", name.zh)).collect();
        let en: Vec<String> = names.iter().map(|name| format!("“{}”", name.en)).collect();
        label(
            format!("{}至少应填一项", zh.join("、")),
            format!("at least one of {} must be given", en.join(", ")),
        )
    }

    fn unmentioned(&self, number: u16) -> Label {
        let Demand::Fields(fields) = &self.duty.demand else {
            return Label::default();
        };
        let what = fields
            .mentions
            .get(usize::from(number))
            .map(|mention| mention.what.clone());
        let (own, what) = (self.field(), what.unwrap_or_default());
        label(
            format!("“{}”未写明{}", own.zh, what.zh),
            format!("“{}” does not say {}", own.en, what.en),
        )
    }

    fn begins(&self, number: u16) -> Label {
        let Demand::Fields(fields) = &self.duty.demand else {
            return Label::default();
        };
        let own = self.field();
        match fields.begins.get(usize::from(number)) {
            Some(Begin { with, .. }) if !with.is_empty() => label(
                format!("“{}”应以{}开头", own.zh, with.join("、")),
                format!("“{}” must begin with {}", own.en, with.join(" or ")),
            ),
            Some(Begin { not_with, .. }) => label(
                format!("“{}”不应以{}开头", own.zh, not_with.join("、")),
                format!("“{}” must not begin with {}", own.en, not_with.join(" or ")),
            ),
            None => Label::default(),
        }
    }
}
