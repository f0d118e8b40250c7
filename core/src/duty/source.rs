//! The pack format: what a rule file may say, as it is written, names still unresolved.
//!
//! A pack is any number of files; each may hold any of the tables below. The format is documented for
//! its authors in `packs/README.md`, field by field. The types are read from TOML and JSON and are also
//! embedded in binary, so they use plain structs only.

use crate::words::{Day, Label};
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// Everything one file of a pack says; a pack is the sum of its files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
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
    /// Column names and code lists of one edition of an exchange standard.
    pub edition: Vec<Edition>,
    /// Clauses of the instrument.
    pub clause: Vec<Clause>,
    /// Duties.
    pub rule: Vec<Rule>,
    /// Named choices of packs.
    pub profile: Vec<Profile>,
    /// Rules of other packs silenced or graded anew.
    #[serde(rename = "override")]
    pub overrides: Vec<Override>,
    /// Rules that had another id.
    pub redirect: Vec<Redirect>,
}

/// What a pack is: one instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Id of the pack.
    pub id: String,
    /// Version of the data, `major.minor.patch`.
    pub version: String,
    /// Title of the instrument.
    pub title: Label,
    /// The instrument's issuer, number and date.
    #[serde(default)]
    pub instrument: Instrument,
    /// When the instrument is in force.
    #[serde(default)]
    pub in_force: Window,
    /// Packs whose names this pack uses.
    #[serde(default)]
    pub builds_on: Vec<String>,
}

/// The instrument a pack encodes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Instrument {
    /// Issuing authority.
    pub issuer: Label,
    /// Document number, such as `发改办财金〔2018〕424号`.
    pub number: String,
    /// Day of issue.
    pub dated: Option<Day>,
    /// How sure the facts are and where they come from.
    pub note: Label,
}

/// A period of days, both ends included; an absent end is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Window {
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub until: Option<Day>,
}

impl Window {
    /// Whether the day lies in the period.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether both ends are open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.from.is_none() && self.until.is_none()
    }

    /// The days that lie in both periods.
    #[must_use]
    pub fn meet(&self, other: &Self) -> Self {
        let until = match (self.until, other.until) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Self {
            from: self.from.max(other.from),
            until,
        }
    }

    /// Whether no day can lie in the period.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until < from)
    }
}

/// A place where information is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Id.
    pub id: String,
    /// Name.
    pub label: Label,
    /// Other names.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// Fields that several kinds share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Id.
    pub id: String,
    /// Kinds of other packs that get these fields too.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// The fields.
    pub field: Vec<Field>,
}

/// A kind of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Id.
    pub id: String,
    /// Name.
    pub title: Label,
    /// The date field whose day decides which law is in force.
    pub event: String,
    /// Fields that together name a record in reports.
    pub key: Vec<String>,
    /// Values by which a column of mixed tables names this kind.
    #[serde(default)]
    pub routes: Vec<String>,
    /// Groups of shared fields.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Its own fields.
    pub field: Vec<Field>,
}

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Id, in `snake_case`, as in JSON records.
    pub id: String,
    /// Name.
    pub label: Label,
    /// Type: one of [`crate::record::FieldType`]'s names.
    #[serde(rename = "type")]
    pub kind: String,
    /// The list of a `code` field.
    #[serde(default)]
    pub list: Option<String>,
    /// The unit in which bare numbers of an `amount` field are given: `yuan` or `wan-yuan`.
    #[serde(default)]
    pub unit: Option<String>,
    /// Columns that carry this field in tables.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Whether values are personal and must never be shown.
    #[serde(default)]
    pub sensitive: bool,
    /// `channel`: the field exists once for every channel.
    #[serde(default)]
    pub per: Option<String>,
    /// What to write into the field.
    #[serde(default)]
    pub help: Option<Label>,
}

/// A list of codes or matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// Whether the entries are added to a list of another pack with the same id.
    #[serde(default)]
    pub extends: bool,
    /// Whether the entries come with the request instead of the pack (a registry, for example).
    #[serde(default)]
    pub supplied: bool,
    /// Entries.
    #[serde(default)]
    pub entry: Vec<Entry>,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Code.
    pub code: String,
    /// Name; also accepted in records.
    pub label: Label,
    /// Other forms accepted in records.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether a value may go on after the name, as `其他-渔业捕捞` does after `其他`.
    #[serde(default)]
    pub continues: bool,
    /// When the entry is valid.
    #[serde(default)]
    pub in_force: Window,
}

/// One edition of an exchange standard for one kind of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The kind of record.
    pub kind: String,
    /// Column name to field.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// Field to code list, where the edition has its own.
    #[serde(default)]
    pub lists: BTreeMap<String, String>,
}

/// A clause of the instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Number as the instrument writes it: `7`, `48`, `20(6)`.
    pub number: String,
    /// Heading.
    pub title: Label,
    /// What it asks, in our own words.
    pub duty: Label,
}

/// How heavily a breach weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Should be looked at.
    Warning,
    /// The duty is not met.
    Breach,
}

