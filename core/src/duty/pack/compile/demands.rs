//! Each demand table to its resolved form.

use super::Scope;
use crate::duty::demand::{
    Begin, Channels, Deadline, Demand, Fields, Limit, Listed, Mention, Order, Unique,
};
use crate::duty::source;
use crate::error::ErrorCode;
use crate::record::{calendar::Counting, schema::Slot};
use crate::words::{Amount, Term, YearDay, amount::Unit};
use alloc::{format, string::String, vec::Vec};

impl Scope<'_> {
    /// The demand of a rule.
    pub(super) fn demand(&mut self, rule: &source::Rule) -> Option<Demand> {
        if let Some(fields) = &rule.fields {
            Some(Demand::Fields(self.fields(fields)))
        } else if let Some(deadline) = &rule.deadline {
            self.deadline(deadline).map(Demand::Deadline)
        } else if let Some(order) = &rule.order {
            Some(Demand::Order(self.order(order)))
        } else if let Some(channels) = &rule.channels {
            self.channels(channels).map(Demand::Channels)
        } else if let Some(listed) = &rule.listed {
            self.listed(listed).map(Demand::Listed)
        } else {
            rule.unique
                .as_ref()
                .map(|unique| Demand::Unique(self.unique(unique)))
        }
    }

    fn fields(&mut self, source: &source::Fields) -> Fields {
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
            any: source.any.clone(),
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

    fn deadline(&mut self, source: &source::Deadline) -> Option<Deadline> {
        let limit = match (&source.within, &source.at_least, &source.by) {
            (Some(term), None, None) => Limit::Within(self.term(term)?),
            (None, Some(term), None) => Limit::AtLeast(self.term(term)?),
            (None, None, Some(day)) => Limit::By(self.year_day(day)?),
            _ => {
                let message = "a deadline has exactly one of `within`, `at_least`, `by`";
                self.trouble(ErrorCode::PackDemand, "deadline", message);
                return None;
            }
        };
        let from = self.date(&source.from)?;
        let to = self.dates(&source.to);
        if source.to.is_empty() {
            self.trouble(
                ErrorCode::PackDemand,
                "deadline",
                "the deadline names no event that must be in time",
            );
        }
        let counting = Counting {
            first_day: source.first_day_counts,
            roll_forward: source.roll_forward,
        };
        Some(Deadline {
            from,
            to,
            limit,
            counting,
        })
    }

    fn term(&mut self, text: &str) -> Option<Term> {
        let term = Term::parse(text);
        if term.is_err() {
            self.trouble(
                ErrorCode::PackValue,
                text,
                &format!("`{text}` is not a term"),
            );
        }
        term.ok()
    }

    fn year_day(&mut self, text: &str) -> Option<YearDay> {
        let day = YearDay::parse(text);
        if day.is_err() {
            self.trouble(
                ErrorCode::PackValue,
                text,
                &format!("`{text}` is not a day of the year"),
            );
        }
        day.ok()
    }

    fn order(&mut self, source: &source::Order) -> Order {
        if source.sequence.len() < 2 && source.not_in_future.is_empty() {
            self.trouble(
                ErrorCode::PackDemand,
                "order",
                "an order needs two events or `not_in_future`",
            );
        }
        Order {
            sequence: self.dates(&source.sequence),
            strict: source.strict,
            not_in_future: self.dates(&source.not_in_future),
        }
    }

    fn channels(&mut self, source: &source::Channels) -> Option<Channels> {
        if source.on.is_empty() {
            self.trouble(
                ErrorCode::PackDemand,
                "channels",
                "the demand names no channel",
            );
        }
        let published = self.per_channel(&source.field, &source.on);
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

    fn listed(&mut self, source: &source::Listed) -> Option<Listed> {
        let (id, wanted) = match (&source.within, &source.not_in) {
            (Some(id), None) => (id, true),
            (None, Some(id)) => (id, false),
            _ => {
                self.trouble(
                    ErrorCode::PackDemand,
                    "listed",
                    "the demand has exactly one of `in`, `not_in`",
                );
                return None;
            }
        };
        let agrees = match &source.agrees {
            Some(field) => Some(self.slot(field)?),
            None => None,
        };
        let split = source.split.clone();
        Some(Listed {
            slot: self.slot(&source.field)?,
            list: self.list(id)?,
            wanted,
            agrees,
            split,
        })
    }

    fn unique(&mut self, source: &source::Unique) -> Unique {
        if source.by.is_empty() {
            self.trouble(ErrorCode::PackDemand, "unique", "the demand names no field");
        }
        Unique {
            by: self.slots(&source.by),
        }
    }
}
