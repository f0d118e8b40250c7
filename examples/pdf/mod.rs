//! PDFs as others may have written them: damaged, endless or without text.

mod unpacked;

use pdf_extract::{Document, OutputError};
use std::error::Error;
use std::{fmt, panic, thread};

/// How deep the parts of a PDF may lie in each other, in bytes of the stack that reads them.
const STACK: usize = 64 << 20;

/// Why a PDF was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unread {
    /// It is damaged, or needs a password; the reader's own words where it has any.
    Damaged(String),
    /// It unpacks to more than is read.
    TooLarge,
    /// It has no text, as a scan has none.
    NoText,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(detail) if detail.is_empty() => {
                f.write_str("PDF 已损坏，无法读取 | the PDF is damaged and cannot be read")
            }
            Self::Damaged(detail) => {
                write!(f, "无法读取 PDF | the PDF cannot be read: {detail}")
            }
            Self::TooLarge => f.write_str(
                "PDF 解压后过大，未读取 | the PDF unpacks to more than is read",
            ),
            Self::NoText => f.write_str(
                "PDF 中没有文字，可能是扫描件，请先识别文字 | the PDF has no text, as a scan has none: recognize its characters first",
            ),
        }
    }
}

impl Error for Unread {}

/// What `work` makes of a PDF.
///
/// # Errors
/// The PDF is damaged, or unpacks to too much.
pub(crate) fn read<T: Send + 'static>(
    bytes: Vec<u8>,
    work: impl FnOnce(&Document) -> Result<T, OutputError> + Send + 'static,
) -> Result<T, Unread> {
    if unpacked::is_too_large(&bytes) {
        return Err(Unread::TooLarge);
    }
    // The reader panics on files that others wrote wrongly. What it would print may be of the document.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let reader = thread::Builder::new().stack_size(STACK);
    let read = reader.spawn(move || {
        let mut document = Document::load_mem(&bytes)?;
        if document.is_encrypted() {
            document.decrypt("")?;
        }
        work(&document)
    });
    let read = read.map(thread::JoinHandle::join);
    panic::set_hook(hook);
    let damaged = |error: &dyn fmt::Display| Unread::Damaged(error.to_string());
    match read {
        Err(error) => Err(damaged(&error)),
        Ok(Err(_)) => Err(Unread::Damaged(String::new())),
        Ok(Ok(read)) => read.map_err(|error| damaged(&error)),
    }
}
