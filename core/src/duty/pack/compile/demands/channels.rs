//! Channels to the fields that exist once on each.

use crate::duty::demand::Channels;
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;
use crate::record::Slot;
use alloc::{format, string::String, vec::Vec};

impl Scope<'_> {
    pub(super) fn channels(&mut self, source: &source::Channels) -> Option<Channels> {
        if source.on.is_empty() && source.any.is_empty() {
            self.trouble(
                ErrorCode::PackDemand,
                "channels",
                "the demand names no channel",
            );
        }
        let published = self.per_channel(&source.field, &source.on);
        let any = self.per_channel(&source.field, &source.any);
        let same = source
            .same
            .as_ref()
            .map(|field| self.per_channel(field, &source.on))
            .unwrap_or_default();
        let apart = match &source.apart {
            Some(term) => Some(self.term(term)?),
            None => None,
        };
        Some(Channels {
            published,
            any,
            same,
            apart,
        })
    }

    fn per_channel(&mut self, field: &str, channels: &[String]) -> Vec<Slot> {
        channels
            .iter()
            .filter_map(|channel| self.slot(&format!("{field}.{channel}")))
            .collect()
    }
}
