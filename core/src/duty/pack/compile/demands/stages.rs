//! Stages to codes and dates.

use crate::duty::demand::{Stage, Stages};
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;
use crate::record::{FieldType, Slot};
use alloc::{format, vec::Vec};

impl Scope<'_> {
    pub(super) fn stages(&mut self, source: &source::Stages) -> Option<Stages> {
        if source.matches.is_empty() || source.sequence.is_empty() {
            let message = "the demand has `match` and `sequence`";
            self.trouble(ErrorCode::PackDemand, "stages", message);
        }
        let mut link = self.link(&source.of, &source.matches, &source.conditions)?;
        let of = link.of?;
        let stage = self.other(of, |scope| scope.slot(&source.stage))?;
        let at = self.other(of, |scope| scope.date(&source.at))?;
        let skipped = source.optional_with.as_ref();
        let optional_with = self.other(of, |scope| scope.optional(skipped, Self::slot))?;
        let actor = source.distinct.as_ref();
        let distinct = self.other(of, |scope| scope.optional(actor, Self::slot))?;
        let by = self.optional(source.by.as_ref(), Self::date)?;
        let sequence = self.other(of, |scope| scope.sequence(stage, source));
        for slot in [stage, at].into_iter().chain(optional_with).chain(distinct) {
            link.keep_other(slot);
        }
        link.own.extend(by);
        Some(Stages {
            link,
            stage,
            at,
            sequence,
            optional_with,
            distinct,
            once: source.once,
            by,
        })
    }

    fn sequence(&mut self, stage: Slot, source: &source::Stages) -> Vec<Stage> {
        let Some(FieldType::Code(number)) = self.field_type(stage) else {
            let message = format!("the field `{}` is not a code", source.stage);
            self.trouble(ErrorCode::PackValue, &source.stage, &message);
            return Vec::new();
        };
        let law = self.law;
        let list = law.lists.get(usize::from(number));
        for code in source.sequence.iter().chain(&source.required) {
            let entry = list.and_then(|list| list.find(code));
            if entry.is_none() {
                let message = format!("no list entry `{code}`");
                self.trouble(ErrorCode::PackUnknownName, code, &message);
            }
        }
        if let Some(code) = source
            .required
            .iter()
            .find(|code| !source.sequence.contains(code))
        {
            let message = "what is required stands in `sequence`";
            self.trouble(ErrorCode::PackDemand, code, message);
        }
        let stages = source.sequence.iter();
        let stages = stages.map(|code| Stage {
            code: code.clone(),
            list: number,
            required: source.required.is_empty() || source.required.contains(code),
        });
        stages.collect()
    }
}
