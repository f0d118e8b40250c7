//! Finds terms: a filter on pairs of symbols, and behind it the terms in order.

use super::fold::table;
use super::walk::{Gap, Walk};
use alloc::{vec, vec::Vec};

/// Terms, ready to be looked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    pairs: Filter,
    triples: Filter,
    /// By their pairs, which terms begin so.
    slots: Vec<Slot>,
    terms: Vec<Term>,
    symbols: Vec<char>,
    targets: Vec<Target>,
}

/// Two bits for each place, at which several pairs or triples of symbols can meet.
#[derive(Debug, Clone, Default)]
struct Filter {
    words: Vec<u64>,
    /// Bits of a hash that choose no place.
    shift: u32,
}

/// A longer term may begin so: whether it does, the next symbol tells.
pub(super) const LONGER: u64 = 1;

/// Something may begin so that is to be looked at at once.
pub(super) const AT_ONCE: u64 = 2;

impl Filter {
    /// A filter for so many pairs or triples, with so many places for each.
    fn of(count: usize, each: usize) -> Self {
        let places = count.saturating_mul(each).next_power_of_two().max(64);
        Self {
            words: vec![0; places.div_ceil(32)],
            shift: 32_u32.saturating_sub(places.trailing_zeros()),
        }
    }

    fn set(&mut self, hash: u32, bits: u64) {
        let place = hash.wrapping_shr(self.shift);
        if let Some(word) = self.words.get_mut(wide(place >> 5)) {
            *word |= bits.wrapping_shl(place.wrapping_mul(2));
        }
    }
}

/// Both filters of an index, at hand while a text is gone through.
#[derive(Debug, Clone, Copy)]
pub(super) struct Filters<'i> {
    pairs: (&'i [u64], u32),
    triples: (&'i [u64], u32),
}

impl Filters<'_> {
    /// What may begin with a pair of symbols, by its hash: [`LONGER`], [`AT_ONCE`], both or neither.
    #[inline]
    pub(super) fn pair(&self, hash: u32) -> u64 {
        get(self.pairs, hash)
    }

    /// [`LONGER`] if a term may begin with three symbols, by their hash.
    #[inline]
    pub(super) fn triple(&self, hash: u32) -> u64 {
        get(self.triples, hash) & LONGER
    }
}

#[inline]
fn get((words, shift): (&[u64], u32), hash: u32) -> u64 {
    let place = hash.wrapping_shr(shift);
    let word = words.get(wide(place >> 5)).copied().unwrap_or(0);
    word.wrapping_shr(place.wrapping_mul(2)) & 3
}

/// Which terms begin with a pair.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    pair: u32,
    first: u32,
    count: u32,
}

#[derive(Debug, Clone, Copy)]
struct Term {
    symbols: Span,
    targets: Span,
}

#[derive(Debug, Clone, Copy)]
struct Span {
    from: u32,
    count: u32,
}

impl Span {
    fn of<T>(self, all: &[T]) -> &[T] {
        let from = wide(self.from);
        all.get(from..from.saturating_add(wide(self.count)))
            .unwrap_or_default()
    }
}

/// What a term stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Target {
    /// The entry, by its number.
    pub(super) entry: u32,
    /// What is found where the term is found.
    pub(super) what: What,
}

/// What is found where a term is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// A word in which the terms it covers mean something else.
    Allowed,
    /// The term itself.
    Term,
    /// The beginning of a pattern, by its number.
    Pattern(u32),
}

/// A term that was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Match<'i> {
    /// Where it ends.
    pub(super) end: usize,
    /// The most that stands between two of its symbols.
    pub(super) gap: Gap,
    /// How many symbols it has.
    pub(super) length: usize,
    /// What it stands for.
    pub(super) targets: &'i [Target],
}

impl Index {
    /// An index of terms, each of at least two symbols, and of pairs that are reported as well.
    pub(super) fn new(mut terms: Vec<(Vec<char>, Target)>, pairs: &[(char, char)]) -> Self {
        // By pairs as the filter sees them, so that the terms of a slot lie together.
        terms.sort_unstable_by(|(a, x), (b, y)| (pair(a), a, x).cmp(&(pair(b), b, y)));
        terms.dedup();
        let mut index = Self::default();
        for (symbols, target) in &terms {
            index.add(symbols, *target);
        }
        index.fill(pairs);
        index
    }

    fn add(&mut self, symbols: &[char], target: Target) {
        let same = self
            .terms
            .last()
            .is_some_and(|last| last.symbols.of(&self.symbols) == symbols);
        if !same {
            self.terms.push(Term {
                symbols: Span {
                    from: narrow(self.symbols.len()),
                    count: narrow(symbols.len()),
                },
                targets: Span {
                    from: narrow(self.targets.len()),
                    count: 0,
                },
            });
            self.symbols.extend_from_slice(symbols);
        }
        self.targets.push(target);
        if let Some(last) = self.terms.last_mut() {
            last.targets.count = last.targets.count.saturating_add(1);
        }
    }

