//! Goes through a text once, character by character, and looks closer where something may begin.

use super::around::{is_excused, is_placed, stands_alone};
use super::fold::table;
use super::index::{AT_ONCE, Filters, LONGER, Match, Target, What, pair_hash, triple_hash};
use super::number::{Number, Run};
use super::source::Finds;
use super::walk::{Gap, Walk, back, head, in_word, line};
use super::{Hit, Look, Looked, Screen};
use crate::words::DocumentNumber;
use alloc::vec::Vec;
use core::ops::Range;

/// How far ahead of its beginning a hit may depend on the text, in bytes.
pub(super) const REACH: usize = 16_384;

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

/// The two symbols that were taken last.
#[derive(Clone, Copy)]
struct Window {
    /// Where the one before the last stands.
    before: usize,
    /// Where the last stands.
    last: usize,
    /// The number of the last.
    unit: u16,
    /// The hash of both.
    hash: u32,
    /// Whether a longer term may begin with both.
    open: u64,
}

/// Places where something may begin, as the filters tell when a symbol comes.
struct Seen {
    /// [`LONGER`] if a term may begin at the symbol before the last, [`AT_ONCE`] if something may at the last.
    bits: u64,
    /// The symbols before the one that came.
    window: Window,
    /// The number of the one that came.
    unit: u16,
}

impl Seen {
    const fn of(bits: u64, window: Window, unit: u16) -> Self {
        Self { bits, window, unit }
    }
}

impl Window {
    /// Nothing was taken: no place lies so far.
    const START: Self = Self {
        before: usize::MAX,
        last: usize::MAX,
        unit: 0,
        hash: 0,
        open: 0,
    };

    /// Takes the next symbol; what the filters tell of it.
    #[inline]
    fn next(&mut self, at: usize, unit: u16, filters: Filters<'_>) -> u64 {
        let hash = pair_hash(self.unit, unit);
        let kind = filters.pair(hash);
        let longer = self.open & filters.triple(triple_hash(self.hash, unit));
        *self = Self {
            before: self.last,
            last: at,
            unit,
            hash,
            open: kind & LONGER,
        };
        longer | (kind & AT_ONCE)
    }
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
        let (table, filters, limit) = (table(), self.screen.index.filters(), range.end);
        let mut window = Window::START;
        let chars = self.text.get(range.clone()).unwrap_or("").char_indices();
        let units = chars.map(|(at, c)| (range.start.wrapping_add(at), table.unit(c)));
        for (at, unit) in units.filter(|(_, unit)| *unit != 0) {
            let before = window;
            let bits = window.next(at, unit, filters);
            if bits != 0 {
                self.look_at(&Seen::of(bits, before, unit), limit, state, hits);
            }
        }
        // What begins at the end of the range goes on behind it.
        for step in Walk::from(self.text, limit).take(2) {
            let (before, unit) = (window, table.unit(step.written));
            let bits = window.next(step.start, unit, filters);
            self.look_at(&Seen::of(bits, before, unit), limit, state, hits);
        }
    }

    /// Looks closer at the places where something may begin, if they lie before a limit.
    ///
    /// What is found there depends on nothing further off than [`REACH`].
    #[inline(never)]
    fn look_at(&self, seen: &Seen, limit: usize, state: &mut State, hits: &mut Vec<Hit>) {
        let Window { before, last, .. } = seen.window;
        let near = |start: usize| Scan {
            text: head(self.text, start.saturating_add(REACH)),
            ..*self
        };
        if seen.bits & LONGER != 0 && before < limit {
            near(before).terms(before, state, hits);
        }
        if seen.bits & AT_ONCE != 0 && last < limit {
            near(last).numbers(seen, state, hits);
            near(last).terms(last, state, hits);
        }
    }

    fn numbers(&self, seen: &Seen, state: &mut State, hits: &mut Vec<Hit>) {
        let is_digit = |unit: u16| (0x30..=0x39).contains(&unit);
        let Window { unit, last, .. } = seen.window;
        if is_digit(seen.unit) && last >= state.digits {
            if is_digit(unit) {
                self.digits(last, state, hits);
            } else if unit == 0x28 {
                self.document_number(last, state, hits);
            }
        }
    }

    fn terms(&self, start: usize, state: &mut State, hits: &mut Vec<Hit>) {
        let mut best: Option<Candidate> = None;
        self.screen.index.at(self.text, start, |found| {
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
                pattern.follow(self.text, start, found.end, &self.screen.names)?
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
        let whole = entry
            .line
            .then(|| line(self.text, hit.start, hit.end))
            .flatten();
        let (from, to) = whole.unwrap_or((hit.start, hit.end));
        let from = from.max(state.taken);
        let first = Walk::from(self.text, from)
            .next()
            .map_or(hit.start, |step| step.start);
        let last = back(self.text, to).next().map_or(hit.end, |step| step.end);
        (first.min(hit.start), last.max(hit.end))
    }

    fn digits(&self, start: usize, state: &mut State, hits: &mut Vec<Hit>) {
        let run = Run::at(self.text, start);
        state.digits = run.numbers(|number| self.number(&number, state, hits));
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

    /// A year in brackets, with a mark before and a serial behind it, that forms no document number.
    fn document_number(&self, start: usize, state: &mut State, hits: &mut Vec<Hit>) {
        let Some(entry) = self
            .screen
            .finding(Finds::MalformedDocumentNumber, self.look)
            .next()
        else {
            return;
        };
        let Some((from, to)) = document(self.text, start) else {
            return;
        };
        let written = self.text.get(from..to).unwrap_or("");
        if DocumentNumber::parse(written).is_err() {
            let hit = Candidate {
                start: from,
                end: to,
                entry: entry.0,
                parted: false,
            };
            self.settle(hit, state, hits);
        }
    }
}

/// The longest mark before the year, and the longest serial behind it, in symbols.
const MARK: usize = 16;
const SERIAL: usize = 10;

/// Where a document number around an opening bracket lies: mark, year in brackets, and up to 号.
fn document(text: &str, bracket: usize) -> Option<(usize, usize)> {
    let mut inside = Walk::from(text, bracket).skip(1);
    let digits = inside
        .by_ref()
        .take(4)
        .all(|step| step.symbol.is_ascii_digit());
    let close = inside.next().filter(|step| digits && step.symbol == ')')?;
    let mut end = None;
    let mut digits = 0_usize;
    for step in Walk::from(text, close.end).take(SERIAL) {
        match step.symbol {
            '号' if digits > 0 => {
                end = Some(step.end);
                break;
            }
            '0'..='9' => digits = digits.saturating_add(1),
            '(' | ')' | '第' => {}
            _ => return None,
        }
    }
    let mark = back(text, bracket)
        .take(MARK)
        .take_while(|step| step.gap <= Gap::Silent && in_word(step.symbol));
    let from = mark.last()?.start;
    Some((from, end?))
}
