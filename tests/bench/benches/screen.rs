//! Measures the search for terms beside `aho-corasick` and `daachorse`, which fold nothing, on the same lists and
//! texts in the same run; compare ratios, not times.
#![expect(
    clippy::expect_used,
    reason = "a bench that cannot be set up has nothing to measure"
)]

use aho_corasick::AhoCorasick;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use gongkai::Engine;
use gongkai::screen::source::{Entry, List};
use gongkai::screen::{Look, PUBLIC, compile};
use gongkai::words::Day;
use std::collections::BTreeSet;

/// The page of the plan, of which texts and terms are made.
const PAGE: &str = include_str!("../../screening/gansu-agri-2016.txt");

/// How long the texts are, in bytes: more than fits into what a processor keeps close.
const LENGTH: usize = 16 << 20;

criterion_group! {
    name = screen;
    config = Criterion::default().sample_size(10);
    targets = terms, lists
}
criterion_main!(screen);

/// A list of terms of a text without hits and with about one hit per KB.
fn terms(criterion: &mut Criterion) {
    for count in [3_000, 50_000] {
        let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
        let terms = made_up(count, &mut chance);
        for hits in [false, true] {
            let text = text(hits.then_some(&terms), &mut chance);
            let name = if hits { "one hit per KB" } else { "no hits" };
            one(criterion, &format!("{count} terms, {name}"), &terms, &text);
        }
    }
}

fn one(criterion: &mut Criterion, name: &str, terms: &[String], text: &str) {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(text.len().try_into().expect("a length")));
    let list = List {
        entry: vec![Entry {
            terms: terms.to_vec(),
            ..Entry::default()
        }],
        ..List::default()
    };
    group.bench_function(BenchmarkId::new("gongkai", "build"), |bencher| {
        bencher.iter(|| compile(std::slice::from_ref(&list)));
    });
    let screen = compile(&[list]).expect("terms");
    group.bench_function("gongkai", |bencher| {
        bencher.iter(|| screen.find(text, &look()).len());
    });
    let leftmost: CharwiseDoubleArrayAhoCorasick<u32> =
        CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .build(terms)
            .expect("terms");
    group.bench_function("daachorse, leftmost", |bencher| {
        bencher.iter(|| leftmost.leftmost_find_iter(text).count());
    });
    let overlapping = CharwiseDoubleArrayAhoCorasick::<u32>::new(terms).expect("terms");
    group.bench_function("daachorse, overlapping", |bencher| {
        bencher.iter(|| overlapping.find_overlapping_iter(text).count());
    });
    let automaton = AhoCorasick::builder()
        .match_kind(aho_corasick::MatchKind::LeftmostLongest)
        .build(terms)
        .expect("terms");
    group.bench_function("aho-corasick, leftmost", |bencher| {
        bencher.iter(|| automaton.find_iter(text).count());
    });
    group.finish();
}

/// The built-in lists, with all their detectors, on a text and on an article of 10,000 characters.
fn lists(criterion: &mut Criterion) {
    let engine = Engine::builder().build().expect("an engine");
    let screen = engine.law().screening.screen();
    let mut chance = Chance(1);
    let text = text(None, &mut chance);
    let article: String = text.chars().take(10_000).collect();
    let mut group = criterion.benchmark_group("built-in lists");
    for (name, text) in [("text", text.as_str()), ("article", article.as_str())] {
        group.throughput(Throughput::Bytes(text.len().try_into().expect("a length")));
        group.bench_function(name, |bencher| {
            bencher.iter(|| screen.find(text, &look()).len());
        });
    }
    group.finish();
}

fn look() -> Look<'static> {
    Look {
        day: Day::of(2026, 9, 1).expect("a day"),
        audience: PUBLIC,
        chosen: None,
    }
}

/// Terms of two to six ideographs as frequent as in the page, none of which stands in it; one in ten of the longer
/// ones begins like words of the page.
fn made_up(count: usize, chance: &mut Chance) -> Vec<String> {
    let ideographs: Vec<char> = PAGE
        .chars()
        .filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
        .collect();
    let mut terms = BTreeSet::new();
    while terms.len() < count {
        let length = chance.below(5).saturating_add(2);
        let start = chance.below(ideographs.len());
        let like = length > 3 && chance.below(10) == 0;
        let own = ideographs
            .iter()
            .skip(start)
            .take(if like { 2 } else { 0 })
            .copied();
        let mut term: String = own.collect();
        while term.chars().count() < length {
            term.extend(ideographs.get(chance.below(ideographs.len())));
        }
        if !PAGE.contains(&term) {
            terms.insert(term);
        }
    }
    terms.into_iter().collect()
}

/// Clauses of the page in another order, with a term now and then.
fn text(terms: Option<&Vec<String>>, chance: &mut Chance) -> String {
    let body = PAGE
        .split_once("一、工作目标")
        .map_or(PAGE, |(_, body)| body);
    let clauses: Vec<&str> = body
        .split_inclusive(['。', '；', '，', '、', ',', '\n'])
        .collect();
    let mut text = String::with_capacity(LENGTH);
    let mut next = 1024;
    while text.len() < LENGTH {
        text.push_str(clauses.get(chance.below(clauses.len())).expect("a clause"));
        if let Some(terms) = terms.filter(|_| text.len() > next) {
            text.push_str(terms.get(chance.below(terms.len())).expect("a term"));
            text.push('，');
            next = text.len().saturating_add(1024);
        }
    }
    text
}

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let limit = u64::try_from(limit).expect("a length");
        let number = (self.0 >> 11).checked_rem(limit).unwrap_or(0);
        usize::try_from(number).expect("below a length")
    }
}