    fn fill(&mut self, pairs: &[(char, char)]) {
        let slots = self.by_pairs();
        self.pairs = Filter::of(slots.len().saturating_add(pairs.len()), 8);
        self.triples = Filter::of(self.terms.len(), 16);
        for term in &self.terms {
            let units = term.symbols.of(&self.symbols).iter();
            let mut units = units.map(|symbol| table().unit(*symbol));
            let (Some(first), Some(second)) = (units.next(), units.next()) else {
                continue;
            };
            let pair = pair_hash(first, second);
            match units.next() {
                Some(third) => {
                    self.pairs.set(pair, LONGER);
                    self.triples.set(triple_hash(pair, third), LONGER);
                }
                None => self.pairs.set(pair, AT_ONCE),
            }
        }
        for (first, second) in pairs {
            let (first, second) = (table().unit(*first), table().unit(*second));
            self.pairs.set(pair_hash(first, second), AT_ONCE);
        }
        self.slots = vec![Slot::default(); slots.len().saturating_mul(2).next_power_of_two()];
        for slot in slots {
            self.put(slot);
        }
    }

    /// The terms, those that begin with the same pair together.
    fn by_pairs(&self) -> Vec<Slot> {
        let mut slots: Vec<Slot> = Vec::new();
        for (number, term) in (0..).zip(&self.terms) {
            let Some(pair) = pair(term.symbols.of(&self.symbols)) else {
                continue;
            };
            match slots.last_mut().filter(|last| last.pair == pair) {
                Some(last) => last.count = last.count.saturating_add(1),
                None => slots.push(Slot {
                    pair,
                    first: number,
                    count: 1,
                }),
            }
        }
        slots
    }

    fn put(&mut self, slot: Slot) {
        let most = self.slots.len();
        let mut place = self.home(slot.pair);
        for _ in 0..most {
            if let Some(free) = self.slots.get_mut(place).filter(|free| free.count == 0) {
                *free = slot;
                return;
            }
            place = self.next(place);
        }
    }

    fn home(&self, pair: u32) -> usize {
        wide(mix(pair)) & self.slots.len().wrapping_sub(1)
    }

    fn next(&self, place: usize) -> usize {
        place.wrapping_add(1) & self.slots.len().wrapping_sub(1)
    }

    /// Both filters.
    pub(super) fn filters(&self) -> Filters<'_> {
        Filters {
            pairs: (&self.pairs.words, self.pairs.shift),
            triples: (&self.triples.words, self.triples.shift),
        }
    }

    /// The terms that stand in a text at a place, the shorter before the longer.
    pub(super) fn at<'i>(&'i self, text: &str, at: usize, mut take: impl FnMut(Match<'i>)) {
        let mut walk = Walk::from(text, at);
        let (Some(first), Some(second)) = (walk.next(), walk.next()) else {
            return;
        };
        let units = joined(table().unit(first.symbol), table().unit(second.symbol));
        let Some(slot) = self.slot(units) else {
            return;
        };
        let mut terms = Span {
            from: slot.first,
            count: slot.count,
        }
        .of(&self.terms);
        let (mut gap, mut end, mut length) = (second.gap, second.end, 2);
        terms = self.narrowed(terms, 0, first.symbol);
        terms = self.narrowed(terms, 1, second.symbol);
        loop {
            if let Some(term) = terms
                .first()
                .filter(|term| wide(term.symbols.count) == length)
            {
                take(Match {
                    end,
                    gap,
                    length,
                    targets: term.targets.of(&self.targets),
                });
                terms = terms.get(1..).unwrap_or_default();
            }
            let Some(step) = walk.next().filter(|_| !terms.is_empty()) else {
                return;
            };
            terms = self.narrowed(terms, length, step.symbol);
            (gap, end) = (gap.max(step.gap), step.end);
            length = length.saturating_add(1);
        }
    }

    /// Of terms that are alike up to a depth, those that go on with a symbol.
    fn narrowed<'t>(&self, terms: &'t [Term], depth: usize, symbol: char) -> &'t [Term] {
        let at = |term: &Term| term.symbols.of(&self.symbols).get(depth).copied();
        let from = terms.partition_point(|term| at(term) < Some(symbol));
        let rest = terms.get(from..).unwrap_or_default();
        let to = rest.partition_point(|term| at(term) == Some(symbol));
        rest.get(..to).unwrap_or_default()
    }

    fn slot(&self, pair: u32) -> Option<Slot> {
        let mut place = self.home(pair);
        for _ in 0..self.slots.len() {
            let slot = self.slots.get(place).filter(|slot| slot.count != 0)?;
            if slot.pair == pair {
                return Some(*slot);
            }
            place = self.next(place);
        }
        None
    }
}

/// The hash of two symbols, given by their numbers.
#[inline]
pub(super) const fn pair_hash(first: u16, second: u16) -> u32 {
    joined(first, second).wrapping_mul(0x9e37_79b1)
}

/// The hash of two symbols, given by theirs, and a third.
#[inline]
pub(super) fn triple_hash(pair: u32, third: u16) -> u32 {
    (pair ^ u32::from(third).wrapping_mul(0x85eb_ca6b)).wrapping_mul(0xc2b2_ae35)
}

fn pair(symbols: &[char]) -> Option<u32> {
    let [first, second, ..] = symbols else {
        return None;
    };
    Some(joined(table().unit(*first), table().unit(*second)))
}

const fn joined(first: u16, second: u16) -> u32 {
    let ([a, b], [c, d]) = (first.to_be_bytes(), second.to_be_bytes());
    u32::from_be_bytes([a, b, c, d])
}

const fn mix(pair: u32) -> u32 {
    let mixed = pair.wrapping_mul(0x9e37_79b1);
    (mixed ^ (mixed >> 15)).wrapping_mul(0x85eb_ca77)
}

fn wide(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
