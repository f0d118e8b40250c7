//! Checking packs without judging by them.

use super::failure::shown;
use super::open::PackFile;
use super::request::{read, text};
use crate::engine::Engine;
use crate::error::Error;
use crate::written::{print, table};
use alloc::vec::Vec;
use serde::Serialize;

struct Request {
    packs: Vec<PackFile>,
}

table!(Request { packs: needed });

#[derive(Serialize)]
struct Response<E> {
    good: bool,
    troubles: Vec<E>,
}

/// Everything that is wrong with packs from outside: `{"packs": [{"name", "text", "format"}]}` to
/// `{"good", "troubles"}`, each trouble with its file and line.
///
/// # Errors
/// `request-syntax`.
pub fn lint(request: &[u8]) -> Result<Vec<u8>, Error> {
    let request: Request = read(text(request)?)?;
    let mut builder = Engine::builder();
    for file in request.packs {
        let format = file.format()?;
        builder = builder.pack(file.name, file.text, format);
    }
    let errors = builder.lint();
    let troubles: Vec<_> = errors.iter().map(shown).collect();
    Ok(print(&Response {
        good: troubles.is_empty(),
        troubles,
    }))
}
