//! Why a file, a row or a place in it could not be read or judged: stable codes, the place, and what to do.
//!
//! A finding is about a record and is for an official. A trouble is about our reading of a file and is
//! for whoever runs this program. No text here ever carries the content of a cell.

use serde::Serialize;
use std::fmt;

/// One thing that went wrong, where it did, and what the machine said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Trouble {
    pub(crate) code: Code,
    /// Line of a text file or row of a sheet, counted from 1.
    pub(crate) row: Option<u64>,
    /// Byte of the file, counted from 0.
    pub(crate) byte: Option<u64>,
    /// A count, a name of a sheet, or the system's own words.
    pub(crate) detail: String,
}

impl Trouble {
    pub(crate) fn new(code: Code) -> Self {
        Self {
            code,
            row: None,
            byte: None,
            detail: String::new(),
        }
    }

    pub(crate) fn at_row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    pub(crate) fn at_byte(mut self, byte: u64) -> Self {
        self.byte = Some(byte);
        self
    }

    pub(crate) fn with(mut self, detail: impl fmt::Display) -> Self {
        self.detail = detail.to_string();
        self
    }

    /// `row 3`, `byte 70000`, or nothing.
    pub(crate) fn place(&self) -> String {
        match (self.row, self.byte) {
            (Some(row), _) => format!("第{row}行 row {row}"),
            (None, Some(byte)) => format!("字节{byte} byte {byte}"),
            (None, None) => String::new(),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "[{}] ", self.code.name())?;
        let place = self.place();
        if !place.is_empty() {
            write!(out, "{place}: ")?;
        }
        write!(out, "{} | {}", self.code.zh(), self.code.en())?;
        if !self.detail.is_empty() {
            write!(out, " ({})", self.detail)?;
        }
        Ok(())
    }
}

/// What can go wrong. The name of a code is never reused for another meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Code {
    FileMissing,
    NotAFile,
    FileUnreadable,
    FileEmpty,
    NotText,
    EncodingUnknown,
    EncodingDamaged,
    NoHeadings,
    SheetMissing,
    WorkbookUnreadable,
    WorkbookTooLarge,
    JsonBroken,
    JsonUnfinished,
    QuoteUnclosed,
    RowTooLong,
    RowLength,
    TooManyColumns,
    NumberRounded,
    CellError,
    KindUnclear,
    KindUnknown,
    RowKindUnknown,
    EngineRefused,
    OutputUnwritable,
    PdfNotRead,
    AccountsNotRuled,
    PdfScanned,
    PdfUnruled,
}

impl Code {
    pub(crate) fn name(self) -> &'static str {
        self.said().1
    }

    pub(crate) fn zh(self) -> &'static str {
        self.said().2
    }

    pub(crate) fn en(self) -> &'static str {
        self.said().3
    }

    fn said(self) -> &'static Said {
        const UNLISTED: Said = (Code::FileUnreadable, "A00-unlisted", "", "");
        SAID.iter().find(|said| said.0 == self).unwrap_or(&UNLISTED)
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

