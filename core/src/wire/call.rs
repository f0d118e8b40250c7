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
/// # Errors
/// Those of the function; `request-syntax` where none that takes one request has the name.
pub fn call(engine: &Engine, function: &str, request: &[u8]) -> Result<Vec<u8>, Error> {
    match function {
        "check" => check(engine, request),
        "check_budget" => check_budget(engine, request),
        "check_collection" => check_collection(engine, request),
        "check_many" => check_many(engine, request),
        "deadline" => deadline(engine, request),
        "explain" => explain(engine, request),
        "lint" => lint(request),
        "mask" => mask(engine, request),
        "rules" => Ok(rules(engine)),
        "schema" => schema(engine, request),
        "score" => score(engine, request),
        "screen" => screen(engine, request),
        "version" => Ok(version(engine)),
        _ => {
            let message = format!(
                "there is no function `{}` that takes one request",
                public(function)
            );
            Err(Error::new(ErrorCode::RequestSyntax, message).at("function"))
        }
    }
}
