//! What a document spends, as a tree that can be drawn or read, with the rows that have findings marked.

use super::name::Naming;
use crate::record::accounts::row::LINES;
use crate::record::accounts::{Held, Place, Row, Statement};
use crate::words::{Amount, Label};
use alloc::{collections::BTreeMap, string::String, string::ToString, vec::Vec};
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
    pub amount: Option<Amount>,
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
    let line = |place: Place| (place.sheet, place.row);
    let end = |row: usize, own: &Row<'_>| {
        let columns = (0..statement.width).map(|column| statement.place(row, column).column);
        columns.max().unwrap_or(own.place.column)
    };
    for (at, fingerprint) in marks {
        // Rows are kept in the order in which they stand.
        let first = statement
            .rows
            .partition_point(|own| line(own.place) < line(*at));
        let rows = statement.rows.iter().enumerate().skip(first);
        let mut beside = rows.take_while(|(_, own)| line(own.place) == line(*at));
        if let Some((row, _)) = beside.find(|(row, own)| end(*row, own) >= at.column) {
            marked.entry(row).or_default().push(fingerprint.clone());
        }
    }
    marked
}

fn is_repeated(statement: &Statement<'_>, row: usize) -> bool {
    statement.rows.get(row).is_some_and(|own| own.repeated)
}

fn nodes(
    statement: &Statement<'_>,
    column: usize,
    mut marked: BTreeMap<usize, Vec<String>>,
) -> Vec<Node> {
    let mut nodes = Vec::with_capacity(statement.rows.len());
    // What is still to be drawn, the next one last.
    let top = statement.parts.under(None).iter().rev().copied();
    // What stands twice is drawn where it is asked about.
    let drawn = |row: &usize| marked.contains_key(row) || !is_repeated(statement, *row);
    let mut open: Vec<usize> = top.filter(drawn).collect();
    open.extend(statement.total());
    while let Some(number) = open.pop() {
        let Some(row) = statement.rows.get(number) else {
            continue;
        };
        let amount = match statement.held(number, column) {
            Held::Amount(money) => Some(Amount::from_fen(money.fen)),
            Held::Blank | Held::Outside | Held::Odd(_) => None,
        };
        nodes.push(Node {
            level: row.level,
            code: (row.level > 0 && row.key < LINES).then_some(row.key),
            name: row.name.to_string(),
            amount,
            findings: marked.remove(&number).unwrap_or_default(),
        });
        open.extend(statement.parts.under(Some(number)).iter().rev());
    }
    nodes
}
