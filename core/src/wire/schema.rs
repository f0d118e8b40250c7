//! A kind of record as fields of a form, or as JSON Schema 2020-12.

mod form;
mod json_schema;

use super::request::{read, text};
use crate::engine::Engine;
use crate::error::Error;
use crate::written::{choice, print, table};
use alloc::{string::String, vec::Vec};

struct Request {
    kind: String,
    form: Form,
}

table!(Request {
    kind: needed,
    form: needed
});

/// How the fields are given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// For drawing a form.
    Fields,
    /// JSON Schema 2020-12.
    JsonSchema,
}

choice!(Form { Fields = "fields", JsonSchema = "json-schema" });

/// The fields of a kind of record: `{"kind", "form": "fields" or "json-schema"}`.
///
/// # Errors
/// `request-syntax`, `unknown-kind`.
pub fn schema(engine: &Engine, request: &[u8]) -> Result<Vec<u8>, Error> {
    let request: Request = read(text(request)?)?;
    let program = engine.known(&request.kind)?;
    Ok(match request.form {
        Form::Fields => print(&form::of(program, engine.lists())),
        Form::JsonSchema => print(&json_schema::of(program, engine.lists())),
    })
}
