//! Judging a budget or account with its tables and its text.

use super::request::{read, write};
use crate::engine::{Earlier, Engine, Published};
use crate::error::{Error, ErrorCode};
use crate::record::accounts::{Page, Sheet};
use crate::words::Day;
use alloc::{borrow::Cow, format, vec::Vec};
use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckBudget<'r> {
    #[serde(borrow)]
    kind: Cow<'r, str>,
    as_of: Day,
    #[serde(borrow)]
    record: &'r RawValue,
    #[serde(borrow, default)]
    tables: Vec<Table<'r>>,
    #[serde(borrow, default)]
    pages: Vec<Text<'r>>,
    #[serde(borrow, default)]
    earlier: Vec<Before<'r>>,
}

/// A document that was published before.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Before<'r> {
    #[serde(borrow)]
    kind: Cow<'r, str>,
    #[serde(borrow)]
    record: &'r RawValue,
    #[serde(borrow, default)]
    tables: Vec<Table<'r>>,
}

/// A table: the lines printed above it, the page it stands on, its rows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table<'r> {
    #[serde(borrow, default)]
    caption: Vec<Cow<'r, str>>,
    #[serde(default)]
    page: Option<u32>,
    #[serde(borrow)]
    rows: Vec<Vec<&'r RawValue>>,
}

/// A page of running text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text<'r> {
    page: u32,
    #[serde(borrow)]
    text: Cow<'r, str>,
}

/// Judges a budget or account: `{"kind", "as_of", "record", "tables": [{"caption", "page", "rows"}],
/// "pages": [{"page", "text"}], "earlier": [{"kind", "record", "tables"}]}` to the report on the record, with
/// the findings about its tables and text, the tables that were recognized, and the tree of its expenditure.
///
/// A cell is a text, a number as it is written, or `null`; of merged cells the first holds the value.
/// `earlier` are documents that the same publisher has published before: amounts that are stated again are held
/// against them.
///
/// # Errors
/// `request-syntax`, `unknown-kind`, the record errors.
pub fn check_budget(engine: &Engine, request: &[u8]) -> Result<Vec<u8>, Error> {
    let request: CheckBudget<'_> = read(request)?;
    let tables = sheets(request.tables, "")?;
    let pages = request.pages.into_iter().map(|page| Page {
        number: page.page,
        text: page.text,
    });
    let pages: Vec<Page<'_>> = pages.collect();
    let mut before = Vec::with_capacity(request.earlier.len());
    for (number, own) in request.earlier.into_iter().enumerate() {
        let tables = sheets(own.tables, &format!("/earlier/{number}"))?;
        before.push((own.kind, own.record, tables));
    }
    let earlier = before.iter().map(|(kind, record, tables)| Earlier {
        kind,
        record: record.get().as_bytes(),
        tables,
    });
    let published = Published {
        tables: &tables,
        pages: &pages,
        earlier: &earlier.collect::<Vec<_>>(),
    };
    let record = request.record.get().as_bytes();
    let report = engine.check_accounts(&request.kind, record, published, request.as_of)?;
    Ok(write(&report))
}

fn sheets<'r>(tables: Vec<Table<'r>>, place: &str) -> Result<Vec<Sheet<'r>>, Error> {
    let tables = (0_usize..).zip(tables);
    tables
        .map(|(number, table)| table.sheet(&format!("{place}/tables/{number}")))
        .collect()
}

impl<'r> Table<'r> {
    fn sheet(self, place: &str) -> Result<Sheet<'r>, Error> {
        let mut rows = Vec::with_capacity(self.rows.len());
        for (row, cells) in self.rows.into_iter().enumerate() {
            let cells = cells
                .into_iter()
                .map(cell)
                .collect::<Option<Vec<_>>>()
                .ok_or_else(|| {
                    let message = "a cell is a text, a number or null";
                    Error::new(ErrorCode::RequestSyntax, message).at(format!("{place}/rows/{row}"))
                });
            rows.push(cells?);
        }
        Ok(Sheet {
            caption: self.caption,
            page: self.page,
            rows,
        })
    }
}

// Numbers are kept as they are written: no amount passes through a floating point number.
fn cell(raw: &RawValue) -> Option<Cow<'_, str>> {
    let text = raw.get();
    match text.as_bytes().first()? {
        b'"' => {
            let inside = text.get(1..text.len().checked_sub(1)?)?;
            if inside.contains('\\') {
                serde_json::from_str(text).ok().map(Cow::Owned)
            } else {
                Some(Cow::Borrowed(inside))
            }
        }
        b'n' => Some(Cow::Borrowed("")),
        b'-' | b'0'..=b'9' => Some(Cow::Borrowed(text)),
        _ => None,
    }
}
