//! Budgets and accounts for a terminal: what was read, what was found, and the tree of what they spend.

use super::print::plain;
use crate::judging::{Accounts, FindingRow};
use crate::output::Report;
use crate::tree;
use gongkai::report::accounts::Picture;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// How wide the names are, in columns of a terminal.
const NAMES: usize = 60;

/// Prints all of them.
///
/// # Errors
///
/// What the writer says.
pub(super) fn accounts(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for own in report.accounts {
        writeln!(
            out,
            "\n预决算 budget or account: {} · 表 tables {} · 勾稽 sums {} · 尾差 within rounding {} · 未识别的行 rows aside {}",
            plain(&own.name),
            own.statements.len(),
            own.sums,
            own.rounded.len(),
            own.aside
        )?;
        let findings = tree::findings(report, own);
        for (number, finding) in (1_usize..).zip(&findings) {
            writeln!(
                out,
                "{number:>4} {} {} {}：{}",
                finding.verdict.zh(),
                finding.code,
                plain(&finding.field),
                plain(&finding.message_zh)
            )?;
        }
        for picture in &own.pictures {
            printed(own, picture, &findings, out)?;
        }
    }
    Ok(())
}

fn printed(
    own: &Accounts,
    picture: &Picture,
    findings: &[&FindingRow],
    out: &mut dyn Write,
) -> io::Result<()> {
    let unit = tree::unit(own, picture);
    writeln!(
        out,
        "\n{} · {}（{unit}）",
        plain(&picture.title.zh),
        plain(&picture.column.zh)
    )?;
    for line in tree::lines(picture, unit, findings) {
        let name = format!("{}{}", "  ".repeat(line.level), plain(&line.name));
        let gap = " ".repeat(NAMES.saturating_sub(name.width()));
        let text = format!(
            "{name}{gap}{:>16} {:>7}  {}",
            line.amount, line.share, line.mark
        );
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}
