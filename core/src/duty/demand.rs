//! The closed list of demand kinds, with every name resolved to a number.
//!
//! What each asks is documented on the tables of [`super::source`] it is compiled from.

pub mod accounts;
mod acyclic;
mod channels;
mod count;
mod coverage;
mod deadline;
mod fields;
mod link;
mod listed;
mod order;
mod rollup;
mod screen;
mod series;
mod stages;
mod test;
mod totals;
mod unique;

pub use accounts::Checks;
pub use acyclic::Acyclic;
pub use channels::Channels;
pub use count::{Count, Every};
pub use coverage::{Check, Coverage};
pub use deadline::{Deadline, Limit};
pub use fields::{Begin, Ending, Fields, Mention};
pub use link::{KeyField, Link, MOST_CHARACTERS, MOST_PAIRS, Texts};
pub use listed::Listed;
pub use order::Order;
pub use rollup::Rollup;
pub use screen::Screen;
pub use series::Series;
pub use stages::{Stage, Stages};
pub use test::{Answer, Ask, Test};
pub use totals::{Equation, Onwards, Operand, Range, Rate, Tariff, Totals};
pub use unique::Unique;

use alloc::boxed::Box;

/// What a rule asks.
#[derive(Debug, Clone)]
pub enum Demand {
    /// Fields present and well formed.
    Fields(Fields),
    /// One event within a term of another.
    Deadline(Deadline),
    /// Events one after another.
    Order(Order),
    /// Published on each channel.
    Channels(Channels),
    /// In a list, or not in it.
    Listed(Listed),
    /// Numbers that add up.
    Totals(Totals),
    /// So many records of another kind.
    Count(Count),
    /// A record of another kind that belongs to this one.
    Coverage(Coverage),
    /// Events of a case one after another.
    Stages(Stages),
    /// Numbers that never fall from record to record.
    Series(Series),
    /// Numbers that are sums of those of other records.
    Rollup(Rollup),
    /// No two records alike.
    Unique(Unique),
    /// Records that do not lead back to themselves.
    Acyclic(Acyclic),
    /// Texts in which nothing of some lists stands.
    Screen(Screen),
    /// Tables and text of a budget or account.
    Accounts(Box<Checks>),
    /// Anything of many records, where records are only judged one by one.
    OfMany,
}

impl Demand {
    /// The name used in packs.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Fields(_) => "fields",
            Self::Deadline(_) => "deadline",
            Self::Order(_) => "order",
            Self::Channels(_) => "channels",
            Self::Listed(_) => "listed",
            Self::Totals(_) => "totals",
            Self::Count(_) => "count",
            Self::Coverage(_) => "coverage",
            Self::Stages(_) => "stages",
            Self::Series(_) => "series",
            Self::Rollup(_) => "rollup",
            Self::Unique(_) => "unique",
            Self::Acyclic(_) => "acyclic",
            Self::Accounts(_) => "accounts",
            Self::Screen(_) => "screen",
            Self::OfMany => "of-many",
        }
    }

    /// What is looked for in texts, where it is that.
    #[must_use]
    pub const fn screen(&self) -> Option<&Screen> {
        if let Self::Screen(screen) = self {
            Some(screen)
        } else {
            None
        }
    }

    /// Whether it asks something of many records.
    #[must_use]
    pub const fn is_of_many(&self) -> bool {
        matches!(self, Self::OfMany) || self.link().is_some()
    }

    /// How the records are found that a record is judged together with; none where it is judged alone.
    #[must_use]
    pub const fn link(&self) -> Option<&Link> {
        match self {
            Self::Fields(_)
            | Self::Deadline(_)
            | Self::Order(_)
            | Self::Channels(_)
            | Self::Listed(_)
            | Self::Totals(_)
            | Self::Screen(_)
            | Self::Accounts(_)
            | Self::OfMany => None,
            Self::Count(count) => Some(&count.link),
            Self::Coverage(coverage) => Some(&coverage.link),
            Self::Stages(stages) => Some(&stages.link),
            Self::Series(series) => Some(&series.link),
            Self::Rollup(rollup) => Some(&rollup.link),
            Self::Unique(unique) => Some(&unique.link),
            Self::Acyclic(acyclic) => Some(&acyclic.link),
        }
    }
}
