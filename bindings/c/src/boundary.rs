//! The border: what comes in is looked at before it is used, and no panic goes out.

use crate::engine::Engine;
use crate::error::{Error, give_error};
use crate::report::Report;
use crate::status::Status;
use core::ffi::c_char;
use gongkai::wire;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs one call: clears the places its results go to, makes the answer, and hands over that or the error.
///
/// # Safety
/// `place` and `error` are null or can be written to.
pub(crate) unsafe fn answer<T>(
    place: *mut *mut T,
    error: *mut *mut Error,
    make: impl FnOnce() -> Result<T, Error>,
) -> Status {
    // SAFETY: both are null or can be written to.
    unsafe {
        clear(place);
        clear(error);
    }
    let outcome = if place.is_null() {
        Err(Error::null("the place for the answer"))
    } else {
        guarded(make)
    };
    match outcome {
        Ok(value) => {
            // SAFETY: it is not null here, so it can be written to.
            unsafe { place.write(Box::into_raw(Box::new(value))) };
            Status::Ok
        }
        // SAFETY: `error` is null or can be written to.
        Err(failed) => unsafe { give_error(error, failed) },
    }
}

/// Runs one call of the contract: `answer` for JSON that an engine gives.
///
/// # Safety
/// `engine` is null or alive; `report` and `error` are null or can be written to.
pub(crate) unsafe fn judge(
    engine: *const Engine,
    report: *mut *mut Report,
    error: *mut *mut Error,
    make: impl FnOnce(&wire::Engine) -> Result<Vec<u8>, Error>,
) -> Status {
    let make = || {
        // SAFETY: `engine` is null or alive.
        let engine = unsafe { engine.as_ref() }.ok_or_else(|| Error::null("the engine"))?;
        make(engine.wire()).map(Report::new)
    };
    // SAFETY: `report` and `error` are null or can be written to.
    unsafe { answer(report, error, make) }
}

/// Runs one call of the contract that takes one request: `judge` for a function from its bytes.
///
/// # Safety
/// As for `judge`; `request` is null, or `length` bytes can be read from it.
pub(crate) unsafe fn ask(
    engine: *const Engine,
    (request, length): (*const c_char, usize),
    report: *mut *mut Report,
    error: *mut *mut Error,
    function: impl FnOnce(&wire::Engine, &[u8]) -> Result<Vec<u8>, wire::Error>,
) -> Status {
    // SAFETY: passed on to the caller.
    unsafe {
        judge(engine, report, error, |engine| {
            Ok(function(engine, bytes("request", request, length)?)?)
        })
    }
}

/// The bytes of a text that came in.
///
/// # Safety
/// `data` is null, or `length` bytes can be read from it as long as the result lives.
pub(crate) unsafe fn bytes<'c>(
    what: &'static str,
    data: *const c_char,
    length: usize,
) -> Result<&'c [u8], Error> {
    if length == 0 {
        return Ok(&[]);
    }
    if data.is_null() {
        return Err(Error::null(what));
    }
    if isize::try_from(length).is_err() {
        return Err(Error::length(what));
    }
    // SAFETY: not null, `length` bytes can be read, and they are no more than an object may have.
    Ok(unsafe { core::slice::from_raw_parts(data.cast(), length) })
}

/// The text that came in, if it is UTF-8.
///
/// # Safety
/// As for `bytes`.
pub(crate) unsafe fn utf8<'c>(
    what: &'static str,
    data: *const c_char,
    length: usize,
) -> Result<&'c str, Error> {
    // SAFETY: passed on to the caller.
    let bytes = unsafe { bytes(what, data, length) }?;
    core::str::from_utf8(bytes).map_err(|error| Error::encoding(what, "UTF-8", error.valid_up_to()))
}

/// Frees an object and clears the place it was held in, so that freeing it twice from there does no harm.
///
/// # Safety
/// `place` is null, or holds null or an object that `answer` or `give_error` handed over.
pub(crate) unsafe fn free<T>(place: *mut *mut T) {
    // SAFETY: `place` is null or can be read and written to.
    let Some(held) = (unsafe { place.as_mut() }) else {
        return;
    };
    let object = core::mem::replace(held, core::ptr::null_mut());
    if !object.is_null() {
        // SAFETY: it was handed over by `Box::into_raw` and is freed only here.
        drop(unsafe { Box::from_raw(object) });
    }
}

/// # Safety
/// `place` is null or can be written to.
unsafe fn clear<T>(place: *mut *mut T) {
    if !place.is_null() {
        // SAFETY: not null, so it can be written to.
        unsafe { place.write(core::ptr::null_mut()) };
    }
}

/// A panic ends here. Nothing that `make` borrows is changed by it, so nothing is left half done.
fn guarded<T>(make: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(make)).unwrap_or_else(|_| Err(Error::bug()))
}

#[cfg(test)]
mod tests {
    use super::{Error, Report, Status, answer, free};
    use core::ptr::null_mut;

    #[test]
    fn a_panic_is_a_status_and_nothing_is_given() {
        let mut report: *mut Report = core::ptr::dangling_mut();
        let mut error: *mut Error = null_mut();
        // SAFETY: both places are on the stack.
        let status = unsafe { answer(&raw mut report, &raw mut error, || panic!("on purpose")) };
        assert_eq!(status, Status::Bug);
        assert!(report.is_null());
        // SAFETY: it was just given.
        assert_eq!(unsafe { &*error }.status(), Status::Bug);
        // SAFETY: given above; the second call meets null.
        unsafe {
            free(&raw mut error);
            free(&raw mut error);
        }
        assert!(error.is_null());
    }
}
