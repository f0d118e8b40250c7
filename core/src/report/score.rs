//! What an assessment comes to, indicator by indicator.

use crate::duty::source::{Grade, IndicatorSet};
use crate::duty::verdict::Tally;
use crate::judge::score::{Evidence, IndicatorScore, Interval, Score, SectionScore, score};
use crate::words::{Exact, Label};
use alloc::{string::String, vec::Vec};
use serde::Serialize;

/// The report on an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScoreReport<'s> {
    /// The set.
    pub set: &'s str,
    /// Its title.
    pub title: &'s Label,
    /// What is not confirmed, and what of it no record can show.
    pub note: &'s Label,
    /// The mode; absent where what is not known gives an interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// The sections.
    pub sections: Vec<SectionLine<'s>>,
    /// The points without bonus, on the scale of the whole.
    pub base: Interval,
    /// The bonus that counts.
    pub bonus: Interval,
    /// The points.
    pub points: Interval,
    /// The facts by which all is failed.
    pub vetoes: Vec<VetoLine<'s>>,
    /// The grades that are possible, best first; one where everything needed is known.
    pub grades: Vec<GradeLine<'s>>,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionLine<'s> {
    id: &'s str,
    title: &'s Label,
    weight: &'s str,
    bonus: bool,
    left_out: bool,
    indicators: Vec<IndicatorLine<'s>>,
    /// What is added so that it gives neither less than nothing nor more than its weight.
    bounded: Interval,
    points: Interval,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndicatorLine<'s> {
    id: &'s str,
    title: &'s Label,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deduct: Option<&'s str>,
    /// Records in which its rules are met.
    numerator: u64,
    /// Records in which they are met or breached.
    denominator: u64,
    excluded: Excluded,
    #[serde(skip_serializing_if = "Option::is_none")]
    rate: Option<Interval>,
    points: Interval,
    rules: &'s [String],
}

/// Records that do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Excluded {
    not_due: u64,
    not_yet_due: u64,
    unknown: u64,
}

/// A fact by which all is failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VetoLine<'s> {
    id: &'s str,
    title: &'s Label,
    /// Whether it is there; absent where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    holds: Option<bool>,
    rules: &'s [String],
}

/// A grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GradeLine<'s> {
    id: &'s str,
    title: &'s Label,
}

/// The report on an assessment.
#[must_use]
pub fn write<'s>(
    set: &'s IndicatorSet,
    mode: Option<String>,
    evidence: &Evidence,
) -> ScoreReport<'s> {
    let score = score(set, evidence);
    let sections = set.section.iter().zip(&score.sections);
    let sections = sections.map(|(section, score)| SectionLine {
        id: &section.id,
        title: &section.title,
        weight: &section.weight,
        bonus: section.bonus,
        left_out: score.left_out,
        indicators: indicators(section, score),
        bounded: score.bounded,
        points: score.points,
    });
    ScoreReport {
        set: &set.id,
        title: &set.title,
        note: &set.note,
        mode,
        sections: sections.collect(),
        base: score.base,
        bonus: score.bonus,
        points: score.points,
        vetoes: vetoes(set, &score),
        grades: grades(set, &score),
    }
}

fn indicators<'s>(
    section: &'s crate::duty::source::Section,
    score: &SectionScore,
) -> Vec<IndicatorLine<'s>> {
    let lines = section.indicator.iter().zip(&score.indicators);
    let lines = lines.map(|(indicator, score)| {
        let IndicatorScore {
            counts,
            rate,
            points,
        } = score;
        let Tally { met, breached, .. } = *counts;
        IndicatorLine {
            id: &indicator.id,
            title: &indicator.title,
            weight: indicator.weight.as_deref(),
            deduct: indicator.deduct.as_deref(),
            numerator: met,
            denominator: met.saturating_add(breached),
            excluded: Excluded {
                not_due: counts.not_applicable,
                not_yet_due: counts.pending,
                unknown: counts.undetermined,
            },
            rate: *rate,
            points: *points,
            rules: &indicator.rules,
        }
    });
    lines.collect()
}

fn vetoes<'s>(set: &'s IndicatorSet, score: &Score) -> Vec<VetoLine<'s>> {
    let facts = score.vetoes.iter().filter_map(|(number, holds)| {
        let fact = set.veto.get(*number)?;
        Some(VetoLine {
            id: &fact.id,
            title: &fact.title,
            holds: *holds,
            rules: &fact.rules,
        })
    });
    facts.collect()
}

/// The grades from that of the most points down to that of the fewest; the last where a veto holds.
fn grades<'s>(set: &'s IndicatorSet, score: &Score) -> Vec<GradeLine<'s>> {
    let vetoed = score.vetoes.iter().any(|(_, holds)| *holds == Some(true));
    let perhaps = score.vetoes.iter().any(|(_, holds)| holds.is_none());
    let last = set.grade.len().saturating_sub(1);
    let place = |points: Exact| {
        let reaches =
            |grade: &Grade| Exact::factor(&grade.at_least).is_some_and(|least| points >= least);
        set.grade.iter().position(reaches).unwrap_or(last)
    };
    let (best, worst) = (place(score.points.high), place(score.points.low));
    let grades = set.grade.iter().enumerate().filter(|(number, _)| {
        let possible = !vetoed && best <= *number && *number <= worst;
        possible || ((vetoed || perhaps) && *number == last)
    });
    let lines = grades.map(|(_, grade)| GradeLine {
        id: &grade.id,
        title: &grade.title,
    });
    lines.collect()
}
