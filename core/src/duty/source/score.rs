//! Sets of indicators: how an assessment turns findings into points.

use super::Cite;
use crate::words::Label;
use crate::written::{choice, table};
use alloc::{string::String, vec::Vec};

/// How one assessment gives points. Numbers are decimals in quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorSet {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// Where it stands.
    pub cite: Cite,
    /// What is not confirmed, and what of it no record can show.
    pub note: Label,
    /// The points that all sections but those of bonus add up to.
    pub total: String,
    /// Bonus counts only where the points without it are more than this.
    pub bonus_above: Option<String>,
    /// Sections.
    pub section: Vec<Section>,
    /// Single facts by which all is failed.
    pub veto: Vec<Veto>,
    /// Grades, best first; the last is given to who is vetoed.
    pub grade: Vec<Grade>,
    /// Ways of counting what is not known; without one, it gives an interval.
    pub mode: Vec<Mode>,
}

table!(IndicatorSet {
    id: needed,
    title: needed,
    cite: needed,
    note,
    total: needed,
    bonus_above,
    section: needed,
    veto,
    grade,
    mode,
});

/// A section: its indicators give points, or take them from its weight where none gives any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// The most points it gives.
    pub weight: String,
    /// Whether its points come on top of the total.
    pub bonus: bool,
    /// Whether it may be left out, the others then counting for all.
    pub may_be_left_out: bool,
    /// Indicators.
    pub indicator: Vec<Indicator>,
}

table!(Section {
    id: needed,
    title: needed,
    weight: needed,
    bonus,
    may_be_left_out,
    indicator: needed,
});

/// One indicator: it either gives points (`weight`) or takes them (`deduct`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// The most points it gives: for the share of records in which its rules are met.
    pub weight: Option<String>,
    /// The points it takes for each record in which one of its rules is breached.
    pub deduct: Option<String>,
    /// The most points it takes.
    pub cap: Option<String>,
    /// The rules by which it is computed; without any, its points come with the request.
    pub rules: Vec<String>,
    /// Indicators that go before: where they take points, this one takes none for the same fact.
    pub yields_to: Vec<String>,
}

table!(Indicator {
    id: needed,
    title: needed,
    weight,
    deduct,
    cap,
    rules,
    yields_to
});

/// A single fact by which all is failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Veto {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// The rules of which one that is breached is the fact; without any, it comes with the request.
    pub rules: Vec<String>,
}

table!(Veto {
    id: needed,
    title: needed,
    rules
});

/// A grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grade {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// The fewest points.
    pub at_least: String,
}

table!(Grade {
    id: needed,
    title: needed,
    at_least: needed
});

/// A way of counting what is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mode {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Label,
    /// What is not known counts as `failed` or as `met`.
    pub unknown: Unknown,
}

table!(Mode {
    id: needed,
    title: needed,
    unknown: needed
});

/// As what something counts that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// As failed.
    Failed,
    /// As met.
    Met,
}

choice!(Unknown { Failed = "failed", Met = "met" });
