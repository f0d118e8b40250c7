//! Terms in the order of the hashes of their beginnings, and which of them stand at a place of a text.

use super::filter::{Last, Start, whole};
use super::fold::table;
use super::sieve::Sieve;
use super::walk::{Gap, Walk};
use crate::order;
use alloc::{collections::BTreeMap, vec::Vec};
use core::ops::Range;

/// Terms, ready to be looked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// In the order of their hashes, those with the same hash in the order of their symbols.
    terms: Vec<Term>,
    /// The first term of each bucket of hashes, and behind the last how many terms there are.
    buckets: Vec<u32>,
    /// Bits of a hash that choose no bucket.
    shift: u32,
    symbols: Vec<char>,
    /// What terms stand for; many stand for the same.
    targets: Vec<Vec<Target>>,
}

/// A term; its symbols reach to the first of the next.
#[derive(Debug, Clone, Copy)]
struct Term {
    /// The hash of its first four symbols, or of as many as it has.
    hash: u64,
    symbols: u32,
    targets: u32,
}

/// What stands for what, while an index is made.
type Sets = BTreeMap<Vec<Target>, u32>;

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
    /// An index of terms, each of at least two symbols.
    pub(super) fn new(terms: Vec<(Vec<char>, Target)>) -> Self {
        let hashed = terms.into_iter();
        let hashed = hashed.map(|(symbols, target)| (hash(&symbols, 4), symbols, target));
        let mut terms: Vec<(u64, Vec<char>, Target)> = hashed.collect();
        order::sort(&mut terms);
        terms.dedup();
        let mut index = Self::default();
        let mut sets = Sets::new();
        for same in terms.chunk_by(|one, next| (one.0, &one.1) == (next.0, &next.1)) {
            let targets = same.iter().map(|(_, _, target)| *target).collect();
            let count = narrow(sets.len());
            let targets = *sets.entry(targets).or_insert(count);
            if let Some((hash, symbols, _)) = same.first() {
                index.terms.push(Term {
                    hash: *hash,
                    symbols: narrow(index.symbols.len()),
                    targets,
                });
                index.symbols.extend_from_slice(symbols);
            }
        }
        let mut sets: Vec<(Vec<Target>, u32)> = sets.into_iter().collect();
        order::sort_by_key(&mut sets, |(_, number)| *number);
        index.targets = sets.into_iter().map(|(targets, _)| targets).collect();
        index.fill();
        index
    }

    /// Says where the terms of each bucket begin.
    fn fill(&mut self) {
        let count = self.terms.len().next_power_of_two().max(2);
        self.shift = 64_u32.saturating_sub(count.trailing_zeros());
        let mut place = 0;
        for bucket in 0..=count {
            let before = |term: &Term| bucket_of(term.hash, self.shift) < bucket;
            while self.terms.get(place).is_some_and(before) {
                place = place.saturating_add(1);
            }
            self.buckets.push(narrow(place));
        }
    }

    /// How the terms of wanted entries begin: what a [sieve](super::sieve::Sieve) lets pass.
    pub(super) fn starts(&self, wanted: impl Fn(u32) -> bool) -> Vec<Start> {
        let is_wanted = |place: &usize| {
            let mut targets = self.targets(*place).iter();
            targets.any(|target| wanted(target.entry))
        };
        let mut starts = Vec::new();
        for place in (0..self.terms.len()).filter(is_wanted) {
            let symbols = self.symbols(place);
            let (pair, three) = (hash(symbols, 2), hash(symbols, 3));
            let mut begin = |hash| starts.push(Start { pair, hash });
            begin(hash(symbols, 4));
            begin(three);
            if symbols.len() == 3 {
                begin(whole(three));
            }
        }
        starts
    }

    /// Whether there is a term with a hash.
    pub(super) fn has(&self, hash: u64) -> bool {
        !self.range(hash).is_empty()
    }

    /// The terms that pass a sieve and stand in a text at a place, the shorter before the longer.
    pub(super) fn at<'i>(
        &'i self,
        sieve: &Sieve,
        text: &str,
        at: usize,
        mut take: impl FnMut(Match<'i>),
    ) {
        let walk = Walk::from(text, at);
        let mut last = Last::default();
        for (count, step) in (1..=4).zip(walk.clone()) {
            last.next(table().unit(step.written));
            let (hash, passes) = match count {
                2 => (last.two, last.two),
                3 => (last.three, whole(last.three)),
                4 => (last.four, last.four),
                _ => continue,
            };
            if sieve.passes(passes) {
                self.among(hash, walk.clone(), &mut take);
            }
        }
    }

    /// The terms with a hash that a text goes on with.
    fn among<'i>(&'i self, hash: u64, walk: Walk<'_>, mut take: impl FnMut(Match<'i>)) {
        let mut terms = self.range(hash);
        let mut gap = Gap::None;
        for (length, step) in (1..).zip(walk) {
            if terms.is_empty() {
                return;
            }
            terms = self.narrowed(terms, length, step.symbol);
            if length > 1 {
                gap = gap.max(step.gap);
            }
            if !terms.is_empty() && self.symbols(terms.start).len() == length {
                take(Match {
                    end: step.end,
                    gap,
                    length,
                    targets: self.targets(terms.start),
                });
                terms.start = terms.start.saturating_add(1);
            }
        }
    }

    /// Of terms that are alike before a symbol, counted from one, those that have it.
    fn narrowed(&self, terms: Range<usize>, number: usize, symbol: char) -> Range<usize> {
        let own = |place: usize| {
            let at = number.checked_sub(1)?;
            self.symbols(place).get(at).copied()
        };
        let from = first(terms.clone(), |place| own(place) >= Some(symbol));
        from..first(from..terms.end, |place| own(place) > Some(symbol))
    }

    /// The places of the terms with a hash.
    fn range(&self, hash: u64) -> Range<usize> {
        let bucket = bucket_of(hash, self.shift);
        let start = |bucket: usize| self.buckets.get(bucket).map_or(0, |start| wide(*start));
        let bucket = start(bucket)..start(bucket.saturating_add(1));
        let terms = self.terms.get(bucket.clone()).unwrap_or_default();
        let before = terms.partition_point(|term| term.hash < hash);
        let rest = terms.get(before..).unwrap_or_default();
        let own = rest.partition_point(|term| term.hash == hash);
        let from = bucket.start.saturating_add(before);
        from..from.saturating_add(own)
    }

    fn symbols(&self, place: usize) -> &[char] {
        let start = |place: usize| self.terms.get(place).map(|term| wide(term.symbols));
        let next = start(place.saturating_add(1)).unwrap_or(self.symbols.len());
        let own = start(place).and_then(|start| self.symbols.get(start..next));
        own.unwrap_or_default()
    }

    fn targets(&self, place: usize) -> &[Target] {
        let set = self.terms.get(place).map(|term| wide(term.targets));
        set.and_then(|set| self.targets.get(set))
            .map_or(&[], Vec::as_slice)
    }
}

/// The first of places from which on something holds; their end, if it holds nowhere.
fn first(places: Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (places.start, places.end);
    while from < to {
        let middle = from.midpoint(to);
        if holds(middle) {
            to = middle;
        } else {
            from = middle.saturating_add(1);
        }
    }
    from
}

/// The hash of so many of the first symbols, or of fewer if there are no more.
fn hash(symbols: &[char], most: usize) -> u64 {
    let mut last = Last::default();
    for symbol in symbols.iter().take(most) {
        last.next(table().unit(*symbol));
    }
    match symbols.len().min(most) {
        2 => last.two,
        3 => last.three,
        _ => last.four,
    }
}

/// How a pair of symbols begins.
pub(super) fn pair(first: char, second: char) -> Start {
    let pair = hash(&[first, second], 2);
    Start { pair, hash: pair }
}

fn bucket_of(hash: u64, shift: u32) -> usize {
    usize::try_from(hash.wrapping_shr(shift)).unwrap_or(usize::MAX)
}

fn wide(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
