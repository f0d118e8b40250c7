//! Delimited text: finds the delimiter, survives broken quotation marks and rows of any length.
//!
//! csv-core splits a record; this file decides what to do when a quotation mark is never closed:
//! a record may run over a limited number of lines, after that its first line is read as if unquoted.

use super::ahead::Ahead;
use super::lines::Lines;
use super::shape::Shaper;
use super::splitter::Splitter;
use super::text::Text;
use super::{Cells, ROW_LIMIT, Reading, Shape, Visitor};
use crate::trouble::{Code, Trouble};
use std::collections::BTreeMap;

/// Over how many lines a quoted cell may run.
const LINES_OF_ONE_ROW: usize = 64;
/// How many lines are looked at to find the delimiter.
const LINES_TO_SNIFF: usize = 20;

/// Reads a delimited text as one table.
///
/// # Errors
///
/// `A03` if reading fails, `A08` without headings.
pub(crate) fn read(
    text: Text,
    encoding: &'static str,
    reading: &Reading<'_>,
    visitor: &mut dyn Visitor,
) -> Result<(), Trouble> {
    let mut ahead = Ahead::new(Lines::new(text));
    let (delimiter, usual) = sniff(&mut ahead)?;
    let shape = Shape {
        format: "csv",
        encoding: Some(encoding),
        delimiter: Some(char::from(delimiter)),
        ..Shape::default()
    };
    let mut shaper = Shaper::new(shape, reading, visitor);
    let mut splitter = Splitter::new(delimiter);
    splitter.usual = usual;
    let mut cells = Cells::default();
    while !shaper.is_done() && ahead.fill(1)? {
        row(&mut ahead, &mut splitter, &mut cells, &mut shaper)?;
    }
    if let Some(damage) = ahead.lines.damage() {
        shaper.trouble(damage);
    }
    shaper.finish()
}

/// Reads one record, which begins with the first waiting line.
fn row(
    ahead: &mut Ahead,
    splitter: &mut Splitter,
    cells: &mut Cells,
    shaper: &mut Shaper<'_>,
) -> Result<(), Trouble> {
    let (number, cut, blank) = ahead
        .get(0)
        .map(|line| (line.number, line.cut, line.bytes.trim_ascii().is_empty()))
        .unwrap_or_default();
    if blank {
        shaper.skipped();
        ahead.drop(1);
        return Ok(());
    }
    splitter.usual = shaper.width().unwrap_or(splitter.usual);
    let lines = quoted(ahead, splitter)?;
    if lines.is_none() {
        shaper.trouble(Trouble::new(Code::QuoteUnclosed).at_row(number));
        splitter.unquoted(ahead);
    }
    if cut || splitter.is_too_long() {
        shaper.refused(Trouble::new(Code::RowTooLong).at_row(number));
    } else {
        splitter.give(cells);
        shaper.push(number, cells);
    }
    ahead.drop(lines.unwrap_or(1));
    Ok(())
}

/// Splits a record with quotation marks; `None` if one is not closed, else the number of its lines.
fn quoted(ahead: &mut Ahead, splitter: &mut Splitter) -> Result<Option<usize>, Trouble> {
    splitter.begin();
    let mut bytes = 0_usize;
    for index in 0..LINES_OF_ONE_ROW {
        if !ahead.fill(index.saturating_add(1))? {
            return Ok(None);
        }
        let Some(line) = ahead.get(index) else {
            return Ok(None);
        };
        bytes = bytes.saturating_add(line.bytes.len());
        if splitter.feed(&line.bytes) {
            let lines = index.saturating_add(1);
            let swallowed = index > 0 && splitter.swallowed(ahead, lines);
            return Ok((!swallowed).then_some(lines));
        }
        if bytes > ROW_LIMIT {
            return Ok(None);
        }
    }
    Ok(None)
}

/// The delimiter that splits the most of the first lines into the same number of cells, and that number.
fn sniff(ahead: &mut Ahead) -> Result<(u8, usize), Trouble> {
    ahead.fill(LINES_TO_SNIFF)?;
    let mut best = (b',', (0_usize, 0_usize));
    for delimiter in *b",\t;|" {
        let agreement = agreement(ahead, delimiter);
        if agreement > best.1 {
            best = (delimiter, agreement);
        }
    }
    Ok((best.0, best.1.1))
}

/// How many lines have the same number of cells, and that number.
fn agreement(ahead: &Ahead, delimiter: u8) -> (usize, usize) {
    let mut splitter = Splitter::new(delimiter);
    let mut counts = BTreeMap::<usize, usize>::new();
    for line in &ahead.waiting {
        splitter.begin();
        if splitter.feed(&line.bytes) && splitter.count > 1 {
            let lines = counts.entry(splitter.count).or_default();
            *lines = lines.saturating_add(1);
        }
    }
    let agreements = counts.into_iter().map(|(cells, lines)| (lines, cells));
    agreements.max().unwrap_or((0, 0))
}

