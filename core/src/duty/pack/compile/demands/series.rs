//! Series to keys and numbers.

use crate::duty::demand::{KeyField, Link, Series};
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;
use crate::record::{FieldType, Slot};
use alloc::format;

impl Scope<'_> {
    pub(super) fn series(&mut self, source: &source::Series) -> Option<Series> {
        if source.by.is_empty() || source.rising.is_empty() {
            let message = "the demand has `by` and `rising`";
            self.trouble(ErrorCode::PackDemand, "series", message);
        }
        let at = self.span(&source.at)?;
        let names = source.rising.iter();
        let rising = names.filter_map(|name| self.numeric(name)).collect();
        let keys = self.slots(&source.by).into_iter();
        let mut link = Link {
            own_key: keys.map(|slot| KeyField { slot, shift: 0 }).collect(),
            ..Link::default()
        };
        let series = Series {
            link: Link::default(),
            at,
            rising,
        };
        link.keep_own(at);
        series.rising.iter().for_each(|slot| link.keep_own(*slot));
        Some(Series { link, ..series })
    }

    /// The slot of a field that holds a number.
    pub(super) fn numeric(&mut self, name: &str) -> Option<Slot> {
        let slot = self.slot(name)?;
        let is_number = matches!(
            self.field_type(slot),
            Some(
                FieldType::Integer | FieldType::Decimal | FieldType::Percent | FieldType::Amount(_)
            )
        );
        if !is_number {
            let message = format!("the field `{name}` holds no number");
            self.trouble(ErrorCode::PackValue, name, &message);
        }
        is_number.then_some(slot)
    }
}
