//! From the built-in packs to an engine and its first judgement, as a whole and step by step.

use crate::records::{FAULTY, KIND, LICENSE_2016, LICENSE_2018, as_of};
use criterion::{BatchSize, Criterion};
use gongkai::duty::pack::{Format, compile::Programs, resolve};
use gongkai::engine::built_in;
use gongkai::record::calendar::Calendar;
use gongkai::{Builder, Engine};
use std::hint::black_box;
use std::sync::Arc;

/// A pack from outside that says as little as a pack can.
const OUTSIDE: &str =
    "[pack]\nid = \"bench\"\nversion = \"1.0.0\"\ntitle = { zh = \"测\", en = \"bench\" }\n";

/// Measures a build, the first record of a kind, and a desk of an engine that is there.
pub(crate) fn build(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("built-in packs ready");
    for record in [LICENSE_2018, LICENSE_2016] {
        group.bench_function(record.profile, |bencher| {
            bencher.iter(|| Engine::builder().profile(record.profile).build());
        });
        group.bench_function(format!("first record, {}", record.profile), |bencher| {
            let engine = || record.engine();
            let first = |engine: &mut Engine| {
                let report = engine.check(KIND, black_box(record.json), as_of());
                report.is_ok_and(|report| report.findings.is_empty())
            };
            bencher.iter_batched_ref(engine, first, BatchSize::LargeInput);
        });
    }
    group.bench_function("with a pack from outside", |bencher| {
        let builder = Engine::builder().pack("bench.toml", OUTSIDE, Format::Toml);
        bencher.iter_batched(|| builder.clone(), Builder::build, BatchSize::LargeInput);
    });
    let engine = FAULTY.engine();
    group.bench_function("a desk", |bencher| {
        bencher.iter(|| engine.desk(KIND).is_ok());
    });
    group.finish();
}

/// Measures the steps of a build, each on what the step before it gave.
pub(crate) fn steps(criterion: &mut Criterion) {
    let image = built_in::image;
    let law = Arc::new(resolve::arranged(image().packs));
    let profile = law.profile(None).expect("a profile");
    let programs = || Programs::new(Arc::clone(&law), profile);
    let kind = law.kind(KIND).expect("a kind of the packs");
    let mut group = criterion.benchmark_group("steps of a build");
    group.bench_function("read", |bencher| bencher.iter(image));
    group.bench_function("arrange", |bencher| {
        bencher.iter_batched(|| image().packs, resolve::arranged, BatchSize::LargeInput);
    });
    group.bench_function("resolve and check", |bencher| {
        bencher.iter_batched(|| image().packs, resolve::resolve, BatchSize::LargeInput);
    });
    group.bench_function("compile one kind", |bencher| {
        bencher.iter_batched_ref(
            programs,
            |programs| programs.get(kind).is_some(),
            BatchSize::LargeInput,
        );
    });
    group.bench_function("compile every kind", |bencher| {
        bencher.iter_batched_ref(
            programs,
            |programs| programs.check().is_ok(),
            BatchSize::LargeInput,
        );
    });
    let calendar = image().calendar;
    group.bench_function("calendar", |bencher| {
        bencher.iter(|| Calendar::build(&calendar.years, &calendar.unannounced).is_ok());
    });
    group.finish();
}
