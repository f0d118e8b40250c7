//! The written parts of the page: who judged, the totals, the files, and the findings in a table.

use super::Escaped;
use crate::judging::{FindingRow, Verdict};
use crate::mapping::How;
use crate::output::Report;
use crate::source::Source;
use crate::summary::percent;
use std::io::{self, Write};

pub(super) fn head(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<header>\n<h1>公开信息评判报告 <span class=\"en\">Disclosure audit</span></h1>\n<p>评判基准日 <b>{}</b> <span class=\"en\">judged as of</span>",
        Escaped(&report.identity.as_of)
    )?;
    write!(
        out,
        " · 口径 <span class=\"en\">profile</span> {} {}",
        Escaped(&report.identity.profile_title),
        Escaped(&report.identity.profile)
    )?;
    writeln!(out, "</p>\n</header>")
}

/// What the verdicts are counted in.
const TIMES: &str = "项次 rules × records";

/// What the rates are shares of; replaceable, since no official formula is published.
const RATES: &str = "<p class=\"en\">项次：一条规则对一条记录的一次判定。合规率 = 没有任何一项不符合的记录 ÷ 已评判的记录。及时率 = 按期的公开 ÷（按期 + 逾期）；迟报率 = 1 − 及时率。一条记录在一个渠道的公开算一次；无法判定和未到期的不计入分子、分母。无法判定表示缺少判断所需的资料，不等于不符合。 Undetermined means that facts are missing; it is no breach.</p>";

pub(super) fn tiles(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let totals = &report.summary.totals;
    let timeliness = report.summary.timeliness;
    let on_time = percent(timeliness.kept, timeliness.judged);
    let basis = format!(
        "{} / {} · 不计 excluded {}",
        timeliness.kept, timeliness.judged, timeliness.excluded
    );
    let judged = format!(
        "读取 read {} · 拒收 refused {}",
        totals.read, totals.refused
    );
    writeln!(out, "<section class=\"tiles\">")?;
    tile(
        out,
        ("", "已评判", "records judged"),
        &totals.judged.to_string(),
        &judged,
    )?;
    tile(
        out,
        ("breached", "不符合", "breached"),
        &totals.breached.to_string(),
        TIMES,
    )?;
    tile(
        out,
        ("undetermined", "无法判定", "undetermined"),
        &totals.undetermined.to_string(),
        TIMES,
    )?;
    tile(
        out,
        ("pending", "未到期", "pending"),
        &totals.pending.to_string(),
        TIMES,
    )?;
    tile(out, ("met", "符合", "met"), &totals.met.to_string(), TIMES)?;
    tile(out, ("", "及时率", "on time"), &on_time, &basis)?;
    let compliant = percent(totals.compliant, totals.judged);
    let share = format!("{} / {}", totals.compliant, totals.judged);
    tile(out, ("", "合规率", "no breach"), &compliant, &share)?;
    writeln!(out, "</section>\n{RATES}")
}

fn tile(
    out: &mut dyn Write,
    name: (&str, &str, &str),
    number: &str,
    below: &str,
) -> io::Result<()> {
    let (class, zh, en) = name;
    writeln!(
        out,
        "<div class=\"tile {class}\"><span>{zh} <span class=\"en\">{en}</span></span><b>{}</b><small>{}</small></div>",
        Escaped(number),
        Escaped(below)
    )
}

pub(super) fn sources(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<section>\n<h2>数据来源与表头 <span class=\"en\">Sources and headings</span></h2>"
    )?;
    for source in report.sources {
        one_source(source, out)?;
    }
    writeln!(out, "</section>")
}

fn one_source(source: &Source, out: &mut dyn Write) -> io::Result<()> {
    let shape = &source.shape;
    let details = [
        Some(shape.format),
        shape.encoding,
        shape.sheet.as_deref(),
        source.kind.as_deref(),
    ];
    let details: Vec<&str> = details
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    writeln!(
        out,
        "<details{}><summary><b>{}</b> {} · 读取 read {} = 评判 judged {} + 拒收 refused {}</summary>",
        if source.failure.is_some() {
            " open"
        } else {
            ""
        },
        Escaped(&source.file),
        Escaped(details.join(" · ")),
        source.read,
        source.judged,
        source.refused
    )?;
    if let Some(failure) = &source.failure {
        writeln!(
            out,
            "<p class=\"failure\">{}</p>",
            Escaped(failure.to_string())
        )?;
    }
    for troubles in &source.troubles {
        let first = troubles
            .first
            .first()
            .map(ToString::to_string)
            .unwrap_or_default();
        writeln!(
            out,
            "<p class=\"trouble\">{} <b>× {}</b></p>",
            Escaped(first),
            troubles.count
        )?;
    }
    headings(source, out)?;
    writeln!(out, "</details>")
}

