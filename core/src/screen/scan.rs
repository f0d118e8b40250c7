//! Goes through a text once, and looks closer where something may begin.

use super::around::{is_excused, is_placed, stands_alone};
use super::begin::{Beginnings, Begins};
use super::index::{Match, Target, What};
use super::number::Number;
use super::source::Finds;
use super::walk::{Gap, Walk, back, head, line};
use super::{Hit, Look, Looked, Screen};
use alloc::vec::Vec;
use core::ops::Range;

/// How far ahead of its beginning a hit may depend on the text, in bytes: a pattern, and two walks behind it.
pub(super) const REACH: usize = 16_384;

/// How far ahead of its beginning a pattern may reach, in bytes.
const PATTERN: usize = 8192;

/// Up to where a text has been settled.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    /// Where the last hit ends: hits do not overlap.
    taken: usize,
    /// Where the last allowed word ends.
    allowed: usize,
    /// Where the last run of digits ends.
    digits: usize,
}

impl State {
    /// Nothing is settled.
    pub(super) const START: Self = Self {
        taken: 0,
        allowed: 0,
        digits: 0,
    };

    /// The same, seen from a place further on in the text.
    pub(super) fn moved(self, by: usize) -> Self {
        Self {
            taken: self.taken.saturating_sub(by),
            allowed: self.allowed.saturating_sub(by),
            digits: self.digits.saturating_sub(by),
        }
    }
}

/// A text and what is looked for in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'s> {
    pub(super) screen: &'s Screen,
    pub(super) look: &'s Look<'s>,
    pub(super) text: &'s str,
}

/// A hit on its way.
#[derive(Clone, Copy)]
struct Candidate {
    start: usize,
    end: usize,
    entry: u32,
    parted: bool,
}

