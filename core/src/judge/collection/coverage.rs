//! A record of another kind that belongs to this one and is as it should be.

use super::close::{Closing, Found as Answer, Member, Others, Side};
use super::item::Datum;
use super::likeness;
use crate::duty::Verdict;
use crate::duty::demand::{Check, Coverage};
use crate::duty::together::{Found, Lack, Seen};
use crate::record::Slot;
use crate::record::calendar::{Counting, Due};
use crate::words::{Day, Exact, Term, When};

/// Judges one record by the others.
pub(super) fn close<'c>(
    coverage: &Coverage,
    own: Side<'c>,
    others: Others<'c>,
    closing: &Closing<'c>,
) -> Answer<'c> {
    let pairing = Pairing {
        coverage,
        own,
        closing,
    };
    let sums = Sums::of(&pairing, others);
    match coverage.at_least {
        None => sums.none(),
        Some(least) => pairing
            .enough(least, &sums)
            .unwrap_or_else(|| sums.at_most(coverage.at_most)),
    }
}

/// How another record fits.
enum Fit {
    /// It passes every check.
    Good,
    /// It passes none that can be told, or may not.
    Unknown(Seen),
    /// It fails a check.
    Bad(Seen),
}

/// How many other records fit.
#[derive(Default)]
struct Sums<'c> {
    good: u64,
    /// How many may fit.
    doubtful: u64,
    /// How many match, whether they fit or not.
    matched: u64,
    /// How many may match.
    strays: u64,
    first_good: Option<Member<'c>>,
    first_unknown: Option<(Seen, Member<'c>)>,
    first_bad: Option<(Seen, Member<'c>)>,
}

impl<'c> Sums<'c> {
    fn of(pairing: &Pairing<'_, 'c>, others: Others<'c>) -> Self {
        let mut sums = Self {
            strays: others.strays,
            ..Self::default()
        };
        for member in others.iter() {
            let count = member.holders.count;
            let matched = if member.certain {
                &mut sums.matched
            } else {
                &mut sums.strays
            };
            *matched = matched.saturating_add(count);
            match pairing.fit(member.side) {
                Fit::Good if member.certain => {
                    sums.good = sums.good.saturating_add(count);
                    sums.first_good = sums.first_good.or(Some(member));
                }
                Fit::Good => sums.doubtful = sums.doubtful.saturating_add(count),
                Fit::Unknown(seen) => {
                    sums.doubtful = sums.doubtful.saturating_add(count);
                    sums.first_unknown = sums.first_unknown.or(Some((seen, member)));
                }
                Fit::Bad(seen) => sums.first_bad = sums.first_bad.or(Some((seen, member))),
            }
        }
        sums.doubtful = sums.doubtful.saturating_add(others.strays);
        sums
    }

    const fn found(&self, limit: u64) -> Found {
        Found {
            certain: self.good,
            doubtful: self.doubtful,
            limit,
            from: None,
            until: None,
        }
    }

    /// There may be none.
    const fn none(&self) -> Answer<'c> {
        if self.good > 0 {
            (Verdict::Breached, Seen::Present, self.first_good)
        } else if self.doubtful > 0 {
            (Verdict::Undetermined, Seen::Doubtful(self.found(0)), None)
        } else {
            (Verdict::Met, Seen::Plain, None)
        }
    }

    /// There are enough; there may be too many.
    fn at_most(&self, most: Option<u64>) -> Answer<'c> {
        let most = most.unwrap_or(u64::MAX);
        let found = Found {
            certain: self.matched,
            doubtful: self.strays,
            limit: most,
            from: None,
            until: None,
        };
        if self.matched > most {
            (Verdict::Breached, Seen::TooMany(found), self.first_good)
        } else if self.matched.saturating_add(self.strays) > most {
            (Verdict::Undetermined, Seen::Doubtful(found), None)
        } else {
            (Verdict::Met, Seen::Plain, None)
        }
    }
}

