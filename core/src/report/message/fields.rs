//! Sentences about fields: missing, wrong, too long, or not saying what they must.

use super::{Subject, said};
use crate::duty::demand::{Begin, Demand};
use crate::record::{Slot, Value};
use crate::report::fault;
use crate::words::{Amount, Fault, Label, amount::Unit};
use alloc::{format, string::String, vec::Vec};

impl Subject<'_, '_, '_> {
    /// A field that must be given is not.
    pub(super) fn missing(&self) -> Label {
        let Label { zh, en } = self.field();
        said(
            format_args!("缺少“{zh}”"),
            format_args!("“{en}” is missing"),
        )
    }

    /// A field that must be given holds something else in place of a value.
    pub(super) fn stand_in(&self) -> Label {
        let Label { zh, en } = self.field();
        said(
            format_args!("“{zh}”只填了占位符号"),
            format_args!("“{en}” holds only a stand-in"),
        )
    }

    pub(super) fn none_of(&self, number: u16) -> Label {
        let Demand::Fields(fields) = &self.duty.demand else {
            return Label::default();
        };
        let group = fields
            .one_of
            .get(usize::from(number))
            .map_or(&[][..], Vec::as_slice);
        let names: Vec<&Label> = group.iter().map(|slot| self.name(*slot)).collect();
        let zh: Vec<String> = names.iter().map(|name| format!("“{}”", name.zh)).collect();
        let en: Vec<String> = names.iter().map(|name| format!("“{}”", name.en)).collect();
        said(
            format_args!("{}至少应填一项", zh.join("、")),
            format_args!("at least one of {} must be given", en.join(", ")),
        )
    }

    pub(super) fn forbidden(&self) -> Label {
        let Label { zh, en } = self.field();
        match self.observation.slot.and_then(|slot| self.case.when(slot)) {
            None => said(
                format_args!("“{zh}”不应填写"),
                format_args!("“{en}” must not be given"),
            ),
            Some(when) => said(
                format_args!("“{zh}”载明{}，而此事不应发生", when.first),
                format_args!("“{en}” is {}, and it must not happen", when.first),
            ),
        }
    }

    /// A value that is not what its type says.
    pub(super) fn faulty(&self, why: Fault) -> Label {
        let (own, why) = (self.quoted(self.observation.slot), fault::fault(why));
        said(
            format_args!("{}{}", own.zh, why.zh),
            format_args!("{} {}", own.en, why.en),
        )
    }

    /// A value that its publisher hides.
    pub(super) fn hidden(&self) -> Label {
        let Label { zh, en } = self.field();
        said(
            format_args!("“{zh}”已被发布者遮盖，无法核对"),
            format_args!("“{en}” is hidden by the publisher and cannot be checked"),
        )
    }

    /// A flag that must say yes and says no.
    pub(super) fn denied(&self) -> Label {
        let Label { zh, en } = self.field();
        said(
            format_args!("“{zh}”记载为否"),
            format_args!("“{en}”: the record says no"),
        )
    }

    /// A text that is too long.
    pub(super) fn too_long(&self, limit: u32, length: u32) -> Label {
        let Label { zh, en } = self.field();
        said(
            format_args!("“{zh}”共{length}字，超过{limit}字"),
            format_args!("“{en}” has {length} characters, more than {limit}"),
        )
    }

    pub(super) fn too_much(&self, limit: Amount) -> Label {
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
        said(
            format_args!("“{zh}”读作{is_zh}万元，超过{limit_zh}万元"),
            format_args!("“{en}” is read as {is} yuan, more than {limit} yuan"),
        )
    }

    pub(super) fn unmentioned(&self, number: u16) -> Label {
        let (own, what) = (self.field(), self.mention(number));
        said(
            format_args!("“{}”未写明{}", own.zh, what.zh),
            format_args!("“{}” does not say {}", own.en, what.en),
        )
    }

    /// What a text must mention.
    pub(in crate::report) fn mention(&self, number: u16) -> &Label {
        let Demand::Fields(fields) = &self.duty.demand else {
            return Default::default();
        };
        let mention = fields.mentions.get(usize::from(number));
        mention.map(|mention| &mention.what).unwrap_or_default()
    }

    /// A text that ends as it may not.
    pub(super) fn ends(&self, number: u16) -> Label {
        let Demand::Fields(fields) = &self.duty.demand else {
            return Label::default();
        };
        let own = self.quoted(self.observation.slot);
        let end = fields.ends.get(usize::from(number));
        let words = end.map(|end| &end.not_with[..]).unwrap_or_default();
        said(
            format_args!("{}不应以{}结尾", own.zh, words.join("、")),
            format_args!("{} must not end with {}", own.en, words.join(" or ")),
        )
    }

    /// A text that is that of another field.
    pub(super) fn alike(&self, other: Slot) -> Label {
        let (own, other) = (self.field(), self.name(other));
        said(
            format_args!("“{}”与“{}”相同，应当不同", own.zh, other.zh),
            format_args!(
                "“{}” is the same as “{}”, and they must differ",
                own.en, other.en
            ),
        )
    }

    pub(super) fn begins(&self, number: u16) -> Label {
        let Demand::Fields(fields) = &self.duty.demand else {
            return Label::default();
        };
        let own = self.quoted(self.observation.slot);
        match fields.begins.get(usize::from(number)) {
            Some(Begin { with, .. }) if !with.is_empty() => said(
                format_args!("{}应以{}开头", own.zh, with.join("或")),
                format_args!("{} must begin with {}", own.en, with.join(" or ")),
            ),
            Some(Begin { not_with, .. }) => said(
                format_args!("{}不应以{}开头", own.zh, not_with.join("、")),
                format_args!("{} must not begin with {}", own.en, not_with.join(" or ")),
            ),
            None => Label::default(),
        }
    }
}
