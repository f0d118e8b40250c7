//! Workbooks: xlsx sheets cell by cell, xls sheets from memory; dates become ISO text.

use super::input::Input;
use super::shape::Shaper;
use super::{CELL_LIMIT, COLUMN_LIMIT, Cells, Reading, Shape, Visitor};
use crate::trouble::{Code, Trouble};
use calamine::{Data, DataRef, DataType, ExcelDateTime, Reader, Xls, Xlsx};
use std::io::{Cursor, Read};

/// How much a part of a workbook that must be held in memory may unpack to.
const PART_LIMIT: u64 = 512 << 20;
/// The parts that are held in memory.
const HELD_PARTS: [&str; 3] = ["xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];
/// From here on a spreadsheet number does not hold every digit that was typed.
const EXACT_DIGITS: f64 = 1e15;

/// Reads the sheets of a workbook, each as a table.
///
/// # Errors
///
/// `A09` without the named sheet, `A10` for a damaged file, `A11` for one too large.
pub(crate) fn read(
    input: Input,
    reading: &Reading<'_>,
    visitor: &mut dyn Visitor,
) -> Result<(), Trouble> {
    let old = input.is_old_workbook();
    let bytes = input.into_bytes()?;
    if old {
        read_xls(bytes, reading, visitor)
    } else {
        check_parts(&bytes)?;
        read_xlsx(bytes, reading, visitor)
    }
}

fn damaged(error: impl std::fmt::Display) -> Trouble {
    Trouble::new(Code::WorkbookUnreadable).with(error)
}

/// Unpacks the parts that would be held in memory once without keeping them.
fn check_parts(bytes: &[u8]) -> Result<(), Trouble> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    for name in HELD_PARTS {
        let Ok(part) = archive.by_name(name) else {
            continue;
        };
        let limit = PART_LIMIT.saturating_add(1);
        let size = std::io::copy(&mut part.take(limit), &mut std::io::sink()).map_err(damaged)?;
        if size > PART_LIMIT {
            return Err(Trouble::new(Code::WorkbookTooLarge).with(name));
        }
    }
    Ok(())
}

fn wanted(names: Vec<String>, reading: &Reading<'_>) -> Result<Vec<String>, Trouble> {
    let Some(sheet) = reading.sheet else {
        return Ok(names);
    };
    if names.iter().any(|name| name == sheet) {
        return Ok(vec![sheet.to_owned()]);
    }
    Err(Trouble::new(Code::SheetMissing).with(names.join(", ")))
}

fn shape(format: &'static str, sheet: &str) -> Shape {
    Shape {
        format,
        sheet: Some(sheet.to_owned()),
        ..Shape::default()
    }
}

fn read_xlsx(
    bytes: Vec<u8>,
    reading: &Reading<'_>,
    visitor: &mut dyn Visitor,
) -> Result<(), Trouble> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    for name in wanted(workbook.sheet_names(), reading)? {
        let mut shaper = Shaper::new(shape("xlsx", &name), reading, visitor);
        let mut rows = Rows::default();
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else {
            // Chart sheets have no cells.
            continue;
        };
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            rows.cell(cell.get_position(), cell.get_value(), &mut shaper);
        }
        rows.flush(&mut shaper);
        end_of_sheet(&rows, shaper)?;
    }
    Ok(())
}

fn read_xls(
    bytes: Vec<u8>,
    reading: &Reading<'_>,
    visitor: &mut dyn Visitor,
) -> Result<(), Trouble> {
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(damaged)?;
    for name in wanted(workbook.sheet_names(), reading)? {
        let range = workbook.worksheet_range(&name).map_err(damaged)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut shaper = Shaper::new(shape("xls", &name), reading, visitor);
        let mut rows = Rows::default();
        for (row, column, value) in range.used_cells() {
            let row = u32::try_from(row).unwrap_or(u32::MAX).saturating_add(top);
            let column = u32::try_from(column)
                .unwrap_or(u32::MAX)
                .saturating_add(left);
            rows.cell((row, column), &borrowed(value), &mut shaper);
        }
        rows.flush(&mut shaper);
        end_of_sheet(&rows, shaper)?;
    }
    Ok(())
}

/// A sheet without any cell is no table and no trouble.
fn end_of_sheet(rows: &Rows, shaper: Shaper<'_>) -> Result<(), Trouble> {
    if rows.any { shaper.finish() } else { Ok(()) }
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
            DataRef::SharedString(text)
        }
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// Puts cells together to rows.
#[derive(Default)]
struct Rows {
    number: u32,
    cells: Cells,
    troubles: Vec<Code>,
    any: bool,
}

