//! Text in GBK or GB18030, as older systems keep it, to UTF-8 and back.

use crate::boundary::{answer, bytes, utf8};
use crate::error::Error;
use crate::report::Report;
use crate::status::Status;
use core::ffi::c_char;
use encoding_rs::{DecoderResult, EncoderResult, GB18030};

/// Converts text in GB18030, GBK or GB2312 to UTF-8. Convert whole texts: half a character is an error, and
/// the second byte of a character can be the code of `\`, so JSON has to be made after the conversion.
///
/// Ownership: the text given to `*report` is the caller's, who frees it with `gongkai_report_free`. `text`
/// may be freed as soon as the call returns.
/// Threads: any, at any time.
/// Errors: `TEXT_ENCODING` with the offset of the byte after the wrong one, `NULL_ARGUMENT`, `LENGTH`,
/// `BUG`; then `*report` is null and `*error` is the caller's. Nothing is replaced silently.
///
/// # Safety
/// `text` has `length` bytes. `report` can be written to. `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_text_from_gb18030(
    text: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { answer(report, error, || from_gb18030(bytes("text", text, length)?)) }
}

/// Converts text in UTF-8 to GB18030. Characters of GBK get the bytes they have in GBK, all others four
/// bytes that GBK does not know.
///
/// Ownership: the text given to `*report` is the caller's, who frees it with `gongkai_report_free`. `text`
/// may be freed as soon as the call returns.
/// Threads: any, at any time.
/// Errors: `TEXT_ENCODING` with the offset of what is not UTF-8 or of the byte after a character that
/// GB18030 lacks, `NULL_ARGUMENT`, `LENGTH`, `BUG`; then `*report` is null and `*error` is the caller's.
///
/// # Safety
/// `text` has `length` bytes. `report` can be written to. `error` is null or can be written to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn gongkai_text_to_gb18030(
    text: *const c_char,
    length: usize,
    report: *mut *mut Report,
    error: *mut *mut Error,
) -> Status {
    // SAFETY: the caller keeps what is asked above.
    unsafe { answer(report, error, || to_gb18030(utf8("text", text, length)?)) }
}

fn from_gb18030(text: &[u8]) -> Result<Report, Error> {
    let mut decoder = GB18030.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(text.len());
    let mut converted = String::with_capacity(room.unwrap_or(0));
    match decoder.decode_to_string_without_replacement(text, &mut converted, true) {
        (DecoderResult::InputEmpty, _) => Ok(Report::new(converted.into_bytes())),
        (DecoderResult::OutputFull | DecoderResult::Malformed(..), read) => {
            Err(Error::encoding("text", "GB18030", read))
        }
    }
}

fn to_gb18030(text: &str) -> Result<Report, Error> {
    let mut encoder = GB18030.new_encoder();
    let room = encoder.max_buffer_length_from_utf8_without_replacement(text.len());
    let mut converted = Vec::with_capacity(room.unwrap_or(0));
    match encoder.encode_from_utf8_to_vec_without_replacement(text, &mut converted, true) {
        (EncoderResult::InputEmpty, _) => Ok(Report::new(converted)),
        (EncoderResult::OutputFull | EncoderResult::Unmappable(_), read) => {
            Err(Error::encoding("text", "representable in GB18030", read))
        }
    }
}
