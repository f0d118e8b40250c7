//! JSON bytes to a judgement, beside reading them as a tree and validating that against a schema.

use crate::records::{FAULTY, KIND, LICENSE_2016, LICENSE_2018, Record, as_of};
use criterion::{Criterion, Throughput};
use serde::de::IgnoredAny;
use serde_json::Value;
use std::hint::black_box;

const SCHEMA: &str = include_str!("../../records/schema.json");

/// Measures every record and its peers.
pub(crate) fn json(criterion: &mut Criterion) {
    for record in [LICENSE_2018, LICENSE_2016, FAULTY] {
        beside_peers(criterion, record);
    }
    report(criterion);
}

fn beside_peers(criterion: &mut Criterion, record: Record) {
    let engine = record.engine();
    let mut desk = engine.desk(KIND).expect("a kind of the packs");
    let schema = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let mut group = criterion.benchmark_group(format!("json: {}", record.name));
    group.throughput(Throughput::Bytes(bytes(record)));
    group.bench_function("gongkai", |bencher| {
        bencher.iter(|| desk.json(black_box(record.json), as_of(), |judged| judged.counts));
    });
    group.bench_function("serde_json tree + jsonschema", |bencher| {
        bencher.iter(|| {
            let tree: Value = serde_json::from_slice(black_box(record.json)).expect("JSON");
            validator.is_valid(&tree)
        });
    });
    group.bench_function("serde_json tree + jsonschema, all errors", |bencher| {
        bencher.iter(|| {
            let tree: Value = serde_json::from_slice(black_box(record.json)).expect("JSON");
            validator.iter_errors(&tree).count()
        });
    });
    group.bench_function("serde_json skipping", |bencher| {
        bencher.iter(|| serde_json::from_slice::<IgnoredAny>(black_box(record.json)).is_ok());
    });
    group.finish();
}

/// The faulty record with its report, written out.
fn report(criterion: &mut Criterion) {
    let engine = FAULTY.engine();
    let mut desk = engine.desk(KIND).expect("a kind of the packs");
    let mut group = criterion.benchmark_group("json to canonical report");
    group.throughput(Throughput::Bytes(bytes(FAULTY)));
    group.bench_function("gongkai", |bencher| {
        bencher.iter(|| {
            desk.json(black_box(FAULTY.json), as_of(), |judged| {
                judged.report().canonical()
            })
        });
    });
    group.finish();
}

fn bytes(record: Record) -> u64 {
    u64::try_from(record.json.len()).unwrap_or(u64::MAX)
}