fn headings(source: &Source, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<table><thead><tr><th>表头 heading<th>信息种类 kind<th>字段 field<th>怎样识别 how</tr></thead><tbody>"
    )?;
    for column in &source.columns {
        let field = column.field.as_deref().unwrap_or("—");
        let near = column
            .near
            .as_ref()
            .map_or_else(String::new, |near| format!(" → {near}?"));
        writeln!(
            out,
            "<tr><td>{}<td>{}<td>{}<td>{}{}</tr>",
            Escaped(&column.heading),
            Escaped(&column.kind),
            Escaped(field),
            how(column.how),
            Escaped(near)
        )?;
    }
    writeln!(out, "</tbody></table>")
}

fn how(how: How) -> &'static str {
    match how {
        How::Exact => "一致 exact",
        How::Normalized => "规范化后一致 normalized",
        How::Repeated => "重复列，仅补空白 repeated",
        How::Routing => "逐行指明信息种类 names the kind of each row",
        How::Unknown => "未识别 unknown",
        How::Blank => "无表头 blank",
    }
}

pub(super) fn findings(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "<section>\n<h2>问题清单 <span class=\"en\">Findings</span> <small>{} / {}</small></h2>",
        report.findings.len(),
        report.seen
    )?;
    writeln!(
        out,
        "<p class=\"filter\"><input id=\"words\" type=\"search\" placeholder=\"筛选 filter\" aria-label=\"筛选 filter\"> <select id=\"verdict\" aria-label=\"判定 verdict\"><option value=\"\">全部 all</option>"
    )?;
    for verdict in Verdict::ALL {
        writeln!(
            out,
            "<option value=\"{}\">{} {}</option>",
            verdict.id(),
            verdict.zh(),
            verdict.id()
        )?;
    }
    writeln!(
        out,
        "</select> <output id=\"shown\"></output></p>\n<table id=\"findings\"><thead><tr><th>判定<br>verdict<th>位置<br>where<th>规则<br>rule<th>问题与办法<br>message and remedy<th>应于／实际<br>due / happened<th>依据<br>cite</tr></thead><tbody>"
    )?;
    for finding in report.findings {
        one_finding(finding, out)?;
    }
    writeln!(out, "</tbody></table>\n</section>")
}

fn one_finding(finding: &FindingRow, out: &mut dyn Write) -> io::Result<()> {
    let row = finding
        .row
        .map_or_else(String::new, |row| format!("第{row}行"));
    write!(
        out,
        "<tr data-verdict=\"{id}\"><td><span class=\"mark {id}\">{}</span><td title=\"{}\">{} {row}<br><small>{}</small>",
        finding.verdict.zh(),
        Escaped(&finding.file),
        Escaped(file_name(&finding.file)),
        Escaped(&finding.record_key),
        id = finding.verdict.id()
    )?;
    write!(
        out,
        "<td>{}<br><small>{}</small><td>{}<br><span class=\"en\">{}</span><br>→ {}<br><span class=\"en\">{}</span>",
        Escaped(&finding.code),
        Escaped(&finding.title_zh),
        Escaped(&finding.message_zh),
        Escaped(&finding.message_en),
        Escaped(&finding.remedy_zh),
        Escaped(&finding.remedy_en)
    )?;
    if !finding.fix.is_empty() {
        write!(
            out,
            "<br><small>建议值 suggested: {}</small>",
            Escaped(&finding.fix)
        )?;
    }
    let happened = if finding.happened.is_empty() {
        String::new()
    } else {
        format!("／{}", finding.happened)
    };
    writeln!(
        out,
        "<td>{}{}<br><small>{}</small><td>{}<br><small>{}</small></tr>",
        Escaped(&finding.due),
        Escaped(happened),
        Escaped(late(finding)),
        Escaped(&finding.instrument),
        Escaped(&finding.clause)
    )
}

/// The name of a file without its folders.
fn file_name(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

fn late(finding: &FindingRow) -> String {
    let unit = match finding.off_by_unit {
        "working_days" => "个工作日 working days",
        _ => "日 days",
    };
    finding
        .off_by
        .map_or_else(String::new, |days| format!("{days} {unit}"))
}

pub(super) fn foot(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let identity = report.identity;
    write!(
        out,
        "<footer><p>gongkai {} · 工作日历 <span class=\"en\">calendar</span> {}",
        Escaped(&identity.engine),
        Escaped(&identity.calendar)
    )?;
    for pack in &identity.packs {
        write!(
            out,
            "<br>{} {} <code>{}</code>",
            Escaped(&pack.id),
            Escaped(&pack.version),
            Escaped(&pack.hash)
        )?;
    }
    writeln!(out, "</p></footer>")
}
