//! What rules over many records cost, and that rules on other kinds cost a record nothing.

use criterion::{BenchmarkId, Criterion, Throughput};
use gongkai::duty::pack::Format;
use gongkai::report::GroupFinding;
use gongkai::wire::Gathering;
use gongkai::words::Day;
use gongkai::{Engine, Verdict};
use std::fmt::Write;
use std::hint::black_box;

const LICENSE: &[u8] = include_bytes!("../../records/license-2018.json");

/// A pack with kinds of its own and so many rules on each of them, a third of them over many records.
fn pack(kinds: usize, rules: usize) -> String {
    let mut text = String::from(
        "[pack]\nid = \"bench\"\nversion = \"1.0.0\"\ntitle = { zh = \"测\", en = \"bench\" }\n\
         [[clause]]\nnumber = \"1\"\ntitle = { zh = \"一\", en = \"one\" }\nduty = { zh = \"测\", en = \"bench\" }\n",
    );
    for kind in 0..kinds {
        let field = |id: &str, kind: &str| {
            format!(
                "{{ id = \"{id}\", type = \"{kind}\", label = {{ zh = \"{id}\", en = \"{id}\" }} }}"
            )
        };
        let fields = [
            field("number", "text"),
            field("happened_on", "date"),
            field("of", "text"),
        ]
        .join(", ");
        let _ = write!(
            text,
            "[[kind]]\nid = \"bench-{kind}\"\ntitle = {{ zh = \"种类{kind}\", en = \"kind {kind}\" }}\n\
             event = \"happened_on\"\nkey = [\"number\"]\nfield = [{fields}]\n"
        );
        for rule in 0..rules {
            let demand = match rule % 3 {
                0 => "[rule.fields]\nrequired = [\"number\", \"happened_on\"]\n".to_owned(),
                1 => format!(
                    "[rule.coverage]\nby = \"bench-{}\"\nmatch = {{ of = \"number\" }}\n",
                    kind.saturating_add(1).checked_rem(kinds).unwrap_or(0)
                ),
                _ => "[rule.unique]\nby = [\"number\"]\n".to_owned(),
            };
            let _ = write!(
                text,
                "[[rule]]\nid = \"bench-{kind}-{rule}\"\ncode = \"B{kind}-{rule}\"\n\
                 title = {{ zh = \"题\", en = \"title\" }}\napplies_to = [\"bench-{kind}\"]\nseverity = \"info\"\n\
                 cite = {{ clause = \"1\" }}\n{demand}"
            );
        }
    }
    text
}

fn engine(kinds: usize, rules: usize) -> Engine {
    let builder = Engine::builder().profile("credit-2018");
    let built = builder
        .pack("bench.toml", pack(kinds, rules), Format::Toml)
        .build();
    built.expect("an engine")
}

fn as_of() -> Day {
    Day::of(2020, 1, 2).expect("a day")
}

/// One license, beside more and more rules on other kinds.
pub(super) fn alone(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one license beside rules on other kinds");
    for rules in [10, 100] {
        let engine = engine(10, rules);
        let mut desk = engine.desk("administrative-license").expect("a desk");
        group.bench_function(
            BenchmarkId::from_parameter(format!("{rules} on each of ten kinds")),
            |bencher| {
                bencher.iter(|| desk.json(black_box(LICENSE), as_of(), |judged| judged.counts));
            },
        );
    }
    group.finish();
}

/// Records of ten kinds in turn, each belonging to one of the kind before.
fn mixed(count: usize) -> Vec<(String, String)> {
    let record = |number: usize| {
        let (kind, row) = (number % 10, number / 10);
        let day = Day::of(2019, 1, 1)
            .expect("a day")
            .plus(i32::try_from(row % 365).unwrap_or(0));
        let record = format!(
            "{{\"number\": \"第{row}号\", \"happened_on\": \"{day}\", \"of\": \"第{}号\"}}",
            row.saturating_add(usize::from(row % 50 == 0))
        );
        (format!("bench-{kind}"), record)
    };
    (0..count).map(record).collect()
}

/// Judges all records in one pass, and how many findings there are about records together.
fn pass(engine: &Engine, records: &[(String, String)]) -> u64 {
    let mut gathering = Gathering::new(engine, as_of(), 1000);
    for (kind, record) in records {
        gathering.json(kind, record.as_bytes());
    }
    let report = gathering.close();
    let breached = |group: &GroupFinding| group.verdict == Verdict::Breached;
    assert!(report.refused == 0 && report.groups.iter().any(breached));
    report.groups_total
}

pub(super) fn together(criterion: &mut Criterion) {
    let engine = engine(10, 3);
    let mut group = criterion.benchmark_group("records of ten kinds in one pass");
    group.sample_size(10);
    for count in [10_000_usize, 100_000] {
        let records = mixed(count);
        group.throughput(Throughput::Elements(u64::try_from(count).unwrap_or(0)));
        group.bench_function(BenchmarkId::from_parameter(count), |bencher| {
            bencher.iter(|| pass(&engine, &records));
        });
    }
    group.finish();
}
