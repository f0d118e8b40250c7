//! A function of the contract by its name, for doors that carry a name and one request.

use super::{
    check, check_budget, check_collection, check_many, deadline, explain, lint, mask, rules,
    schema, score, screen, version,
};
use crate::engine::Engine;
use crate::error::{Error, ErrorCode};
use crate::report::mask::public;
use alloc::{format, vec::Vec};

/// Answers a request to the function of that name; `rules` and `version` look at no request.
///
/// By an extract only that is answered which [`call_one`] answers.
///
/// # Errors
/// Those of the function; `request-syntax` where none that takes one request has the name.
pub fn call(engine: &Engine, function: &str, request: &[u8]) -> Result<Vec<u8>, Error> {
    if engine.only().is_some() {
        return call_one(engine, function, request);
    }
    match function {
        "check_budget" => check_budget(engine, request),
        "check_collection" => check_collection(engine, request),
        "check_many" => check_many(engine, request),
        "lint" => lint(request),
        "rules" => Ok(rules(engine)),
        "score" => score(engine, request),
        _ => call_one(engine, function, request),
    }
}

/// The same for what is asked about one record, one text or one rule: what a form needs.
///
/// # Errors
/// Those of the function; `request-syntax` where none of these has the name.
pub fn call_one(engine: &Engine, function: &str, request: &[u8]) -> Result<Vec<u8>, Error> {
    match function {
        "check" => check(engine, request),
        "deadline" => deadline(engine, request),
        "explain" => explain(engine, request),
        "mask" => mask(engine, request),
        "schema" => schema(engine, request),
        "screen" => screen(engine, request),
        "version" => Ok(version(engine)),
        _ => Err(absent(function)),
    }
}

/// The error where a door, or a way through it, has no function of that name.
#[must_use]
pub fn absent(function: &str) -> Error {
    let message = format!("there is no function `{}` here", public(function));
    Error::new(ErrorCode::RequestSyntax, message).at("function")
}
