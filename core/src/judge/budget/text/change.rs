//! Changes that the text states: by how much, by how many percent, in which direction, for which reason.
#![expect(
    clippy::excessive_nesting,
    reason = "a rule asks several things, each of several places: two loops and what is found in them"
)]

use super::{Checks, Sheet, Talk, What, ratio, reach};
use crate::duty::source::Change;
use crate::order;
use crate::record::accounts::prose::{AFTER, BEFORE, REASON, STARTS, ends, joins};
use crate::record::accounts::quantity;
use alloc::vec::Vec;

/// A change as the text states it.
struct Stated {
    start: usize,
    end: usize,
    up: bool,
    /// By how much.
    amount: Option<i64>,
    /// By how many hundredths of a percent.
    share: Option<(i64, i64)>,
}

impl Sheet<'_> {
    /// Changes follow from the amounts beside them.
    pub(super) fn changes(&mut self, checks: &Checks, talk: &Talk<'_, '_, '_>) {
        let Some(change) = &checks.source.change else {
            return;
        };
        let stated = stated(change, talk);
        for own in &stated {
            self.met();
            if own.share.is_some() && !self.follows(own, &stated, talk) {
                continue;
            }
            self.reason(change, own, talk);
        }
    }

    // Whether nothing is wrong with the rate of a change.
    fn follows(&mut self, own: &Stated, all: &[Stated], talk: &Talk<'_, '_, '_>) -> bool {
        let Some((share, half)) = own.share else {
            return true;
        };
        let bases = bases(own, all, talk);
        if bases.iter().any(|(.., at)| talk.wrong.contains(at)) {
            return true;
        }
        let range = talk.sentence(own.start)..own.end;
        let rates = match own.amount {
            Some(amount) => {
                let base = |now: i64| {
                    if own.up {
                        now.saturating_sub(amount)
                    } else {
                        now.saturating_add(amount)
                    }
                };
                bases
                    .iter()
                    .map(|(now, ..)| (base(*now), own.up, ratio(amount, base(*now))))
                    .collect::<Vec<_>>()
            }
            None => pairs(&bases),
        };
        let same =
            |rate: i64| rate.saturating_abs().saturating_sub(share).saturating_abs() <= reach(half);
        if rates
            .iter()
            .any(|(_, up, rate)| *up == own.up && rate.is_some_and(same))
        {
            return true;
        }
        let Some((base, up, rate)) = rates.last() else {
            return true;
        };
        let what = match rate {
            _ if *base == 0 => What::ZeroBase,
            Some(rate) if same(*rate) && *up != own.up => What::Direction,
            Some(rate) => What::Change {
                says: share,
                is: rate.saturating_abs(),
            },
            None => return true,
        };
        self.say(talk, range, what);
        false
    }

    // The reason given does not end in the opposite of the change.
    fn reason(&mut self, change: &Change, own: &Stated, talk: &Talk<'_, '_, '_>) {
        let rest = talk.text().get(own.end..).unwrap_or_default();
        let starts = change.reason.iter().filter_map(|word| {
            Some((
                rest.find(word.as_str()).filter(|at| *at <= AFTER)?,
                word.len(),
            ))
        });
        let Some((start, length)) = starts.min() else {
            return;
        };
        let from = start.saturating_add(length);
        let reason = rest.get(from..).unwrap_or_default();
        let end = reason
            .char_indices()
            .take(REASON)
            .find(|(_, c)| ends(*c))
            .map(|(end, _)| end);
        let Some(reason) = end.and_then(|end| reason.get(..end)) else {
            return;
        };
        let (same, opposite) = if own.up {
            (&change.up, &change.down)
        } else {
            (&change.down, &change.up)
        };
        let ends = opposite.iter().any(|word| reason.ends_with(word.as_str()));
        if ends && !same.iter().any(|word| reason.contains(word.as_str())) {
            let length = from.saturating_add(reason.len());
            self.say(
                talk,
                own.start..own.end.saturating_add(length),
                What::Reason,
            );
        }
    }
}

// Words for a change that an amount or a share follows.
fn stated(change: &Change, talk: &Talk<'_, '_, '_>) -> Vec<Stated> {
    let mut stated: Vec<Stated> = Vec::new();
    let words = change
        .up
        .iter()
        .map(|word| (word, true))
        .chain(change.down.iter().map(|word| (word, false)));
    let mut places: Vec<(usize, usize, bool)> = Vec::new();
    for (word, up) in words {
        places.extend(
            talk.text()
                .match_indices(word.as_str())
                .map(|(at, _)| (at, at.saturating_add(word.len()), up)),
        );
    }
    order::sort(&mut places);
    for (start, end, up) in places {
        let rest = talk.text().get(end..).unwrap_or_default();
        if let Some((fen, _, length)) = quantity::amount(rest) {
            stated.push(Stated {
                start,
                end: end.saturating_add(length),
                up,
                amount: Some(fen),
                share: None,
            });
        } else if let Some((share, half, length)) = quantity::share(rest) {
            let after = end.saturating_add(length);
            // "减少56.95万元，下降1.87%" is one change.
            let joined = stated.last_mut().filter(|last| {
                last.share.is_none() && talk.text().get(last.end..start).is_some_and(joins)
            });
            match joined {
                Some(last) => {
                    last.share = Some((share, half));
                    last.end = after;
                }
                None => stated.push(Stated {
                    start,
                    end: after,
                    up,
                    amount: None,
                    share: Some((share, half)),
                }),
            }
        }
    }
    stated
}

// Amounts before a change that are not changes themselves: the nearest last.
fn bases(own: &Stated, all: &[Stated], talk: &Talk<'_, '_, '_>) -> Vec<(i64, i64, usize)> {
    let mut from = own.start.saturating_sub(BEFORE);
    while !talk.text().is_char_boundary(from) {
        from = from.saturating_add(1);
    }
    // A rate alone is that of two amounts of its own sentence.
    let from = if own.amount.is_some() {
        from
    } else {
        from.max(talk.sentence(own.start))
    };
    let mut found = quantity::amounts(talk.text(), from, own.start);
    found.retain(|(.., at)| {
        !all.iter()
            .any(|other| other.start <= *at && *at < other.end)
    });
    let keep = if own.amount.is_some() {
        STARTS
    } else {
        STARTS.saturating_add(1)
    };
    let extra = found.len().saturating_sub(keep);
    found.drain(..extra);
    found
}

// Every two amounts in their order: the base, whether the second is more, and the rate.
fn pairs(amounts: &[(i64, i64, usize)]) -> Vec<(i64, bool, Option<i64>)> {
    let mut pairs = Vec::new();
    for (place, (second, ..)) in amounts.iter().enumerate() {
        for (first, ..) in amounts.iter().take(place) {
            let apart = second.saturating_sub(*first);
            pairs.push((*first, apart > 0, ratio(apart, *first)));
        }
    }
    pairs
}
