//! The summary for a terminal: what was read, what was found, and where to look first.

use super::print_accounts::accounts;
use super::{in_order, percent, print_source};
use crate::judging::Verdict;
use crate::output::Report;
use gongkai::report::fault;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Prints the whole summary.
///
/// # Errors
///
/// What the writer says.
pub(crate) fn print(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    conclusion(report, out)?;
    for source in report.sources {
        print_source(source, out)?;
    }
    accounts(report, out)?;
    totals(report, out)?;
    scores(report, out)?;
    clauses(report, out)?;
    rules(report, out)?;
    worst(report, out)?;
    coverage(report, out)?;
    notes(report, out)
}

/// The first line: what is breached, and apart from it what could not be judged.
fn conclusion(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let totals = &report.summary.totals;
    let failed = report
        .sources
        .iter()
        .filter(|source| source.failure.is_some());
    writeln!(
        out,
        "不符合 breached {} · 无法判定 undetermined {}（缺少资料，不等于不符合 facts are missing; this is no breach） · 未能读取的表 tables not read {} · 拒收行 rows refused {}",
        totals.breached,
        totals.undetermined,
        failed.count(),
        totals.refused
    )
}

fn totals(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let totals = &report.summary.totals;
    writeln!(
        out,
        "\n合计 total: 读取 read {} = 评判 judged {} + 拒收 refused {}",
        totals.read, totals.judged, totals.refused
    )?;
    let timeliness = report.summary.timeliness;
    writeln!(
        out,
        "及时率 on time: {} ({} / {}, 不计 excluded {})",
        percent(timeliness.kept, timeliness.judged),
        timeliness.kept,
        timeliness.judged,
        timeliness.excluded
    )?;
    writeln!(
        out,
        "合规率 without breach: {} ({} / {} 条记录 records) · 迟报率 late: {} ({} / {})",
        percent(totals.compliant, totals.judged),
        totals.compliant,
        totals.judged,
        percent(timeliness.late(), timeliness.judged),
        timeliness.late(),
        timeliness.judged
    )?;
    let lateness = &report.summary.lateness;
    if let Some((median, most)) = lateness.percentile(50).zip(lateness.percentile(95)) {
        writeln!(
            out,
            "逾期 late: {} · 中位数 median {median} · 95% {most} 个工作日 working days",
            lateness.total()
        )?;
    }
    Ok(())
}

/// The points by each set of indicators.
fn scores(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for score in report.scores {
        writeln!(
            out,
            "得分 points: {} {} / {} · {}",
            score.title_zh,
            score.points(),
            score.total,
            score.grades.join(" – ")
        )?;
    }
    Ok(())
}

/// Clause by clause: the most pressing verdict, and how often each was given.
fn clauses(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (met, judged) = in_order(report.clauses);
    writeln!(
        out,
        "\n逐条情况 clause by clause: 符合 in order {met} / {judged}"
    )?;
    let mut instrument = "";
    let mut lines: Vec<Vec<String>> = Vec::new();
    for status in report.clauses {
        let clause = status.clause;
        if clause.instrument != instrument {
            if !lines.is_empty() {
                table(&lines, out)?;
            }
            instrument = &clause.instrument;
            let mut head = vec![instrument.to_owned(), "情况 status".to_owned()];
            head.extend(
                Verdict::ALL
                    .into_iter()
                    .take(4)
                    .map(|verdict| verdict.zh().to_owned()),
            );
            lines = vec![head];
        }
        let name = clause.name_zh();
        let verdict = status.status.map_or("没有记录 no records", Verdict::zh);
        let mut line = vec![name, verdict.to_owned()];
        line.extend(status.counts.iter().take(4).map(u64::to_string));
        lines.push(line);
    }
    if lines.is_empty() {
        Ok(())
    } else {
        table(&lines, out)
    }
}

fn rules(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut lines = vec![vec!["规则 rule".to_owned(), String::new()]];
    if let Some(first) = lines.first_mut() {
        first.extend(Verdict::ALL.map(|verdict| format!("{} {}", verdict.zh(), verdict.id())));
    }
    for (rule, counts) in report.rules.iter().zip(&report.summary.rules) {
        if counts.iter().any(|count| *count > 0) {
            let mut line = vec![rule.code.clone(), rule.title_zh.clone()];
            line.extend(counts.map(|count| count.to_string()));
            lines.push(line);
        }
    }
    table(&lines, out)
}