impl Rows {
    fn cell(&mut self, (row, column): (u32, u32), value: &DataRef<'_>, shaper: &mut Shaper<'_>) {
        if row != self.number {
            self.flush(shaper);
            self.number = row;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column > COLUMN_LIMIT || value.is_empty() {
            return;
        }
        self.any = true;
        match value {
            DataRef::SharedString(text) => self.text(column, text),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                self.text(column, text);
            }
            DataRef::Float(number) => {
                if number.abs() >= EXACT_DIGITS {
                    self.say(Code::NumberRounded);
                }
                self.text(column, &number.to_string());
            }
            DataRef::Int(number) => self.text(column, &number.to_string()),
            DataRef::Bool(yes) => self.text(column, if *yes { "TRUE" } else { "FALSE" }),
            DataRef::DateTime(moment) => self.text(column, &iso(moment)),
            DataRef::Error(_) => self.say(Code::CellError),
            DataRef::Empty => {}
        }
    }

    fn text(&mut self, column: usize, text: &str) {
        if text.len() > CELL_LIMIT {
            return self.say(Code::RowTooLong);
        }
        self.cells.push_at(column, text);
    }

    /// Notes a trouble of the row once.
    fn say(&mut self, code: Code) {
        if !self.troubles.contains(&code) {
            self.troubles.push(code);
        }
    }

    fn flush(&mut self, shaper: &mut Shaper<'_>) {
        let number = u64::from(self.number).saturating_add(1);
        for code in self
            .troubles
            .iter()
            .filter(|code| **code != Code::RowTooLong)
        {
            shaper.trouble(Trouble::new(*code).at_row(number));
        }
        if self.troubles.contains(&Code::RowTooLong) {
            shaper.refused(Trouble::new(Code::RowTooLong).at_row(number));
        } else if self.cells.len() > 0 {
            shaper.push(number, &mut self.cells);
        }
        self.cells.clear();
        self.troubles.clear();
    }
}

/// `2016-07-22`, or with a time of day where there is one.
fn iso(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        return format!("{year:04}-{month:02}-{day:02}");
    }
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}

#[cfg(test)]
mod tests {
    use super::super::recorded::recorded;
    use super::*;
    use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

    fn workbook() -> Vec<u8> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet().set_name("许可").expect("a name");
        let day = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write(0, 0, "某某局行政许可公示表").expect("writes");
        for (column, heading) in ["名称", "文号", "日期", "代码"].iter().enumerate() {
            sheet
                .write(2, u16::try_from(column).expect("few"), *heading)
                .expect("writes");
        }
        let date = ExcelDateTime::from_ymd(2016, 7, 22).expect("a day");
        sheet.write(3, 0, "甲公司").expect("writes");
        sheet.write(3, 1, 12).expect("writes");
        sheet.write_with_format(3, 2, &date, &day).expect("writes");
        sheet.write(5, 0, "乙公司").expect("writes");
        sheet
            .write(5, 3, 913_101_151_234_567_890.0)
            .expect("writes");
        let error = Formula::new("=1/0").set_result("#DIV/0!");
        sheet.write(5, 1, error).expect("writes");
        let other = book.add_worksheet().set_name("处罚").expect("a name");
        other.write(0, 0, "案件名称").expect("writes");
        other.write(1, 0, "某案").expect("writes");
        book.add_worksheet().set_name("空表").expect("a name");
        book.save_to_buffer().expect("saves")
    }

    #[test]
    fn titles_blank_rows_dates_and_numbers_are_read() {
        let read = recorded(workbook(), Some("许可"));
        assert_eq!(read.failure, None);
        assert_eq!(read.headings, ["名称", "文号", "日期", "代码"]);
        assert_eq!(read.shapes[0].heading_row, Some(3));
        assert_eq!(
            read.rows[0],
            (4, ["甲公司", "12", "2016-07-22"].map(String::from).to_vec())
        );
        assert_eq!(read.rows[1].0, 6);
        assert!(read.troubles.contains(&(Code::NumberRounded, Some(6))));
    }

    #[test]
    fn all_sheets_are_read_and_an_empty_one_is_no_trouble() {
        let read = recorded(workbook(), None);
        let sheets: Vec<_> = read
            .shapes
            .iter()
            .filter_map(|shape| shape.sheet.as_deref())
            .collect();
        assert_eq!(sheets, ["许可", "处罚"]);
        assert_eq!((read.rows.len(), read.failure), (3, None));
    }

    #[test]
    fn a_sheet_that_is_not_there_and_a_damaged_file_get_codes() {
        let code =
            |bytes: Vec<u8>, sheet| recorded(bytes, sheet).failure.map(|trouble| trouble.code);
        assert_eq!(code(workbook(), Some("无")), Some(Code::SheetMissing));
        let half = workbook().into_iter().take(2000).collect();
        assert_eq!(code(half, None), Some(Code::WorkbookUnreadable));
        assert_eq!(
            code(b"\xD0\xCF\x11\xE0 no".to_vec(), None),
            Some(Code::WorkbookUnreadable)
        );
    }
}
