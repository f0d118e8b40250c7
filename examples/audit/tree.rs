//! The tree of what a budget or account spends, ready to be drawn or printed.

use crate::judging::{Accounts, FindingRow};
use crate::output::Report;
use crate::summary::percent;
use gongkai::report::accounts::{Node, Picture};
use gongkai::words::Amount;
use gongkai::words::amount::Unit;

/// One line of a tree.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) level: usize,
    /// Code and name.
    pub(crate) name: String,
    /// The amount in the unit of its table; empty where it has none.
    pub(crate) amount: String,
    /// Thousandths of the largest amount.
    pub(crate) length: u64,
    /// The share of the total.
    pub(crate) share: String,
    /// `✗`, with the numbers of what was found about it.
    pub(crate) mark: String,
}

/// What was found about a budget or account, as far as it is kept.
pub(crate) fn findings<'r>(report: &Report<'r>, accounts: &Accounts) -> Vec<&'r FindingRow> {
    let all = report.findings.iter();
    all.filter(|own| accounts.files.contains(&own.file))
        .collect()
}

/// The unit in which a picture's table states its amounts.
pub(crate) fn unit<'a>(accounts: &'a Accounts, picture: &Picture) -> &'a str {
    let own = accounts.statements.iter();
    let mut own = own.filter(|own| own.statement == picture.statement);
    let unit = own.next().and_then(|own| own.unit.as_ref());
    unit.map_or("元", |unit| unit.zh.as_str())
}

/// The lines of a picture that hold or need an amount, with the numbers of what was found about each.
pub(crate) fn lines(picture: &Picture, unit: &str, findings: &[&FindingRow]) -> Vec<Line> {
    let unit = match unit {
        "万元" => Unit::WanYuan,
        "亿元" => Unit::YiYuan,
        _ => Unit::Yuan,
    };
    let amounts = picture.nodes.iter().map(|node| fen(node).unwrap_or(0));
    let most = amounts.map(i64::unsigned_abs).max().unwrap_or(0);
    let total = total(&picture.nodes);
    let line = |node: &Node| {
        let fen = fen(node);
        let size = fen.unwrap_or(0).unsigned_abs();
        let code = node
            .code
            .map_or_else(String::new, |code| format!("{code} "));
        Line {
            level: usize::from(node.level),
            name: format!(
                "{code}{}",
                if node.name.is_empty() {
                    "合计 total"
                } else {
                    &node.name
                }
            ),
            amount: fen.map_or_else(String::new, |fen| {
                grouped(&Amount::from_fen(fen).display_in(unit).to_string())
            }),
            length: size.saturating_mul(1000).checked_div(most).unwrap_or(0),
            share: if size > 0 && total > 0 {
                percent(size, total)
            } else {
                String::new()
            },
            mark: mark(node, findings),
        }
    };
    let nodes = picture.nodes.iter().enumerate();
    let is_shown = |(place, node): &(usize, &Node)| {
        let next = picture.nodes.get(place.saturating_add(1));
        let has_parts = next.is_some_and(|next| next.level > node.level);
        node.amount.is_some() || has_parts || !node.findings.is_empty()
    };
    nodes.filter(is_shown).map(|(_, node)| line(node)).collect()
}

/// The total, or the rows of the highest level together.
fn total(nodes: &[Node]) -> u64 {
    let least = nodes.iter().map(|node| node.level).min();
    let top = nodes.iter().filter(|node| Some(node.level) == least);
    top.filter_map(fen)
        .fold(0, |sum, fen| sum.saturating_add(fen.unsigned_abs()))
}

fn mark(node: &Node, findings: &[&FindingRow]) -> String {
    if node.findings.is_empty() {
        return String::new();
    }
    let numbered = (1_usize..).zip(findings);
    let own = numbered.filter(|(_, own)| node.findings.contains(&own.fingerprint));
    let numbers: Vec<String> = own.map(|(number, _)| number.to_string()).collect();
    format!("✗{}", numbers.join(","))
}

/// An amount in 分.
fn fen(node: &Node) -> Option<i64> {
    node.amount.map(Amount::fen)
}

/// A number with a comma after each three digits of its whole part.
fn grouped(number: &str) -> String {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", number),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(index);
        if index > 0 && left % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !part.is_empty() {
        text.extend([".", part]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_stand_in_the_unit_of_their_table() {
        let node = |level, fen: Option<i64>| Node {
            level,
            code: (level > 0).then_some(201),
            name: if level > 0 {
                "某某支出".into()
            } else {
                String::new()
            },
            amount: fen.map(Amount::from_fen),
            findings: Vec::new(),
        };
        let picture = Picture {
            statement: "expenditure".into(),
            title: gongkai::words::Label::default(),
            column: gongkai::words::Label::default(),
            nodes: vec![
                node(0, Some(2_940_050_000)),
                node(1, Some(2_106_660_000)),
                node(1, Some(-10_000)),
                node(1, None),
            ],
        };
        let lines = lines(&picture, "万元", &[]);
        let shown: Vec<_> = lines
            .iter()
            .map(|line| {
                (
                    line.name.as_str(),
                    line.amount.as_str(),
                    line.length,
                    line.share.as_str(),
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("合计 total", "2,940.05", 1000, "100.0%"),
                ("201 某某支出", "2,106.66", 716, "71.6%"),
                ("201 某某支出", "-0.01", 0, "0.0%"),
            ]
        );
    }
}
