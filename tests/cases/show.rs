//! Findings as a reader of the pages sees them.

use gongkai::report::{Finding, GroupReport, OffBy, Report};

/// The findings of a rule about a record, and those of other rules that speak for it.
pub(super) fn report(report: &Report, rule: &str) -> Vec<String> {
    let concerns = |finding: &&Finding| finding.rule == rule || finding.affects.contains(&rule);
    let findings = report.findings.iter().filter(concerns);
    findings.flat_map(|finding| lines(finding, rule)).collect()
}

fn lines(finding: &Finding, rule: &str) -> Vec<String> {
    let mut head = format!("{} {}", finding.verdict.zh(), finding.verdict.name());
    if !finding.path.is_empty() {
        head = format!("{head}, {}", finding.path);
    }
    if finding.rule != rule {
        head = format!("{head}, said by {}", finding.rule);
    }
    head.push_str(&timing(finding));
    for text in [
        &finding.message.zh,
        &finding.message.en,
        &finding.remedy.zh,
        &finding.remedy.en,
    ] {
        assert!(!text.is_empty() && !text.contains("“”"), "{rule}: {text}");
    }
    vec![
        head,
        format!("  {}", finding.message.zh),
        format!("  {}", finding.message.en),
        format!("  → {}", finding.remedy.zh),
    ]
}

fn timing(finding: &Finding) -> String {
    let due = finding.due.map(|day| format!("due {day}"));
    let happened = finding.happened.map(|day| format!("happened {day}"));
    let off = finding
        .off_by
        .as_ref()
        .map(|off| format!("off by {}", off_by(off)));
    let parts: Vec<String> = [due, happened, off].into_iter().flatten().collect();
    if parts.is_empty() {
        return String::new();
    }
    format!(" ({})", parts.join(", "))
}

fn off_by(off: &OffBy) -> String {
    let unit = off.unit.replace('_', " ");
    let unit = if off.amount == 1 {
        unit.trim_end_matches('s')
    } else {
        &unit
    };
    format!("{} {unit}", off.amount)
}

/// The findings of a rule about many records.
pub(super) fn group(report: &GroupReport, rule: &str) -> Vec<String> {
    let findings = report
        .findings
        .iter()
        .filter(|finding| finding.rule == rule);
    let lines: Vec<String> = findings
        .flat_map(|finding| {
            let mut head = format!("{} {}", finding.verdict.zh(), finding.verdict.name());
            if !finding.path.is_empty() {
                head = format!("{head}, {}", finding.path);
            }
            head = format!("{head}, {}", rows("record", &finding.rows));
            if !finding.others.is_empty() {
                head = format!("{head} with {}", rows("record", &finding.others));
            }
            if let Some(due) = finding.due {
                head = format!("{head} (due {due})");
            }
            for text in [&finding.message.zh, &finding.message.en, &finding.remedy.zh] {
                assert!(!text.is_empty() && !text.contains("“”"), "{rule}: {text}");
            }
            [
                head,
                format!("  {}", finding.message.zh),
                format!("  {}", finding.message.en),
                format!("  → {}", finding.remedy.zh),
            ]
        })
        .collect();
    lines
}

/// Records by their numbers.
fn rows(what: &str, numbers: &[u64]) -> String {
    let plural = if numbers.len() == 1 { "" } else { "s" };
    let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
    format!("{what}{plural} {}", numbers.join(", "))
}
