//! The pack format: what a rule file may say, as it is written, names still unresolved.
//!
//! A pack is any number of files; each may hold any of the tables below. The format is documented for
//! its authors in `packs/README.md`, field by field. The types are read from TOML and JSON and are also
//! embedded in binary, so they use plain structs only.

mod accounts;
mod acyclic;
mod channels;
mod count;
mod coverage;
mod deadline;
mod fields;
mod listed;
mod manifest;
mod order;
mod profile;
mod record;
mod rollup;
mod score;
mod screen;
mod series;
mod stages;
mod totals;
mod unique;

pub use accounts::{
    Accounts, Change, Copied, Earlier, EarlierSum, Figure, Listing, Mention as TextMention, Open,
    Parts, Phrase, Relation, Sums, Year,
};
pub use acyclic::Acyclic;
pub use channels::Channels;
pub use count::Count;
pub use coverage::{Coverage, Unlike};
pub use deadline::Deadline;
pub use fields::{Begin, Ending, Fields, Mention};
pub use listed::Listed;
pub use manifest::{Clause, Instrument, Manifest};
pub use order::Order;
pub use profile::{Override, Profile, Redirect};
pub use record::{Channel, Edition, Field, Group, Kind};
pub use rollup::Rollup;
pub use score::{Grade, Indicator, IndicatorSet, Mode, Section, Unknown, Veto};
pub use screen::Screen;
pub use series::Series;
pub use stages::Stages;
pub use totals::{Equation, Onwards, Range, Rate, Tariff, Totals};
pub use unique::Unique;

pub use crate::record::codes::CodeList as List;
pub use crate::words::Window;

use crate::record::accounts::template::{Classification, LineSet, Template};
use crate::screen::source as screening;
use crate::words::Label;
use crate::written::{Canonical, choice, table};
use alloc::{string::String, vec::Vec};
use serde::ser::{Serialize, Serializer};

/// Everything one file of a pack says; a pack is the sum of its files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// The manifest; exactly one file of a pack has it.
    pub pack: Option<Manifest>,
    /// Places where information is published.
    pub channel: Vec<Channel>,
    /// Fields that several kinds of record share.
    pub group: Vec<Group>,
    /// Kinds of record.
    pub kind: Vec<Kind>,
    /// Lists of codes, grounds, matters.
    pub list: Vec<List>,
    /// Lists of what may not stand in texts.
    pub screen: Vec<screening::List>,
    /// Column names and code lists of one edition of an exchange standard.
    pub edition: Vec<Edition>,
    /// Clauses of the instrument.
    pub clause: Vec<Clause>,
    /// Duties.
    pub rule: Vec<Rule>,
    /// How an assessment gives points.
    pub indicator_set: Vec<IndicatorSet>,
    /// Tables of budgets and accounts.
    pub statement: Vec<Template>,
    /// Lines that such tables share.
    pub lines: Vec<LineSet>,
    /// Codes and names of such tables' rows.
    pub classification: Vec<Classification>,
    /// Named choices of packs.
    pub profile: Vec<Profile>,
    /// Rules of other packs silenced or graded anew.
    pub overrides: Vec<Override>,
    /// Rules that had another id.
    pub redirect: Vec<Redirect>,
}

table!(Source {
    pack, channel, group, kind, list, screen, edition, clause, rule, indicator_set, statement,
    lines, classification, profile, overrides("override"), redirect,
});

/// How heavily a breach weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Should be looked at.
    Warning,
    /// The duty is not met.
    Breach,
}

choice!(Severity { Info = "info", Warning = "warning", Breach = "breach" });

/// A duty: one demand with one citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Id, unique over all packs.
    pub id: String,
    /// Short code, never renumbered, never reused.
    pub code: String,
    /// Id of the rule in the catalogue of disclosure duties, where it has one.
    pub catalogue: Option<String>,
    /// Title.
    pub title: Label,
    /// Kinds of record it judges.
    pub applies_to: Vec<String>,
    /// When it is in force; within the instrument's own period.
    pub in_force: Window,
    /// The rule it takes the place of; their periods may not overlap.
    pub supersedes: Option<String>,
    /// Weight.
    pub severity: Severity,
    /// Where the duty stands.
    pub cite: Cite,
    /// What must hold for the duty to exist at all; all of them.
    pub when: Vec<Condition>,
    /// What to do about a finding, beyond what the kind of demand says.
    pub remedy: Option<Label>,
    /// Demand: fields present and well formed.
    pub fields: Option<Fields>,
    /// Demand: one event within a term of another.
    pub deadline: Option<Deadline>,
    /// Demand: events one after another.
    pub order: Option<Order>,
    /// Demand: published on each channel.
    pub channels: Option<Channels>,
    /// Demand: in a list, or not in it.
    pub listed: Option<Listed>,
    /// Demand: numbers that add up.
    pub totals: Option<Totals>,
    /// Demand: so many records of another kind.
    pub count: Option<Count>,
    /// Demand: a record of another kind that belongs to this one.
    pub coverage: Option<Coverage>,
    /// Demand: events of a case one after another.
    pub stages: Option<Stages>,
    /// Demand: numbers that never fall from record to record.
    pub series: Option<Series>,
    /// Demand: numbers that are sums of those of other records.
    pub rollup: Option<Rollup>,
    /// Demand: no two records alike.
    pub unique: Option<Unique>,
    /// Demand: records that do not lead back to themselves.
    pub acyclic: Option<Acyclic>,
    /// Demand: texts in which nothing of some lists stands.
    pub screen: Option<Screen>,
    /// Demand: tables and text of a budget or account.
    pub accounts: Option<Accounts>,
}

