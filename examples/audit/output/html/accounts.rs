//! Budgets and accounts on the page: what was read, and the tree of what they spend with the rows at fault marked.

use super::Escaped;
use crate::judging::{Accounts, FindingRow};
use crate::output::Report;
use crate::tree::{self, Line};
use gongkai::report::accounts::Picture;
use std::io::{self, Write};

/// Height of a row, where its bar and its amount stand, and the width of the picture.
const ROW: usize = 24;
const BARS: usize = 500;
const LONGEST: u64 = 250;
const WIDTH: usize = 960;
const INDENT: usize = 18;
/// How many characters of a name fit before the bars.
const NAME: usize = 34;

/// How many documents may lie open below each other.
const FEW: usize = 4;

/// All of them, each with what was found about it and its trees.
pub(super) fn accounts(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let few = report.accounts.len() <= FEW;
    for own in report.accounts {
        let findings = tree::findings(report, own);
        let labels = report.kinds.get(own.kind).map(|kind| &kind.labels);
        let kind = |language: usize| {
            labels
                .and_then(|all| all.get(language))
                .map_or("", String::as_str)
        };
        writeln!(
            out,
            "<section>\n<h2>{} {} <span class=\"en\">{}</span></h2>\n<p><small>{}</small></p>",
            Escaped(kind(0)),
            Escaped(&own.name),
            Escaped(kind(1)),
            Escaped(own.files.join(" · "))
        )?;
        found(&findings, out)?;
        for picture in &own.pictures {
            drawn((own, few), picture, &findings, out)?;
        }
        tables(own, out)?;
        writeln!(out, "</section>")?;
    }
    Ok(())
}

// What was found, by the numbers that stand in the trees.
fn found(findings: &[&FindingRow], out: &mut dyn Write) -> io::Result<()> {
    if findings.is_empty() {
        return writeln!(
            out,
            "<p>没有发现问题。 <span class=\"en\">Nothing was found.</span></p>"
        );
    }
    writeln!(out, "<ol>")?;
    for finding in findings {
        writeln!(
            out,
            "<li><span class=\"mark {}\">{}</span> <b>{}</b> {} → {}<br><span class=\"en\">{} → {}</span></li>",
            finding.verdict.id(),
            finding.verdict.zh(),
            Escaped(&finding.field),
            Escaped(&finding.message_zh),
            Escaped(&finding.remedy_zh),
            Escaped(&finding.message_en),
            Escaped(&finding.remedy_en)
        )?;
    }
    writeln!(out, "</ol>")
}

// What was recognized, and how the sums came out.
fn tables(own: &Accounts, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<details><summary>识别 {} 张表，核对 {} 处勾稽 <span class=\"en\">tables recognized, sums added up</span></summary>\n<table><thead><tr><th>表 table<th>单位 unit<th>行 rows<th>金额 amounts<th>跳过 skipped</tr></thead><tbody>",
        own.statements.len(),
        own.sums
    )?;
    for table in &own.statements {
        let unit = table.unit.as_ref().map_or("—", |unit| unit.zh.as_str());
        writeln!(
            out,
            "<tr><td>{}<br><span class=\"en\">{}</span><td>{}<td>{}<td>{}<td>{}</tr>",
            Escaped(&table.title.zh),
            Escaped(&table.title.en),
            Escaped(unit),
            table.rows,
            table.amounts,
            table.skipped
        )?;
    }
    writeln!(out, "</tbody></table>")?;
    if own.aside > 0 {
        writeln!(
            out,
            "<p class=\"trouble\">另有 {} 行所在的表不是规定的表，未核对 rows of other tables were not checked</p>",
            own.aside
        )?;
    }
    for rounded in &own.rounded {
        writeln!(
            out,
            "<p><small>{}：尾差 {} 元，在四舍五入范围内 within rounding</small></p>",
            Escaped(&rounded.sum.zh),
            Escaped(&rounded.difference)
        )?;
    }
    writeln!(out, "</details>")
}

// The first tree of a document lies open where there are few documents, and every one in which something is marked.
fn drawn(
    (own, few): (&Accounts, bool),
    picture: &Picture,
    findings: &[&FindingRow],
    out: &mut dyn Write,
) -> io::Result<()> {
    let unit = tree::unit(own, picture);
    let lines = tree::lines(picture, unit, findings);
    let open = few && own.pictures.first() == Some(picture);
    let open = open || lines.iter().any(|line| !line.mark.is_empty());
    writeln!(
        out,
        "<details{}><summary><b>{} · {}</b> <small>{} · {}，单位 unit：{}</small></summary>\n<svg class=\"tree\" viewBox=\"0 0 {WIDTH} {}\" role=\"img\" aria-label=\"{}\">",
        if open { " open" } else { "" },
        Escaped(&picture.title.zh),
        Escaped(&picture.column.zh),
        Escaped(&picture.title.en),
        Escaped(&picture.column.en),
        Escaped(unit),
        lines.len().saturating_mul(ROW),
        Escaped(&picture.title.zh)
    )?;
    for (place, line) in lines.iter().enumerate() {
        row(line, place.saturating_mul(ROW), out)?;
    }
    writeln!(out, "</svg></details>")
}

fn row(line: &Line, top: usize, out: &mut dyn Write) -> io::Result<()> {
    let left = line.level.saturating_mul(INDENT);
    let text = top.saturating_add(16);
    let fits = NAME.saturating_sub(line.level);
    let mut name: String = line.name.chars().take(fits).collect();
    if name.len() < line.name.len() {
        name.push('…');
    }
    let class = if line.mark.is_empty() {
        "pending"
    } else {
        "breached"
    };
    let wide = line.length.saturating_mul(LONGEST) / 1000;
    writeln!(
        out,
        "<g><title>{} {} {}</title><text x=\"{left}\" y=\"{text}\" class=\"{class}\">{} {}</text><rect class=\"{class}\" x=\"{BARS}\" y=\"{}\" width=\"{}\" height=\"12\"/><text x=\"885\" y=\"{text}\" text-anchor=\"end\">{}</text><text x=\"{WIDTH}\" y=\"{text}\" text-anchor=\"end\">{}</text></g>",
        Escaped(&line.name),
        Escaped(&line.amount),
        Escaped(&line.share),
        Escaped(&name),
        line.mark,
        top.saturating_add(6),
        wide.max(1),
        Escaped(&line.amount),
        Escaped(&line.share)
    )
}
