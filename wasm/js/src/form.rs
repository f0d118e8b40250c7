//! The functions of the contract that the module for forms refuses, beside `call`, which knows those it answers.

use alloc::vec::Vec;
use gongkai::wire::{Engine, Error, absent};

pub(crate) use gongkai::wire::call_one as call;

/// Refused.
pub(crate) fn check_lines(
    _engine: &Engine,
    _kind: &str,
    _lines: &[u8],
    _as_of: &str,
) -> Result<Vec<u8>, Error> {
    Err(absent("check_lines"))
}

/// Refused.
pub(crate) fn check_collection_lines(
    _engine: &Engine,
    _lines: &[u8],
    _as_of: &str,
) -> Result<Vec<u8>, Error> {
    Err(absent("check_collection_lines"))
}

/// Refused.
pub(crate) fn lint(_request: &[u8]) -> Result<Vec<u8>, Error> {
    Err(absent("lint"))
}
