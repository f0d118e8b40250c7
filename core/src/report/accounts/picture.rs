//! What a document spends, as a tree that can be drawn or read, with the rows that have findings marked.

use super::name::Naming;
use crate::record::accounts::row::LINES;
use crate::record::accounts::{Held, Place, Statement};
use crate::words::{Amount, Label};
use alloc::{collections::BTreeMap, string::String, string::ToString, vec::Vec};
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

/// Where findings are, with their fingerprints.
pub(super) type Marks = Vec<(Place, String)>;

/// The trees of the tables that are drawn.
pub(super) fn pictures(naming: &Naming<'_, '_, '_>, marks: &Marks) -> Vec<Picture> {
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
                nodes: nodes(statement, column, marked(statement, marks)),
            })
        });
    drawn.filter(|picture| !picture.nodes.is_empty()).collect()
}

// The fingerprints of each row: of rows that stand beside each other the one whose columns a finding is in.
fn marked(statement: &Statement<'_>, marks: &Marks) -> BTreeMap<usize, Vec<String>> {
    let mut marked: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    if marks.is_empty() {
        return marked;
    }
    let ends = statement.rows.iter().enumerate().map(|(row, own)| {
        let columns = (0..statement.width).map(|column| statement.place(row, column).column);
        let column = columns.max().unwrap_or(own.place.column);
        (
            Place {
                column,
                ..own.place
            },
            row,
        )
    });
    let mut ends: Vec<(Place, usize)> = ends.collect();
    ends.sort_unstable();
    for (at, fingerprint) in marks {
        let next = ends.partition_point(|(end, _)| end < at);
        let own = ends
            .get(next)
            .filter(|(end, _)| (end.sheet, end.row) == (at.sheet, at.row));
        if let Some((_, row)) = own {
            marked.entry(*row).or_default().push(fingerprint.clone());
        }
    }
    marked
}

fn nodes(
    statement: &Statement<'_>,
    column: usize,
    mut marked: BTreeMap<usize, Vec<String>>,
) -> Vec<Node> {
    let parts = parts(statement);
    let top = statement.rows.iter().enumerate();
    let top = top.filter(|(_, own)| own.level > 0 && own.parent.is_none());
    let mut rows: Vec<usize> = statement.total().into_iter().collect();
    for (row, _) in top {
        below(row, &parts, &mut rows);
    }
    let nodes = rows.into_iter().filter_map(|row| {
        let own = statement.rows.get(row)?;
        let amount = match statement.held(row, column) {
            Held::Amount(money) => Some(Amount::from_fen(money.fen).to_string()),
            Held::Blank | Held::Outside | Held::Odd(_) => None,
        };
        Some(Node {
            level: own.level,
            code: (own.level > 0 && own.key < LINES).then_some(own.key),
            name: own.name.to_string(),
            amount,
            findings: marked.remove(&row).unwrap_or_default(),
        })
    });
    nodes.collect()
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