impl Scan<'_> {
    /// Finds everything that begins in a range.
    pub(super) fn run(&self, range: Range<usize>, state: &mut State, hits: &mut Vec<Hit>) {
        let beginnings = Beginnings {
            index: &self.screen.index,
            sieve: &self.screen.sieve,
            text: self.text,
        };
        let mut digits = state.digits;
        beginnings.within(range, &mut digits, |begins| {
            self.look_at(begins, state, hits);
        });
        state.digits = digits;
    }

    /// Looks at what begins at a place. What is found depends on nothing further off than [`REACH`].
    #[inline(never)]
    pub(super) fn look_at(&self, begins: Begins, state: &mut State, hits: &mut Vec<Hit>) {
        match begins {
            Begins::Term(start) => self.terms(start, state, hits),
            Begins::Number(number) => self.number(&number, state, hits),
            Begins::Malformed(from, to) => self.document_number(from, to, state, hits),
        }
    }

    fn terms(&self, start: usize, state: &mut State, hits: &mut Vec<Hit>) {
        let mut best: Option<Candidate> = None;
        let Screen { index, sieve, .. } = self.screen;
        index.at(sieve, self.text, start, |found| {
            if self.allows(&found) {
                state.allowed = state.allowed.max(found.end);
            }
            let targets = found.targets.iter();
            let candidates = targets.filter_map(|target| self.candidate(start, &found, *target));
            // Of equal ones the first stands.
            best = candidates.fold(best, |best, own| {
                best.filter(|best| best.end >= own.end).or(Some(own))
            });
        });
        if let Some(best) = best.filter(|best| best.end > state.allowed) {
            self.settle(best, state, hits);
        }
    }

    /// Whether a term is a word in which the terms it covers mean something else.
    fn allows(&self, found: &Match<'_>) -> bool {
        let mut allowed = found
            .targets
            .iter()
            .filter(|target| target.what == What::Allowed);
        allowed.any(|target| self.screen.active(target.entry, self.look).is_some())
    }

    fn candidate(&self, start: usize, found: &Match<'_>, target: Target) -> Option<Candidate> {
        let entry = self.screen.active(target.entry, self.look)?;
        if !stands_alone(self.text, start, found) {
            return None;
        }
        let (start, end) = match target.what {
            What::Pattern(number) => {
                let pattern = self.screen.patterns.get(usize::try_from(number).ok()?)?;
                let near = head(self.text, start.saturating_add(PATTERN));
                pattern.follow(near, start, found.end, &self.screen.names)?
            }
            What::Term => (start, found.end),
            What::Allowed => return None,
        };
        let excused = is_excused(self.text, start, end, entry);
        let counts = entry.mention || is_placed(self.text, start, end, entry.place);
        (counts && !excused).then_some(Candidate {
            start,
            end,
            entry: target.entry,
            parted: found.gap > Gap::None,
        })
    }

    /// Writes a hit down, unless one before reaches into it.
    fn settle(&self, hit: Candidate, state: &mut State, hits: &mut Vec<Hit>) {
        let Some(entry) = self.screen.entry(hit.entry) else {
            return;
        };
        if hit.start < state.taken {
            return;
        }
        let mention = entry.doubtful || !is_placed(self.text, hit.start, hit.end, entry.place);
        let (start, end) = self.extent(&hit, entry, state);
        state.taken = end;
        hits.push(Hit {
            start,
            end,
            entry: hit.entry,
            mention,
            parted: hit.parted,
            hidden: false,
        });
    }

    /// From where to where a hit reaches: its line, for what was put into a text as a line.
    fn extent(&self, hit: &Candidate, entry: &Looked, state: &State) -> (usize, usize) {
        let whole = || line(self.text, hit.start, hit.end);
        let Some((from, to)) = Some(entry).filter(|entry| entry.line).and_then(|_| whole()) else {
            return (hit.start, hit.end);
        };
        let from = from.max(state.taken);
        let first = Walk::from(self.text, from)
            .next()
            .map_or(hit.start, |step| step.start);
        let last = back(self.text, to).next().map_or(hit.end, |step| step.end);
        (first.min(hit.start), last.max(hit.end))
    }

    fn number(&self, number: &Number, state: &mut State, hits: &mut Vec<Hit>) {
        let young = |entry: &Looked| {
            let age = number.resident.and_then(|id| id.age_on(self.look.day));
            entry
                .younger_than
                .is_none_or(|limit| age.is_some_and(|age| age < limit))
        };
        let excused = |entry: &Looked| is_excused(self.text, number.start, number.end, entry);
        // A name beside a number is looked for also where the number itself is not.
        let all = Look {
            chosen: None,
            ..*self.look
        };
        let mut found = self.screen.finding(number.is, &all);
        let Some((entry, _)) = found
            .find(|(_, entry)| young(entry) && !excused(entry))
            .filter(|_| number.end > state.allowed)
        else {
            return;
        };
        self.name_before(number.start, state, hits);
        if self.screen.active(entry, self.look).is_some() {
            let hit = Candidate {
                start: number.start,
                end: number.end,
                entry,
                parted: false,
            };
            self.settle(hit, state, hits);
        }
    }

    /// The name that a number belongs to, where one stands before it.
    fn name_before(&self, start: usize, state: &mut State, hits: &mut Vec<Hit>) {
        let finding = self.screen.finding(Finds::NameBeforeNumber, self.look);
        for (entry, _) in finding {
            if let Some((from, to)) = self.screen.names.before(self.text, start) {
                let hit = Candidate {
                    start: from,
                    end: to,
                    entry,
                    parted: false,
                };
                self.settle(hit, state, hits);
            }
        }
    }

    fn document_number(&self, start: usize, end: usize, state: &mut State, hits: &mut Vec<Hit>) {
        let is = Finds::MalformedDocumentNumber;
        if let Some((entry, _)) = self.screen.finding(is, self.look).next() {
            let hit = Candidate {
                start,
                end,
                entry,
                parted: false,
            };
            self.settle(hit, state, hits);
        }
    }
}
