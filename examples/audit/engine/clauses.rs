//! The clauses of the instruments by which an engine judges.

use crate::judging::ClauseInfo;
use gongkai::Engine;
use std::collections::BTreeMap;

/// The clauses that have rules under the engine's profile, in the order of instruments and clauses.
pub(super) fn of(engine: &Engine) -> Vec<ClauseInfo> {
    let law = engine.law();
    let mut clauses: BTreeMap<(usize, usize), ClauseInfo> = BTreeMap::new();
    for number in engine.active_rules() {
        let Some(rule) = law.rules.get(number) else {
            continue;
        };
        let Some(pack) = law.packs.get(rule.pack) else {
            continue;
        };
        let mut numbered = pack.clauses.iter().enumerate();
        let Some((position, clause)) =
            numbered.find(|(_, clause)| clause.number == rule.source.cite.clause)
        else {
            continue;
        };
        let info = clauses
            .entry((rule.pack, position))
            .or_insert_with(|| ClauseInfo {
                instrument: pack.manifest.title.zh.clone(),
                number: clause.number.clone(),
                title_zh: clause.title.zh.clone(),
                title_en: clause.title.en.clone(),
                rules: Vec::new(),
            });
        info.rules.push(number);
    }
    clauses.into_values().collect()
}
