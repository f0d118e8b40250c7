//! Packs among themselves: their order, their channels, their profiles.

use super::{Part, duplicate, once};
use crate::duty::law::Law;
use crate::duty::pack::Trouble;
use crate::duty::source::{Channel, Override};
use crate::error::ErrorCode;
use alloc::vec::Vec;

/// The parts in an order in which every pack stands after those it builds on.
pub(super) fn in_order(parts: Vec<Part>, troubles: &mut Vec<Trouble>) -> Vec<Part> {
    let mut waiting = named(parts, troubles);
    let mut ordered: Vec<Part> = Vec::new();
    loop {
        let ready = |part: &Part| {
            builds_on(part)
                .iter()
                .all(|base| ordered.iter().any(|done| id(done) == base))
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
                .any(|other| id(other) == base);
            troubles.push(if exists {
                Trouble::new(
                    ErrorCode::PackCycle,
                    id(part),
                    base,
                    "packs build on each other in a circle",
                )
            } else {
                Trouble::unknown(id(part), "pack", base)
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
        if part.source.pack.is_none() {
            troubles.push(Trouble::new(
                ErrorCode::PackSyntax,
                "",
                "",
                "a pack has no `[pack]` table",
            ));
        } else if named.iter().any(|other| id(other) == id(&part)) {
            troubles.push(duplicate(id(&part), "pack", id(&part)));
        } else {
            named.push(part);
        }
    }
    named
}

/// The pack id of a part.
pub(super) fn id(part: &Part) -> &str {
    part.source
        .pack
        .as_ref()
        .map_or("", |manifest| &manifest.id)
}

fn builds_on(part: &Part) -> &[alloc::string::String] {
    part.source
        .pack
        .as_ref()
        .map_or(&[], |manifest| &manifest.builds_on)
}

/// The channels of all packs.
pub(super) fn channels(parts: &[Part], troubles: &mut Vec<Trouble>) -> Vec<Channel> {
    let all = || parts.iter().flat_map(|part| &part.source.channel);
    once(
        all().map(|channel| (channel.id.as_str(), channel.id.as_str())),
        "channel",
        troubles,
    );
    all().cloned().collect()
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
