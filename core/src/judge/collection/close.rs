//! Judging what has been gathered.

use super::circle::Circles;
use super::held::Held;
use super::rollup::Sums;
use super::series::Run;
use super::{
    Collection, Group, Hash, Holders, Item, Other, Owner, Place, Prose, Row, count, coverage,
    stages,
};
use crate::duty::Verdict;
use crate::duty::demand::{Demand, Link, MOST_CHARACTERS, MOST_PAIRS};
use crate::duty::pack::compile::Programs;
use crate::duty::program::{Duty, Program};
use crate::duty::together::Seen;
use crate::duty::verdict::Tally;
use crate::lazy::Lazy;
use crate::record::{Slot, calendar::View, codes::CodeList};
use crate::words::Day;
use alloc::{collections::BTreeMap, vec::Vec};

/// By what a collection is judged.
#[derive(Debug, Clone, Copy)]
pub struct Closing<'c> {
    /// The programs, by the number of their kind.
    pub programs: &'c Programs,
    /// The lists, by number.
    pub lists: &'c [Lazy<CodeList>],
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
    /// What the texts that are compared left behind; none where one is of no use.
    pub texts: &'c [Option<Prose>],
}

/// The other records that a rule looks at beside one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Others<'c> {
    slots: &'c [Slot],
    members: &'c Held<Other, Holders>,
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
                texts: &other.texts,
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
            let strays = strays.map_or(0, |group| {
                total(group.others.iter().map(|(_, holders)| holders))
            });
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

/// A record that carries the duty, or several that left the same.
#[derive(Clone, Copy)]
struct Bearer<'c> {
    duty: &'c Duty,
    link: &'c Link,
    own: Side<'c>,
    holders: &'c Holders,
}

/// What all records of a place are compared with.
enum Common {
    Nothing,
    Run(Run),
    Sums(Sums),
    Circles(Circles),
}

impl<'c> Meeting<'_, 'c> {
    fn judge(&self, closed: &mut Closed<'c>) {
        let mut common: Option<Common> = None;
        for (owner, holders) in self.group.owners.iter() {
            let program = self.closing.programs.get(usize::from(owner.kind));
            let Some((program, duty)) =
                program.and_then(|program| Some((program, program.duty(self.rule)?)))
            else {
                continue;
            };
            let Some(link) = duty.demand.link() else {
                continue;
            };
            let bearer = Bearer {
                duty,
                link,
                own: side(link, owner),
                holders,
            };
            let common = common.get_or_insert_with(|| self.common(bearer));
            let (verdict, seen, other) = self.verdict(bearer, common);
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
                    own: bearer.own,
                    other: other.map(|member| (member.side, member.holders.rows.as_slice())),
                });
            }
        }
    }

    /// What is computed once for all records of the place.
    fn common(&self, bearer: Bearer<'c>) -> Common {
        if let Demand::Series(series) = &bearer.duty.demand {
            Common::Run(Run::of(series, &self.group.owners))
        } else if let Demand::Rollup(rollup) = &bearer.duty.demand {
            Common::Sums(Sums::of(rollup, self.others(bearer.link)))
        } else if let Demand::Acyclic(acyclic) = &bearer.duty.demand {
            Common::Circles(Circles::of(acyclic, &self.group.owners))
        } else {
            Common::Nothing
        }
    }

    const fn others(&self, link: &'c Link) -> Others<'c> {
        Others {
            slots: link.other.as_slice(),
            members: &self.group.others,
            strays: self.strays,
        }
    }

    const fn key(&self) -> Option<Hash> {
        match self.place {
            Place::Key(key) => Some(key),
            Place::Lacking(..) | Place::Strays => None,
        }
    }

    fn verdict(&self, bearer: Bearer<'c>, common: &Common) -> Found<'c> {
        if let Place::Lacking(_, slot, lack) = self.place {
            return (Verdict::Undetermined, Seen::Lacking(slot, lack), None);
        }
        let (own, others) = (bearer.own, self.others(bearer.link));
        let pairs = self
            .group
            .owners
            .len()
            .saturating_mul(self.group.others.len());
        // Texts are compared by their characters.
        let compares_texts = !bearer.link.own_texts.slots.is_empty();
        let pairs = pairs.saturating_mul(if compares_texts { MOST_CHARACTERS } else { 1 });
        if u64::try_from(pairs).is_ok_and(|pairs| pairs > MOST_PAIRS) {
            return (Verdict::Undetermined, Seen::Crowded, None);
        }
        match (&bearer.duty.demand, common) {
            (Demand::Unique(_), _) if bearer.holders.count > 1 => {
                (Verdict::Breached, Seen::Repeated, None)
            }
            (Demand::Count(count), _) => count::close(count, own, others, self.closing),
            (Demand::Coverage(coverage), _) => coverage::close(coverage, own, others, self.closing),
            (Demand::Stages(stages), _) => stages::close(stages, own, others, self.closing),
            (Demand::Series(series), Common::Run(run)) => run.close(series, own),
            (Demand::Rollup(rollup), Common::Sums(sums)) => sums.close(rollup, own),
            (Demand::Acyclic(acyclic), Common::Circles(circles)) => circles.close(acyclic, own),
            _ => (Verdict::Met, Seen::Plain, None),
        }
    }
}

fn side<'c>(link: &'c Link, owner: &'c Owner) -> Side<'c> {
    Side {
        slots: &link.own,
        items: &owner.items,
        texts: &owner.texts,
    }
}
