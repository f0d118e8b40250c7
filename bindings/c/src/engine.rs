//! The engine: opened with options, shared between threads, freed once.

use crate::boundary::{answer, bytes, free};
use crate::error::Error;
use crate::status::Status;
use core::ffi::c_char;
use gongkai::wire;

/// Compiled law, ready to judge by. It never changes, so any number of threads may use one at the same time
/// without a lock.
#[derive(Debug)]
pub struct Engine(wire::Engine);

impl Engine {
    pub(crate) const fn wire(&self) -> &wire::Engine {
        &self.0
    }
}

// What the header promises about threads.
const _: fn() = || {
    fn shared<T: Send + Sync>() {}
    shared::<Engine>();
};

/// Opens an engine. `options` is a JSON object, all of whose members may be left out: `{"profile",
/// "known_at", "packs", "lists", "limits"}`; empty text stands for no options.
///
/// Ownership: the engine given to `*engine` is the caller's, who frees it with `gongkai_engine_free`.
/// `options` may be freed as soon as the call returns.
/// Threads: any, at any time. The engine may be used from all of them.
/// Errors: `REQUEST_SYNTAX`, the `PACK_` codes, `UNKNOWN_PROFILE`, `UNKNOWN_LIST`, `NULL_ARGUMENT`,
/// `LENGTH`, `BUG`; then `*engine` is null and `*error` is the caller's.
///
/// # Safety
/// `options` has `length` bytes. `engine` can be written to. `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_open(
    options: *const c_char,
    length: usize,
    engine: *mut *mut Engine,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe {
        answer(engine, error, || {
            let options = bytes("options", options, length)?;
            Ok(Engine(wire::open(options)?))
        })
    }
}

/// Frees the engine in `*engine` and sets `*engine` to null, so that a second call does nothing.
///
/// Ownership: takes the engine back. Copies of the pointer must not be used or freed afterwards. Reports and
/// errors of the engine stay valid.
/// Threads: any, once no other thread uses the engine.
/// Errors: none; `engine` may be null, and so may `*engine`.
///
/// # Safety
/// `engine` is null, or `*engine` is null or an engine that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_engine_free(engine: *mut *mut Engine) {
    // SAFETY: the caller keeps what is asked above.
    unsafe { free(engine) }
}