fn worst(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let late = &report.summary.worst;
    if late.is_empty() {
        return Ok(());
    }
    let mut lines = vec![
        ["逾期最久 latest", "", "工作日 working days"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for late in late {
        let code = report
            .rules
            .get(late.rule)
            .map_or("", |rule| rule.code.as_str());
        let place = format!("{}:{}", late.file, late.row);
        lines.push(vec![place, code.to_owned(), late.working_days.to_string()]);
    }
    table(&lines, out)
}

fn coverage(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for (kind, coverage) in &report.summary.coverage {
        let Some(kind) = report.kinds.get(*kind) else {
            continue;
        };
        let name = kind.labels.first().unwrap_or(&kind.id);
        let title = format!("{name} {}", kind.id);
        let mut lines = vec![vec![
            title,
            String::new(),
            "填报 filled".into(),
            "格式不符 malformed".into(),
        ]];
        for (index, field) in kind.fields.iter().enumerate() {
            let Some(counts) = coverage.fields.get(&index) else {
                continue;
            };
            lines.push(vec![
                field.names.first().unwrap_or(&field.id).clone(),
                field.id.clone(),
                percent(counts.filled, coverage.records),
                percent(counts.malformed, coverage.records),
            ]);
        }
        table(&lines, out)?;
        let blank = kind.fields.len().saturating_sub(coverage.fields.len());
        writeln!(
            out,
            "其余 {blank} 个字段全部空白 the other fields are blank in every record"
        )?;
    }
    Ok(())
}

fn notes(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lines: Vec<_> = std::iter::once(vec!["已规范化 normalized".to_owned(), String::new()])
        .chain(
            report
                .summary
                .notes
                .iter()
                .map(|(note, count)| vec![fault::note(*note).zh, count.to_string()]),
        )
        .collect();
    if lines.len() > 1 {
        table(&lines, out)
    } else {
        Ok(())
    }
}

/// Prints lines with columns aligned as a terminal shows them: a Chinese sign is two wide.
fn table(lines: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out)?;
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |line: &[String], column: usize| {
        line.get(column).map(|text| plain(text)).unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            lines
                .iter()
                .map(|line| cell(line, column).width())
                .max()
                .unwrap_or(0)
        })
        .collect();
    for line in lines {
        let mut text = String::new();
        for (column, width) in widths.iter().enumerate() {
            let cell = cell(line, column);
            let gap = " ".repeat(width.saturating_sub(cell.width()));
            // Numbers stand to the right, words to the left.
            let (left, right) = if column >= 2 {
                (gap, String::new())
            } else {
                (String::new(), gap)
            };
            text.extend([left.as_str(), &cell, &right, "  "]);
        }
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}

/// A text that cannot give orders to a terminal.
pub(super) fn plain(text: &str) -> String {
    let shown = |sign: char| if sign.is_control() { '\u{FFFD}' } else { sign };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::sample::with_report;

    #[test]
    fn columns_stand_under_each_other() {
        let lines =
            [["甲乙", "a", "1"], ["x", "bc", "20"]].map(|line| line.map(String::from).to_vec());
        let mut out = Vec::new();
        table(&lines, &mut out).expect("writes");
        assert_eq!(
            String::from_utf8(out).expect("UTF-8"),
            "\n甲乙  a    1\nx     bc  20\n"
        );
    }

    #[test]
    fn the_summary_says_what_counts() {
        with_report(|report| {
            let mut out = Vec::new();
            print(report, &mut out).expect("writes");
            let text = String::from_utf8(out).expect("UTF-8");
            assert!(
                text.contains("及时率 on time: 50.0% (1 / 2, 不计 excluded 0)"),
                "{text}"
            );
            assert!(text.contains("中位数 median 3"), "{text}");
            assert!(text.contains("GA07-1"), "{text}");
        });
    }

    #[test]
    fn no_cell_gives_orders_to_the_terminal() {
        assert_eq!(plain("a\u{1B}[2Jb\r"), "a\u{FFFD}[2Jb\u{FFFD}");
    }
}
