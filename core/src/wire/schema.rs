//! A kind of record as fields of a form, or as JSON Schema 2020-12.

mod form;
mod json_schema;

use super::request::{read, write};
use crate::engine::Engine;
use crate::error::{Error, ErrorCode};
use crate::report::mask::public;
use alloc::{borrow::Cow, format, vec::Vec};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request<'r> {
    #[serde(borrow)]
    kind: Cow<'r, str>,
    form: Form,
}

/// How the fields are given.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Form {
    /// For drawing a form.
    Fields,
    /// JSON Schema 2020-12.
    JsonSchema,
}

/// The fields of a kind of record: `{"kind", "form": "fields" or "json-schema"}`.
///
/// # Errors
/// `request-syntax`, `unknown-kind`.
pub fn schema(engine: &Engine, request: &[u8]) -> Result<Vec<u8>, Error> {
    let request: Request<'_> = read(request)?;
    let program = engine.program(&request.kind).ok_or_else(|| {
        Error::new(
            ErrorCode::UnknownKind,
            format!("there is no kind of record `{}`", public(&request.kind)),
        )
    })?;
    Ok(match request.form {
        Form::Fields => write(&form::of(program, engine.lists())),
        Form::JsonSchema => write(&json_schema::of(program, engine.lists())),
    })
}
