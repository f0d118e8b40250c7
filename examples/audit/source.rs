//! One table of one file: how it was read, and what became of its rows.

use crate::mapping::Column;
use crate::table::Shape;
use crate::trouble::{Code, Trouble};
use gongkai::report::mask;
use serde::Serialize;

/// One table of one file.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Source {
    pub(crate) file: String,
    pub(crate) shape: Shape,
    pub(crate) kind: Option<String>,
    pub(crate) kind_from: Option<KindFrom>,
    pub(crate) columns: Vec<Column>,
    pub(crate) read: u64,
    pub(crate) judged: u64,
    pub(crate) refused: u64,
    pub(crate) skipped: u64,
    /// Rows in which two columns of one field say different things.
    pub(crate) disagreeing: u64,
    pub(crate) troubles: Vec<Troubles>,
    /// What ended the reading early.
    pub(crate) failure: Option<Trouble>,
}

/// How the kind of record was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KindFrom {
    Option,
    FileName,
    Headings,
    Rows,
    /// By the titles of its tables.
    Titles,
}

impl KindFrom {
    /// How, in both languages.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Option => "按 --kind by --kind",
            Self::FileName => "按文件名 by the name of the file",
            Self::Headings => "按表头 by the headings",
            Self::Titles => "按表名 by the titles of its tables",
            Self::Rows => "按类别列 by the column of kinds",
        }
    }
}

/// Troubles of one code: how many, and the first of them.
#[derive(Debug, Serialize)]
pub(crate) struct Troubles {
    pub(crate) code: Code,
    pub(crate) count: u64,
    pub(crate) first: Vec<Trouble>,
}

/// How many troubles of one code are kept word for word.
const FIRST: usize = 5;

impl Source {
    pub(crate) fn new(file: &str, shape: &Shape) -> Self {
        Self {
            file: file.to_owned(),
            shape: shown(shape),
            ..Self::default()
        }
    }

    /// Keeps how the table was read, as far as it may be shown.
    pub(crate) fn shaped(&mut self, shape: &Shape) {
        self.shape = shown(shape);
    }

    /// Counts a trouble, and keeps it if it is among the first of its code.
    pub(crate) fn add(&mut self, trouble: Trouble) {
        let same = self
            .troubles
            .iter_mut()
            .find(|same| same.code == trouble.code);
        let Some(same) = same else {
            return self.troubles.push(Troubles {
                code: trouble.code,
                count: 1,
                first: vec![trouble],
            });
        };
        same.count = same.count.saturating_add(1);
        if same.first.len() < FIRST {
            same.first.push(trouble);
        }
    }
}

/// A shape whose names show no number of a person: in a table without headings a record stands in their place.
fn shown(shape: &Shape) -> Shape {
    Shape {
        sheet: shape.sheet.as_deref().map(mask::public),
        headings: shape
            .headings
            .iter()
            .map(|name| mask::public(name))
            .collect(),
        ..shape.clone()
    }
}
