//! The text of a PDF.

use std::error::Error;
use std::{panic, thread};

/// How deep the parts of a PDF may lie in each other, in bytes of the stack that reads them.
const STACK: usize = 64 << 20;

/// The text of a PDF, page after page.
///
/// # Errors
/// The file cannot be read, or has no text, as a scan has none.
pub(crate) fn text(bytes: Vec<u8>) -> Result<String, Box<dyn Error>> {
    // The reader panics on files that others wrote wrongly. What it would print may be of the document.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let reader = thread::Builder::new().stack_size(STACK);
    let read = reader.spawn(move || pdf_extract::extract_text_from_mem(&bytes));
    let read = read.map(thread::JoinHandle::join);
    panic::set_hook(hook);
    let Ok(read) = read? else {
        return Err("PDF 已损坏，无法读取 | the PDF is damaged and cannot be read".into());
    };
    let text = read.map_err(|error| format!("无法读取 PDF | the PDF cannot be read: {error}"))?;
    if text.trim().is_empty() {
        return Err("PDF 中没有文字，可能是扫描件，请先识别文字 | the PDF has no text, as a scan has none: recognize its characters first".into());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTICE: &[u8] = include_bytes!("pdf/notice.pdf");

    #[test]
    fn a_pdf_is_the_text_of_its_pages() {
        let text = text(NOTICE.to_vec()).unwrap();
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        // The printer writes some characters as radicals; the screen takes them for the same.
        assert_eq!(
            lines,
            [
                "公开⼯作的通知",
                "内部资料\u{2003}不得外传",
                "⼾⼝、⽅法、⺠⽣，电话１３８００１３８０００"
            ]
        );
    }

    #[test]
    fn a_pdf_without_text_says_so() {
        let error = text(include_bytes!("pdf/picture.pdf").to_vec()).unwrap_err();
        assert!(error.to_string().contains("has no text"));
    }

    #[test]
    fn a_damaged_pdf_stops_nothing() {
        for length in (0..NOTICE.len()).step_by(4099) {
            assert!(text(NOTICE[..length].to_vec()).is_err());
        }
        for place in (9..NOTICE.len()).step_by(1733) {
            let mut damaged = NOTICE.to_vec();
            damaged[place] ^= 0x15;
            let _ = text(damaged);
        }
    }
}
