//! One file as tables and text: workbooks, CSV, pages of HTML, PDFs, text, and documents in JSON.

use super::{html, pdf};
use crate::trouble::Trouble;
use calamine::{Data, Reader, open_workbook_auto_from_rs};
use encoding_rs::{GB18030, UTF_8};
use gongkai::record::accounts::{Page, Sheet};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::fs;
use std::io::Cursor;
use std::path::Path;

/// The largest file that is looked at: published tables are far smaller.
const LARGEST: u64 = 32 << 20;

/// What one file holds.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// Its tables, each with the name of its sheet.
    pub(crate) sheets: Vec<(String, Sheet<'static>)>,
    pub(crate) pages: Vec<Page<'static>>,
    /// What a document in JSON says about itself.
    pub(crate) kind: Option<String>,
    pub(crate) record: Map<String, Value>,
    /// Whether it is a PDF, which holds nothing that others could read.
    pub(crate) is_pdf: bool,
}

/// Reads a file; nothing where it is no table and no text, or too large to be one of those that are published.
///
/// # Errors
/// `A25`, `A27`, `A28` for a PDF that cannot be read, is a scan, or has tables that cannot be read.
pub(super) fn read(file: &str) -> Result<Option<Parts>, Trouble> {
    let small = fs::metadata(file).is_ok_and(|about| about.is_file() && about.len() <= LARGEST);
    let Some(bytes) = small.then(|| fs::read(file).ok()).flatten() else {
        return Ok(None);
    };
    if bytes.starts_with(b"%PDF") {
        return pdf::read(bytes).map(|leaves| Some(Parts::pdf(leaves)));
    }
    let mut parts = Parts::default();
    let read = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        parts.workbook(bytes)
    } else {
        text(&bytes).and_then(|text| parts.text(file, &text))
    };
    Ok(read.map(|()| parts))
}

impl Parts {
    fn sheet(&mut self, name: &str, rows: Vec<Vec<String>>) {
        let rows = rows.into_iter();
        let sheet = Sheet {
            caption: vec![Cow::Owned(name.to_owned())],
            page: None,
            rows: rows
                .map(|row| row.into_iter().map(Cow::Owned).collect())
                .collect(),
        };
        self.sheets.push((name.to_owned(), sheet));
    }

    // A table with the lines above it and its page.
    fn captioned(
        &mut self,
        name: &str,
        (caption, page): (Vec<String>, u32),
        rows: Vec<Vec<String>>,
    ) {
        self.sheet(name, rows);
        if let Some((_, sheet)) = self.sheets.last_mut() {
            sheet.caption = caption.into_iter().map(Cow::Owned).collect();
            sheet.page = Some(page);
        }
    }

    fn page(&mut self, text: String) {
        self.pages.push(Page {
            number: 1,
            text: Cow::Owned(text),
        });
    }

    fn pdf(leaves: Vec<pdf::Leaf>) -> Self {
        let mut parts = Self {
            is_pdf: true,
            ..Self::default()
        };
        for leaf in leaves {
            for (caption, rows) in leaf.tables {
                let name = format!("第{0}页 page {0}", leaf.number);
                parts.captioned(&name, (caption, leaf.number), rows);
            }
            parts.pages.push(Page {
                number: leaf.number,
                text: Cow::Owned(leaf.text),
            });
        }
        parts
    }

