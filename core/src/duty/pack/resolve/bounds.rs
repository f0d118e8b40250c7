//! How much the packs may hold together: far more than any law needs, and little enough to resolve in a moment.

use crate::duty::pack::{Part, Trouble};
use crate::error::ErrorCode;
use alloc::{format, vec::Vec};

/// What is counted, how many there may be, and how many one pack has.
type Bound = (&'static str, usize, fn(&Part) -> usize);

const BOUNDS: [Bound; 10] = [
    ("channels", 256, |pack| pack.channels.len()),
    ("groups", 1024, |pack| pack.groups.len()),
    ("kinds of record", 1024, |pack| pack.kinds.len()),
    ("lists", 4096, |pack| pack.lists.len()),
    ("editions", 4096, |pack| pack.editions.len()),
    ("clauses", 8192, |pack| pack.clauses.len()),
    ("rules", 16_384, |pack| pack.rules.len()),
    ("profiles", 1024, |pack| pack.profiles.len()),
    ("overrides", 1024, |pack| pack.overrides.len()),
    ("redirects", 4096, |pack| pack.redirects.len()),
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
            sum = sum.saturating_add(count(part));
            sum > most
        });
        troubles.extend(over.map(|part| too_many(what, most, part)));
    }
    troubles
}

fn too_many(what: &str, most: usize, part: &Part) -> Trouble {
    let message = format!("there are more than {most} {what}");
    let id = part.id();
    Trouble::new(ErrorCode::PackTooLarge, id, id, message)
}
