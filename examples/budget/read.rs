//! The files of a folder as tables and pages.

use crate::html;
use calamine::{Data, Reader, open_workbook_auto};
use encoding_rs::{GB18030, UTF_8};
use serde_json::{Value, json};
use std::error::Error;
use std::path::{Path, PathBuf};

/// What a folder holds.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    pub(crate) tables: Vec<Value>,
    pub(crate) pages: Vec<Value>,
    /// Files that were not read, and why.
    pub(crate) unread: Vec<String>,
}

/// Reads every file of a folder, in the order of their names; a file may be named instead.
///
/// # Errors
/// A folder that cannot be listed; what is wrong with one file is said of it alone.
pub(crate) fn folder(path: &Path) -> Result<Folder, Box<dyn Error>> {
    let mut files: Vec<PathBuf> = if path.is_dir() {
        let entries = std::fs::read_dir(path)?;
        entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?
    } else {
        vec![path.to_owned()]
    };
    files.sort();
    let mut folder = Folder::default();
    for file in files.iter().filter(|file| file.is_file()) {
        if let Err(error) = folder.file(file) {
            folder.unread.push(format!("{}: {error}", file.display()));
        }
    }
    Ok(folder)
}

impl Folder {
    fn file(&mut self, path: &Path) -> Result<(), Box<dyn Error>> {
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("xlsx" | "xls" | "xlsm" | "ods") => self.workbook(path),
            Some("csv") => self.csv(path),
            Some("html" | "htm") => {
                let text = text(path)?;
                self.html(&text);
                Ok(())
            }
            Some("txt") => {
                let text = text(path)?;
                self.page(&text);
                Ok(())
            }
            Some("json") => self.json(path),
            Some("pdf") => Err("PDF 不含可读取的表格和文字，请提供原始表格（xlsx、csv、html）或文字 / \
                a PDF holds no tables or text that can be read here; give the tables it was made from"
                .into()),
            _ => Err("不认识的文件类型 / no kind of file that is read".into()),
        }
    }

    fn table(&mut self, name: &str, rows: &[Vec<String>]) {
        self.tables.push(json!({"caption": [name], "rows": rows}));
    }

    fn page(&mut self, text: &str) {
        let number = self.pages.len().saturating_add(1);
        self.pages.push(json!({"page": number, "text": text}));
    }

    fn workbook(&mut self, path: &Path) -> Result<(), Box<dyn Error>> {
        let mut workbook = open_workbook_auto(path)?;
        for name in workbook.sheet_names() {
            let range = workbook.worksheet_range(&name)?;
            let rows: Vec<Vec<String>> = range
                .rows()
                .map(|row| row.iter().map(cell).collect())
                .collect();
            self.table(&name, &rows);
        }
        Ok(())
    }

    fn csv(&mut self, path: &Path) -> Result<(), Box<dyn Error>> {
        let text = text(path)?;
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            rows.push(record?.iter().map(str::to_owned).collect());
        }
        let name = path
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned());
        self.table(&name.unwrap_or_default(), &rows);
        Ok(())
    }

    fn html(&mut self, text: &str) {
        let page = html::read(text);
        for table in page.tables {
            let number = self.pages.len().saturating_add(1);
            self.tables
                .push(json!({"caption": table.caption, "page": number, "rows": table.rows}));
        }
        self.page(&page.text);
    }

    // A document as `examples/data/budgets` keeps them.
    fn json(&mut self, path: &Path) -> Result<(), Box<dyn Error>> {
        let document: Value = serde_json::from_str(&text(path)?)?;
        let list = |name: &str| document.get(name).and_then(Value::as_array).cloned();
        self.tables.extend(list("tables").ok_or("no `tables`")?);
        self.pages.extend(list("pages").unwrap_or_default());
        Ok(())
    }
}

fn text(path: &Path) -> Result<String, Box<dyn Error>> {
    let bytes = std::fs::read(path)?;
    let (text, _, damaged) = UTF_8.decode(&bytes);
    if !damaged {
        return Ok(text.into_owned());
    }
    let (text, _, damaged) = GB18030.decode(&bytes);
    if damaged {
        return Err("既不是UTF-8也不是GB18030编码 / neither UTF-8 nor GB18030".into());
    }
    Ok(text.into_owned())
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

    #[test]
    fn a_workbook_is_read_as_its_cells_are_written() {
        let folder = std::env::temp_dir().join(format!("gongkai-budget-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.set_name("支出决算表").unwrap();
        sheet.write(0, 0, "单位：万元").unwrap();
        sheet.write(1, 0, 0.1 + 0.2).unwrap();
        workbook.save(folder.join("a.xlsx")).unwrap();
        std::fs::write(folder.join("b.pdf"), b"%PDF-1.7").unwrap();
        let read = super::folder(&folder).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(read.tables[0]["caption"][0], "支出决算表");
        assert_eq!(read.tables[0]["rows"][1][0], "0.3");
        assert!(read.unread[0].contains("PDF"));
    }
}
