//! Measures the judge beside comparable tools, all in one run; compare ratios, not times.
#![expect(
    clippy::expect_used,
    reason = "a bench that cannot be set up has nothing to measure"
)]

mod budget;
mod build;
mod due;
mod json;
mod made;
mod many;
mod records;
mod rows;

use criterion::{Criterion, criterion_group, criterion_main};

criterion_group! {
    name = judge;
    config = Criterion::default().sample_size(50);
    targets = json::json, rows::rows, due::due, build::build, many::alone, many::together, build::steps, budget::budget
}
criterion_main!(judge);
