//! What rules over many records cost, and that rules on other kinds cost a record nothing.

use super::made::{as_of, each, engine, mixed};
use criterion::{BenchmarkId, Criterion, Throughput};
use gongkai::report::GroupFinding;
use gongkai::wire::Gathering;
use gongkai::{Engine, Verdict};
use std::hint::black_box;

const LICENSE: &[u8] = include_bytes!("../../records/license-2018.json");

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
        let records = mixed(count, count);
        group.throughput(Throughput::Elements(u64::try_from(count).unwrap_or(0)));
        group.bench_function(BenchmarkId::from_parameter(count), |bencher| {
            bencher.iter(|| pass(&engine, &records));
        });
        group.bench_function(format!("{count}, each alone"), |bencher| {
            bencher.iter(|| each(&engine, &records));
        });
    }
    group.finish();
}