/// A duty: one demand with one citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Id, unique over all packs.
    pub id: String,
    /// Short code, never renumbered, never reused.
    pub code: String,
    /// Id of the rule in the catalogue of disclosure duties, where it has one.
    #[serde(default)]
    pub catalogue: Option<String>,
    /// Title.
    pub title: Label,
    /// Kinds of record it judges.
    pub applies_to: Vec<String>,
    /// When it is in force; within the instrument's own period.
    #[serde(default)]
    pub in_force: Window,
    /// The rule it takes the place of; their periods may not overlap.
    #[serde(default)]
    pub supersedes: Option<String>,
    /// Weight.
    pub severity: Severity,
    /// Where the duty stands.
    pub cite: Cite,
    /// What must hold for the duty to exist at all; all of them.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// What to do about a finding, beyond what the kind of demand says.
    #[serde(default)]
    pub remedy: Option<Label>,
    /// Demand: fields present and well formed.
    #[serde(default)]
    pub fields: Option<Fields>,
    /// Demand: one event within a term of another.
    #[serde(default)]
    pub deadline: Option<Deadline>,
    /// Demand: events one after another.
    #[serde(default)]
    pub order: Option<Order>,
    /// Demand: published on each channel.
    #[serde(default)]
    pub channels: Option<Channels>,
    /// Demand: in a list, or not in it.
    #[serde(default)]
    pub listed: Option<Listed>,
    /// Demand: no two records alike.
    #[serde(default)]
    pub unique: Option<Unique>,
}

/// Where a duty stands in its instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cite {
    /// Clause number, one of the pack's clauses.
    pub clause: String,
    /// Other instruments that say the same or give the number, as text.
    #[serde(default)]
    pub also: Vec<String>,
}

/// A condition on one field. Exactly one of the tests is given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Condition {
    /// The field.
    pub field: String,
    /// Its value is one of these (codes for `code` fields, else texts).
    pub is: Vec<String>,
    /// Its value is none of these.
    pub is_not: Vec<String>,
    /// Its text contains one of these.
    pub mentions: Vec<String>,
    /// It is given (`true`) or not given (`false`).
    pub given: Option<bool>,
    /// What follows when the field is missing: `holds`, `fails`, or (default) `unknown`.
    pub if_missing: Option<String>,
}

/// Fields that must be there and be what they say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fields {
    /// Each must be given.
    pub required: Vec<String>,
    /// Of each group at least one must be given.
    pub one_of: Vec<Vec<String>>,
    /// None may be given.
    pub forbidden: Vec<String>,
    /// Each, if given, must be what its type says.
    pub well_formed: Vec<String>,
    /// Texts that must mention something.
    pub mentions: Vec<Mention>,
    /// Texts that must begin with one of these.
    pub begins: Vec<Begin>,
    /// Longest texts, in characters.
    pub at_most: BTreeMap<String, u32>,
    /// Largest amounts, each with its unit: `1000万元`.
    pub no_more_than: BTreeMap<String, String>,
}

/// A text that must mention something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mention {
    /// The field.
    pub field: String,
    /// What is looked for, for people.
    pub what: Label,
    /// At least one of these stands in the text.
    pub any: Vec<String>,
}

/// A text that must begin, or must not begin, with one of some strings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Begin {
    /// The field.
    pub field: String,
    /// It begins with one of these.
    #[serde(default)]
    pub with: Vec<String>,
    /// It begins with none of these.
    #[serde(default)]
    pub not_with: Vec<String>,
}

/// One event within a term of another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Deadline {
    /// The date field the term runs from.
    pub from: String,
    /// The date fields that must fall in time, each of them.
    pub to: Vec<String>,
    /// At most this term: `7 working days`.
    pub within: Option<String>,
    /// At least this term.
    pub at_least: Option<String>,
    /// On or before this day of the year after `from`: `31 January`.
    pub by: Option<String>,
    /// Whether the day of `from` is counted.
    pub first_day_counts: bool,
    /// Whether a last day that is a holiday moves to the next working day.
    pub roll_forward: bool,
}

/// Events one after another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Order {
    /// Date fields, none before the one it follows.
    pub sequence: Vec<String>,
    /// Whether equal days break the order.
    pub strict: bool,
    /// Date fields that may not lie after the day of judgement.
    pub not_in_future: Vec<String>,
}

/// Published on each of some channels.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Channels {
    /// The per-channel date field.
    pub field: String,
    /// The channels, each of them.
    pub on: Vec<String>,
    /// A per-channel field that must be equal on all of them.
    pub same: Option<String>,
    /// The longest time between the first and the last publication.
    pub apart: Option<String>,
}

/// In a list, or not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Listed {
    /// The field.
    pub field: String,
    /// The list it must be in.
    #[serde(rename = "in")]
    pub within: Option<String>,
    /// The list it must not be in.
    pub not_in: Option<String>,
    /// A second field that must agree with the label of the entry found.
    pub agrees: Option<String>,
    /// Characters that separate several values in one field.
    pub split: Option<String>,
}

/// No two records alike.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Unique {
    /// The fields that together may occur once.
    pub by: Vec<String>,
}

/// A named choice of packs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// The packs whose rules apply; editions of later packs win.
    pub packs: Vec<String>,
    /// Whether it is used when none is named.
    #[serde(default)]
    pub default: bool,
    /// Rules silenced or graded anew in this profile.
    #[serde(default, rename = "override")]
    pub overrides: Vec<Override>,
}

/// A rule silenced or graded anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The rule.
    pub rule: String,
    /// Whether it is not to be judged.
    #[serde(default)]
    pub silence: bool,
    /// Its weight instead of its own.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// Why; shown in every report.
    pub reason: Label,
}

/// A rule that had another id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// The old id.
    pub from: String,
    /// The id that stands.
    pub to: String,
}
