//! Published budgets and final accounts among the files: which files make one document, and where its tables came from.

mod beside;
mod facts;
mod html;
mod pdf;
mod read;

use crate::trouble::{Code, Trouble};
use beside::{Beside, Known, Names};
use facts::Facts;
use gongkai::record::accounts::read::Forms;
use gongkai::record::accounts::{Page, Sheet};
use read::Parts;
pub(crate) use read::plain;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The templates of a kind of record that has tables.
pub(crate) type Form<'f> = (&'f str, &'f Forms);

/// One budget or account, put together from the files of one folder.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) kind: String,
    /// What is known of it: publisher, year.
    pub(crate) record: Map<String, Value>,
    pub(crate) sheets: Vec<Sheet<'static>>,
    pub(crate) pages: Vec<Page<'static>>,
    pub(crate) files: Vec<String>,
    /// Of each sheet its file and its name.
    tables: Vec<(usize, String)>,
    /// Of each page its file and its number there.
    texts: Vec<(usize, u32)>,
}

/// Files parted into documents and others.
#[derive(Debug, Default)]
pub(crate) struct Parted {
    pub(crate) documents: Vec<Document>,
    /// Files that hold no document.
    pub(crate) others: Vec<String>,
    /// Files that may hold one and cannot be read.
    pub(crate) unread: Vec<(String, Trouble)>,
    // The documents of each folder.
    folders: BTreeMap<PathBuf, Beside>,
    names: Names,
}

/// Why a PDF that was read is not judged.
const NO_BUDGET: &str = "未认出预算或决算的表，旁边也没有它所说明的预算或决算 | no table of a budget or account was recognized, and beside it stands none that it could be about";

/// Where something stands in a file, as a person looks for it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) row: Option<u64>,
    /// `支出决算表 D14`, or the page.
    pub(crate) spot: String,
}

/// Parts files; those of one folder, kind, year and publisher make one document.
pub(crate) fn part(forms: &[Form<'_>], kind: Option<&str>, files: &[String]) -> Parted {
    let mut parted = Parted::default();
    let forms: Vec<Form<'_>> = forms
        .iter()
        .filter(|(id, _)| kind.is_none_or(|kind| kind == *id))
        .copied()
        .collect();
    if forms.is_empty() {
        parted.others = files.to_vec();
        return parted;
    }
    let mut found = Vec::new();
    for file in files {
        match read::read(file) {
            Err(trouble) => parted.unread.push((file.clone(), trouble)),
            Ok(None) => parted.others.push(file.clone()),
            Ok(Some(parts)) => {
                let facts = facts::of(file, &parts, &forms);
                if facts.titled || !parts.pages.is_empty() {
                    found.push((file, facts, parts));
                } else {
                    parted.others.push(file.clone());
                }
            }
        }
    }
    let names = found
        .iter()
        .filter_map(|(_, facts, _)| facts.publisher.as_deref());
    parted.names = Names::of(names);
    // Texts belong to tables, wherever they stand among them.
    let (tables, texts): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, own, _)| own.titled);
    for (file, facts, parts) in tables {
        parted.tables(file, facts, parts);
    }
    for (file, facts, parts) in texts {
        parted.text(file, &facts, parts);
    }
    parted
}

impl Parted {
    fn tables(&mut self, file: &str, facts: Facts, parts: Parts) {
        let known = self.fitting(file, &facts).first().copied();
        let number = known.unwrap_or(self.documents.len());
        if known.is_none() {
            self.documents.push(Document::default());
        }
        let known = known.is_some();
        self.add((number, known), file, facts, parts);
    }

    // A text belongs to the one document of its folder that it can be about.
    fn text(&mut self, file: &str, facts: &Facts, parts: Parts) {
        match self.fitting(file, facts).as_slice() {
            // PDFs of every kind stand beside budgets; only those that name one are about it.
            [only] if !parts.is_pdf || facts.kind.is_some() => {
                self.add((*only, true), file, Facts::default(), parts);
            }
            _ if parts.is_pdf => {
                let trouble = Trouble::new(Code::PdfNotRead).with(NO_BUDGET);
                self.unread.push((file.to_owned(), trouble));
            }
            _ => self.others.push(file.to_owned()),
        }
    }

    // Adds a file to a document, which may have been known before.
    fn add(&mut self, (number, known): (usize, bool), file: &str, facts: Facts, parts: Parts) {
        let Some(document) = self.documents.get_mut(number) else {
            return;
        };
        let before = known.then(|| document.known());
        document.add(file, facts, parts);
        let beside = self.folders.entry(folder(file)).or_default();
        beside.know(number, before.as_ref(), document.known());
    }

    // The first documents of a file's folder that it can be part of.
    fn fitting(&self, file: &str, facts: &Facts) -> Vec<usize> {
        let beside = self.folders.get(&folder(file));
        beside.map_or_else(Vec::new, |own| own.fitting(facts, &self.names))
    }
}

fn folder(file: &str) -> PathBuf {
    Path::new(file)
        .parent()
        .map(Path::to_owned)
        .unwrap_or_default()
}

impl Document {
    fn known(&self) -> Known {
        let said = |name: &str| {
            let own = self.record.get(name).and_then(Value::as_str);
            own.filter(|own| !own.is_empty())
        };
        Known {
            kind: self.kind.clone(),
            year: said("fiscal_year").map(|year| year.trim_end_matches(['年', '度']).to_owned()),
            publisher: said("publisher").map(str::to_owned),
        }
    }