type Said = (Code, &'static str, &'static str, &'static str);

const SAID: [Said; 28] = [
    (
        Code::FileMissing,
        "A01-file-missing",
        "没有这个文件，请核对路径",
        "there is no such file; check the path",
    ),
    (
        Code::NotAFile,
        "A02-not-a-file",
        "这是目录而不是文件，请逐个给出文件",
        "this is a directory; name the files in it",
    ),
    (
        Code::FileUnreadable,
        "A03-file-unreadable",
        "文件读取失败，请核对权限与介质",
        "reading failed; check permissions and the medium",
    ),
    (
        Code::FileEmpty,
        "A04-file-empty",
        "文件是空的",
        "the file is empty",
    ),
    (
        Code::NotText,
        "A05-not-text",
        "既不是工作簿也不是文本(含零字节),请另存为 xlsx 或 CSV",
        "neither a workbook nor text (zero bytes inside); save it as xlsx or CSV",
    ),
    (
        Code::EncodingUnknown,
        "A06-encoding-unknown",
        "既不是 UTF-8 也不是 GB18030,请用 --encoding 指明编码",
        "neither UTF-8 nor GB18030; name the encoding with --encoding",
    ),
    (
        Code::EncodingDamaged,
        "A07-encoding-damaged",
        "有不合编码的字节，已换成 U+FFFD，其余照读",
        "bytes that do not fit the encoding were replaced by U+FFFD; the rest was read",
    ),
    (
        Code::NoHeadings,
        "A08-no-headings",
        "找不到表头行",
        "no heading row was found",
    ),
    (
        Code::SheetMissing,
        "A09-sheet-missing",
        "没有这个工作表，请核对 --sheet",
        "there is no such sheet; check --sheet",
    ),
    (
        Code::WorkbookUnreadable,
        "A10-workbook-unreadable",
        "工作簿损坏或有密码，请修复后另存为 xlsx",
        "the workbook is damaged or locked; repair it and save it as xlsx",
    ),
    (
        Code::WorkbookTooLarge,
        "A11-workbook-too-large",
        "工作簿展开后过大，请另存为 CSV",
        "the workbook is too large when unpacked; save it as CSV",
    ),
    (
        Code::JsonBroken,
        "A12-json-broken",
        "不是合法的 JSON 对象，本条未评判",
        "not a valid JSON object; this record was not judged",
    ),
    (
        Code::JsonUnfinished,
        "A13-json-unfinished",
        "JSON 在此中断，之后的内容未读",
        "the JSON breaks off here; what follows was not read",
    ),
    (
        Code::QuoteUnclosed,
        "A14-quote-unclosed",
        "引号没有闭合，本行按无引号读取",
        "a quotation mark is not closed; this row was read as if unquoted",
    ),
    (
        Code::RowTooLong,
        "A15-row-too-long",
        "单元格超过 1 MiB 或本行超过 4 MiB,本行未评判",
        "a cell is over 1 MiB or the row over 4 MiB; this row was not judged",
    ),
    (
        Code::RowLength,
        "A16-row-length",
        "单元格数与表头不符，缺的按空白，多的未读",
        "the number of cells differs from the headings; missing ones count as blank, extra ones were not read",
    ),
    (
        Code::TooManyColumns,
        "A17-too-many-columns",
        "超过 2000 列，之后的列未读",
        "more than 2000 columns; those after were not read",
    ),
    (
        Code::NumberRounded,
        "A18-number-rounded",
        "表格把 15 位以上的数字存成了数值，末位已失真，请将该列改为文本后重新导出",
        "the spreadsheet stored over 15 digits as a number and lost the last ones; set the column to text and export again",
    ),
    (
        Code::CellError,
        "A19-cell-error",
        "公式出错的单元格按空白读取",
        "a cell whose formula failed was read as blank",
    ),
    (
        Code::KindUnclear,
        "A20-kind-unclear",
        "从表头看不出信息种类，请用 --kind 指明",
        "the headings do not tell the kind of record; name it with --kind",
    ),
    (
        Code::KindUnknown,
        "A21-kind-unknown",
        "没有这个信息种类",
        "there is no such kind of record",
    ),
    (
        Code::RowKindUnknown,
        "A22-row-kind-unknown",
        "本行的类别认不出，未评判",
        "the kind named in this row is not known; the row was not judged",
    ),
    (
        Code::EngineRefused,
        "A23-record-refused",
        "本条无法评判",
        "this record could not be judged",
    ),
    (
        Code::OutputUnwritable,
        "A24-output-unwritable",
        "结果写不出去，请核对 --out 的目录",
        "the results could not be written; check the folder of --out",
    ),
    (
        Code::PdfNotRead,
        "A25-pdf-not-read",
        "PDF 未读，原因见括号；可提供制作它的表格(xlsx、CSV、网页)和文字",
        "the PDF was not read, for the reason in brackets; give the tables and the text it was made from",
    ),
    (
        Code::AccountsNotRuled,
        "A26-accounts-not-ruled",
        "这是预算或决算，所选口径没有关于其表格的规则，请用 --profile budget 或 department",
        "this is a budget or an account, and the profile has no rules about its tables; use --profile budget or department",
    ),
    (
        Code::PdfScanned,
        "A27-pdf-has-no-text",
        "PDF 是扫描件，没有文字可读，请先识别文字，或提供制作它的表格和文字",
        "the PDF is a scan and has no text; recognize its characters first, or give the tables and the text it was made from",
    ),
    (
        Code::PdfUnruled,
        "A28-pdf-table-unruled",
        "PDF 中有的表没有框线，数字属于哪一栏无法确定，整份未评判；请提供制作它的表格(xlsx、CSV、网页)",
        "tables of the PDF have no rules between their cells, so that nobody can be sure which column a number belongs to; the document was not judged; give the tables it was made from",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_said_once_and_numbered_in_order() {
        for (index, said) in SAID.iter().enumerate() {
            assert!(
                said.1.starts_with(&format!("A{:02}-", index + 1)),
                "{}",
                said.1
            );
            assert_eq!(said.0.name(), said.1);
            assert!(!said.0.zh().is_empty() && !said.0.en().is_empty());
        }
        assert!(SAID.is_sorted_by_key(|said| said.0));
    }

    #[test]
    fn a_trouble_says_code_place_and_detail() {
        let text = Trouble::new(Code::RowLength)
            .at_row(7)
            .with("5 / 6")
            .to_string();
        assert!(text.starts_with("[A16-row-length] 第7行 row 7: "));
        assert!(text.ends_with("(5 / 6)"));
    }
}
