//! Fields and their texts to a judgement, as tables bring them.

use crate::records::{KIND, LICENSE_2016, LICENSE_2018, Record, as_of};
use criterion::Criterion;
use serde_json::{Map, Value};
use std::hint::black_box;

/// Measures the records in order as rows.
pub(crate) fn rows(criterion: &mut Criterion) {
    for record in [LICENSE_2018, LICENSE_2016] {
        row(criterion, record);
    }
}

fn row(criterion: &mut Criterion, record: Record) {
    let engine = record.engine();
    let names = &engine.program(KIND).expect("a kind of the packs").names;
    let members: Map<String, Value> = serde_json::from_slice(record.json).expect("JSON");
    let fields = members
        .iter()
        .flat_map(|(key, value)| match value.as_object() {
            Some(inner) => inner
                .iter()
                .filter_map(|(channel, value)| {
                    Some((names.get(Some(key), channel)?, value.as_str()?))
                })
                .collect(),
            None => names
                .get(None, key)
                .zip(value.as_str())
                .into_iter()
                .collect::<Vec<_>>(),
        });
    let fields: Vec<(u16, &str)> = fields.collect();
    let mut desk = engine.desk(KIND).expect("a kind of the packs");
    let mut group = criterion.benchmark_group(format!("row: {}", record.name));
    group.bench_function("gongkai", |bencher| {
        bencher.iter(|| {
            let row = black_box(&fields).iter().copied();
            desk.row(row, as_of(), |judged| judged.counts)
        });
    });
    group.finish();
}
