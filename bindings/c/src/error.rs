//! Why a call failed, as an object that the caller owns.

use crate::boundary::free;
use crate::status::Status;
use core::ffi::c_char;
use core::fmt::Display;
use gongkai::wire;

/// Why a call failed, where, and what to do. It never changes and holds no personal data.
#[derive(Debug)]
pub struct Error(Box<Fields>);

#[derive(Debug)]
struct Fields {
    status: Status,
    name: Text,
    message: Text,
    place: Text,
    remedy: Text,
    json: Text,
    line: Option<u32>,
    offset: Option<u64>,
}

/// A text and the zero byte after it.
#[derive(Debug)]
struct Text(String);

impl Text {
    fn new(text: &(impl Display + ?Sized)) -> Self {
        Self(format!("{text}\0"))
    }

    fn length(&self) -> usize {
        self.0.len().saturating_sub(1)
    }

    fn shown(&self) -> &str {
        self.0.strip_suffix('\0').unwrap_or_default()
    }
}

impl Error {
    pub(crate) fn status(&self) -> Status {
        self.0.status
    }

    pub(crate) fn null(what: &str) -> Self {
        let remedy = "pass a pointer to it";
        Self::of_door(Status::NullArgument, "null-argument", what, remedy).saying("a null pointer")
    }

    pub(crate) fn length(what: &str) -> Self {
        let remedy = "pass the number of bytes";
        Self::of_door(Status::Length, "length", what, remedy).saying("larger than any object")
    }

    pub(crate) fn encoding(what: &str, encoding: &str, offset: usize) -> Self {
        let remedy = "convert the text to the encoding asked for";
        let mut error = Self::of_door(Status::TextEncoding, "text-encoding", what, remedy);
        error.0.offset = u64::try_from(offset).ok();
        error.saying(&format_args!("not {encoding}"))
    }

    pub(crate) fn bug() -> Self {
        let remedy = "report it to the makers of gongkai with the request that shows it";
        Self::of_door(Status::Bug, "bug", "the library", remedy).saying("a bug stopped the call")
    }

    fn of_door(status: Status, name: &str, place: &str, remedy: &str) -> Self {
        Self(Box::new(Fields {
            status,
            name: Text::new(name),
            message: Text::new(""),
            place: Text::new(place),
            remedy: Text::new(remedy),
            json: Text::new(""),
            line: None,
            offset: None,
        }))
    }

    fn saying(mut self, message: &(impl Display + ?Sized)) -> Self {
        self.0.message = Text::new(message);
        self.0.json = self.0.written();
        self
    }
}

impl Fields {
    /// An error of the door in the form of the contract; its texts are its own and need no escapes.
    fn written(&self) -> Text {
        let [name, message, place, remedy] =
            [&self.name, &self.message, &self.place, &self.remedy].map(Text::shown);
        let offset = self.offset.map(|offset| format!(r#""offset":{offset},"#));
        let (code, offset) = (self.status.number(), offset.unwrap_or_default());
        Text::new(&format_args!(
            r#"{{"code":{code},"name":"{name}","message":"{message}","place":"{place}",{offset}"remedy":"{remedy}"}}"#
        ))
    }
}

impl From<wire::Error> for Error {
    fn from(error: wire::Error) -> Self {
        let json = String::from_utf8_lossy(&wire::failure(&error)).into_owned();
        Self(Box::new(Fields {
            status: error.code.into(),
            name: Text::new(error.code.name()),
            message: Text::new(&error.message),
            place: Text::new(&error.place),
            remedy: Text::new(error.code.remedy()),
            json: Text::new(&json),
            line: error.line,
            offset: error.offset,
        }))
    }
}

/// Hands an error over, if the caller wants it.
///
/// # Safety
/// `place` is null or can be written to.
pub(crate) unsafe fn give_error(place: *mut *mut Error, error: Error) -> Status {
    let status = error.status();
    if !place.is_null() {
        // SAFETY: not null, so it can be written to.
        unsafe { place.write(Box::into_raw(Box::new(error))) };
    }
    status
}

/// The status of the call that failed.
///
/// Ownership: nothing is given.
/// Threads: any, at any time, until the error is freed.
/// Errors: none; `OK` for null.
///
/// # Safety
/// `error` is null or an error that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_error_status(error: *const Error) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { error.as_ref() }.map_or(Status::Ok, Error::status)
}

/// The name of the status in kebab case, such as `record-syntax`; never renamed.
///
/// Ownership: the text belongs to the error and lives as long as it.
/// Threads: any, at any time, until the error is freed.
/// Errors: none; null and length 0 for null.
///
/// # Safety
/// `error` is null or an error that was not freed. `length` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_error_name(
    error: *const Error,
    length: *mut usize,
) -> *const c_char {
    // SAFETY: the caller keeps what is asked above.
    unsafe { show(error, length, |error| &error.0.name) }
}

