//! Finds the heading row under title rows, and passes on the rows below it.

use super::{COLUMN_LIMIT, Cells, Interest, Reading, Row, Shape, Visitor};
use crate::trouble::{Code, Trouble};

/// Among how many rows the headings are looked for.
const LOOK: usize = 10;

/// Takes raw rows of a sheet or text and gives the visitor headings and rows.
pub(crate) struct Shaper<'a> {
    reading: &'a Reading<'a>,
    visitor: &'a mut dyn Visitor,
    shape: Shape,
    waiting: Vec<(u64, Cells)>,
    state: State,
    wide: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Looking,
    Reading,
    Unwanted,
}

impl<'a> Shaper<'a> {
    pub(crate) fn new(
        shape: Shape,
        reading: &'a Reading<'a>,
        visitor: &'a mut dyn Visitor,
    ) -> Self {
        visitor.begin(&shape);
        Self {
            reading,
            visitor,
            shape,
            waiting: Vec::new(),
            state: State::Looking,
            wide: false,
        }
    }

    /// How many columns the table has, once that is known.
    pub(crate) fn width(&self) -> Option<usize> {
        (self.state == State::Reading).then_some(self.shape.headings.len())
    }

    /// Whether more rows would be of no use.
    pub(crate) fn is_done(&self) -> bool {
        self.state == State::Unwanted
    }

    pub(crate) fn trouble(&mut self, trouble: Trouble) {
        self.visitor.trouble(trouble);
    }

    pub(crate) fn refused(&mut self, trouble: Trouble) {
        self.visitor.refused(trouble);
    }

    pub(crate) fn skipped(&mut self) {
        self.visitor.skipped();
    }

    /// Takes the next row.
    pub(crate) fn push(&mut self, number: u64, cells: &mut Cells) {
        if cells.len() > COLUMN_LIMIT {
            cells.truncate(COLUMN_LIMIT);
            if !self.wide {
                self.visitor
                    .trouble(Trouble::new(Code::TooManyColumns).at_row(number));
            }
            self.wide = true;
        }
        match self.state {
            State::Unwanted => {}
            _ if cells.is_blank() => self.visitor.skipped(),
            State::Reading => self.pass(number, cells),
            State::Looking => {
                self.waiting.push((number, cells.clone()));
                if self.waiting.len() >= LOOK {
                    self.begin();
                }
            }
        }
    }

    /// Ends the table.
    ///
    /// # Errors
    ///
    /// `A08` if no row could be the headings.
    pub(crate) fn finish(mut self) -> Result<(), Trouble> {
        if self.state == State::Looking {
            self.begin();
        }
        if self.state == State::Looking {
            return Err(Trouble::new(Code::NoHeadings));
        }
        Ok(())
    }

    fn begin(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let scores = waiting.iter().map(|(_, cells)| self.score(cells));
        // The first of the best: later rows are no better headings than the first that looks like them.
        let best =
            scores.enumerate().fold(
                None,
                |best: Option<(usize, usize)>, (index, score)| match best {
                    Some((_, high)) if high >= score => best,
                    _ if score == 0 => best,
                    _ => Some((index, score)),
                },
            );
        let Some((heading, _)) = best else {
            return;
        };
        self.shape.title_rows = u64::try_from(heading).unwrap_or(0);
        for (index, (number, mut cells)) in waiting.into_iter().enumerate() {
            match index.cmp(&heading) {
                std::cmp::Ordering::Less => self.visitor.skipped(),
                std::cmp::Ordering::Equal => self.open(number, &cells),
                std::cmp::Ordering::Greater if self.is_done() => {}
                std::cmp::Ordering::Greater => self.pass(number, &mut cells),
            }
        }
    }

    /// How much a row looks like headings: known headings count most, then short words without long numbers.
    fn score(&self, cells: &Cells) -> usize {
        cells
            .iter()
            .map(|cell| match cell.trim() {
                "" => 0,
                cell if self.reading.known.knows(cell) => 20,
                cell if looks_like_heading(cell) => 1,
                _ => 0,
            })
            .fold(0, usize::saturating_add)
    }

    fn open(&mut self, number: u64, cells: &Cells) {
        self.shape.heading_row = Some(number);
        self.shape.headings = cells.iter().map(str::to_owned).collect();
        while self
            .shape
            .headings
            .last()
            .is_some_and(|last| last.trim().is_empty())
        {
            self.shape.headings.pop();
        }
        self.state = match self.visitor.table(&self.shape) {
            Interest::Rows => State::Reading,
            Interest::Skip => State::Unwanted,
        };
    }

    fn pass(&mut self, number: u64, cells: &mut Cells) {
        let width = self.shape.headings.len();
        if cells
            .iter()
            .take(width)
            .eq(self.shape.headings.iter().map(String::as_str))
        {
            return self.visitor.skipped();
        }
        let extra = cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
        let short = cells.len() < width && self.shape.format == "csv";
        if extra || short {
            let detail = format!("{} / {width}", cells.len());
            self.visitor
                .trouble(Trouble::new(Code::RowLength).at_row(number).with(detail));
        }
        cells.truncate(width);
        self.visitor.row(&Row {
            number,
            cells,
            json: None,
        });
    }
}

fn looks_like_heading(cell: &str) -> bool {
    let mut digits = 0_usize;
    for sign in cell.chars() {
        digits = if sign.is_ascii_digit() {
            digits.saturating_add(1)
        } else {
            0
        };
        if digits >= 4 {
            return false;
        }
    }
    digits < cell.len() && cell.chars().count() <= 40
}
