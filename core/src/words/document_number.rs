//! The number of an official document (发文字号), such as 安农罚〔2026〕5号.

use super::document_text;
use super::note::{Fault, Read};
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::fmt;

/// The parts of a document number.
///
/// ```
/// use gongkai::words::DocumentNumber;
/// let read = DocumentNumber::parse("新林地许准字(2015)第01号").unwrap();
/// assert_eq!(read.value.mark(), "新林地许准字");
/// assert_eq!(read.value.standard(), "新林地许准字〔2015〕1号");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentNumber<'a> {
    pub(super) mark: Cow<'a, str>,
    pub(super) year: Option<u16>,
    pub(super) serial: Cow<'a, str>,
    pub(super) form: DocumentForm,
}

/// How a document number is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentForm {
    /// Mark, year in brackets, serial: 安农罚〔2026〕5号.
    Standard,
    /// Serial alone, counted through all years: 第711号.
    Order,
    /// Year without brackets: 2012年第7号.
    Announcement,
}

impl<'a> DocumentNumber<'a> {
    /// Reads a document number; everything that differs from the standard form is noted.
    ///
    /// # Errors
    /// The [`Fault`] says which part is missing or cannot be read.
    pub fn parse(text: &'a str) -> Result<Read<Self>, Fault> {
        document_text::read(text)
    }

    /// The number that a malformed one means beyond doubt: mark, year and serial stand in their order, and only
    /// the brackets around the year are wrong.
    ///
    /// ```
    /// use gongkai::words::DocumentNumber;
    /// let meant = DocumentNumber::suggest("国办发﹝2015﹞)15号").unwrap();
    /// assert_eq!(meant.standard(), "国办发〔2015〕15号");
    /// assert_eq!(DocumentNumber::suggest("国办发〔3015〕15号"), None);
    /// ```
    #[must_use]
    pub fn suggest(text: &str) -> Option<DocumentNumber<'static>> {
        let proper = document_text::with_proper_brackets(text)?;
        let read = DocumentNumber::parse(&proper).ok()?;
        Some(read.value.into_owned())
    }

    /// The mark of the agency and the kind of document (机关代字); empty in orders that name none.
    #[must_use]
    pub fn mark(&self) -> &str {
        &self.mark
    }

    /// The year; orders have none.
    #[must_use]
    pub const fn year(&self) -> Option<u16> {
        self.year
    }

    /// The serial, mostly a plain number: `5`, `执法二中队-9`.
    #[must_use]
    pub fn serial(&self) -> &str {
        &self.serial
    }

    /// How the number is built.
    #[must_use]
    pub const fn form(&self) -> DocumentForm {
        self.form
    }

    /// The number in its standard form: a safe correction of what was noted.
    #[must_use]
    pub fn standard(&self) -> String {
        self.to_string()
    }

    /// The same number, holding its own text.
    #[must_use]
    pub fn into_owned(self) -> DocumentNumber<'static> {
        DocumentNumber {
            mark: Cow::Owned(self.mark.into_owned()),
            year: self.year,
            serial: Cow::Owned(self.serial.into_owned()),
            form: self.form,
        }
    }
}

impl fmt::Display for DocumentNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.mark)?;
        match (self.form, self.year) {
            (DocumentForm::Standard, Some(year)) => write!(f, "〔{year}〕")?,
            (DocumentForm::Announcement, Some(year)) => write!(f, "{year}年第")?,
            (DocumentForm::Order, _) | (_, None) => f.write_str("第")?,
        }
        write!(f, "{}号", self.serial)
    }
}
