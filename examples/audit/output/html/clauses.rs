//! The clauses on the page: a table for each instrument, in its own order.

use super::Escaped;
use crate::judging::Verdict;
use crate::output::Report;
use crate::summary::{ClauseStatus, in_order};
use std::io::{self, Write};

/// Every clause with its status and counts.
pub(super) fn clauses(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (met, judged) = in_order(report.clauses);
    writeln!(
        out,
        "<section>\n<h2>逐条情况 <span class=\"en\">Clause by clause</span> <small>符合 in order {met} / {judged}</small></h2>"
    )?;
    let mut instrument = "";
    for status in report.clauses {
        if status.clause.instrument != instrument {
            if !instrument.is_empty() {
                writeln!(out, "</tbody></table></details>")?;
            }
            instrument = &status.clause.instrument;
            head(instrument, out)?;
        }
        line(report, status, out)?;
    }
    if !instrument.is_empty() {
        writeln!(out, "</tbody></table></details>")?;
    }
    writeln!(out, "</section>")
}

fn head(instrument: &str, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "<details open><summary><b>{}</b></summary>\n<table class=\"clauses\"><thead><tr><th>条款<br>clause<th>情况<br>status",
        Escaped(instrument)
    )?;
    for verdict in Verdict::ALL.into_iter().take(4) {
        write!(out, "<th>{}<br>{}", verdict.zh(), verdict.id())?;
    }
    writeln!(
        out,
        "<th>不符合的规则<br>rules breached</tr></thead><tbody>"
    )
}

fn line(report: &Report<'_>, status: &ClauseStatus<'_>, out: &mut dyn Write) -> io::Result<()> {
    let clause = status.clause;
    write!(
        out,
        "<tr><td>{}<br><span class=\"en\">{}</span><td>",
        Escaped(clause.name_zh()),
        Escaped(&clause.title_en)
    )?;
    match status.status {
        Some(verdict) => write!(
            out,
            "<span class=\"mark {}\">{}</span>",
            verdict.id(),
            verdict.zh()
        )?,
        None => write!(out, "<small>没有记录 no records</small>")?,
    }
    for count in status.counts.iter().take(4) {
        write!(out, "<td>{count}")?;
    }
    let breached = clause.rules.iter().filter(|rule| {
        let counts = report.summary.rules.get(**rule);
        counts.is_some_and(|counts| counts[0] > 0)
    });
    let codes = breached.filter_map(|rule| report.rules.get(*rule));
    let codes: Vec<&str> = codes.map(|rule| rule.code.as_str()).collect();
    writeln!(out, "<td>{}</tr>", Escaped(codes.join(" ")))
}
