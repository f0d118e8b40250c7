//! Findings as a table that Excel opens with a double click: UTF-8 with a mark, safe from formulas.

use super::Report;
use crate::judging::FindingRow;
use std::borrow::Cow;
use std::io::{self, Write};

const HEADINGS: [&str; 19] = [
    "file",
    "row",
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
    "late_by",
    "message_zh",
    "message_en",
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
        let row = finding.row.map_or_else(String::new, |row| row.to_string());
        table.write_record(cells(finding, &row).map(|cell| harmless(cell).into_owned()))?;
    }
    table.flush()
}

fn cells<'a>(finding: &'a FindingRow, row: &'a str) -> [&'a str; 19] {
    [
        &finding.file,
        row,
        &finding.record_key,
        &finding.rule,
        &finding.code,
        &finding.title_zh,
        &finding.title_en,
        finding.verdict.id(),
        &finding.severity,
        &finding.field,
        &finding.due,
        &finding.happened,
        &finding.late_by,
        &finding.message_zh,
        &finding.message_en,
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
            assert_eq!(&rows[0][13], super::super::sample::HOSTILE);
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