table!(Rule {
    id: needed,
    code: needed,
    catalogue,
    title: needed,
    applies_to: needed,
    in_force,
    supersedes,
    severity: needed,
    cite: needed,
    when,
    remedy,
    fields,
    deadline,
    order,
    channels,
    listed,
    totals,
    count,
    coverage,
    stages,
    series,
    rollup,
    unique,
    acyclic,
    screen,
    accounts,
});

/// Where a duty stands in its instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cite {
    /// Clause number, one of the pack's clauses.
    pub clause: String,
    /// Other instruments that say the same or give the number, as text.
    pub also: Vec<String>,
}

table!(Cite {
    clause: needed,
    also
});

/// A condition on one field. Exactly one of the tests is given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Condition {
    /// The field.
    pub field: String,
    /// Its value is one of these (codes for `code` fields, else texts).
    pub is: Vec<String>,
    /// Its value is none of these.
    pub is_not: Vec<String>,
    /// Its text contains one of these.
    pub mentions: Vec<String>,
    /// Its text contains none of these.
    pub mentions_none: Vec<String>,
    /// It is given (`true`) or not given (`false`).
    pub given: Option<bool>,
    /// What follows when the field is missing: `holds`, `fails`, or (default) `unknown`.
    pub if_missing: Option<String>,
}

table!(Condition {
    field,
    is,
    is_not,
    mentions,
    mentions_none,
    given,
    if_missing
});

/// The table of a rule's demand.
#[derive(Debug, Clone, Copy)]
pub enum Table<'r> {
    /// See [`Fields`].
    Fields(&'r Fields),
    /// See [`Deadline`].
    Deadline(&'r Deadline),
    /// See [`Order`].
    Order(&'r Order),
    /// See [`Channels`].
    Channels(&'r Channels),
    /// See [`Listed`].
    Listed(&'r Listed),
    /// See [`Totals`].
    Totals(&'r Totals),
    /// See [`Count`].
    Count(&'r Count),
    /// See [`Coverage`].
    Coverage(&'r Coverage),
    /// See [`Stages`].
    Stages(&'r Stages),
    /// See [`Series`].
    Series(&'r Series),
    /// See [`Rollup`].
    Rollup(&'r Rollup),
    /// See [`Unique`].
    Unique(&'r Unique),
    /// See [`Acyclic`].
    Acyclic(&'r Acyclic),
    /// See [`Screen`].
    Screen(&'r Screen),
    /// See [`Accounts`].
    Accounts(&'r Accounts),
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Canonical::print(self, serializer)
    }
}

impl Rule {
    /// The kind whose records it looks at beside those it judges.
    #[must_use]
    pub fn looks_at(&self) -> Option<&str> {
        self.tables().find_map(|table| match table {
            Table::Count(count) => Some(count.of.as_str()),
            Table::Coverage(coverage) => Some(&coverage.by),
            Table::Stages(stages) => Some(&stages.of),
            Table::Rollup(rollup) => Some(&rollup.of),
            Table::Fields(_)
            | Table::Deadline(_)
            | Table::Order(_)
            | Table::Channels(_)
            | Table::Listed(_)
            | Table::Totals(_)
            | Table::Series(_)
            | Table::Unique(_)
            | Table::Acyclic(_)
            | Table::Screen(_)
            | Table::Accounts(_) => None,
        })
    }

    /// Its demands; a rule that can be judged has one.
    pub fn tables(&self) -> impl Iterator<Item = Table<'_>> {
        // Every member is named, so that a kind of demand cannot be left out here.
        let Self {
            id: _,
            code: _,
            catalogue: _,
            title: _,
            applies_to: _,
            in_force: _,
            supersedes: _,
            severity: _,
            cite: _,
            when: _,
            remedy: _,
            fields,
            deadline,
            order,
            channels,
            listed,
            totals,
            count,
            coverage,
            stages,
            series,
            rollup,
            unique,
            acyclic,
            screen,
            accounts,
        } = self;
        let tables = [
            fields.as_ref().map(Table::Fields),
            deadline.as_ref().map(Table::Deadline),
            order.as_ref().map(Table::Order),
            channels.as_ref().map(Table::Channels),
            listed.as_ref().map(Table::Listed),
            totals.as_ref().map(Table::Totals),
            count.as_ref().map(Table::Count),
            coverage.as_ref().map(Table::Coverage),
            stages.as_ref().map(Table::Stages),
            series.as_ref().map(Table::Series),
            rollup.as_ref().map(Table::Rollup),
            unique.as_ref().map(Table::Unique),
            acyclic.as_ref().map(Table::Acyclic),
            screen.as_ref().map(Table::Screen),
            accounts.as_ref().map(Table::Accounts),
        ];
        tables.into_iter().flatten()
    }
}
