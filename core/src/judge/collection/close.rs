//! Judging what has been gathered.

use super::{Collection, Group, Hash, Holders, Item, Other, Owner, Place, Row, count, coverage};
use crate::duty::Verdict;
use crate::duty::demand::{Demand, Link, MOST_PAIRS};
use crate::duty::program::{Duty, Program};
use crate::duty::together::Seen;
use crate::duty::verdict::Tally;
use crate::record::{Slot, calendar::View};
use crate::words::Day;
use alloc::{collections::BTreeMap, vec::Vec};

/// By what a collection is judged.
#[derive(Debug, Clone, Copy)]
pub struct Closing<'c> {
    /// The programs, by the number of their kind.
    pub programs: &'c [Program],
    /// The calendar as it is known.
    pub calendar: View<'c>,
    /// The day of judgement.
    pub as_of: Day,
}

/// What many records together amount to.
#[derive(Debug, Clone)]
pub struct Closed<'c> {
    /// What is worth saying, by rule and record.
    pub judgements: Vec<Judgement<'c>>,
    /// How many records each rule gave each verdict; where none may be like another, how many keys.
    pub tallies: BTreeMap<u16, Tally>,
}

/// What a rule says about records that left the same behind.
#[derive(Debug, Clone)]
pub struct Judgement<'c> {
    /// The rule.
    pub duty: &'c Duty,
    /// The program of the records' kind.
    pub program: &'c Program,
    /// The hash of their key, where they have one.
    pub key: Option<Hash>,
    /// What it amounts to.
    pub verdict: Verdict,
    /// What was seen.
    pub seen: Seen,
    /// The records.
    pub holders: &'c Holders,
    /// What they left behind.
    pub own: Side<'c>,
    /// The other records that were looked at first, where any were.
    pub other: Option<(Side<'c>, &'c [Row])>,
}

/// What records left behind, by field.
#[derive(Debug, Clone, Copy)]
pub struct Side<'c> {
    /// The fields.
    pub slots: &'c [Slot],
    /// What they left behind, in the same order.
    pub items: &'c [Item],
}

/// The other records that a rule looks at beside one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Others<'c> {
    slots: &'c [Slot],
    members: &'c BTreeMap<Other, Holders>,
    /// How many more may belong to them.
    pub(super) strays: u64,
}

/// Another record, or several that left the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member<'c> {
    pub(super) certain: bool,
    pub(super) side: Side<'c>,
    pub(super) holders: &'c Holders,
}

/// What a rule says about a record, and which other record it says it of.
pub(super) type Found<'c> = (Verdict, Seen, Option<Member<'c>>);

impl<'c> Side<'c> {
    /// What a field left behind.
    #[must_use]
    pub fn get(&self, slot: Slot) -> &'c Item {
        let position = self.slots.iter().position(|other| *other == slot);
        position
            .and_then(|position| self.items.get(position))
            .unwrap_or(&Item::MISSING)
    }
}

impl<'c> Others<'c> {
    pub(super) fn iter(&self) -> impl Iterator<Item = Member<'c>> {
        let slots = self.slots;
        self.members.iter().map(move |(other, holders)| Member {
            certain: other.certain,
            side: Side {
                slots,
                items: &other.items,
            },
            holders,
        })
    }
}

impl Collection {
    /// Judges what has been gathered.
    #[must_use]
    pub fn close<'c>(&'c self, closing: &Closing<'c>) -> Closed<'c> {
        let mut closed = Closed {
            judgements: Vec::new(),
            tallies: BTreeMap::new(),
        };
        for (rule, count) in &self.outside {
            let tally = closed.tallies.entry(*rule).or_default();
            tally.not_applicable = *count;
        }
        for ((rule, place), group) in &self.groups {
            let strays = self.groups.get(&(*rule, Place::Strays));
            let strays = strays.map_or(0, |group| total(group.others.values()));
            let meeting = Meeting {
                closing,
                rule: *rule,
                place: *place,
                group,
                strays,
            };
            meeting.judge(&mut closed);
        }
        closed.judgements.sort_by(|a, b| {
            let order = |judgement: &Judgement<'c>| (judgement.duty.rule, &judgement.holders.rows);
            order(a).cmp(&order(b))
        });
        closed
    }
}

fn total<'h>(holders: impl Iterator<Item = &'h Holders>) -> u64 {
    holders.fold(0, |sum, holders| sum.saturating_add(holders.count))
}

/// The records of one rule that meet at one place.
struct Meeting<'m, 'c> {
    closing: &'m Closing<'c>,
    rule: u16,
    place: Place,
    group: &'c Group,
    strays: u64,
}

impl<'c> Meeting<'_, 'c> {
    fn judge(&self, closed: &mut Closed<'c>) {
        for (owner, holders) in &self.group.owners {
            let program = self.closing.programs.get(usize::from(owner.kind));
            let Some((program, duty)) =
                program.and_then(|program| Some((program, program.duty(self.rule)?)))
            else {
                continue;
            };
            let Some(link) = duty.demand.link() else {
                continue;
            };
            let (verdict, seen, other) = self.verdict(duty, link, owner, holders);
            let together = matches!(duty.demand, Demand::Unique(_)) && self.key().is_some();
            let count = if together { 1 } else { holders.count };
            let tally = closed.tallies.entry(self.rule).or_default();
            tally.count_many(verdict, count);
            if verdict > Verdict::Met {
                closed.judgements.push(Judgement {
                    duty,
                    program,
                    key: self.key(),
                    verdict,
                    seen,
                    holders,
                    own: side(link, owner),
                    other: other.map(|member| (member.side, member.holders.rows.as_slice())),
                });
            }
        }
    }

    const fn key(&self) -> Option<Hash> {
        match self.place {
            Place::Key(key) => Some(key),
            Place::Lacking(..) | Place::Strays => None,
        }
    }

    fn verdict(
        &self,
        duty: &'c Duty,
        link: &'c Link,
        owner: &'c Owner,
        holders: &Holders,
    ) -> Found<'c> {
        if let Place::Lacking(_, slot, lack) = self.place {
            return (Verdict::Undetermined, Seen::Lacking(slot, lack), None);
        }
        let pairs = self
            .group
            .owners
            .len()
            .saturating_mul(self.group.others.len());
        if u64::try_from(pairs).is_ok_and(|pairs| pairs > MOST_PAIRS) {
            return (Verdict::Undetermined, Seen::Crowded, None);
        }
        let own = side(link, owner);
        let others = Others {
            slots: &link.other,
            members: &self.group.others,
            strays: self.strays,
        };
        match &duty.demand {
            Demand::Unique(_) if holders.count > 1 => (Verdict::Breached, Seen::Repeated, None),
            Demand::Count(count) => count::close(count, own, others, self.closing),
            Demand::Coverage(coverage) => coverage::close(coverage, own, others, self.closing),
            Demand::Unique(_)
            | Demand::Fields(_)
            | Demand::Deadline(_)
            | Demand::Order(_)
            | Demand::Channels(_)
            | Demand::Listed(_)
            | Demand::Totals(_) => (Verdict::Met, Seen::Plain, None),
        }
    }
}

fn side<'c>(link: &'c Link, owner: &'c Owner) -> Side<'c> {
    Side {
        slots: &link.own,
        items: &owner.items,
    }
}
