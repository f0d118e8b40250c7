//! Points on the page: one table for each set of indicators.

use super::Escaped;
use crate::output::Report;
use std::io::{self, Write};

/// The points of every set; nothing where no set applies.
pub(super) fn scores(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    if report.scores.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section>\n<h2>得分 <span class=\"en\">Points</span></h2>\n<p class=\"en\">记录不能证明的指标给出区间。 What records cannot show gives an interval.</p>"
    )?;
    for score in report.scores {
        writeln!(
            out,
            "<h3>{} <span class=\"en\">{}</span></h3>\n<p><b>{}</b> / {} · {}</p>\n<table><thead><tr><th>部分 section<th>满分 weight<th>得分 points</tr></thead><tbody>",
            Escaped(&score.title_zh),
            Escaped(&score.title_en),
            Escaped(score.points()),
            Escaped(&score.total),
            Escaped(score.grades.join(" – "))
        )?;
        for section in &score.sections {
            writeln!(
                out,
                "<tr><td>{} <span class=\"en\">{}</span><td>{}<td>{}</tr>",
                Escaped(&section.title_zh),
                Escaped(&section.title_en),
                Escaped(&section.weight),
                Escaped(section.points())
            )?;
        }
        writeln!(out, "</tbody></table>")?;
    }
    writeln!(out, "</section>")
}
