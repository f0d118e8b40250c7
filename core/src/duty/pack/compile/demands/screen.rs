//! Text fields to their numbers, and lists to their entries.

use crate::duty::demand::Screen;
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;
use crate::record::schema::FieldType;
use crate::screen::PUBLIC;
use alloc::{format, vec::Vec};

impl Scope<'_> {
    pub(super) fn screen(&mut self, source: &source::Screen) -> Screen {
        if source.lists.is_empty() {
            self.trouble(ErrorCode::PackDemand, "screen", "the demand names no list");
        }
        let screening = &self.law.screening;
        let unknown = source.lists.iter().find(|id| !screening.has(id));
        if let Some(id) = unknown {
            let message = format!("there is no screening list `{id}`");
            self.trouble(ErrorCode::PackUnknownName, id, &message);
        }
        let chosen: Vec<bool> = self
            .law
            .screening
            .entries()
            .map(|(list, entry)| {
                let named = source.only.is_empty() || source.only.contains(&entry.id);
                source.lists.contains(&list.id) && named
            })
            .collect();
        if !chosen.contains(&true) {
            self.trouble(
                ErrorCode::PackDemand,
                "screen",
                "the demand looks for nothing",
            );
        }
        let slots = if source.fields.is_empty() {
            let fields = (0..).zip(&self.schema.fields);
            let open =
                fields.filter(|(_, field)| field.kind == FieldType::Text && !field.sensitive);
            open.map(|(slot, _)| slot).collect()
        } else {
            self.slots(&source.fields)
        };
        Screen {
            slots,
            chosen,
            audience: source.audience.clone().unwrap_or_else(|| PUBLIC.into()),
        }
    }
}