/// What is wrong, for an engineer; in English.
///
/// Ownership: the text belongs to the error and lives as long as it.
/// Threads: any, at any time, until the error is freed.
/// Errors: none; null and length 0 for null.
///
/// # Safety
/// `error` is null or an error that was not freed. `length` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_error_message(
    error: *const Error,
    length: *mut usize,
) -> *const c_char {
    // SAFETY: the caller keeps what is asked above.
    unsafe { show(error, length, |error| &error.0.message) }
}

/// The file, field, parameter or JSON path that is wrong; empty where there is none.
///
/// Ownership: the text belongs to the error and lives as long as it.
/// Threads: any, at any time, until the error is freed.
/// Errors: none; null and length 0 for null.
///
/// # Safety
/// `error` is null or an error that was not freed. `length` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_error_place(
    error: *const Error,
    length: *mut usize,
) -> *const c_char {
    // SAFETY: the caller keeps what is asked above.
    unsafe { show(error, length, |error| &error.0.place) }
}

/// What to do about it; in English.
///
/// Ownership: the text belongs to the error and lives as long as it.
/// Threads: any, at any time, until the error is freed.
/// Errors: none; null and length 0 for null.
///
/// # Safety
/// `error` is null or an error that was not freed. `length` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_error_remedy(
    error: *const Error,
    length: *mut usize,
) -> *const c_char {
    // SAFETY: the caller keeps what is asked above.
    unsafe { show(error, length, |error| &error.0.remedy) }
}

/// The whole error as one JSON object: `{"code", "name", "message", "place", "line", "offset", "remedy"}`,
/// without the members that do not apply.
///
/// Ownership: the text belongs to the error and lives as long as it.
/// Threads: any, at any time, until the error is freed.
/// Errors: none; null and length 0 for null.
///
/// # Safety
/// `error` is null or an error that was not freed. `length` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_error_json(
    error: *const Error,
    length: *mut usize,
) -> *const c_char {
    // SAFETY: the caller keeps what is asked above.
    unsafe { show(error, length, |error| &error.0.json) }
}

/// The line that is wrong, counted from 1; 0 where there is none.
///
/// Ownership: nothing is given.
/// Threads: any, at any time, until the error is freed.
/// Errors: none; 0 for null.
///
/// # Safety
/// `error` is null or an error that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_error_line(error: *const Error) -> u32 {
    // SAFETY: the caller keeps what is asked above.
    let error = unsafe { error.as_ref() };
    error.and_then(|error| error.0.line).unwrap_or(0)
}

/// The byte that is wrong, counted from 0; -1 where there is none.
///
/// Ownership: nothing is given.
/// Threads: any, at any time, until the error is freed.
/// Errors: none; -1 for null.
///
/// # Safety
/// `error` is null or an error that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_error_offset(error: *const Error) -> i64 {
    // SAFETY: the caller keeps what is asked above.
    let offset = unsafe { error.as_ref() }.and_then(|error| error.0.offset);
    offset
        .and_then(|offset| i64::try_from(offset).ok())
        .unwrap_or(-1)
}

/// Frees the error in `*error` and sets `*error` to null, so that a second call does nothing.
///
/// Ownership: takes the error back, and with it the texts it gave. Copies of the pointer must not be used or
/// freed afterwards.
/// Threads: any, once no other thread uses the error.
/// Errors: none; `error` may be null, and so may `*error`.
///
/// # Safety
/// `error` is null, or `*error` is null or an error that was not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_error_free(error: *mut *mut Error) {
    // SAFETY: the caller keeps what is asked above.
    unsafe { free(error) }
}

/// # Safety
/// `error` is null or alive; `length` is null or can be written to.
unsafe fn show(
    error: *const Error,
    length: *mut usize,
    text: impl FnOnce(&Error) -> &Text,
) -> *const c_char {
    // SAFETY: `error` is null or alive.
    let text = unsafe { error.as_ref() }.map(text);
    // SAFETY: `length` is null or can be written to.
    if let Some(length) = unsafe { length.as_mut() } {
        *length = text.map_or(0, Text::length);
    }
    text.map_or(core::ptr::null(), |text| text.0.as_ptr().cast())
}
