//! What a published table looks like, as packs declare it: its titles, its columns, its lines.

use crate::words::Label;
use crate::written::table;
use alloc::{string::String, vec::Vec};

/// A table of a budget or an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Id; the same table has the same id in each kind of record, with the columns it has there.
    pub id: String,
    /// Name.
    pub title: Label,
    /// Kinds of record it is part of.
    pub kinds: Vec<String>,
    /// Titles it is published under; the longest that fits names a table.
    pub titles: Vec<String>,
    /// Columns of amounts.
    pub column: Vec<Column>,
    /// The classification its rows carry codes of.
    pub codes: Option<String>,
    /// The column by which it is drawn as a tree.
    pub picture: Option<String>,
    /// Sets of lines its rows are found by, where they carry no code.
    pub lines: Vec<String>,
}

table!(Template {
    id: needed,
    title: needed,
    kinds: needed,
    titles: needed,
    column: needed,
    codes,
    picture,
    lines,
});

/// A column of amounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Id.
    pub id: String,
    /// Name.
    pub label: Label,
    /// Headings from the outermost inwards, spaces between them: the last one ends the column's own.
    pub headings: Vec<String>,
}

table!(Column {
    id: needed,
    label: needed,
    headings: needed
});

/// Lines that several tables share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineSet {
    /// Id.
    pub id: String,
    /// The lines.
    pub line: Vec<Line>,
}

table!(LineSet {
    id: needed,
    line: needed
});

/// A line that is named and not coded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Id; `total` is the line that sums up a table of codes.
    pub id: String,
    /// Names, without the number before them.
    pub names: Vec<String>,
    /// Names it had in earlier years.
    pub former: Vec<String>,
    /// The line after which it stands, where its name alone does not tell.
    pub after: Option<String>,
    /// The code it stands for.
    pub code: Option<u32>,
}

table!(Line {
    id: needed,
    names: needed,
    former,
    after,
    code
});

/// A classification of one or more years: codes and names, one a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classification {
    /// Id, the same for every year.
    pub id: String,
    /// Name.
    pub title: Label,
    /// First and last year.
    pub years: [i32; 2],
    /// How many digits a code has at each level.
    pub digits: Vec<u32>,
    /// Names of the levels.
    pub levels: Vec<Label>,
    /// Whether every code of these years is listed.
    pub complete: bool,
    /// Code, space, name; after `<` names it had before; one a line.
    pub names: String,
}

table!(Classification {
    id: needed,
    title: needed,
    years: needed,
    digits: needed,
    levels: needed,
    complete,
    names: needed,
});

impl Template {
    /// The number of a column.
    #[must_use]
    pub fn column(&self, id: &str) -> Option<usize> {
        self.column.iter().position(|column| column.id == id)
    }
}