    /// Whose it is, as far as it says.
    pub(crate) fn publisher(&self) -> String {
        self.record.get("publisher").map(plain).unwrap_or_default()
    }

    /// Whether the same publisher has published this one for an earlier year, or for the same in another kind.
    pub(crate) fn precedes(&self, other: &Self) -> bool {
        let year = |own: &Self| own.record.get("fiscal_year").map(plain).unwrap_or_default();
        let (first, last) = (year(self), year(other));
        let same = !self.publisher().is_empty() && self.publisher() == other.publisher();
        same && !first.is_empty() && (first < last || (first == last && self.kind != other.kind))
    }

    fn add(&mut self, file: &str, facts: Facts, parts: Parts) {
        if let Some(kind) = facts.kind {
            self.kind = kind;
        }
        for (name, value) in parts.record {
            self.record.entry(name).or_insert(value);
        }
        self.know("fiscal_year", facts.year);
        self.know("publisher", facts.publisher);
        let number = self.files.len();
        self.files.push(file.to_owned());
        // Pages are numbered through; a table stands on the page that its file says.
        let before = self.pages.iter().map(|page| page.number).max().unwrap_or(0);
        for mut page in parts.pages {
            self.texts.push((number, page.number));
            page.number = page.number.saturating_add(before);
            self.pages.push(page);
        }
        for (name, mut sheet) in parts.sheets {
            self.tables.push((number, name));
            sheet.page = sheet.page.map(|page| page.saturating_add(before));
            self.sheets.push(sheet);
        }
    }

    // Keeps what a file tells where the record does not say it.
    fn know(&mut self, name: &str, value: Option<String>) {
        let own = self.record.get(name).map(plain).unwrap_or_default();
        if let (true, Some(value)) = (own.is_empty(), value) {
            self.record.insert(name.to_owned(), Value::String(value));
        }
    }

    /// Where a path of a report leads: `/tables/2/rows/13/3`, `/pages/21`.
    pub(crate) fn place(&self, path: &str) -> Option<Place> {
        let mut parts = path.strip_prefix('/')?.split('/');
        let (what, number) = (parts.next()?, parts.next()?);
        if what == "pages" {
            let number: u32 = number.parse().ok()?;
            let page = self.pages.iter().position(|page| page.number == number)?;
            let (file, own) = self.texts.get(page)?;
            return Some(Place {
                file: self.files.get(*file)?.clone(),
                row: None,
                spot: format!("第{own}页 page {own}"),
            });
        }
        let (file, sheet) = self.tables.get(number.parse::<usize>().ok()?)?;
        let row: u64 = parts.nth(1)?.parse().ok()?;
        let column: u32 = parts.next()?.parse().ok()?;
        let row = row.saturating_add(1);
        let cell = format!("{}{row}", letters(column));
        Some(Place {
            file: self.files.get(*file)?.clone(),
            row: Some(row),
            spot: format!("{sheet} {cell}").trim_start().to_owned(),
        })
    }
}

/// A column as spreadsheets call it: A to Z, AA and on.
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column.saturating_add(1);
    while rest > 0 {
        rest = rest.saturating_sub(1);
        letters.push(char::from_u32((rest % 26).saturating_add(65)).unwrap_or('?'));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_spreadsheets_do() {
        let names = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    fn parts(sheet: &str, page: Option<&str>) -> Parts {
        let mut parts = Parts::default();
        parts.sheets.push((sheet.to_owned(), Sheet::default()));
        parts.pages.extend(page.map(|text| Page {
            number: 1,
            text: text.to_owned().into(),
        }));
        parts
    }

    fn facts(kind: &str, year: Option<&str>) -> Facts {
        Facts {
            kind: Some(kind.to_owned()),
            year: year.map(str::to_owned),
            ..Facts::default()
        }
    }

    fn parted() -> Parted {
        let mut parted = Parted::default();
        let account = |year| facts("final-account", year);
        parted.tables("d/a.csv", account(Some("2024")), parts("一", Some("甲")));
        parted.tables("d/b.csv", account(None), parts("二", Some("乙")));
        parted.tables("d/c.csv", account(Some("2023")), parts("三", None));
        parted.tables("e/d.csv", account(Some("2024")), parts("四", None));
        let of_2023 = Facts {
            year: Some("2023".into()),
            ..Facts::default()
        };
        parted.text("d/x.txt", &of_2023, parts("", Some("丙")));
        parted.text("d/y.txt", &Facts::default(), parts("", Some("丁")));
        parted
    }

    #[test]
    fn files_of_one_folder_kind_and_year_make_one_document() {
        let parted = parted();
        let files: Vec<_> = parted
            .documents
            .iter()
            .map(|own| own.files.join(" "))
            .collect();
        assert_eq!(files, ["d/a.csv d/b.csv", "d/c.csv d/x.txt", "e/d.csv"]);
        assert_eq!(parted.others, ["d/y.txt"], "it could be about either year");
    }

    #[test]
    fn a_path_leads_to_the_cell_or_the_page_of_a_file() {
        let parted = parted();
        let first = &parted.documents[0];
        let numbers: Vec<u32> = first.pages.iter().map(|page| page.number).collect();
        assert_eq!(numbers, [1, 2]);
        let place = |row, spot: &str| {
            let (file, spot) = ("d/b.csv".into(), spot.into());
            Some(Place { file, row, spot })
        };
        assert_eq!(
            first.place("/tables/1/rows/13/3"),
            place(Some(14), "二 D14")
        );
        assert_eq!(first.place("/pages/2"), place(None, "第1页 page 1"));
        assert_eq!(first.place("/approved_on"), None);
    }
}
