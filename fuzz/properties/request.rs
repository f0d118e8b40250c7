//! A request of the contract gives a response in JSON, or an error with number, name and remedy.

use gongkai::wire::{self, Engine, Error};
use serde_json::Value;
use std::sync::LazyLock;

type Function = fn(&Engine, &[u8]) -> Result<Vec<u8>, Error>;

/// The functions that take a request.
const FUNCTIONS: [(u8, Function); 8] = [
    (b'c', wire::check),
    (b'm', wire::check_many),
    (b'd', wire::deadline),
    (b's', wire::schema),
    (b'e', wire::explain),
    (b'l', |_, request| wire::lint(request)),
    (b'o', |_, request| {
        wire::open(request).map(|engine| wire::rules(&engine))
    }),
    (b'n', |engine, lines| {
        wire::check_lines(engine, "administrative-license", lines, "2020-01-01")
    }),
];

static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| wire::open(b"").expect("the built-in packs build"));

/// Asserts it of a request whose first byte names the function.
pub(crate) fn holds(data: &[u8]) {
    let Some((name, request)) = data.split_first() else {
        return;
    };
    let Some((_, function)) = FUNCTIONS.iter().find(|(of, _)| of == name) else {
        return;
    };
    match function(&ENGINE, request) {
        Ok(response) => {
            let value: Value = serde_json::from_slice(&response).expect("a response is JSON");
            assert!(value.is_object());
        }
        Err(error) => {
            let failure = wire::failure(&error);
            let value: Value = serde_json::from_slice(&failure).expect("a failure is JSON");
            for part in ["name", "message", "remedy"] {
                assert!(value[part].as_str().is_some_and(|text| !text.is_empty()));
            }
            assert!(failure.len() < 2000, "{}", failure.len());
        }
    }
}
