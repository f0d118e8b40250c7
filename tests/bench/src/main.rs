//! What the measurements come to: ratios of one run, and a million rows through the audit program.
//!
//! `gongkai-bench ratios FOLDER` reads what Criterion left; `gongkai-bench rows COUNT PROGRAM FOLDER` writes a
//! table from a seed, gives it to the program, and says how long that took and how much memory;
//! `gongkai-bench departments COUNT` judges published budgets and accounts, so many of them;
//! `gongkai-bench together COUNT DIFFERENT` judges records of ten kinds together.
#![expect(
    clippy::print_stdout,
    clippy::float_arithmetic,
    reason = "it prints measurements, which are no judgements"
)]

mod departments;
#[path = "../benches/judge/made.rs"]
#[expect(
    clippy::expect_used,
    reason = "what cannot be set up cannot be measured"
)]
mod made;
mod ratios;
mod rows;
mod together;

use std::error::Error;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done: Result<(), Box<dyn Error>> = match arguments.as_slice() {
        ["ratios", folder] => ratios::print(folder.as_ref()),
        ["rows", count, program, folder] => rows::measure(count, program, folder.as_ref()),
        ["departments", count] => departments::measure(count),
        ["together", count, different] => together::measure(count, different),
        _ => Err(
            "ratios FOLDER, rows COUNT PROGRAM FOLDER, departments COUNT, or together COUNT DIFFERENT"
                .into(),
        ),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error}");
            ExitCode::FAILURE
        }
    }
}
