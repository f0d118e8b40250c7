//! What was found as a page and as text, with the tree of what is spent.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;
use std::fmt::Write;

const STYLE: &str = "body{font:15px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}\
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ddd;padding:.3em .5em;text-align:left;vertical-align:top}\
.breached{color:#b00020}.undetermined{color:#8a6d00}svg text{font:12px sans-serif}";
/// Height of a bar, and width of the picture and of the longest bar.
const BAR: usize = 20;
const WIDE: usize = 900;
const LONGEST: u128 = 420;

fn text_of<'v>(value: &'v Value, path: &str) -> &'v str {
    value
        .pointer(path)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value
        .get(name)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The page.
pub(crate) fn page(report: &Value, unread: &[String]) -> String {
    let title = text_of(report, "/record");
    let page: Markup = html! {
        (DOCTYPE)
        html lang="zh" {
            head { meta charset="utf-8"; title { (title) } style { (PreEscaped(STYLE)) } }
            body {
                h1 { (title) }
                @for trouble in unread { p.undetermined { (trouble) } }
                h2 { "发现的问题 Findings" }
                (findings(report))
                @for picture in list(report, "pictures") {
                    h2 { (text_of(picture, "/title/zh")) " · " (text_of(picture, "/column/zh")) }
                    (tree(picture))
                }
                h2 { "识别的表 Tables" }
                (tables(report))
            }
        }
    };
    page.into_string()
}

fn findings(report: &Value) -> Markup {
    html! {
        table {
            @for finding in list(report, "findings") {
                tr {
                    td { (text_of(finding, "/code")) }
                    td class=(text_of(finding, "/verdict")) { (text_of(finding, "/verdict")) }
                    td {
                        (text_of(finding, "/message/zh"))
                        br; small { (text_of(finding, "/message/en")) }
                        @if text_of(finding, "/path").starts_with("/pages") {
                            br; q { (text_of(finding, "/evidence/0/value")) }
                        }
                        br; small { "→ " (text_of(finding, "/remedy/zh")) " " (text_of(finding, "/path")) }
                    }
                }
            }
        }
    }
}

fn tables(report: &Value) -> Markup {
    html! {
        table {
            @for own in list(report, "statements") {
                tr {
                    td { (text_of(own, "/title/zh")) }
                    td { (text_of(own, "/unit/zh")) }
                    td { (own.get("rows").unwrap_or(&Value::Null)) " 行 rows" }
                    td { (own.get("amounts").unwrap_or(&Value::Null)) " 个金额 amounts" }
                }
            }
        }
    }
}

fn fen(node: &Value) -> u128 {
    let amount = text_of(node, "/amount");
    let digits: String = amount.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

// Indented bars: each as long as its share of the longest, those with findings in red.
fn tree(picture: &Value) -> Markup {
    let nodes = list(picture, "nodes");
    let most = nodes.iter().map(fen).max().unwrap_or(0).max(1);
    let height = nodes.len().saturating_mul(BAR);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(WIDE) height=(height) role="img" {
            @for (number, node) in nodes.iter().enumerate() {
                @let top = number.saturating_mul(BAR);
                @let left = level(node).saturating_mul(16);
                @let faulty = !list(node, "findings").is_empty();
                @let width = fen(node).saturating_mul(LONGEST).checked_div(most).unwrap_or(0).max(1);
                rect x=(left) y=(top.saturating_add(3)) width=(width) height=(BAR.saturating_sub(6))
                    fill=(if faulty { "#d9435f" } else { "#9cc3e6" }) {}
                text x=(left.saturating_add(4)) y=(top.saturating_add(14)) {
                    (label(node)) @if faulty { " ✗" }
                }
            }
        }
    }
}

fn level(node: &Value) -> usize {
    node.get("level")
        .and_then(Value::as_u64)
        .and_then(|level| usize::try_from(level).ok())
        .unwrap_or(0)
}

fn label(node: &Value) -> String {
    let code = node
        .get("code")
        .map(ToString::to_string)
        .unwrap_or_default();
    format!(
        "{code} {} {}",
        text_of(node, "/name"),
        text_of(node, "/amount")
    )
}

/// The findings and the tree for a terminal.
pub(crate) fn text(report: &Value) -> String {
    let mut text = String::new();
    for finding in list(report, "findings") {
        let (code, verdict) = (text_of(finding, "/code"), text_of(finding, "/verdict"));
        let _ = writeln!(
            text,
            "{code} {verdict} {} {}",
            text_of(finding, "/path"),
            text_of(finding, "/message/zh")
        );
    }
    for picture in list(report, "pictures") {
        let _ = writeln!(text, "\n{}", text_of(picture, "/title/zh"));
        for node in list(picture, "nodes") {
            let indent = "  ".repeat(level(node));
            let mark = if list(node, "findings").is_empty() {
                ""
            } else {
                " ✗"
            };
            let _ = writeln!(text, "{indent}{}{mark}", label(node));
        }
    }
    text
}
