//! Three charts drawn as SVG: verdicts by rule, delays, and how well fields are filled.

use super::Escaped;
use crate::judging::Verdict;
use crate::mapping::FieldNames;
use crate::output::Report;
use crate::summary::{FieldCoverage, percent};
use std::io::{self, Write};

const ROW: u64 = 30;
const LEFT: u64 = 330;
const BAR: u64 = 520;
const WIDTH: u64 = 960;

/// One bar for each rule, divided by verdict; rules with breaches first.
pub(super) fn verdicts(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rules = report.rules.iter().zip(&report.summary.rules);
    let mut rules: Vec<_> = rules.filter(|(_, counts)| shown(counts) > 0).collect();
    rules.sort_by_key(|(_, counts)| std::cmp::Reverse((counts[0], counts[1])));
    if rules.is_empty() {
        return Ok(());
    }
    heading(out, "各规则的判定", "Verdicts by rule")?;
    let verdicts = Verdict::ALL.iter().take(4);
    legend(
        out,
        verdicts.map(|verdict| (verdict.id(), verdict.zh(), verdict.id())),
    )?;
    writeln!(
        out,
        "<p class=\"en\">右侧数字：不符合项次／适用该规则的记录 at the right: breached / records the rule is about</p>"
    )?;
    open(out, rules.len(), "各规则的判定 verdicts by rule")?;
    for (line, (rule, counts)) in rules.iter().enumerate() {
        let top = height(line);
        let title = format!("{} {} {}", rule.code, rule.title_zh, rule.title_en);
        label(
            out,
            top,
            &format!("{} {}", rule.code, rule.title_zh),
            &title,
        )?;
        let mut left = LEFT;
        for (verdict, count) in Verdict::ALL.iter().zip(counts.iter()).take(4) {
            let wide = scaled(*count, shown(counts), BAR);
            let name = format!("{} {}: {count}", verdict.zh(), verdict.id());
            bar(out, (left, top, wide), verdict.id(), &name)?;
            left = left.saturating_add(wide);
        }
        value(out, top, &format!("{} / {}", counts[0], shown(counts)))?;
    }
    close(out)
}

/// Verdicts on records the rule is about.
fn shown(counts: &[u64; 5]) -> u64 {
    counts
        .iter()
        .take(4)
        .fold(0, |sum, count| sum.saturating_add(*count))
}

/// Ranges of delay in working days.
const RANGES: [(u32, u32, &str); 8] = [
    (0, 1, "≤1"),
    (2, 3, "2–3"),
    (4, 7, "4–7"),
    (8, 15, "8–15"),
    (16, 30, "16–30"),
    (31, 60, "31–60"),
    (61, 250, "61–250"),
    (251, u32::MAX, ">250"),
];

/// How late what was late came.
pub(super) fn delays(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let lateness = &report.summary.lateness;
    if lateness.total() == 0 {
        return Ok(());
    }
    heading(out, "逾期天数（工作日）", "Delay in working days")?;
    let days = |percent| lateness.percentile(percent).unwrap_or(0);
    writeln!(
        out,
        "<p>逾期{}件，中位数{}个工作日，95%不超过{}个工作日 <span class=\"en\">{} late; median {}, 95th percentile {}</span></p>",
        lateness.total(),
        days(50),
        days(95),
        lateness.total(),
        days(50),
        days(95)
    )?;
    let counts = RANGES.map(|(from, to, name)| (lateness.between(from, to), name));
    let most = counts.iter().map(|(count, _)| *count).max().unwrap_or(1);
    open(out, counts.len(), "逾期天数分布 distribution of delays")?;
    for (line, (count, name)) in counts.iter().enumerate() {
        let top = height(line);
        label(out, top, name, name)?;
        bar(
            out,
            (LEFT, top, scaled(*count, most, BAR)),
            "breached",
            &format!("{name}: {count}"),
        )?;
        value(out, top, &count.to_string())?;
    }
    close(out)
}

/// What the colors of a field's bar stand for.
const FILLED: [(&str, &str, &str); 3] = [
    ("met", "已填且格式正确", "filled and well formed"),
    ("breached", "已填但格式不符", "filled, malformed"),
    ("empty", "空白", "blank"),
];

