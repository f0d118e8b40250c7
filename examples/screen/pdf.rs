//! The text of a PDF.

use crate::pdf_reader::{Unread, read};
use pdf_extract::{PlainTextOutput, output_doc};

/// The text of a PDF, page after page.
///
/// # Errors
/// The file cannot be read, or has no text, as a scan has none.
pub(crate) fn text(bytes: Vec<u8>) -> Result<String, Unread> {
    let text = read(bytes, |document| {
        let mut text = String::new();
        output_doc(document, &mut PlainTextOutput::new(&mut text))?;
        Ok(text)
    })?;
    if text.trim().is_empty() {
        return Err(Unread::NoText);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTICE: &[u8] = include_bytes!("../pdf/notice.pdf");

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
        let error = text(include_bytes!("../pdf/picture.pdf").to_vec()).unwrap_err();
        assert_eq!(error, Unread::NoText);
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
