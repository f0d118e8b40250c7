//! Findings as a table that Excel opens with a double click: UTF-8 with a mark, safe from formulas.

use super::Report;
use crate::judging::FindingRow;
use std::borrow::Cow;
use std::io::{self, Write};

const HEADINGS: [&str; 24] = [
    "file",
    "row",
    "rows",
    "record_key",
    "rule",
    "code",
    "title_zh",
    "title_en",
    "verdict",
    "severity",
    "field",
    "due",
    "happened",
    "off_by",
    "off_by_unit",
    "message_zh",
    "message_en",
    "remedy_zh",
    "remedy_en",
    "affects",
    "clause",
    "instrument",
    "fix",
    "fingerprint",
];

/// Writes one line for each finding that was kept.
///
/// # Errors
///
/// What the writer says.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all("\u{FEFF}".as_bytes())?;
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    table.write_record(HEADINGS)?;
    for finding in report.findings {
        let row = finding.row.map(|row| row.to_string());
        let off_by = finding.off_by.map(|days| days.to_string());
        let numbers = (row.as_deref(), off_by.as_deref());
        table.write_record(cells(finding, numbers).map(|cell| harmless(cell).into_owned()))?;
    }
    table.flush()
}

fn cells<'a>(
    finding: &'a FindingRow,
    (row, off_by): (Option<&'a str>, Option<&'a str>),
) -> [&'a str; 24] {
    [
        &finding.file,
        row.unwrap_or(""),
        &finding.rows,
        &finding.record_key,
        &finding.rule,
        &finding.code,
        &finding.title_zh,
        &finding.title_en,
        finding.verdict.id(),
        finding.severity,
        &finding.field,
        &finding.due,
        &finding.happened,
        off_by.unwrap_or(""),
        finding.off_by_unit,
        &finding.message_zh,
        &finding.message_en,
        &finding.remedy_zh,
        &finding.remedy_en,
        &finding.affects,
        &finding.clause,
        &finding.instrument,
        &finding.fix,
        &finding.fingerprint,
    ]
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe in front.
fn harmless(cell: &str) -> Cow<'_, str> {
    // Full-width signs and blanks in front are also taken for the start of a formula by some programs.
    let start = cell.trim_start_matches(|sign: char| sign.is_whitespace() || sign.is_control());
    let formula = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if formula || cell.starts_with(['\t', '\r']) {
        return Cow::Owned(format!("'{cell}"));
    }
    Cow::Borrowed(cell)
}

#[cfg(test)]
mod tests {
    use super::super::sample::with_report;
    use super::*;

    #[test]
    fn the_table_opens_in_excel_and_reads_back() {
        with_report(|report| {
            let mut out = Vec::new();
            write(report, &mut out).expect("writes");
            let text = String::from_utf8(out).expect("UTF-8");
            let text = text.strip_prefix('\u{FEFF}').expect("a mark");
            let mut table = csv::Reader::from_reader(text.as_bytes());
            assert_eq!(
                table.headers().expect("headings"),
                &csv::StringRecord::from(HEADINGS.to_vec())
            );
            let rows: Vec<_> = table.records().map(|row| row.expect("a row")).collect();
            assert_eq!(rows.len(), 1);
            assert_eq!(&rows[0][15], super::super::sample::HOSTILE);
        });
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@x", " =1", "＝1", "\t=1"] {
            assert!(harmless(cell).starts_with('\''), "{cell:?}");
        }
        for cell in ["", "甲", "a-b", "7"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
