//! How much the packs may hold together: far more than any law needs, and little enough to resolve in a moment.

use super::{Part, packs};
use crate::duty::pack::Trouble;
use crate::duty::source::Source;
use crate::error::ErrorCode;
use alloc::{format, vec::Vec};

/// What is counted, how many there may be, and how many one pack has.
type Bound = (&'static str, usize, fn(&Source) -> usize);

const BOUNDS: [Bound; 10] = [
    ("channels", 256, |pack| pack.channel.len()),
    ("groups", 1024, |pack| pack.group.len()),
    ("kinds of record", 1024, |pack| pack.kind.len()),
    ("lists", 4096, |pack| pack.list.len()),
    ("editions", 4096, |pack| pack.edition.len()),
    ("clauses", 8192, |pack| pack.clause.len()),
    ("rules", 16_384, |pack| pack.rule.len()),
    ("profiles", 1024, |pack| pack.profile.len()),
    ("overrides", 1024, |pack| pack.overrides.len()),
    ("redirects", 4096, |pack| pack.redirect.len()),
];

/// The most packs.
const PACKS: usize = 1024;

/// Says of the first pack with which there are too many of something that it is too large.
pub(super) fn check(parts: &[Part]) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    if let Some(part) = parts.get(PACKS) {
        troubles.push(too_many("packs", PACKS, part));
    }
    for (what, most, count) in BOUNDS {
        let mut sum = 0_usize;
        let over = parts.iter().find(|part| {
            sum = sum.saturating_add(count(&part.source));
            sum > most
        });
        troubles.extend(over.map(|part| too_many(what, most, part)));
    }
    troubles
}

fn too_many(what: &str, most: usize, part: &Part) -> Trouble {
    let message = format!("there are more than {most} {what}");
    let id = packs::id(part);
    Trouble::new(ErrorCode::PackTooLarge, id, id, message)
}
