//! From the built-in packs to an engine.

use crate::records::KIND;
use criterion::Criterion;
use gongkai::Engine;

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
