//! The documents of one folder by what is known of them: the one that a file belongs to is looked up and not sought.

use super::facts::Facts;
use std::collections::{BTreeMap, BTreeSet};

/// The longest name that may stand within another, in characters; of longer ones only the same is the same.
const LONGEST: usize = 64;

/// What is known of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Known {
    pub(super) kind: String,
    pub(super) year: Option<String>,
    pub(super) publisher: Option<String>,
}

/// Names of publishers, in full and in short.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<String, BTreeSet<String>>);

/// The documents of a folder.
#[derive(Debug, Default)]
pub(super) struct Beside {
    by_publisher: BTreeMap<Known, BTreeSet<usize>>,
    // Of any publisher.
    by_year: BTreeMap<(String, Option<String>), BTreeSet<usize>>,
}

impl Names {
    /// Of each name those that it stands in, and those that stand in it.
    pub(super) fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let all: BTreeSet<&str> = names.collect();
        let lengths = all.iter().map(|name| name.chars().count());
        let lengths: BTreeSet<usize> = lengths.filter(|length| *length <= LONGEST).collect();
        let mut related: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut relate = |one: &str, other: &str| {
            let own = related.entry(one.to_owned()).or_default();
            own.insert(other.to_owned());
        };
        for long in &all {
            for short in parts(long, &lengths).filter(|part| all.contains(part)) {
                relate(long, short);
                relate(short, long);
            }
        }
        Self(related)
    }

    fn related(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.get(name).into_iter().flatten().map(String::as_str)
    }
}

// The shorter pieces of a name that have one of these lengths.
fn parts<'n>(name: &'n str, lengths: &BTreeSet<usize>) -> impl Iterator<Item = &'n str> {
    let mut bounds: Vec<usize> = name.char_indices().map(|(at, _)| at).collect();
    bounds.push(name.len());
    let own = bounds.len().saturating_sub(1);
    let lengths = lengths.iter().copied();
    let lengths = lengths.filter(|length| own <= LONGEST && *length < own);
    let lengths: Vec<usize> = lengths.collect();
    lengths.into_iter().flat_map(move |length| {
        let ends = bounds.clone().into_iter().skip(length);
        let pieces = bounds.clone().into_iter().zip(ends);
        pieces.filter_map(|(start, end)| name.get(start..end))
    })
}

impl Beside {
    /// Enters a document, or what has become known of it.
    pub(super) fn know(&mut self, number: usize, before: Option<&Known>, known: Known) {
        if before == Some(&known) {
            return;
        }
        if let Some(before) = before {
            let year = (before.kind.clone(), before.year.clone());
            self.by_year.entry(year).or_default().remove(&number);
            let own = self.by_publisher.entry(before.clone()).or_default();
            own.remove(&number);
        }
        let year = (known.kind.clone(), known.year.clone());
        self.by_year.entry(year).or_default().insert(number);
        self.by_publisher.entry(known).or_default().insert(number);
    }

    /// The first two documents of which nothing that is known differs from a file; a publisher may be written in
    /// full and in short.
    pub(super) fn fitting(&self, facts: &Facts, names: &Names) -> Vec<usize> {
        let years = self.by_year.keys().filter(|(kind, year)| {
            let year = year.as_ref().zip(facts.year.as_ref());
            facts.kind.as_ref().is_none_or(|own| own == kind)
                && year.is_none_or(|(year, own)| year == own)
        });
        let mut found = BTreeSet::new();
        for key in years {
            let Some(publisher) = &facts.publisher else {
                let own = self.by_year.get(key).into_iter().flatten();
                found.extend(own.take(2));
                continue;
            };
            let same = [None, Some(publisher.as_str())].into_iter();
            for name in same.chain(names.related(publisher).map(Some)) {
                let known = Known {
                    kind: key.0.clone(),
                    year: key.1.clone(),
                    publisher: name.map(str::to_owned),
                };
                let own = self.by_publisher.get(&known).into_iter().flatten();
                found.extend(own.take(2));
            }
        }
        found.into_iter().take(2).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [Option<&str>; 6] = [
        None,
        Some("财政局"),
        Some("某某区财政局"),
        Some("某某区财政局本级"),
        Some("某某区"),
        Some("统计局"),
    ];

    fn known(number: usize) -> Known {
        let of = |choices: &[Option<&str>], at: usize| {
            let own = choices.iter().cycle().nth(at).copied().flatten();
            own.map(str::to_owned)
        };
        Known {
            kind: ["budget", "account"][number % 2].to_owned(),
            year: of(&[None, Some("2023"), Some("2024")], number / 2),
            publisher: of(&NAMES, number / 6),
        }
    }

    // What `fitting` looks up, sought.
    fn sought(documents: &[Known], facts: &Facts) -> Vec<usize> {
        let agree = |one: &Option<String>, other: &Option<String>| {
            one.as_ref()
                .zip(other.as_ref())
                .is_none_or(|(one, other)| one.contains(other) || other.contains(one))
        };
        let fits = |own: &Known| {
            facts.kind.as_ref().is_none_or(|kind| *kind == own.kind)
                && agree(&own.year, &facts.year)
                && agree(&own.publisher, &facts.publisher)
        };
        let numbered = documents.iter().enumerate();
        let fitting = numbered.filter(|(_, own)| fits(own)).map(|(at, _)| at);
        fitting.take(2).collect()
    }

    #[test]
    fn what_is_looked_up_is_what_would_be_sought() {
        let names = Names::of(NAMES.into_iter().flatten());
        for documents in [0..1, 0..36, 5..9, 30..36] {
            let documents: Vec<Known> = documents.map(known).collect();
            let mut beside = Beside::default();
            for (number, own) in documents.iter().enumerate() {
                // Each was entered before all of it was known.
                let first = Known {
                    kind: own.kind.clone(),
                    ..Known::default()
                };
                beside.know(number, None, first.clone());
                beside.know(number, Some(&first), own.clone());
            }
            for (number, kind) in (0..36).flat_map(|number| [(number, true), (number, false)]) {
                let own = known(number);
                let facts = Facts {
                    kind: kind.then_some(own.kind),
                    year: own.year,
                    publisher: own.publisher,
                    titled: true,
                };
                let found = beside.fitting(&facts, &names);
                assert_eq!(found, sought(&documents, &facts), "{facts:?}");
            }
        }
    }
}
