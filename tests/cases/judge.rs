//! Judges the cases, with one engine for each way of judging that the pages name.

use super::show;
use gongkai::duty::pack::Format;
use gongkai::judge::collection::Collection;
use gongkai::words::Day;
use gongkai::{Engine, Supplied, Verdict};
use gongkai_pages::Case;
use std::collections::BTreeMap;

/// The engines that the cases need.
#[derive(Default)]
pub(crate) struct Bench(BTreeMap<Settings, Engine>);

/// Profile, day of knowledge, supplied lists and packs from outside.
type Settings = (String, Option<Day>, Vec<(String, Vec<String>)>, Vec<String>);

/// What was found about a case.
pub(crate) struct Found {
    /// The verdict of its rule.
    pub(crate) verdict: String,
    /// The words it is given in; none where the duty is met or does not exist.
    pub(crate) words: Vec<String>,
}

impl Bench {
    /// Judges a case.
    pub(crate) fn judge(&mut self, case: &Case) -> Found {
        let claim = &case.claim;
        let settings = (
            claim.profile.clone(),
            claim.known_at,
            case.supplied.clone(),
            case.packs.clone(),
        );
        let engine = self.0.entry(settings).or_insert_with_key(engine);
        let law = engine.law();
        let rule = law
            .rule(&claim.rule)
            .unwrap_or_else(|| panic!("there is no rule `{}`", claim.rule));
        let program = engine
            .program(&claim.kind)
            .unwrap_or_else(|| panic!("there is no kind `{}`", claim.kind));
        let duty = program
            .rules
            .iter()
            .find(|duty| usize::from(duty.rule) == rule)
            .unwrap_or_else(|| panic!("`{}` has no rule `{}`", claim.profile, claim.rule));
        if duty.demand.link().is_some() {
            many(engine, case)
        } else {
            one(engine, case, rule)
        }
    }
}

fn engine((profile, known_at, supplied, packs): &Settings) -> Engine {
    let mut builder = Engine::builder().profile(profile);
    if let Some(day) = known_at {
        builder = builder.known_at(*day);
    }
    for (list, lines) in supplied {
        let entries = lines.iter().map(|line| {
            let (code, name) = line.split_once(' ').unwrap();
            (code.to_owned(), name.to_owned())
        });
        builder = builder.supply(Supplied {
            list: list.clone(),
            entries: entries.collect(),
        });
    }
    for pack in packs {
        builder = builder.pack("pack.toml", pack, Format::Toml);
    }
    builder
        .build()
        .unwrap_or_else(|error| panic!("{profile}: {error}"))
}

/// What a rule says about one record.
fn one(engine: &Engine, case: &Case, rule: usize) -> Found {
    let claim = &case.claim;
    assert_eq!(case.records.len(), 1, "{}: one record", claim.rule);
    let mut desk = engine.desk(&claim.kind).unwrap();
    let judged = desk.json(case.records[0].1.as_bytes(), claim.as_of, |judged| {
        let verdict = judged
            .verdicts()
            .find(|(number, _)| usize::from(*number) == rule);
        (verdict.unwrap().1, judged.report())
    });
    let (verdict, report) = judged.unwrap_or_else(|error| panic!("{}: {error}", claim.rule));
    assert!(
        report.unknown.is_empty(),
        "{}: {:?}",
        case.title(),
        report.unknown
    );
    assert!(
        report.repeated.is_empty(),
        "{}: {:?}",
        case.title(),
        report.repeated
    );
    Found {
        verdict: verdict.name().to_owned(),
        words: worded(verdict, || show::report(&report, &claim.rule)),
    }
}

/// What a rule says about many records.
fn many(engine: &Engine, case: &Case) -> Found {
    let claim = &case.claim;
    let mut collection = Collection::default();
    for (row, (kind, record)) in (1..).zip(&case.records) {
        let mut desk = engine.desk(kind).unwrap();
        let title = case.title();
        desk.json(record.as_bytes(), claim.as_of, |judged| {
            let report = judged.report();
            assert!(report.unknown.is_empty(), "{title}: {:?}", report.unknown);
            judged.gather(&mut collection, row);
        })
        .unwrap();
    }
    let report = engine.close(&collection, claim.as_of);
    let tally = report.counts.iter().find(|tally| tally.rule == claim.rule);
    let verdict = tally.unwrap().counts.overall();
    Found {
        verdict: verdict.name().to_owned(),
        words: worded(verdict, || show::group(&report, &claim.rule)),
    }
}

fn worded(verdict: Verdict, words: impl FnOnce() -> Vec<String>) -> Vec<String> {
    if verdict <= Verdict::Met {
        return Vec::new();
    }
    let words = words();
    assert!(!words.is_empty(), "nothing is said");
    words
}
