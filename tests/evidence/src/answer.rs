//! What the core answers.

use crate::case::{Case, Cases};
use gongkai::wire::{self, Engine, Error};

/// The answers to all cases, a line each.
pub(crate) fn all(cases: &Cases) -> Result<Vec<u8>, Error> {
    let engines = cases
        .engines
        .iter()
        .map(|options| wire::open(options.as_bytes()));
    let engines = engines.collect::<Result<Vec<_>, _>>()?;
    let mut text = Vec::new();
    for case in &cases.cases {
        if let Some(engine) = engines.get(case.engine) {
            let (mark, bytes) = match one(engine, case) {
                Ok(bytes) => (b'=', bytes),
                Err(error) => (b'!', wire::failure(&error)),
            };
            text.push(mark);
            text.extend(bytes);
            text.push(b'\n');
        }
    }
    Ok(text)
}

fn one(engine: &Engine, case: &Case) -> Result<Vec<u8>, Error> {
    let payload = case.payload.as_bytes();
    match case.function {
        "check_record" => wire::check_record(engine, &case.kind, payload, &case.as_of),
        "check_lines" => {
            let lines = case.payload.replace('\u{2424}', "\n");
            wire::check_lines(engine, &case.kind, lines.as_bytes(), &case.as_of)
        }
        "check_collection_lines" => {
            let lines = case.payload.replace('\u{2424}', "\n");
            wire::check_collection_lines(engine, lines.as_bytes(), &case.as_of)
        }
        function => wire::call(engine, function, payload),
    }
}