/// One record beside those of the other kind.
struct Pairing<'p, 'c> {
    coverage: &'p Coverage,
    own: Side<'c>,
    closing: &'p Closing<'c>,
}

impl<'c> Pairing<'_, 'c> {
    /// What is wrong where there are not enough; `None` where there are.
    fn enough(&self, least: u64, sums: &Sums<'c>) -> Option<Answer<'c>> {
        if sums.good >= least {
            return None;
        }
        if let Some(gap) = self.gap() {
            return Some((Verdict::Undetermined, gap, None));
        }
        if sums.good.saturating_add(sums.doubtful) >= least {
            let (seen, member) = sums.first_unknown.map_or_else(
                || (Seen::Doubtful(sums.found(least)), None),
                |(seen, member)| (seen, Some(member)),
            );
            return Some((Verdict::Undetermined, seen, member));
        }
        if self.coverage.unknown_if_none && sums.matched == 0 {
            let seen = Seen::TooFew(sums.found(least));
            return Some((Verdict::Undetermined, seen, None));
        }
        if let Some((verdict, seen)) = self.still_to_come() {
            return Some((verdict, seen, None));
        }
        let (seen, member) = sums.first_bad.map_or_else(
            || (Seen::TooFew(sums.found(least)), None),
            |(seen, member)| (seen, Some(member)),
        );
        Some((Verdict::Breached, seen, member))
    }

    /// The first of our fields that is needed and lacking.
    fn gap(&self) -> Option<Seen> {
        let lacking = |slot: Slot, lack| Some(Seen::Lacking(slot, lack));
        self.coverage.checks.iter().find_map(|check| match *check {
            Check::Within { own, .. } => {
                let when = self.own.get(own).when();
                match when.and_then(When::day) {
                    Some(_) => None,
                    None => lacking(own, Lack::Time),
                }
            }
            Check::Agree { own, .. }
            | Check::NotAfter { own, .. }
            | Check::NotBefore { own, .. } => match self.own.get(own).value {
                Datum::Missing | Datum::Denied | Datum::Unreadable => lacking(own, Lack::Value),
                Datum::When(_) | Datum::Number(_) | Datum::Text(_) => None,
            },
            Check::Unlike { .. } => likeness::gap(self.own, &self.coverage.link.own_texts)
                .and_then(|own| lacking(own, Lack::Value)),
        })
    }

    /// Whether the term within which one must come is still running.
    fn still_to_come(&self) -> Option<(Verdict, Seen)> {
        self.coverage.checks.iter().find_map(|check| {
            let Check::Within { own, term, .. } = *check else {
                return None;
            };
            let as_of = self.closing.as_of;
            match self.due(self.own.get(own).when()?.first, term) {
                Due::On(due) if as_of <= due => Some((Verdict::Pending, Seen::Due { own, due })),
                Due::On(_) => None,
                Due::Between { earliest: due, .. } if as_of <= due => {
                    Some((Verdict::Pending, Seen::Due { own, due }))
                }
                Due::Between { latest, .. } if as_of > latest => None,
                Due::Between {
                    earliest,
                    latest,
                    year,
                } => Some((
                    Verdict::Undetermined,
                    Seen::Unannounced {
                        earliest,
                        latest,
                        year,
                    },
                )),
                Due::NeedsTime | Due::OutOfRange => {
                    Some((Verdict::Undetermined, Seen::OutOfCalendar))
                }
            }
        })
    }

    /// How another record fits: the first check that it fails, else the first that cannot be told.
    fn fit(&self, side: Side<'_>) -> Fit {
        let mut fit = Fit::Good;
        for check in &self.coverage.checks {
            match (self.passes(*check, side), &fit) {
                (Fit::Bad(seen), _) => return Fit::Bad(seen),
                (unknown @ Fit::Unknown(_), Fit::Good) => fit = unknown,
                (Fit::Good | Fit::Unknown(_), _) => {}
            }
        }
        fit
    }

    fn passes(&self, check: Check, side: Side<'_>) -> Fit {
        match check {
            Check::Agree { other, own } => self.agrees(other, own, side),
            Check::NotAfter { other, own } => {
                let seen = Seen::After { other, own };
                self.ordered(other, own, side, |theirs, ours| order(theirs, ours, seen))
            }
            Check::NotBefore { other, own } => {
                let seen = Seen::Before { other, own };
                self.ordered(other, own, side, |theirs, ours| order(ours, theirs, seen))
            }
            Check::Within { other, own, term } => self.ordered(other, own, side, |theirs, ours| {
                self.in_time(check, theirs, self.due(ours.first, term))
            }),
            Check::Unlike { at_most } => self.unlike(at_most, side),
        }
    }

    fn agrees(&self, other: Slot, own: Slot, side: Side<'_>) -> Fit {
        let (theirs, ours) = (side.get(other), self.own.get(own));
        let known =
            |value: Datum| !matches!(value, Datum::Missing | Datum::Denied | Datum::Unreadable);
        if !known(theirs.value) || !known(ours.value) {
            return Fit::Unknown(Seen::Unclear(other));
        }
        let same = match (theirs.number(), ours.number()) {
            (Some(theirs), Some(ours)) => theirs == ours,
            _ => theirs.value == ours.value,
        };
        if same {
            Fit::Good
        } else {
            Fit::Bad(Seen::Differs { other, own })
        }
    }

    fn unlike(&self, at_most: Exact, side: Side<'_>) -> Fit {
        let link = &self.coverage.link;
        if let Some(own) = likeness::gap(self.own, &link.own_texts) {
            return Fit::Unknown(Seen::Lacking(own, Lack::Value));
        }
        if let Some(other) = likeness::gap(side, &link.other_texts) {
            return Fit::Unknown(Seen::Unclear(other));
        }
        let slots = &link.own_texts.slots;
        match likeness::too_much(slots, self.own.texts, side.texts, at_most) {
            Some(taken) => Fit::Bad(Seen::TakenOver(taken)),
            None => Fit::Good,
        }
    }

    /// Compares two dates, where both are known.
    fn ordered(
        &self,
        other: Slot,
        own: Slot,
        side: Side<'_>,
        judge: impl FnOnce(When, When) -> Option<Fit>,
    ) -> Fit {
        let dates = side.get(other).when().zip(self.own.get(own).when());
        let judged = dates.and_then(|(theirs, ours)| judge(theirs, ours));
        judged.unwrap_or(Fit::Unknown(Seen::Unclear(other)))
    }

    fn in_time(&self, check: Check, theirs: When, due: Due) -> Option<Fit> {
        let Check::Within { other, own, .. } = check else {
            return None;
        };
        let late = |due: Day| Seen::Late {
            other,
            own,
            due,
            happened: theirs.first,
        };
        // What is only planned has not come.
        if theirs.first > self.closing.as_of {
            return None;
        }
        match due {
            Due::On(due) if theirs.last <= due => Some(Fit::Good),
            Due::On(due) if theirs.first > due => Some(Fit::Bad(late(due))),
            Due::Between { earliest, .. } if theirs.last <= earliest => Some(Fit::Good),
            Due::Between { latest, .. } if theirs.first > latest => Some(Fit::Bad(late(latest))),
            Due::On(_) | Due::Between { .. } | Due::NeedsTime | Due::OutOfRange => None,
        }
    }

    fn due(&self, from: Day, term: Term) -> Due {
        self.closing.calendar.due(from, term, Counting::PLAIN)
    }
}

/// Whether one date does not lie after another; `None` where it cannot be told.
fn order(first: When, second: When, broken: Seen) -> Option<Fit> {
    if first.instant_first() > second.instant_last() {
        Some(Fit::Bad(broken))
    } else if first.last <= second.first || first.instant_last() <= second.instant_first() {
        Some(Fit::Good)
    } else {
        None
    }
}
