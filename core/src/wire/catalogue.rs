//! The catalogue: profiles, packs, kinds, rules and sets of indicators, and one rule explained.

use super::request::{read, text};
use crate::duty::law::{Law, Pack};
use crate::duty::source::{self, Window};
use crate::engine::Engine;
use crate::error::{Error, ErrorCode};
use crate::lazy::Lazy;
use crate::words::Label;
use crate::written::{print, table};
use alloc::{string::String, vec::Vec};
use serde::Serialize;

#[derive(Serialize)]
struct Catalogue<'l> {
    profile: &'l str,
    profiles: Vec<ProfileLine<'l>>,
    packs: Vec<PackLine<'l>>,
    kinds: Vec<KindLine<'l>>,
    rules: Vec<RuleLine<'l>>,
    sets: Vec<SetLine<'l>>,
}

#[derive(Serialize)]
struct ProfileLine<'l> {
    id: &'l str,
    title: &'l Label,
    default: bool,
    packs: &'l [String],
}

#[derive(Serialize)]
struct PackLine<'l> {
    id: &'l str,
    version: &'l str,
    hash: &'l str,
    title: &'l Label,
    number: &'l str,
    in_force: Window,
}

#[derive(Serialize)]
struct KindLine<'l> {
    id: &'l str,
    title: &'l Label,
    routes: &'l [String],
}

#[derive(Serialize)]
struct RuleLine<'l> {
    id: &'l str,
    code: &'l str,
    title: &'l Label,
    pack: &'l str,
    clause: &'l str,
    applies_to: &'l [String],
    severity: source::Severity,
    in_force: Window,
    /// Whether it is judged under this engine's profile.
    active: bool,
}

/// A set of indicators by which points are given.
#[derive(Serialize)]
struct SetLine<'l> {
    id: &'l str,
    title: &'l Label,
    pack: &'l str,
    clause: &'l str,
    total: &'l str,
    /// The ways of counting what is not known.
    modes: Vec<NameLine<'l>>,
    /// The indicators whose points come with the request, because no rule computes them.
    by_hand: Vec<NameLine<'l>>,
}

#[derive(Serialize)]
struct NameLine<'l> {
    id: &'l str,
    title: &'l Label,
}

/// One rule, as written and with its clause.
#[derive(Serialize)]
struct Explained<'l> {
    #[serde(flatten)]
    line: RuleLine<'l>,
    instrument: &'l source::Instrument,
    heading: &'l Label,
    duty: &'l Label,
    rule: &'l Lazy<source::Rule>,
}

struct Explain {
    rule: String,
}

table!(Explain { rule: needed });

/// Every profile, pack, kind, rule and set of indicators, and which rules the engine judges by.
#[must_use]
pub fn rules(engine: &Engine) -> Vec<u8> {
    let law = engine.law();
    let active = engine.active_rules();
    let numbers = 0..law.rules.len();
    print(&Catalogue {
        profile: engine.profile(),
        profiles: law.profiles.iter().map(profile_line).collect(),
        packs: law.packs.iter().map(pack_line).collect(),
        kinds: law.schemas().map(kind_line).collect(),
        rules: numbers
            .filter_map(|number| rule_line(law, number, active.contains(&number)))
            .collect(),
        sets: law.packs.iter().flat_map(set_lines).collect(),
    })
}

/// One rule explained: `{"rule"}` (an id, a code, or an id it once had) to its text beside its clause.
///
/// # Errors
/// `request-syntax`, `unknown-rule`.
pub fn explain(engine: &Engine, request: &[u8]) -> Result<Vec<u8>, Error> {
    let request: Explain = read(text(request)?)?;
    let law = engine.law();
    let explained = law.rule(&request.rule).and_then(|number| {
        let rule = law.rules.get(number)?;
        let pack = law.packs.get(rule.pack)?;
        let clause = law.clause(rule)?;
        Some(Explained {
            line: rule_line(law, number, engine.active_rules().contains(&number))?,
            instrument: &pack.manifest.instrument,
            heading: &clause.title,
            duty: &clause.duty,
            rule: &rule.source,
        })
    });
    let unknown = || engine.unknown(ErrorCode::UnknownRule, "rule", &request.rule);
    Ok(print(&explained.ok_or_else(unknown)?))
}

fn profile_line(profile: &source::Profile) -> ProfileLine<'_> {
    ProfileLine {
        id: &profile.id,
        title: &profile.title,
        default: profile.default,
        packs: &profile.packs,
    }
}

fn pack_line(pack: &Pack) -> PackLine<'_> {
    PackLine {
        id: &pack.manifest.id,
        version: &pack.manifest.version,
        hash: &pack.hash,
        title: &pack.manifest.title,
        number: &pack.manifest.instrument.number,
        in_force: pack.manifest.in_force,
    }
}

fn kind_line(kind: &crate::record::Schema) -> KindLine<'_> {
    KindLine {
        id: &kind.id,
        title: &kind.title,
        routes: &kind.routes,
    }
}

fn set_lines(pack: &Pack) -> impl Iterator<Item = SetLine<'_>> {
    pack.indicator_sets.iter().map(|set| SetLine {
        id: &set.id,
        title: &set.title,
        pack: &pack.manifest.id,
        clause: &set.cite.clause,
        total: &set.total,
        modes: set
            .mode
            .iter()
            .map(|mode| name_line(&mode.id, &mode.title))
            .collect(),
        by_hand: set
            .section
            .iter()
            .flat_map(|section| &section.indicator)
            .filter(|indicator| indicator.rules.is_empty())
            .map(|indicator| name_line(&indicator.id, &indicator.title))
            .collect(),
    })
}

const fn name_line<'l>(id: &'l str, title: &'l Label) -> NameLine<'l> {
    NameLine { id, title }
}

fn rule_line(law: &Law, number: usize, active: bool) -> Option<RuleLine<'_>> {
    let rule = law.rules.get(number)?;
    let pack = law.packs.get(rule.pack)?;
    Some(RuleLine {
        id: &rule.source.id,
        code: &rule.source.code,
        title: &rule.source.title,
        pack: &pack.manifest.id,
        clause: &rule.source.cite.clause,
        applies_to: &rule.source.applies_to,
        severity: rule.source.severity,
        in_force: rule.in_force,
        active,
    })
}
