//! From the built-in packs to an engine, as a whole and step by step.

use crate::records::KIND;
use criterion::Criterion;
use gongkai::Engine;
use gongkai::duty::pack::{Part, compile::compile, resolve};
use gongkai::engine::built_in;
use gongkai::record::calendar::Calendar;

/// Measures a whole build, and a desk of an engine that is there.
pub(crate) fn build(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("built-in packs ready");
    for profile in ["credit-2018", "gansu-2016"] {
        group.bench_function(profile, |bencher| {
            bencher.iter(|| Engine::builder().profile(profile).build().is_ok());
        });
    }
    let engine = Engine::builder().build().expect("the built-in packs build");
    group.bench_function("a desk", |bencher| {
        bencher.iter(|| engine.desk(KIND).is_ok());
    });
    group.finish();
}

/// Measures the steps of a build, each on what the step before it gave.
pub(crate) fn steps(criterion: &mut Criterion) {
    let image = || built_in::image().expect("the image is of this build");
    let parts = || -> Vec<Part> {
        let packs = image().packs.into_iter();
        let part = |(source, hash)| Part {
            source,
            hash,
            outside: false,
        };
        packs.map(part).collect()
    };
    let law = resolve(parts()).expect("the built-in packs resolve");
    let profile = law.profile(None).expect("a profile");
    let (years, unannounced) = (image().years, image().unannounced);
    let mut group = criterion.benchmark_group("steps of a build");
    group.bench_function("decode", |bencher| bencher.iter(image));
    group.bench_function("resolve", |bencher| {
        bencher.iter_batched(parts, resolve, criterion::BatchSize::LargeInput);
    });
    group.bench_function("compile", |bencher| {
        bencher.iter(|| compile(&law, profile).is_ok());
    });
    group.bench_function("calendar", |bencher| {
        bencher.iter(|| Calendar::build(&years, &unannounced).is_ok());
    });
    group.finish();
}
