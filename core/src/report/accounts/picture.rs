//! What a document spends, as a tree that can be drawn or read, with the rows that have findings marked.

use super::name::Naming;
use crate::record::accounts::row::LINES;
use crate::record::accounts::{Held, Statement};
use crate::report::finding::Finding;
use crate::words::{Amount, Label};
use alloc::{format, string::String, string::ToString, vec::Vec};
use core::cmp::Reverse;
use serde::Serialize;

/// The tree of one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// The table.
    pub statement: String,
    /// Its name.
    pub title: Label,
    /// The column that is drawn.
    pub column: Label,
    /// The rows, each after the one it is part of.
    pub nodes: Vec<Node>,
}

/// A row of the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Node {
    /// Its level; the total has 0.
    pub level: u8,
    /// Its code; absent where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<u32>,
    /// Its name.
    pub name: String,
    /// Its amount in yuan; absent where it holds none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// Fingerprints of the findings about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<String>,
}

/// The trees of the tables that are drawn.
pub(super) fn pictures(naming: &Naming<'_, '_, '_>, findings: &[Finding]) -> Vec<Picture> {
    let drawn = naming
        .paper
        .document
        .statements
        .iter()
        .filter_map(|statement| {
            let template = naming.paper.forms.templates.get(statement.template)?;
            let column = template.column(template.picture.as_ref()?)?;
            Some(Picture {
                statement: template.id.clone(),
                title: template.title.clone(),
                column: naming.column(statement, column),
                nodes: nodes(statement, column, findings),
            })
        });
    drawn.filter(|picture| !picture.nodes.is_empty()).collect()
}

fn nodes(statement: &Statement<'_>, column: usize, findings: &[Finding]) -> Vec<Node> {
    let parts = parts(statement);
    let top = statement.rows.iter().enumerate();
    let top = top.filter(|(_, own)| own.level > 0 && own.parent.is_none());
    let mut rows: Vec<usize> = statement.total().into_iter().collect();
    for (row, _) in top {
        below(row, &parts, &mut rows);
    }
    let nodes = rows.into_iter();
    nodes
        .filter_map(|row| node(statement, row, column, findings))
        .collect()
}

/// The rows that are part of others, each behind the one it is part of; the last of several first.
fn parts(statement: &Statement<'_>) -> Vec<(usize, usize)> {
    let rows = statement.rows.iter().enumerate();
    let mut parts: Vec<_> = rows
        .filter_map(|(row, own)| Some((usize::try_from(own.parent?).ok()?, row)))
        .collect();
    parts.sort_unstable_by_key(|(of, row)| (*of, Reverse(*row)));
    parts
}

/// A row and all that is part of it.
fn below(row: usize, parts: &[(usize, usize)], rows: &mut Vec<usize>) {
    let mut open = alloc::vec![row];
    while let Some(row) = open.pop() {
        rows.push(row);
        let first = parts.partition_point(|(of, _)| *of < row);
        let own = parts.iter().skip(first);
        open.extend(own.take_while(|(of, _)| *of == row).map(|(_, part)| *part));
    }
}

fn node(
    statement: &Statement<'_>,
    row: usize,
    column: usize,
    findings: &[Finding],
) -> Option<Node> {
    let own = statement.rows.get(row)?;
    let amount = match statement.held(row, column) {
        Held::Amount(money) => Some(Amount::from_fen(money.fen).to_string()),
        Held::Blank | Held::Outside | Held::Odd(_) => None,
    };
    let path = format!("/tables/{}/rows/{}/", own.place.sheet, own.place.row);
    let about = findings
        .iter()
        .filter(|finding| finding.path.starts_with(&path));
    Some(Node {
        level: own.level,
        code: (own.level > 0 && own.key < LINES).then_some(own.key),
        name: own.name.to_string(),
        amount,
        findings: about.map(|finding| finding.fingerprint.clone()).collect(),
    })
}
