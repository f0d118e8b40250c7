//! What a document spends, as a tree that can be drawn or read, with the rows that have findings marked.

use super::name::Naming;
use crate::record::accounts::row::LINES;
use crate::record::accounts::{Held, Statement};
use crate::report::finding::Finding;
use crate::words::{Amount, Label};
use alloc::{format, string::String, string::ToString, vec::Vec};
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
    let mut nodes = Vec::new();
    if let Some(row) = statement.total() {
        nodes.extend(node(statement, row, column, findings));
    }
    for row in 0..statement.rows.len() {
        if statement
            .rows
            .get(row)
            .is_some_and(|own| own.level > 0 && own.parent.is_none())
        {
            below(statement, row, column, findings, &mut nodes);
        }
    }
    nodes
}

// Rows come after their parents in published tables; where they do not, the few levels are walked again.
fn below(
    statement: &Statement<'_>,
    row: usize,
    column: usize,
    findings: &[Finding],
    nodes: &mut Vec<Node>,
) {
    let mut open = alloc::vec![row];
    while let Some(row) = open.pop() {
        nodes.extend(node(statement, row, column, findings));
        if statement.rows.get(row).is_some_and(|own| own.has_parts) {
            let parent = u32::try_from(row).ok();
            let parts = statement.rows.iter().enumerate().rev();
            open.extend(
                parts
                    .filter(|(_, own)| own.parent == parent && parent.is_some())
                    .map(|(part, _)| part),
            );
        }
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
