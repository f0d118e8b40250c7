//! Budgets and accounts: a record together with its tables and its text.

use super::{Desk, Engine};
use crate::duty::Program;
use crate::error::Error;
use crate::judge::budget::{Paper, judge};
use crate::record::accounts::{Document, Page, Sheet};
use crate::record::{Cells, Value};
use crate::report::accounts::{AccountsReport, write};
use crate::words::Day;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// What is published with the record of a budget or account.
#[derive(Debug, Clone, Copy, Default)]
pub struct Published<'a> {
    /// Its tables.
    pub tables: &'a [Sheet<'a>],
    /// Its running text.
    pub pages: &'a [Page<'a>],
    /// Documents that the same publisher has published before.
    pub earlier: &'a [Earlier<'a>],
}

/// A budget or account of an earlier year, or the budget of the same year.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'a> {
    /// Its kind.
    pub kind: &'a str,
    /// Its record in JSON.
    pub record: &'a [u8],
    /// Its tables.
    pub tables: &'a [Sheet<'a>],
}

impl Engine {
    /// Judges a budget or account: a record in JSON, the tables published with it, and its running text.
    ///
    /// # Errors
    /// `unknown-kind`; `record-syntax`, `record-too-large`, `record-not-a-number`, `record-encoding`.
    pub fn check_accounts(
        &self,
        kind: &str,
        record: &[u8],
        published: Published<'_>,
        as_of: Day,
    ) -> Result<AccountsReport<'_>, Error> {
        let mut read = Vec::new();
        for earlier in published.earlier {
            read.push(self.earlier(earlier)?);
        }
        let past: Vec<Paper<'_, '_>> = read.iter().map(Known::paper).collect();
        let desk = &mut self.whole()?.desk(kind)?.with_documents();
        let law = self.law();
        desk.json(record, as_of, |judged| {
            let program = judged.case.program;
            let document = Document::read(&program.forms, published.tables, published.pages);
            let known = Known::of(program, document, judged.case.cells);
            let paper = known.paper();
            let seen = judge(&judged.case, &paper, &past);
            let own = judged.outcome.observations.iter();
            let all: Vec<_> = own.chain(&seen.observations).copied().collect();
            write(law, judged.report_of(&all), &paper, &seen)
        })
    }

    fn earlier<'e>(&'e self, earlier: &Earlier<'e>) -> Result<Known<'e>, Error> {
        let program = self.known(earlier.kind)?;
        let document = Document::read(&program.forms, earlier.tables, &[]);
        let cells = Desk::new(self, program).read(earlier.record)?;
        Ok(Known::of(program, document, &cells))
    }
}

/// A document with what is known of it.
struct Known<'k> {
    program: &'k Program,
    document: Document<'k>,
    year: Option<i32>,
    publisher: Option<String>,
}

impl<'k> Known<'k> {
    fn of(program: &'k Program, document: Document<'k>, cells: &Cells<'_>) -> Self {
        Self {
            year: year(program, cells),
            publisher: text(program, cells, "publisher"),
            program,
            document,
        }
    }

    fn paper(&self) -> Paper<'_, '_> {
        let kind = (self.program.schema.id.as_str(), &self.program.forms);
        Paper::new(kind, &self.document, self.year, self.publisher.clone())
    }
}

// The year of a document is that of its event: a budget is of the year it plans.
fn year(program: &Program, cells: &Cells<'_>) -> Option<i32> {
    let when = cells.get(program.schema.event).when()?;
    let (first, ..) = when.first.parts()?;
    let (last, ..) = when.last.parts()?;
    (first == last).then_some(first)
}

fn text(program: &Program, cells: &Cells<'_>, field: &str) -> Option<String> {
    let cell = cells.get(program.schema.slot(field)?);
    matches!(cell.value, Value::Text).then(|| cell.text.to_string())
}
