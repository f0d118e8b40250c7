//! The browser door: the contract of `gongkai::wire`, carried to JavaScript.
//!
//! Requests come as text or bytes, answers leave as text or bytes, and an error is thrown as the text of
//! its canonical bytes; the JavaScript beside this makes values and `Error`s of them.
#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

#[cfg(target_arch = "wasm32")]
mod bare;
#[cfg(not(feature = "whole"))]
mod form;

use alloc::{string::String, vec::Vec};
#[cfg(not(feature = "whole"))]
use form as contract;
use gongkai::wire;
#[cfg(feature = "whole")]
use gongkai::wire as contract;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// What a fallible call gives back.
type Outcome<T> = Result<T, JsValue>;

/// An engine behind the door.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Handle(wire::Engine);

#[wasm_bindgen]
impl Handle {
    /// Opens an engine for options in JSON.
    ///
    /// # Errors
    /// Those of `wire::open`.
    #[wasm_bindgen(constructor)]
    pub fn open(options: &str) -> Outcome<Self> {
        wire::open(options.as_bytes()).map(Self).map_err(thrown)
    }

    /// Judges one record in bytes; the report as text.
    ///
    /// # Errors
    /// Those of `wire::check_record`.
    #[wasm_bindgen(js_name = checkBytes)]
    pub fn check_bytes(&self, kind: &str, record: &[u8], as_of: &str) -> Outcome<String> {
        text(wire::check_record(&self.0, kind, record, as_of))
    }

    /// Judges one record in text; the report as text.
    ///
    /// # Errors
    /// Those of `wire::check_record`.
    #[wasm_bindgen(js_name = checkText)]
    pub fn check_text(&self, kind: &str, record: &str, as_of: &str) -> Outcome<String> {
        self.check_bytes(kind, record.as_bytes(), as_of)
    }

    /// Judges one record in bytes; the canonical bytes of the report.
    ///
    /// # Errors
    /// Those of `wire::check_record`.
    #[wasm_bindgen(js_name = checkBytesRaw)]
    pub fn check_bytes_raw(&self, kind: &str, record: &[u8], as_of: &str) -> Outcome<Vec<u8>> {
        wire::check_record(&self.0, kind, record, as_of).map_err(thrown)
    }

    /// Judges one record in text; the canonical bytes of the report.
    ///
    /// # Errors
    /// Those of `wire::check_record`.
    #[wasm_bindgen(js_name = checkTextRaw)]
    pub fn check_text_raw(&self, kind: &str, record: &str, as_of: &str) -> Outcome<Vec<u8>> {
        self.check_bytes_raw(kind, record.as_bytes(), as_of)
    }

    /// Judges one record a line.
    ///
    /// # Errors
    /// Those of `wire::check_lines`.
    #[wasm_bindgen(js_name = checkLines)]
    pub fn check_lines(&self, kind: &str, lines: &[u8], as_of: &str) -> Outcome<Vec<u8>> {
        contract::check_lines(&self.0, kind, lines, as_of).map_err(thrown)
    }

    /// Judges records of several kinds, one a line.
    ///
    /// # Errors
    /// Those of `wire::check_collection_lines`.
    #[wasm_bindgen(js_name = checkCollectionLines)]
    pub fn check_collection_lines(&self, lines: &[u8], as_of: &str) -> Outcome<Vec<u8>> {
        contract::check_collection_lines(&self.0, lines, as_of).map_err(thrown)
    }

    /// Answers a request in JSON to the function of the contract of that name.
    ///
    /// # Errors
    /// Those of the function.
    pub fn call(&self, function: &str, request: &[u8]) -> Outcome<Vec<u8>> {
        contract::call(&self.0, function, request).map_err(thrown)
    }
}

/// What of the packs decides about one kind of record.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Extract(wire::Extract);

#[wasm_bindgen]
impl Extract {
    /// Reads an extract; its memory is given back with the module.
    ///
    /// # Errors
    /// Those of `wire::Extract::read`.
    #[wasm_bindgen(constructor)]
    pub fn read(bytes: &[u8]) -> Outcome<Self> {
        wire::Extract::read(bytes).map(Self).map_err(thrown)
    }

    /// Opens an engine for options in JSON.
    ///
    /// # Errors
    /// Those of `wire::open_extract`.
    pub fn open(&self, options: &str) -> Outcome<Handle> {
        let engine = wire::open_extract(options.as_bytes(), self.0.clone());
        engine.map(Handle).map_err(thrown)
    }
}

/// Everything that is wrong with packs from outside.
///
/// # Errors
/// Those of `wire::lint`.
#[wasm_bindgen]
pub fn lint(request: &[u8]) -> Outcome<Vec<u8>> {
    contract::lint(request).map_err(thrown)
}

/// The canonical text of an error that the JavaScript found before any call.
#[wasm_bindgen]
#[must_use]
pub fn refusal(code: u16, message: &str, place: &str) -> Option<String> {
    let code = wire::ErrorCode::ALL
        .iter()
        .find(|known| known.number() == code)?;
    let error = wire::Error::new(*code, message).at(place);
    String::from_utf8(wire::failure(&error)).ok()
}

fn text(answer: Result<Vec<u8>, wire::Error>) -> Outcome<String> {
    let bytes = answer.map_err(thrown)?;
    String::from_utf8(bytes).map_err(|_| JsValue::NULL)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "so that it stands in `map_err` as it is"
)]
fn thrown(error: wire::Error) -> JsValue {
    String::from_utf8(wire::failure(&error)).map_or(JsValue::NULL, JsValue::from)
}
