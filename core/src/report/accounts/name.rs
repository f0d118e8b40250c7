//! What tables, rows, columns and sums are called in sentences.
#![expect(
    clippy::excessive_nesting,
    reason = "rules, sums and cells are three levels of one document"
)]

use super::Recognized;
use crate::judge::budget::sums::{At, CellAt};
use crate::judge::budget::{Guess, Paper, What};
use crate::record::accounts::row::{LINES, TOTAL, UNNAMED};
use crate::record::accounts::sheet::index;
use crate::record::accounts::{Held, Place, Row, Statement};
use crate::report::finding::Evidence;
use crate::report::message::label;
use crate::words::Label;
use crate::words::amount::{Amount, Unit};
use alloc::{borrow::Cow, format, string::String, string::ToString, vec::Vec};

/// The names of a document's parts.
pub(super) struct Naming<'n, 'p, 'a> {
    pub(super) paper: &'n Paper<'p, 'a>,
}

impl<'n, 'a> Naming<'n, '_, 'a> {
    pub(super) fn statement(&self, number: usize) -> Option<&'n Statement<'a>> {
        self.paper.document.statements.get(number)
    }

    /// The name of a template.
    pub(super) fn template(&self, number: usize) -> Label {
        self.paper
            .forms
            .templates
            .get(number)
            .map(|template| template.title.clone())
            .unwrap_or_default()
    }

    /// The name of a line.
    pub(super) fn line(&self, key: u32) -> Label {
        if key == TOTAL {
            return label("合计", "total");
        }
        let number = key
            .checked_sub(LINES)
            .and_then(|number| usize::try_from(number).ok());
        let line = number.and_then(|number| self.paper.forms.lines.get(number));
        let name = line
            .and_then(|line| line.names.first())
            .cloned()
            .unwrap_or_default();
        label(name.clone(), name)
    }

    /// A row: its name, and its code where it has one.
    pub(super) fn row(statement: &Statement<'_>, row: usize) -> Label {
        let Some(own) = statement.rows.get(row) else {
            return label("合计", "total");
        };
        match own.key {
            TOTAL if own.name.is_empty() => label("合计", "total"),
            TOTAL => label(own.name, format!("{} (total)", own.name)),
            key if key < LINES => {
                label(format!("{key} {}", own.name), format!("{key} {}", own.name))
            }
            _ => label(own.name, own.name),
        }
    }

    pub(super) fn column(&self, statement: &Statement<'_>, column: usize) -> Label {
        let template = self.paper.forms.templates.get(statement.template);
        template
            .and_then(|template| template.column.get(column))
            .map(|column| column.label.clone())
            .unwrap_or_default()
    }

    /// A cell: table, row, column.
    pub(super) fn cell(&self, cell: CellAt) -> Label {
        let Some(statement) = self.statement(cell.statement) else {
            return Label::default();
        };
        let (table, row, column) = (
            self.template(statement.template),
            Self::row(statement, cell.row),
            self.column(statement, cell.column),
        );
        label(
            format!("《{}》“{}”的“{}”", table.zh, row.zh, column.zh),
            format!("“{}” of “{}” in “{}”", column.en, row.en, table.en),
        )
    }

    /// What a cell holds, in the unit of its table.
    pub(super) fn held(&self, cell: CellAt) -> Label {
        let Some(statement) = self.statement(cell.statement) else {
            return Label::default();
        };
        match statement.held(cell.row, cell.column) {
            Held::Amount(money) => Self::amount(money.fen, statement.unit),
            Held::Blank | Held::Outside => label("空", "blank"),
            Held::Odd(_) => label("不是金额", "no amount"),
        }
    }

    /// An amount in a unit.
    pub(super) fn amount(fen: i64, own: Option<Unit>) -> Label {
        let own = match own {
            Some(own @ (Unit::WanYuan | Unit::YiYuan)) => own,
            Some(Unit::Yuan | Unit::Fen) | None => Unit::Yuan,
        };
        let amount = Amount::from_fen(fen).display_in(own);
        let unit = unit(own);
        label(
            format!("{amount}{}", unit.zh),
            format!("{amount} {}", unit.en),
        )
    }

    /// The unit of the statements that a sum is about.
    pub(super) fn unit(&self, at: At) -> Option<Unit> {
        match at {
            At::Tree { statement, .. } => self.statement(statement)?.unit,
            At::Equation { .. } => self.paper.document.statements.first()?.unit,
        }
    }

    /// What a sum is about.
    pub(super) fn sum(&self, at: At) -> Label {
        match at {
            At::Tree {
                statement,
                parent,
                column,
            } => {
                let Some(own) = self.statement(statement) else {
                    return Label::default();
                };
                let row = parent.or_else(|| own.total()).unwrap_or(usize::MAX);
                let (table, row, column) = (
                    self.template(own.template),
                    Self::row(own, row),
                    self.column(own, column),
                );
                label(
                    format!("《{}》“{}”的“{}”与其下级之和", table.zh, row.zh, column.zh),
                    format!(
                        "“{}” of “{}” in “{}” and the sum of the rows under it",
                        column.en, row.en, table.en
                    ),
                )
            }
            At::Equation {
                code: Some(TOTAL) | None,
                ..
            } => label("各项勾稽", "the equation"),
            At::Equation {
                code: Some(code), ..
            } => label(
                format!("科目{code}的勾稽"),
                format!("the equation for {code}"),
            ),
        }
    }

    /// A name of a cell's place that stays when rows are added elsewhere.
    pub(super) fn stable(&self, place: Place) -> String {
        for statement in &self.paper.document.statements {
            // Rows are kept in the order in which they stand.
            let line = |row: &Row<'_>| (row.place.sheet, row.place.row);
            let wanted = (place.sheet, place.row);
            let first = statement.rows.partition_point(|row| line(row) < wanted);
            let own = statement.rows.get(first);
            if let Some(row) = own.filter(|row| line(row) == wanted) {
                let id = self
                    .paper
                    .forms
                    .templates
                    .get(statement.template)
                    .map_or("", |template| template.id.as_str());
                let key = if row.key >= UNNAMED {
                    row.name.to_string()
                } else {
                    row.key.to_string()
                };
                return format!("{id}/{key}/{}", place.column);
            }
        }
        format!("{}/{}/{}", place.sheet, place.row, place.column)
    }

    /// What a finding about the document as a whole is about.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "what stands in a cell or on a page is named by its place"
    )]
    pub(super) fn key(&self, what: &What) -> String {
        match what {
            What::Absent(template) | What::NotNoted(template) | What::WrongNote(template) => self
                .paper
                .forms
                .templates
                .get(*template)
                .map(|template| template.id.clone())
                .unwrap_or_default(),
            What::NoMention(label) => label.zh.clone(),
            _ => String::new(),
        }
    }

    /// The cells that a finding rests on.
    pub(super) fn cells(&self, what: &What) -> Vec<Evidence<'static>> {
        let What::Sums(cause) = what else {
            return Vec::new();
        };
        let mut cells: Vec<CellAt> = match &cause.guess {
            Guess::Cell(cell, _) => alloc::vec![*cell],
            Guess::Any(cells) => cells.clone(),
            Guess::Row { .. } | Guess::Unit(_) => Vec::new(),
        };
        if let At::Tree {
            statement,
            parent,
            column,
        } = cause.at
            && let Some(own) = self.statement(statement)
            && let Some(row) = parent.or_else(|| own.total())
        {
            cells.push(CellAt {
                statement,
                row,
                column,
            });
        }
        cells.dedup();
        let shown = cells.into_iter().filter_map(|cell| {
            let place = self.statement(cell.statement)?.place(cell.row, cell.column);
            Some(Evidence {
                path: format!(
                    "/tables/{}/rows/{}/{}",
                    place.sheet, place.row, place.column
                )
                .into(),
                label: Cow::Owned(self.cell(cell)),
                value: Some(self.held(cell).zh),
            })
        });
        shown.collect()
    }

    /// How a table was recognized.
    pub(super) fn recognized(&self, statement: &Statement<'_>) -> Recognized {
        let template = self.paper.forms.templates.get(statement.template);
        let amounts = statement
            .cells
            .iter()
            .filter(|held| matches!(held, Held::Amount(_)))
            .count();
        Recognized {
            table: statement.at.sheet,
            statement: template
                .map(|template| template.id.clone())
                .unwrap_or_default(),
            title: self.template(statement.template),
            unit: statement.unit.map(unit),
            rows: index(statement.rows.len()),
            amounts: index(amounts),
            skipped: statement.skipped,
        }
    }
}

fn unit(unit: Unit) -> Label {
    match unit {
        Unit::Fen => label("分", "fen"),
        Unit::Yuan => label("元", "yuan"),
        Unit::WanYuan => label("万元", "ten thousand yuan"),
        Unit::YiYuan => label("亿元", "hundred million yuan"),
    }
}
