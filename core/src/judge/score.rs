//! From how rules were met to points. What is not known gives an interval, and nothing is rounded.

use crate::duty::source::{Indicator, IndicatorSet, Section, Unknown, Veto};
use crate::duty::verdict::Tally;
use crate::words::Exact;
use alloc::{collections::BTreeMap, string::String, vec::Vec};
use serde::Serialize;

/// What an assessment is computed from.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// How many records each rule gave each verdict, by the rule's id.
    pub tallies: BTreeMap<String, Tally>,
    /// The points of indicators that no rule computes, or what they take.
    pub values: BTreeMap<String, Exact>,
    /// Facts by which all is failed and that no rule finds, by id.
    pub vetoes: BTreeMap<String, bool>,
    /// Sections that are left out.
    pub left_out: Vec<String>,
    /// As what something counts that is not known; without it, it gives an interval.
    pub unknown: Option<Unknown>,
}

/// Between two numbers, both included; equal where everything is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Interval {
    /// The least it can be.
    pub low: Exact,
    /// The most it can be.
    pub high: Exact,
}

/// The points of an assessment, and how they come about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// The sections.
    pub sections: Vec<SectionScore>,
    /// The points without bonus, on the scale of the whole.
    pub base: Interval,
    /// The bonus that counts.
    pub bonus: Interval,
    /// Both together.
    pub points: Interval,
    /// The facts by which all is failed: for certain, or perhaps.
    pub vetoes: Vec<(usize, Option<bool>)>,
}

/// The points of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionScore {
    /// Whether it was left out.
    pub left_out: bool,
    /// Its indicators.
    pub indicators: Vec<IndicatorScore>,
    /// What is added so that it gives neither less than nothing nor more than its weight.
    pub bounded: Interval,
    /// Its points: its weight where its indicators only take, what they give and take, and the bound.
    pub points: Interval,
}

/// The points of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorScore {
    /// Records in which its rules were met, breached, and so on.
    pub counts: Tally,
    /// The share of records in which its rules were met; none where there are none.
    pub rate: Option<Interval>,
    /// The points it gives, or takes as less than nothing.
    pub points: Interval,
}

impl Interval {
    const NOTHING: Self = Self::of(Exact::ZERO);

    const fn of(number: Exact) -> Self {
        Self {
            low: number,
            high: number,
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            low: sum(self.low, other.low),
            high: sum(self.high, other.high),
        }
    }

    fn times(self, factor: Exact) -> Self {
        let times = |number: Exact| number.times(factor).unwrap_or(number);
        Self {
            low: times(self.low),
            high: times(self.high),
        }
    }

    /// The interval where what is not known counts as one or the other.
    const fn settled(self, unknown: Option<Unknown>) -> Self {
        match unknown {
            None => self,
            Some(Unknown::Failed) => Self::of(self.low),
            Some(Unknown::Met) => Self::of(self.high),
        }
    }
}

fn sum(a: Exact, b: Exact) -> Exact {
    // Points are small decimals and their shares: they can be held.
    a.plus(b).unwrap_or(a)
}

fn number(text: &str) -> Exact {
    // Resolving has refused what is no number.
    Exact::factor(text).unwrap_or(Exact::ZERO)
}

/// The points of a set.
#[must_use]
pub fn score(set: &IndicatorSet, evidence: &Evidence) -> Score {
    let sections = set.section.iter();
    let sections: Vec<SectionScore> = sections
        .map(|section| of_section(section, set, evidence))
        .collect();
    let both = || set.section.iter().zip(&sections);
    let add = |bonus: bool| {
        let counted = both().filter(|(section, score)| section.bonus == bonus && !score.left_out);
        counted.fold(Interval::NOTHING, |sum, (_, score)| sum.plus(score.points))
    };
    let weighing = both().filter(|(section, score)| !section.bonus && !score.left_out);
    let weight = weighing.fold(Exact::ZERO, |all, (section, _)| {
        sum(all, number(&section.weight))
    });
    let scale = number(&set.total).divided_by(weight).unwrap_or(Exact::ONE);
    let base = add(false).times(scale);
    let earned = add(true);
    let above = set.bonus_above.as_deref().map(number);
    let counts = |points: Exact| above.is_none_or(|above| points > above);
    let bonus = Interval {
        low: if counts(base.low) {
            earned.low
        } else {
            Exact::ZERO
        },
        high: if counts(base.high) {
            earned.high
        } else {
            Exact::ZERO
        },
    };
    let vetoes = set.veto.iter().enumerate();
    let vetoes = vetoes.map(|(number, fact)| (number, veto(fact, evidence)));
    Score {
        points: base.plus(bonus),
        base,
        bonus,
        vetoes: vetoes.collect(),
        sections,
    }
}

/// Whether a fact is there by which all is failed; `None` where it is not known.
fn veto(fact: &Veto, evidence: &Evidence) -> Option<bool> {
    if fact.rules.is_empty() {
        return evidence.vetoes.get(&fact.id).copied();
    }
    let counts = counts(&fact.rules, evidence);
    if counts.breached > 0 {
        Some(true)
    } else if counts.undetermined > 0 || counts == Tally::default() {
        evidence.unknown.map(|unknown| unknown == Unknown::Failed)
    } else {
        Some(false)
    }
}

