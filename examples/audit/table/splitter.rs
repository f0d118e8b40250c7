//! Splits a record into cells through csv-core, and tells when a quotation mark has gone astray.

use super::ahead::Ahead;
use super::{CELL_LIMIT, COLUMN_LIMIT, Cells, ROW_LIMIT};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// csv-core with buffers that are used again.
pub(super) struct Splitter {
    delimiter: u8,
    reader: Reader,
    plain: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
    used: usize,
    pub(super) count: usize,
    /// How many cells a row of this table has.
    pub(super) usual: usize,
    overflow: bool,
}

impl Splitter {
    pub(super) fn new(delimiter: u8) -> Self {
        let build = |quoting| {
            ReaderBuilder::new()
                .delimiter(delimiter)
                .quoting(quoting)
                .build()
        };
        Self {
            delimiter,
            reader: build(true),
            plain: build(false),
            text: vec![0; 4096],
            ends: vec![0; 64],
            used: 0,
            count: 0,
            usual: 0,
            overflow: false,
        }
    }

    pub(super) fn begin(&mut self) {
        self.reader.reset();
        self.plain.reset();
        (self.used, self.count, self.overflow) = (0, 0, false);
    }

    /// Gives a line to the splitter; `true` once the record is complete.
    pub(super) fn feed(&mut self, line: &[u8]) -> bool {
        self.take(line, true);
        self.take(b"\n", true)
    }

    /// Splits the first waiting line as if no sign were a quotation mark.
    pub(super) fn unquoted(&mut self, ahead: &Ahead) {
        self.begin();
        if let Some(line) = ahead.get(0) {
            self.take(&line.bytes, false);
            self.take(b"\n", false);
        }
    }

    /// Whether a cell ran on to a quotation mark of a later row: the first line alone would be a row,
    /// and together the lines are none, or the mark that closes the cell has text after it.
    pub(super) fn swallowed(&mut self, ahead: &Ahead, lines: usize) -> bool {
        (self.count != self.usual || self.closes_inside(ahead, lines)) && self.first_fits(ahead)
    }

    /// Whether a closing quotation mark is followed by anything but the end of a cell.
    fn closes_inside(&self, ahead: &Ahead, lines: usize) -> bool {
        let mut state = Quote::CellStart;
        let lines = ahead.waiting.iter().take(lines);
        let bytes = lines.flat_map(|line| line.bytes.iter().chain(b"\n"));
        for byte in bytes {
            state = match (state, *byte) {
                (Quote::Open, b'"') => Quote::Closed,
                (Quote::CellStart | Quote::Closed, b'"') | (Quote::Open, _) => Quote::Open,
                (_, byte) if byte == self.delimiter || byte == b'\n' => Quote::CellStart,
                (Quote::Closed, _) => return true,
                (Quote::CellStart | Quote::Plain, _) => Quote::Plain,
            };
        }
        false
    }

    /// Whether the first waiting line alone, unquoted, has the usual number of cells.
    fn first_fits(&self, ahead: &Ahead) -> bool {
        let first = ahead.waiting.front();
        first.is_some_and(|line| {
            let delimiters = line.bytes.iter().filter(|byte| **byte == self.delimiter);
            delimiters.count().saturating_add(1) == self.usual
        })
    }

    fn take(&mut self, mut input: &[u8], quoting: bool) -> bool {
        // To csv-core an empty input is the end of the file.
        while !input.is_empty() {
            let reader = if quoting {
                &mut self.reader
            } else {
                &mut self.plain
            };
            let text = self.text.get_mut(self.used..).unwrap_or(&mut []);
            let ends = self.ends.get_mut(self.count..).unwrap_or(&mut []);
            let (result, read, written, ended) = reader.read_record(input, text, ends);
            input = input.get(read..).unwrap_or(&[]);
            self.used = self.used.saturating_add(written);
            self.count = self.count.saturating_add(ended);
            match result {
                ReadRecordResult::InputEmpty => return false,
                ReadRecordResult::OutputFull => self.widen_text(),
                ReadRecordResult::OutputEndsFull => self.widen_ends(),
                ReadRecordResult::Record | ReadRecordResult::End => return true,
            }
        }
        false
    }

    fn widen_text(&mut self) {
        if self.text.len() > ROW_LIMIT {
            self.overflow = true;
            self.used = 0;
        } else {
            self.text.resize(self.text.len().saturating_mul(2), 0);
        }
    }

    fn widen_ends(&mut self) {
        self.ends.resize(self.ends.len().saturating_mul(2), 0);
    }

    pub(super) fn is_too_long(&self) -> bool {
        let ends = self.ends.iter().take(self.count);
        let starts = std::iter::once(&0).chain(self.ends.iter());
        self.overflow
            || ends
                .zip(starts)
                .any(|(end, start)| end.saturating_sub(*start) > CELL_LIMIT)
    }

    pub(super) fn give(&self, cells: &mut Cells) {
        cells.clear();
        let mut start = 0_usize;
        for end in self
            .ends
            .iter()
            .take(self.count.min(COLUMN_LIMIT.saturating_add(1)))
        {
            let cell = self.text.get(start..*end).unwrap_or(&[]);
            cells.push(&String::from_utf8_lossy(cell));
            start = *end;
        }
    }
}

/// Where a scan for quotation marks stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quote {
    CellStart,
    Plain,
    Open,
    Closed,
}
