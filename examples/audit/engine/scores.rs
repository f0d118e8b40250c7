//! Points by the sets of indicators of the instruments by which an engine judges.

use crate::judging::{ScoreInfo, SectionInfo};
use gongkai::Engine;
use gongkai::duty::law::Law;
use gongkai::duty::source::IndicatorSet;
use gongkai::duty::verdict::Tally;
use gongkai::judge::score::{Evidence, Interval, score};
use gongkai::report::score::write;
use gongkai::words::Exact;
use std::collections::BTreeSet;

/// The points of each set whose instrument applies; what no rule computes is not known, and gives an interval.
pub(super) fn of(engine: &Engine, rules: &[[u64; 5]]) -> Vec<ScoreInfo> {
    let law = engine.law();
    let evidence = evidence(law, rules);
    let active = engine.active_rules();
    let active = active.iter().filter_map(|rule| law.rules.get(*rule));
    let active: BTreeSet<usize> = active.map(|rule| rule.pack).collect();
    let packs = law.packs.iter().enumerate();
    let packs = packs.filter(|(number, _)| active.contains(number));
    let sets = packs.flat_map(|(_, pack)| &pack.indicator_sets);
    sets.map(|set| one(set, &evidence)).collect()
}

/// How often each rule gave each verdict; the counts are in the order of the program's verdicts.
fn evidence(law: &Law, rules: &[[u64; 5]]) -> Evidence {
    let mut evidence = Evidence::default();
    for (rule, counts) in law.rules.iter().zip(rules) {
        let [breached, undetermined, pending, met, not_applicable] = *counts;
        let tally = Tally {
            met,
            breached,
            pending,
            undetermined,
            not_applicable,
        };
        evidence.tallies.insert(rule.source.id.clone(), tally);
    }
    evidence
}

fn one(set: &IndicatorSet, evidence: &Evidence) -> ScoreInfo {
    let scored = score(set, evidence);
    let (low, high) = ends(scored.points);
    let sections = set.section.iter().zip(&scored.sections);
    let sections = sections.map(|(section, scored)| {
        let (low, high) = ends(scored.points);
        SectionInfo {
            title_zh: section.title.zh.clone(),
            title_en: section.title.en.clone(),
            weight: section.weight.clone(),
            low,
            high,
        }
    });
    ScoreInfo {
        title_zh: set.title.zh.clone(),
        title_en: set.title.en.clone(),
        total: set.total.clone(),
        low,
        high,
        grades: grades(set, evidence),
        sections: sections.collect(),
    }
}

/// The grades that are possible, best first.
fn grades(set: &IndicatorSet, evidence: &Evidence) -> Vec<String> {
    let report = serde_json::to_value(write(set, None, evidence)).unwrap_or_default();
    let grades = report.get("grades").and_then(serde_json::Value::as_array);
    let titles = grades.into_iter().flatten().filter_map(|grade| {
        let title = grade.get("title")?;
        Some(format!(
            "{} {}",
            title.get("zh")?.as_str()?,
            title.get("en")?.as_str()?
        ))
    });
    titles.collect()
}

/// The ends of an interval to two places, which never make it narrower.
fn ends(points: Interval) -> (String, String) {
    (shown(points.low, false), shown(points.high, true))
}

fn shown(points: Exact, up: bool) -> String {
    let text = points.to_string();
    let parts = text.split_once('/').and_then(|(numer, denom)| {
        let (numer, denom): (i128, i128) = (numer.parse().ok()?, denom.parse().ok()?);
        let scaled = numer.checked_mul(100)?;
        let hundredths = scaled.checked_div_euclid(denom)?;
        let exact = hundredths.checked_mul(denom)? == scaled;
        Some(hundredths.saturating_add(i128::from(up && !exact)))
    });
    parts.map_or(text.clone(), |hundredths| {
        let sign = if hundredths < 0 { "-" } else { "" };
        let hundredths = hundredths.unsigned_abs();
        format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100)
    })
}

#[cfg(test)]
mod tests {
    use super::shown;
    use gongkai::words::Exact;

    #[test]
    fn a_fraction_is_shown_to_two_places_and_its_interval_is_never_narrower() {
        let number = |text: &str| Exact::factor(text).expect("a number");
        let third = number("100").divided_by(number("3")).expect("a third");
        assert_eq!(
            (shown(third, false), shown(third, true)),
            ("33.33".to_owned(), "33.34".to_owned())
        );
        assert_eq!(shown(number("47.5"), true), "47.5");
    }
}