fn of_section(section: &Section, set: &IndicatorSet, evidence: &Evidence) -> SectionScore {
    let weight = number(&section.weight);
    let own = section.indicator.iter();
    let indicators: Vec<IndicatorScore> = own
        .map(|indicator| yielding(indicator, set, evidence))
        .collect();
    let gives = section
        .indicator
        .iter()
        .any(|indicator| indicator.weight.is_some());
    let start = if gives { Exact::ZERO } else { weight };
    let all = indicators.iter();
    let open = all.fold(Interval::of(start), |sum, score| sum.plus(score.points));
    let bound = |number: Exact| number.max(Exact::ZERO).min(weight);
    let points = Interval {
        low: bound(open.low),
        high: bound(open.high),
    };
    let less = |number: Exact, other: Exact| number.minus(other).unwrap_or(Exact::ZERO);
    SectionScore {
        left_out: section.may_be_left_out && evidence.left_out.contains(&section.id),
        indicators,
        bounded: Interval {
            low: less(points.low, open.low),
            high: less(points.high, open.high),
        },
        points,
    }
}

/// The points of an indicator beside those that go before it.
fn yielding(indicator: &Indicator, set: &IndicatorSet, evidence: &Evidence) -> IndicatorScore {
    let mut own = alone(indicator, evidence);
    let all = set.section.iter().flat_map(|section| &section.indicator);
    let before = all.filter(|other| indicator.yields_to.contains(&other.id));
    let full = indicator.weight.as_deref().map_or(Exact::ZERO, number);
    for other in before {
        let theirs = alone(other, evidence).points;
        let most = other.weight.as_deref().map_or(Exact::ZERO, number);
        if theirs.low < most {
            own.points.high = full;
        }
        if theirs.high < most {
            own.points.low = full;
        }
    }
    own
}

fn alone(indicator: &Indicator, evidence: &Evidence) -> IndicatorScore {
    let counts = counts(&indicator.rules, evidence);
    let rate = rate(counts).map(|rate| rate.settled(evidence.unknown));
    let weight = indicator.weight.as_deref().map(number);
    let takes = indicator.deduct.as_deref().map(number);
    let points = match (weight, takes) {
        (Some(weight), _) if indicator.rules.is_empty() => {
            let value = evidence.values.get(&indicator.id);
            let known = value.map(|value| Interval::of((*value).min(weight)));
            known.unwrap_or(Interval {
                low: Exact::ZERO,
                high: weight,
            })
        }
        (Some(weight), _) => rate.map_or(
            Interval {
                low: Exact::ZERO,
                high: weight,
            },
            |rate| rate.times(weight),
        ),
        (None, Some(takes)) => taken(indicator, takes, counts, evidence),
        (None, None) => Interval::NOTHING,
    };
    IndicatorScore {
        counts,
        rate,
        points: points.settled(evidence.unknown),
    }
}

/// The points that an indicator takes, as less than nothing.
fn taken(indicator: &Indicator, each: Exact, counts: Tally, evidence: &Evidence) -> Interval {
    let cap = indicator.cap.as_deref().map(number);
    let take = |times: Exact| {
        let points = each.times(times).unwrap_or(each);
        let points = cap.map_or(points, |cap| points.min(cap));
        Exact::ZERO.minus(points).unwrap_or(Exact::ZERO)
    };
    let number = |count: u64| Exact::from(i64::try_from(count).unwrap_or(i64::MAX));
    if !indicator.rules.is_empty() {
        let most = counts.breached.saturating_add(counts.undetermined);
        return Interval {
            low: take(number(most)),
            high: take(number(counts.breached)),
        };
    }
    match evidence.values.get(&indicator.id) {
        Some(times) => Interval::of(take(*times)),
        // How often it happened is not known: at most up to the cap, or once.
        None => Interval {
            low: cap.map_or_else(
                || take(Exact::ONE),
                |cap| Exact::ZERO.minus(cap).unwrap_or(cap),
            ),
            high: Exact::ZERO,
        },
    }
}

fn counts(rules: &[String], evidence: &Evidence) -> Tally {
    let tallies = rules.iter().filter_map(|rule| evidence.tallies.get(rule));
    tallies.fold(Tally::default(), |sum, tally| sum.plus(*tally))
}

/// The share of records in which rules were met; none where nothing was to be met.
fn rate(counts: Tally) -> Option<Interval> {
    let number = |count: u64| Exact::from(i64::try_from(count).unwrap_or(i64::MAX));
    let known = counts.met.saturating_add(counts.breached);
    let whole = number(known.saturating_add(counts.undetermined));
    Some(Interval {
        low: number(counts.met).divided_by(whole)?,
        high: number(counts.met.saturating_add(counts.undetermined)).divided_by(whole)?,
    })
}