#[cfg(test)]
mod tests {
    use super::super::COLUMN_LIMIT;
    use super::super::recorded::recorded;
    use super::*;

    #[test]
    fn every_delimiter_is_found() {
        for delimiter in [",", ";", "\t", "|"] {
            let text = "名称,代码\n甲,91\n乙,92\n".replace(',', delimiter);
            let read = recorded(text, None);
            assert_eq!(read.shapes[0].delimiter, delimiter.chars().next());
            assert_eq!(read.headings, ["名称", "代码"]);
            assert_eq!(read.cells(), [["甲", "91"], ["乙", "92"]]);
        }
    }

    #[test]
    fn a_cell_may_run_over_lines_and_rows_keep_their_numbers() {
        let read = recorded(
            "名称,事由\r\n甲,\"一\r\n\r\n二\"\r\n\r\n乙,\"说\"\"好\"\"\"\r\n",
            None,
        );
        assert_eq!(read.cells(), [["甲", "一\n\n二"], ["乙", "说\"好\""]]);
        assert_eq!(
            read.rows.iter().map(|row| row.0).collect::<Vec<_>>(),
            [2, 6]
        );
        assert_eq!((read.skipped, read.troubles.len()), (1, 0));
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_swallows_nothing() {
        let row = |row| format!("甲{row},{}事由,2016\n", if row == 5 { "\"" } else { "" });
        let rows: String = (2..200).map(row).collect();
        let text = format!("名称,事由,日期\n{rows}");
        let read = recorded(text, None);
        assert_eq!(read.rows.len(), 198);
        assert_eq!(read.rows[3].1, ["甲5", "\"事由", "2016"]);
        assert_eq!(read.troubles, [(Code::QuoteUnclosed, Some(5))]);
    }

    #[test]
    fn a_quotation_mark_closed_by_a_later_one_swallows_nothing() {
        let read = recorded(
            "名称,事由,日期\n甲,\"一,1\n乙,二,2\n丙,\"三\",3\n丁,四,4\n",
            None,
        );
        let names: Vec<_> = read
            .cells()
            .iter()
            .map(|cells| cells[0].to_owned())
            .collect();
        assert_eq!(names, ["甲", "乙", "丙", "丁"]);
        assert_eq!(read.troubles, [(Code::QuoteUnclosed, Some(2))]);
    }

    #[test]
    fn rows_of_the_wrong_length_are_said_and_read() {
        let read = recorded("名称,代码,日期\n甲\n乙,1,2,3\n丙,1,2,,\n", None);
        assert_eq!(
            read.cells(),
            [vec!["甲"], vec!["乙", "1", "2"], vec!["丙", "1", "2"]]
        );
        assert_eq!(
            read.troubles,
            [(Code::RowLength, Some(2)), (Code::RowLength, Some(3))]
        );
    }

    #[test]
    fn titles_above_the_headings_are_passed_over() {
        let read = recorded(
            "某某局行政许可公示表,,\n制表日期:2016年,,\n名称,文号,日期\n甲,农许1234,2016-07-22\n",
            None,
        );
        assert_eq!(read.headings, ["名称", "文号", "日期"]);
        assert_eq!(
            (read.shapes[0].title_rows, read.shapes[0].heading_row),
            (2, Some(3))
        );
        assert_eq!(read.rows.len(), 1);
    }

    #[test]
    fn headings_printed_again_are_no_record() {
        let read = recorded("名称,文号\n甲,1\n名称,文号\n乙,2\n", None);
        assert_eq!(read.cells(), [["甲", "1"], ["乙", "2"]]);
        assert_eq!(read.skipped, 1);
    }

    #[test]
    fn a_giant_cell_is_refused_and_the_rest_goes_on() {
        let giant = "x".repeat(10 << 20);
        let read = recorded(
            format!("名称,事由\n甲,{giant}\n乙,\"{giant}\"\n丙,好\n"),
            None,
        );
        assert_eq!(
            read.refused,
            [(Code::RowTooLong, Some(2)), (Code::RowTooLong, Some(3))]
        );
        assert_eq!(read.cells(), [["丙", "好"]]);
    }

    #[test]
    fn ten_thousand_columns_are_cut() {
        let headings: Vec<String> = (0..10_000)
            .map(|column| format!("列{}", column % 10))
            .collect();
        let cells = vec!["1"; 10_000];
        let read = recorded(
            format!("{}\n{}\n", headings.join(","), cells.join(",")),
            None,
        );
        assert_eq!(read.headings.len(), COLUMN_LIMIT);
        assert_eq!(read.rows[0].1.len(), COLUMN_LIMIT);
        assert_eq!(read.troubles[0].0, Code::TooManyColumns);
    }

    #[test]
    fn numbers_alone_are_no_headings() {
        let read = recorded("20160722,1234567\n20160723,1234568\n", None);
        assert_eq!(
            read.failure.map(|trouble| trouble.code),
            Some(Code::NoHeadings)
        );
    }
}
