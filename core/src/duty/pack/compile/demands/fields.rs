//! Fields to slots.

use crate::duty::demand::{Begin, Ending, Fields, Mention};
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;
use crate::words::{Amount, amount::Unit};
use alloc::format;

impl Scope<'_> {
    pub(super) fn fields(&mut self, source: &source::Fields) -> Fields {
        let fields = Fields {
            required: self.slots(&source.required),
            one_of: source
                .one_of
                .iter()
                .map(|group| self.slots(group))
                .collect(),
            forbidden: self.slots(&source.forbidden),
            well_formed: self.slots(&source.well_formed),
            mentions: source
                .mentions
                .iter()
                .filter_map(|mention| self.mention(mention))
                .collect(),
            begins: source
                .begins
                .iter()
                .filter_map(|begin| self.begin(begin))
                .collect(),
            ends: source.ends.iter().filter_map(|end| self.end(end)).collect(),
            distinct: source
                .distinct
                .iter()
                .map(|group| self.slots(group))
                .collect(),
            at_most: source
                .at_most
                .iter()
                .filter_map(|(id, most)| Some((self.slot(id)?, *most)))
                .collect(),
            no_more_than: source
                .no_more_than
                .iter()
                .filter_map(|(id, most)| Some((self.slot(id)?, self.amount(most)?)))
                .collect(),
            affirmed: self.slots(&source.affirmed),
        };
        if *source == source::Fields::default() {
            self.trouble(ErrorCode::PackDemand, "fields", "the demand asks nothing");
        }
        fields
    }

    fn amount(&mut self, text: &str) -> Option<Amount> {
        let amount = Amount::parse(text, Unit::Yuan);
        if amount.is_err() {
            self.trouble(
                ErrorCode::PackValue,
                text,
                &format!("`{text}` is not an amount"),
            );
        }
        amount.ok().map(|read| read.value)
    }

    fn mention(&mut self, source: &source::Mention) -> Option<Mention> {
        let slot = self.slot(&source.field)?;
        Some(Mention {
            slot,
            what: source.what.clone(),
            any: source.any.clone().into(),
        })
    }

    fn end(&mut self, source: &source::Ending) -> Option<Ending> {
        Some(Ending {
            slot: self.slot(&source.field)?,
            not_with: source.not_with.clone(),
            except: source.except.clone(),
        })
    }

    fn begin(&mut self, source: &source::Begin) -> Option<Begin> {
        let slot = self.slot(&source.field)?;
        Some(Begin {
            slot,
            with: source.with.clone(),
            not_with: source.not_with.clone(),
        })
    }
}
