//! How one table was read, for a terminal.

use super::print::plain;
use crate::mapping::How;
use crate::source::Source;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Prints how one table was read, and what became of its rows.
///
/// # Errors
///
/// What the writer says.
pub(crate) fn print_source(source: &Source, out: &mut dyn Write) -> io::Result<()> {
    print_head(source, out)?;
    counts(source, out)?;
    let all: BTreeSet<&str> = source.columns.iter().map(|column| &*column.kind).collect();
    for (line, kinds) in how_mapped(source) {
        write!(out, "  {}", plain(&line))?;
        if kinds.len() < all.len() {
            write!(out, " · {}", plain(&kinds.join("、")))?;
        }
        writeln!(out)?;
    }
    print_troubles(source, out)
}

/// How headings were understood that are not exactly a field's, and for which kinds.
fn how_mapped(source: &Source) -> Vec<(String, Vec<&str>)> {
    let mut lines: Vec<(String, Vec<&str>)> = Vec::new();
    for column in &source.columns {
        if column.how == How::Exact {
            continue;
        }
        let to = column.field.as_deref().or(column.near.as_deref());
        let line = heading(&column.heading, column.how, to.unwrap_or(""));
        match lines.iter_mut().find(|(known, _)| *known == line) {
            Some((_, kinds)) => kinds.push(&column.kind),
            None => lines.push((line, vec![&column.kind])),
        }
    }
    lines
}

/// Prints the name of a table and what it was read as.
///
/// # Errors
///
/// What the writer says.
pub(crate) fn print_head(source: &Source, out: &mut dyn Write) -> io::Result<()> {
    let shape = &source.shape;
    write!(out, "■ {}", plain(&source.file))?;
    for part in [
        Some(shape.format),
        shape.encoding,
        shape.sheet.as_deref(),
        source.kind.as_deref(),
    ] {
        if let Some(part) = part.filter(|part| !part.is_empty()) {
            write!(out, " · {}", plain(part))?;
        }
    }
    if let Some(from) = source.kind_from {
        write!(out, " ({})", from.words())?;
    }
    if let Some(row) = shape.heading_row {
        write!(out, " · 表头第{row}行 headings in row {row}")?;
    }
    writeln!(out)
}

/// Prints what is broken in a table.
///
/// # Errors
///
/// What the writer says.
pub(crate) fn print_troubles(source: &Source, out: &mut dyn Write) -> io::Result<()> {
    for troubles in &source.troubles {
        let first = troubles
            .first
            .first()
            .map(ToString::to_string)
            .unwrap_or_default();
        writeln!(out, "  ! {} × {}", plain(&first), troubles.count)?;
    }
    if let Some(failure) = &source.failure {
        writeln!(out, "  ✗ {}", plain(&failure.to_string()))?;
    }
    Ok(())
}

fn counts(source: &Source, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "  读取 read {} = 评判 judged {} + 拒收 refused {} · 跳过 skipped {}",
        source.read, source.judged, source.refused, source.skipped
    )?;
    if source.disagreeing > 0 {
        let rows = source.disagreeing;
        writeln!(
            out,
            "  重复列内容不一 repeated columns disagree: {rows} 行 rows"
        )?;
    }
    Ok(())
}

fn heading(heading: &str, how: How, to: &str) -> String {
    match how {
        How::Exact | How::Normalized => format!("表头 heading 「{heading}」 = {to}"),
        How::Repeated => format!("重复列 repeated 「{heading}」 = {to}"),
        How::Routing => format!("信息种类列 names the kind of each row 「{heading}」"),
        How::Unknown if to.is_empty() => format!("未识别 unknown 「{heading}」"),
        How::Unknown => format!("未识别 unknown 「{heading}」,是否 perhaps 「{to}」?"),
        How::Blank => "无表头的列 a column without a heading".to_owned(),
    }
}