/// For each kind of record, the share of records that fill each field.
pub(super) fn coverage(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for (kind, coverage) in &report.summary.coverage {
        let Some(kind) = report.kinds.get(*kind) else {
            continue;
        };
        let name = kind.labels.first().unwrap_or(&kind.id);
        heading(
            out,
            &format!("字段填报率：{name}"),
            &format!("Fields filled: {} ({})", kind.id, coverage.records),
        )?;
        let blank = kind.fields.len().saturating_sub(coverage.fields.len());
        writeln!(
            out,
            "<p>其余{blank}个字段在全部记录中空白 <span class=\"en\">the other {blank} fields are blank in every record</span></p>"
        )?;
        legend(out, FILLED)?;
        open(out, coverage.fields.len(), "字段填报率 fields filled")?;
        for (line, (index, counts)) in coverage.fields.iter().enumerate() {
            if let Some(field) = kind.fields.get(*index) {
                filled(field, counts, coverage.records, height(line), out)?;
            }
        }
        close(out)?;
    }
    Ok(())
}

/// One field: how many of the records fill it, and how many of those well.
fn filled(
    field: &FieldNames,
    counts: &FieldCoverage,
    records: u64,
    top: u64,
    out: &mut dyn Write,
) -> io::Result<()> {
    let name = field.names.first().unwrap_or(&field.id);
    label(out, top, name, &field.id)?;
    let good = scaled(counts.filled.saturating_sub(counts.malformed), records, BAR);
    let bad = scaled(counts.malformed, records, BAR);
    bar(out, (LEFT, top, BAR), "empty", "空白 blank")?;
    let name = format!("填写 filled: {}", counts.filled);
    bar(out, (LEFT, top, good), "met", &name)?;
    let name = format!("格式不符 malformed: {}", counts.malformed);
    bar(
        out,
        (LEFT.saturating_add(good), top, bad),
        "breached",
        &name,
    )?;
    value(out, top, &percent(counts.filled, records))
}

/// What the colors stand for: class, Chinese and English name of each.
fn legend<'a>(
    out: &mut dyn Write,
    colors: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>,
) -> io::Result<()> {
    write!(out, "<p class=\"legend\">")?;
    for (class, zh, en) in colors {
        write!(
            out,
            "<span><i class=\"{class}\"></i>{zh} <span class=\"en\">{en}</span></span> "
        )?;
    }
    writeln!(out, "</p>")
}

fn heading(out: &mut dyn Write, zh: &str, en: &str) -> io::Result<()> {
    writeln!(
        out,
        "<section>\n<h2>{} <span class=\"en\">{}</span></h2>",
        Escaped(zh),
        Escaped(en)
    )
}

fn open(out: &mut dyn Write, lines: usize, name: &str) -> io::Result<()> {
    let height = height(lines);
    writeln!(
        out,
        "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{}\">",
        Escaped(name)
    )
}

fn close(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "</svg>\n</section>")
}

fn height(line: usize) -> u64 {
    u64::try_from(line).unwrap_or(0).saturating_mul(ROW)
}

fn scaled(part: u64, whole: u64, full: u64) -> u64 {
    let wide = part.saturating_mul(full).checked_div(whole).unwrap_or(0);
    // Whatever is there at all can be seen.
    if part > 0 { wide.max(2) } else { wide }
}

fn label(out: &mut dyn Write, top: u64, text: &str, title: &str) -> io::Result<()> {
    let short: String = text.chars().take(22).collect();
    let short = if short.len() < text.len() {
        format!("{short}…")
    } else {
        short
    };
    writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}<title>{}</title></text>",
        LEFT.saturating_sub(10),
        top.saturating_add(20),
        Escaped(short),
        Escaped(title)
    )
}

fn bar(out: &mut dyn Write, place: (u64, u64, u64), class: &str, title: &str) -> io::Result<()> {
    let (left, top, wide) = place;
    if wide == 0 {
        return Ok(());
    }
    writeln!(
        out,
        "<rect class=\"{class}\" x=\"{left}\" y=\"{}\" width=\"{wide}\" height=\"20\"><title>{}</title></rect>",
        top.saturating_add(5),
        Escaped(title)
    )
}

fn value(out: &mut dyn Write, top: u64, text: &str) -> io::Result<()> {
    let left = LEFT.saturating_add(BAR).saturating_add(10);
    writeln!(
        out,
        "<text x=\"{left}\" y=\"{}\">{}</text>",
        top.saturating_add(20),
        Escaped(text)
    )
}
