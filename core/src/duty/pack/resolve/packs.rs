//! Packs among themselves: their order, their channels, their profiles.

use super::{duplicate, once};
use crate::duty::law::{Kind, Law, Pack, Rule};
use crate::duty::pack::{Part, Trouble};
use crate::duty::source::Override;
use crate::error::ErrorCode;
use crate::lazy::Memo;
use alloc::vec::Vec;

/// The parts in an order in which every pack stands after those it builds on.
pub(super) fn in_order(parts: Vec<Part>, troubles: &mut Vec<Trouble>) -> Vec<Part> {
    let mut waiting = named(parts, troubles);
    let mut ordered: Vec<Part> = Vec::new();
    loop {
        let ready = |part: &Part| {
            builds_on(part)
                .iter()
                .all(|base| ordered.iter().any(|done| done.id() == base))
        };
        let Some(next) = waiting.iter().position(ready) else {
            break;
        };
        ordered.push(waiting.remove(next));
    }
    for part in &waiting {
        for base in builds_on(part) {
            let exists = ordered
                .iter()
                .chain(&waiting)
                .any(|other| other.id() == base);
            troubles.push(if exists {
                Trouble::new(
                    ErrorCode::PackCycle,
                    part.id(),
                    base,
                    "packs build on each other in a circle",
                )
            } else {
                Trouble::unknown(part.id(), "pack", base)
            });
        }
    }
    ordered.extend(waiting);
    ordered
}

/// The parts that have a manifest, each id once.
fn named(parts: Vec<Part>, troubles: &mut Vec<Trouble>) -> Vec<Part> {
    let mut named: Vec<Part> = Vec::new();
    for part in parts {
        if part.manifest.is_none() {
            troubles.push(Trouble::new(
                ErrorCode::PackSyntax,
                "",
                "",
                "a pack has no `[pack]` table",
            ));
        } else if named.iter().any(|other| other.id() == part.id()) {
            troubles.push(duplicate(part.id(), "pack", part.id()));
        } else {
            named.push(part);
        }
    }
    named
}

fn builds_on(part: &Part) -> &[alloc::string::String] {
    part.manifest
        .as_ref()
        .map_or(&[], |manifest| &manifest.builds_on)
}

/// Adds a pack to the law, except for its lists.
pub(super) fn add(law: &mut Law, part: Part) {
    let Some(manifest) = part.manifest else {
        return;
    };
    let pack = law.packs.len();
    let rules = part.rules.into_iter();
    law.rules.extend(rules.map(|source| Rule {
        in_force: source.head().in_force.meet(&manifest.in_force),
        source,
        pack,
    }));
    let kinds = part.kinds.into_iter();
    law.kinds.extend(kinds.map(|source| Kind {
        source,
        schema: Memo::empty(),
    }));
    law.channels.extend(part.channels);
    law.groups.extend(part.groups);
    law.templates.extend(part.templates);
    law.lines.extend(part.lines);
    if !part.classifications.is_empty() {
        law.naming.push(pack);
    }
    law.classifications.extend(part.classifications);
    law.profiles.extend(part.profiles);
    law.redirects.extend(part.redirects);
    law.packs.push(Pack {
        manifest,
        outside: part.outside,
        hash: part.hash,
        clauses: part.clauses,
        editions: part.editions,
        indicator_sets: part.indicator_sets,
        overrides: part.overrides,
    });
}

/// Each channel stands once.
pub(super) fn check_channels(law: &Law, troubles: &mut Vec<Trouble>) {
    let channels = law.channels.iter();
    once(
        channels.map(|channel| (channel.id.as_str(), channel.id.as_str())),
        "channel",
        troubles,
    );
}

/// Profiles name packs and rules that exist; one is the default.
pub(super) fn check_profiles(law: &Law, troubles: &mut Vec<Trouble>) {
    once(
        law.profiles
            .iter()
            .map(|profile| (profile.id.as_str(), profile.id.as_str())),
        "profile",
        troubles,
    );
    for profile in &law.profiles {
        for pack in &profile.packs {
            if law.pack(pack).is_none() {
                troubles.push(Trouble::unknown(&profile.id, "pack", pack));
            }
        }
        check_overrides(law, &profile.id, &profile.overrides, troubles);
    }
    for pack in &law.packs {
        check_overrides(law, pack.id(), &pack.overrides, troubles);
    }
    for second in law
        .profiles
        .iter()
        .filter(|profile| profile.default)
        .skip(1)
    {
        troubles.push(duplicate(&second.id, "default profile", &second.id));
    }
}

fn check_overrides(law: &Law, owner: &str, overrides: &[Override], troubles: &mut Vec<Trouble>) {
    for change in overrides {
        if law.rule(&change.rule).is_none() {
            troubles.push(Trouble::unknown(owner, "rule", &change.rule));
        }
        if !change.silence && change.severity.is_none() {
            let message = "an override silences the rule or gives it another severity";
            troubles.push(Trouble::new(
                ErrorCode::PackValue,
                owner,
                &change.rule,
                message,
            ));
        }
    }
}
