//! The sentences about sums that do not add up: where it shows, by how much, and what would put it right.

use super::name::Naming;
use crate::judge::budget::sums::{At, CellAt};
use crate::judge::budget::{Cause, Guess};
use crate::report::message::label;
use crate::words::Label;
use alloc::{format, string::String, vec::Vec};

/// Why sums do not add up.
pub(super) fn message(naming: &Naming<'_, '_, '_>, cause: &Cause) -> Label {
    let off = Naming::amount(cause.residual.saturating_abs(), naming.unit(cause.at));
    let count = cause.sums;
    match &cause.guess {
        Guess::Cell(cell, amount) => {
            let (name, held) = (naming.cell(*cell), naming.held(*cell));
            let unit = naming.statement(cell.statement).and_then(|own| own.unit);
            let amount = Naming::amount(*amount, unit);
            label(
                format!(
                    "{}为{}，{count}处勾稽因此不符，相差{}；改为{}则全部相符",
                    name.zh, held.zh, off.zh, amount.zh
                ),
                format!(
                    "{} is {}, and {count} sums fail for it by {}; with {} all of them come out",
                    name.en, held.en, off.en, amount.en
                ),
            )
        }
        Guess::Row {
            statement,
            parent,
            code,
        } => row(naming, (*statement, *parent), *code, (count, &off)),
        Guess::Unit(statement) => {
            let own = naming.statement(*statement);
            let table = own.map(|own| naming.template(own.template));
            let table = table.unwrap_or_default();
            label(
                format!(
                    "《{}》的金额与其他表相差一万倍，元与万元混用，{count}处勾稽因此不符",
                    table.zh
                ),
                format!(
                    "the amounts of “{}” are ten thousand times those of other tables: yuan and ten thousand yuan are mixed, and {count} sums fail for it",
                    table.en
                ),
            )
        }
        Guess::Any(cells) => any(naming, cause.at, &off, cells),
    }
}

// A row that is missing.
fn row(
    naming: &Naming<'_, '_, '_>,
    (statement, parent): (usize, Option<usize>),
    code: Option<u32>,
    (count, off): (usize, &Label),
) -> Label {
    let Some(own) = naming.statement(statement) else {
        return Label::default();
    };
    let table = naming.template(own.template);
    let row = parent.map_or_else(|| label("合计", "the total"), |row| Naming::row(own, row));
    let (code, code_en) = match code {
        Some(code) => (format!("（科目{code}）"), format!(" ({code})")),
        None => (String::new(), String::new()),
    };
    label(
        format!(
            "《{}》“{}”之下缺少一行{code}，{count}处勾稽相差{}",
            table.zh, row.zh, off.zh
        ),
        format!(
            "in “{}” a row under “{}” is missing{code_en}; {count} sums are off by {}",
            table.en, row.en, off.en
        ),
    )
}

// Any of several cells; those of one column are named by their rows.
fn any(naming: &Naming<'_, '_, '_>, at: At, off: &Label, cells: &[CellAt]) -> Label {
    let name = |cell: &CellAt| match (at, naming.statement(cell.statement)) {
        (At::Tree { .. }, Some(own)) => Naming::row(own, cell.row),
        _ => naming.cell(*cell),
    };
    let shown = cells.iter().map(|cell| {
        let (name, held) = (name(cell), naming.held(*cell));
        let zh = format!("{}（{}）", name.zh, held.zh);
        (zh, format!("{} ({})", name.en, held.en))
    });
    let (zh, en): (Vec<String>, Vec<String>) = shown.unzip();
    let sum = naming.sum(at);
    label(
        format!("{}相差{}；有关单元格：{}", sum.zh, off.zh, zh.join("、")),
        format!(
            "{} differ by {}; the cells are {}",
            sum.en,
            off.en,
            en.join(", ")
        ),
    )
}
