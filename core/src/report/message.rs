//! The sentences of findings: the only place, with its neighbors, where the library speaks.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "each function speaks about some details and hands the rest on; a test renders every one"
)]

mod lists;
mod timing;
mod unknown;

use super::{fault, mask};
use crate::duty::demand::{Begin, Demand};
use crate::duty::program::Duty;
use crate::duty::{Detail, Observation};
use crate::judge::case::Case;
use crate::record::{Slot, Value};
use crate::words::{Amount, Day, Label, amount::Unit};
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
            Some(value) => label(format!("“{zh}”（{value}）"), format!("“{en}” ({value})")),
            None => label(format!("“{zh}”"), format!("“{en}”")),
        }
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
            Detail::Forbidden => self.forbidden(),
            Detail::Faulty(why) => {
                let (own, why) = (self.quoted(self.observation.slot), fault::fault(why));
                label(
                    format!("{}{}", own.zh, why.zh),
                    format!("{} {}", own.en, why.en),
                )
            }
            Detail::Hidden => label(
                format!("“{zh}”已被发布者遮盖，无法核对"),
                format!("“{en}” is hidden by the publisher and cannot be checked"),
            ),
            Detail::TooLong { limit, length } => label(
                format!("“{zh}”共{length}字，超过{limit}字"),
                format!("“{en}” has {length} characters, more than {limit}"),
            ),
            Detail::TooMuch(limit) => self.too_much(limit),
            Detail::Unclear => self.unclear(),
            Detail::InFuture => self.in_future(),
            Detail::NotPublished => label(
                format!("“{zh}”记载为未发布"),
                format!("“{en}”: the record says that it has not happened"),
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
                let other = self.quoted(Some(other));
                label(
                    format!("“{zh}”与{}的登记信息不符", other.zh),
                    format!("“{en}” is not what the register says of {}", other.en),
                )
            }
            _ => Label::default(),
        }
    }

    fn forbidden(&self) -> Label {
        let Label { zh, en } = self.field();
        match self.observation.slot.and_then(|slot| self.case.when(slot)) {
            None => label(
                format!("“{zh}”不应填写"),
                format!("“{en}” must not be given"),
            ),
            Some(when) => label(
                format!("“{zh}”载明{}，而此事不应发生", when.first),
                format!("“{en}” is {}, and it must not happen", when.first),
            ),
        }
    }

    fn too_much(&self, limit: Amount) -> Label {
        let Label { zh, en } = self.field();
        let value = self.observation.slot.map(|slot| self.case.cell(slot).value);
        let is = if let Some(Value::Amount(amount)) = value {
            amount
        } else {
            limit
        };
        let (is_zh, limit_zh) = (
            is.display_in(Unit::WanYuan),
            limit.display_in(Unit::WanYuan),
        );
        label(
            format!("“{zh}”读作{is_zh}万元，超过{limit_zh}万元"),
            format!("“{en}” is read as {is} yuan, more than {limit} yuan"),
        )
    }

    fn apart(&self, other: Slot, due: Day) -> Label {
        let (own, first) = (self.field(), self.name(other));
        let own_day = self.observation.slot.map(|slot| self.day(slot));
        let own_day = own_day.unwrap_or_default();
        label(
            format!(
                "“{}”{}距“{}”{}过久，最迟应为{due}",
                own.zh,
                own_day,
                first.zh,
                self.day(other)
            ),
            format!(
                "“{}” {} lies too long after “{}” {}; it was due by {due}",
                own.en,
                own_day,
                first.en,
                self.day(other)
            ),
        )
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
        let (own, what) = (self.field(), self.mention(number));
        label(
            format!("“{}”未写明{}", own.zh, what.zh),
            format!("“{}” does not say {}", own.en, what.en),
        )
    }

    /// What a text must mention.
    pub(super) fn mention(&self, number: u16) -> Label {
        let Demand::Fields(fields) = &self.duty.demand else {
            return Label::default();
        };
        let mention = fields.mentions.get(usize::from(number));
        mention
            .map(|mention| mention.what.clone())
            .unwrap_or_default()
    }

    fn begins(&self, number: u16) -> Label {
        let Demand::Fields(fields) = &self.duty.demand else {
            return Label::default();
        };
        let own = self.quoted(self.observation.slot);
        match fields.begins.get(usize::from(number)) {
            Some(Begin { with, .. }) if !with.is_empty() => label(
                format!("{}应以{}开头", own.zh, with.join("或")),
                format!("{} must begin with {}", own.en, with.join(" or ")),
            ),
            Some(Begin { not_with, .. }) => label(
                format!("{}不应以{}开头", own.zh, not_with.join("、")),
                format!("{} must not begin with {}", own.en, not_with.join(" or ")),
            ),
            None => Label::default(),
        }
    }
}