    fn workbook(&mut self, bytes: Vec<u8>) -> Option<()> {
        let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).ok()?;
        for name in workbook.sheet_names() {
            let range = workbook.worksheet_range(&name).ok()?;
            // Rows and columns are counted as the workbook shows them.
            let (top, left) = range.start().unwrap_or_default();
            let (top, left) = (usize::try_from(top).ok()?, usize::try_from(left).ok()?);
            let mut rows = vec![Vec::new(); top];
            rows.extend(range.rows().map(|row| {
                let mut cells = vec![String::new(); left];
                cells.extend(row.iter().map(cell));
                cells
            }));
            self.sheet(&name, rows);
        }
        Some(())
    }

    fn text(&mut self, file: &str, text: &str) -> Option<()> {
        let start = text.trim_start();
        if start.starts_with('{') {
            return self.json(text);
        }
        match Path::new(file).extension() {
            _ if start.starts_with('<') => self.html(text),
            Some(ending) if ending.eq_ignore_ascii_case("txt") => self.page(text.to_owned()),
            Some(ending) if ending.eq_ignore_ascii_case("csv") => self.csv(file, text)?,
            _ => return None,
        }
        Some(())
    }

    fn csv(&mut self, file: &str, text: &str) -> Option<()> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut rows: Vec<Vec<String>> = Vec::new();
        for record in reader.records() {
            let record = record.ok()?;
            let line = record.position().map_or(0, csv::Position::line);
            // Blank lines are rows, so that a row is found under its line.
            let above = usize::try_from(line).ok()?.saturating_sub(1);
            rows.resize(rows.len().max(above), Vec::new());
            rows.push(record.iter().map(str::to_owned).collect());
        }
        self.sheet(&stem(file), rows);
        Some(())
    }

    fn html(&mut self, text: &str) {
        let page = html::read(text);
        for table in page.tables {
            let name = table.caption.last().cloned().unwrap_or_default();
            self.captioned(&name, (table.caption, 1), table.rows);
        }
        self.page(page.text);
    }

    // A document as `check_budget` takes it.
    fn json(&mut self, text: &str) -> Option<()> {
        let document: Value = serde_json::from_str(text).ok()?;
        for table in document.get("tables")?.as_array()? {
            let rows = table.get("rows")?.as_array()?.iter();
            let rows = rows.map(|row| Some(row.as_array()?.iter().map(plain).collect()));
            let captions = table.get("caption").and_then(Value::as_array);
            let captions: Vec<String> = captions.into_iter().flatten().map(plain).collect();
            self.sheet("", rows.collect::<Option<_>>()?);
            let (_, sheet) = self.sheets.last_mut()?;
            sheet.caption = captions.into_iter().map(Cow::Owned).collect();
            sheet.page = table.get("page").and_then(number);
        }
        let pages = document.get("pages").and_then(Value::as_array);
        for page in pages.into_iter().flatten() {
            self.pages.push(Page {
                number: page.get("page").and_then(number)?,
                text: Cow::Owned(plain(page.get("text")?)),
            });
        }
        self.kind = document.get("kind").map(plain);
        let record = document.get("record").and_then(Value::as_object);
        self.record = record.cloned().unwrap_or_default();
        Some(())
    }
}

fn number(value: &Value) -> Option<u32> {
    u32::try_from(value.as_u64()?).ok()
}

/// A value as it would stand in a cell.
pub(crate) fn plain(value: &Value) -> String {
    match value.as_str() {
        Some(text) => text.to_owned(),
        None if value.is_null() => String::new(),
        None => value.to_string(),
    }
}

/// The name of a file without its folder and its ending.
pub(super) fn stem(file: &str) -> String {
    let stem = Path::new(file).file_stem();
    stem.map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn text(bytes: &[u8]) -> Option<String> {
    let (text, _, damaged) = UTF_8.decode(bytes);
    if !damaged {
        return Some(text.into_owned());
    }
    let (text, _, damaged) = GB18030.decode(bytes);
    (!damaged).then(|| text.into_owned())
}

// A number as a person would write it: what a formula leaves behind the ninth decimal is no part of it.
fn cell(cell: &Data) -> String {
    let Data::Float(number) = cell else {
        return cell.to_string();
    };
    let text = format!("{number:.9}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("gongkai-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_workbook_is_read_as_its_cells_are_written() {
        let folder = folder("accounts-workbook");
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.set_name("支出决算表").unwrap();
        sheet.write(1, 1, "单位：万元").unwrap();
        sheet.write(2, 1, 0.1 + 0.2).unwrap();
        sheet.write(2, 2, 2_010_101).unwrap();
        let failed = rust_xlsxwriter::Formula::new("=A0").set_result("#REF!");
        sheet.write(2, 3, failed).unwrap();
        workbook.save(folder.join("a.xlsx")).unwrap();
        let file = folder.join("a.xlsx").to_str().unwrap().to_owned();
        let parts = read(&file).unwrap().unwrap();
        let (name, sheet) = &parts.sheets[0];
        assert_eq!(name, "支出决算表");
        assert_eq!(sheet.cell(1, 1), "单位：万元");
        assert_eq!(sheet.rows[2], ["", "0.3", "2010101", "#REF!"]);
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn rows_of_csv_are_counted_as_lines() {
        let mut parts = Parts::default();
        let table = "支出决算表\n\n\"a\nb\",1\nc,2\n";
        parts.csv("dir/支出决算表.csv", table).unwrap();
        let (name, sheet) = &parts.sheets[0];
        assert_eq!((name.as_str(), sheet.rows.len()), ("支出决算表", 5));
        assert_eq!(sheet.cell(4, 0), "c");
    }

    #[test]
    fn what_is_no_document_is_left_to_others() {
        let folder = folder("accounts-others");
        let write = |name: &str, bytes: &[u8]| {
            let path = folder.join(name);
            std::fs::write(&path, bytes).unwrap();
            read(path.to_str().unwrap())
        };
        assert!(
            write("a.jsonl", b"{\"a\":1}\n{\"a\":2}\n")
                .unwrap()
                .is_none()
        );
        assert!(write("a.json", b"{\"tables\": 3}").unwrap().is_none());
        assert!(write("a.bin", &[0, 159, 200]).unwrap().is_none());
        assert!(write("a.xlsx", b"PK\x03\x04 no").unwrap().is_none());
        let error = write("a.pdf", b"%PDF-1.7").unwrap_err();
        assert_eq!(error.code, crate::trouble::Code::PdfNotRead);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
