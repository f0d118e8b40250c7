//! Budgets and final accounts as published: every finding was checked by hand, every table is damaged on purpose.
#![cfg_attr(
    test,
    expect(
        clippy::arithmetic_side_effects,
        reason = "rows and sums of a test are small"
    )
)]

#[cfg(test)]
mod dirty;
#[cfg(test)]
mod document;
#[cfg(test)]
mod earlier;
#[cfg(test)]
mod explained;
#[cfg(test)]
mod labels;
#[cfg(test)]
mod mutations;
#[cfg(test)]
mod trees;
#[cfg(test)]
mod verdicts;
