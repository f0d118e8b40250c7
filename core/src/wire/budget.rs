//! Judging a budget or account with its tables and its text.

use super::request::{read, text};
use crate::engine::{Earlier, Engine, Published};
use crate::error::{Error, ErrorCode};
use crate::record::accounts::{Page, Sheet};
use crate::record::json::{Limits, read_tree};
use crate::words::Day;
use crate::written::{Shape, Value, Verbatim, print, table};
use alloc::{borrow::Cow, format, string::String, vec::Vec};

struct CheckBudget {
    kind: String,
    as_of: Day,
    record: Verbatim,
    tables: Vec<Table>,
    pages: Vec<Text>,
    earlier: Vec<Before>,
}

table!(CheckBudget {
    kind: needed,
    as_of: needed,
    record: needed,
    tables,
    pages,
    earlier
});

/// A document that was published before.
struct Before {
    kind: String,
    record: Verbatim,
    tables: Vec<Table>,
}

table!(Before {
    kind: needed,
    record: needed,
    tables
});

/// A table: the lines printed above it, the page it stands on, its rows.
struct Table {
    caption: Vec<String>,
    page: Option<u32>,
    rows: Vec<Vec<Verbatim>>,
}

table!(Table {
    caption,
    page,
    rows: needed
});

/// A page of running text.
struct Text {
    page: u32,
    text: String,
}

table!(Text {
    page: needed,
    text: needed
});

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
    let text = text(request)?;
    let request: CheckBudget = read(text)?;
    let tables = sheets(request.tables, text, "")?;
    let pages = request.pages.into_iter().map(|page| Page {
        number: page.page,
        text: page.text.into(),
    });
    let pages: Vec<Page<'_>> = pages.collect();
    let mut before = Vec::with_capacity(request.earlier.len());
    for (number, own) in request.earlier.into_iter().enumerate() {
        let tables = sheets(own.tables, text, &format!("/earlier/{number}"))?;
        before.push((own.kind, own.record, tables));
    }
    let earlier = before.iter().map(|(kind, record, tables)| Earlier {
        kind,
        record: record.of(text).as_bytes(),
        tables,
    });
    let published = Published {
        tables: &tables,
        pages: &pages,
        earlier: &earlier.collect::<Vec<_>>(),
    };
    let record = request.record.of(text).as_bytes();
    let report = engine.check_accounts(&request.kind, record, published, request.as_of)?;
    Ok(print(&report))
}

fn sheets<'r>(tables: Vec<Table>, text: &'r str, place: &str) -> Result<Vec<Sheet<'r>>, Error> {
    let tables = (0_usize..).zip(tables);
    tables
        .map(|(number, table)| table.sheet(text, &format!("{place}/tables/{number}")))
        .collect()
}

impl Table {
    fn sheet<'r>(self, text: &'r str, place: &str) -> Result<Sheet<'r>, Error> {
        let mut rows = Vec::with_capacity(self.rows.len());
        for (row, cells) in self.rows.into_iter().enumerate() {
            let cells = cells
                .into_iter()
                .map(|own| cell(own.of(text)))
                .collect::<Option<Vec<_>>>()
                .ok_or_else(|| {
                    let message = "a cell is a text, a number or null";
                    Error::new(ErrorCode::RequestSyntax, message).at(format!("{place}/rows/{row}"))
                });
            rows.push(cells?);
        }
        Ok(Sheet {
            caption: self.caption.into_iter().map(Cow::Owned).collect(),
            page: self.page,
            rows,
        })
    }
}

// Numbers are kept as they are written: no amount passes through a floating point number.
fn cell(written: &str) -> Option<Cow<'_, str>> {
    let tree = read_tree(written, &Limits::default(), &Shape::Text).ok()?;
    match tree.value {
        Value::Text(text) | Value::Number(text) => Some(text),
        Value::Null => Some(Cow::Borrowed("")),
        Value::Flag(_) | Value::Verbatim(_) | Value::List(_) | Value::Table(_) => None,
    }
}
