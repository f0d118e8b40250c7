//! A visitor for tests that writes down all it is told.

use super::{Input, Interest, KnownHeadings, Reading, Row, Shape, Visitor, read};
use crate::trouble::{Code, Trouble};
use std::io::Cursor;

#[derive(Debug, Default)]
pub(crate) struct Recorded {
    pub(crate) shapes: Vec<Shape>,
    pub(crate) headings: Vec<String>,
    pub(crate) rows: Vec<(u64, Vec<String>)>,
    pub(crate) json: Vec<String>,
    pub(crate) refused: Vec<(Code, Option<u64>)>,
    pub(crate) troubles: Vec<(Code, Option<u64>)>,
    pub(crate) skipped: u64,
    pub(crate) failure: Option<Trouble>,
}

impl Recorded {
    /// The cells of all rows, without their numbers.
    pub(crate) fn cells(&self) -> Vec<Vec<&str>> {
        let rows = self.rows.iter();
        rows.map(|(_, cells)| cells.iter().map(String::as_str).collect())
            .collect()
    }
}

impl Visitor for Recorded {
    fn begin(&mut self, _: &Shape) {}

    fn table(&mut self, shape: &Shape) -> Interest {
        self.headings.clone_from(&shape.headings);
        self.shapes.push(shape.clone());
        Interest::Rows
    }

    fn headings(&mut self, headings: &[String]) {
        self.headings = headings.to_vec();
    }

    fn row(&mut self, row: &Row<'_>) {
        self.rows
            .push((row.number, row.cells.iter().map(str::to_owned).collect()));
        self.json.extend(
            row.json
                .map(|json| String::from_utf8_lossy(json).into_owned()),
        );
    }

    fn refused(&mut self, trouble: Trouble) {
        self.refused.push((trouble.code, trouble.row));
    }

    fn trouble(&mut self, trouble: Trouble) {
        self.troubles.push((trouble.code, trouble.row));
    }

    fn skipped(&mut self) {
        self.skipped = self.skipped.saturating_add(1);
    }
}

#[derive(Debug)]
struct KnowsNothing;

impl KnownHeadings for KnowsNothing {
    fn knows(&self, _: &str) -> bool {
        false
    }
}

/// Reads bytes as a file would be read.
pub(crate) fn recorded(bytes: impl Into<Vec<u8>>, sheet: Option<&str>) -> Recorded {
    let mut recorded = Recorded::default();
    let reading = Reading {
        encoding: None,
        sheet,
        known: &KnowsNothing,
    };
    let input = Input::from_reader(Box::new(Cursor::new(bytes.into())), None);
    let result = input.and_then(|input| read(input, &reading, &mut recorded));
    recorded.failure = result.err();
    recorded
}
