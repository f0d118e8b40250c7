//! Sets of indicators: how an assessment turns findings into points.

use super::Cite;
use crate::words::Label;
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// How one assessment gives points. Numbers are decimals in quotes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorSet {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// Where it stands.
    pub cite: Cite,
    /// What is not confirmed, and what of it no record can show.
    #[serde(default)]
    pub note: Label,
    /// The points that all sections but those of bonus add up to.
    pub total: String,
    /// Bonus counts only where the points without it are more than this.
    #[serde(default)]
    pub bonus_above: Option<String>,
    /// Sections.
    pub section: Vec<Section>,
    /// Single facts by which all is failed.
    #[serde(default)]
    pub veto: Vec<Veto>,
    /// Grades, best first; the last is given to who is vetoed.
    #[serde(default)]
    pub grade: Vec<Grade>,
    /// Ways of counting what is not known; without one, it gives an interval.
    #[serde(default)]
    pub mode: Vec<Mode>,
}

/// A section: its indicators give points, or take them from its weight where none gives any.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// The most points it gives.
    pub weight: String,
    /// Whether its points come on top of the total.
    #[serde(default)]
    pub bonus: bool,
    /// Whether it may be left out, the others then counting for all.
    #[serde(default)]
    pub may_be_left_out: bool,
    /// Indicators.
    pub indicator: Vec<Indicator>,
}

/// One indicator: it either gives points (`weight`) or takes them (`deduct`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// The most points it gives: for the share of records in which its rules are met.
    #[serde(default)]
    pub weight: Option<String>,
    /// The points it takes for each record in which one of its rules is breached.
    #[serde(default)]
    pub deduct: Option<String>,
    /// The most points it takes.
    #[serde(default)]
    pub cap: Option<String>,
    /// The rules by which it is computed; without any, its points come with the request.
    #[serde(default)]
    pub rules: Vec<String>,
    /// Indicators that go before: where they take points, this one takes none for the same fact.
    #[serde(default)]
    pub yields_to: Vec<String>,
}

/// A single fact by which all is failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Veto {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// The rules of which one that is breached is the fact; without any, it comes with the request.
    #[serde(default)]
    pub rules: Vec<String>,
}

/// A grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// The fewest points.
    pub at_least: String,
}

/// A way of counting what is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mode {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// What is not known counts as `failed` or as `met`.
    pub unknown: Unknown,
}

/// As what something counts that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unknown {
    /// As failed.
    Failed,
    /// As met.
    Met,
}
