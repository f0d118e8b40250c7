//! Budgets and accounts: a record together with its tables and its text.

use super::Engine;
use crate::duty::Program;
use crate::error::Error;
use crate::judge::budget::{Paper, judge};
use crate::record::accounts::{Document, Page, Sheet};
use crate::record::{Cells, Value};
use crate::report::accounts::{AccountsReport, write};
use crate::words::Day;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

impl Engine {
    /// Judges a budget or account: a record in JSON, the tables published with it, and its running text.
    ///
    /// # Errors
    /// `unknown-kind`; `record-syntax`, `record-too-large`, `record-not-a-number`, `record-encoding`.
    pub fn check_accounts(
        &self,
        kind: &str,
        record: &[u8],
        (tables, pages): (&[Sheet<'_>], &[Page<'_>]),
        as_of: Day,
    ) -> Result<AccountsReport, Error> {
        let desk = &mut self.desk(kind)?;
        let law = self.law();
        desk.json(record, as_of, |judged| {
            let program = judged.case.program;
            let document = Document::read(&program.forms, tables, pages);
            let year = year(program, judged.case.cells);
            let paper = Paper::new(
                &document,
                &program.forms,
                year,
                text(program, judged.case.cells, "publisher"),
            );
            let seen = judge(&judged.case, &paper);
            let own = judged.outcome.observations.iter();
            let all: Vec<_> = own.chain(&seen.observations).copied().collect();
            write(law, judged.report_of(&all), &paper, &seen)
        })
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
