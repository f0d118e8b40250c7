//! What to do about what was found in tables and text.

use super::name::Naming;
use super::sentence::spot;
use crate::judge::budget::{Guess, Remark, Spot, What};
use crate::record::accounts::Doubt;
use crate::report::message::label;
use crate::words::Label;
use alloc::{borrow::Cow, format};

/// What to do: about a cell that is known the cell, else as the rule advises.
pub(super) fn remedy<'e>(
    naming: &Naming<'_, '_, '_>,
    remark: &Remark,
    own: Option<&'e Label>,
) -> Cow<'e, Label> {
    let own = own.filter(|own| !own.zh.is_empty());
    let said = match (&remark.what, &remark.at) {
        (What::Sums(cause), _) => match &cause.guess {
            Guess::Cell(cell, _) => {
                let name = naming.cell(*cell);
                label(format!("核对{}", name.zh), format!("Check {}", name.en))
            }
            Guess::Row { .. } => label("核对是否漏列科目", "Check whether a subject was left out"),
            Guess::Unit(_) => label("核对该表的金额单位", "Check the unit of the table"),
            Guess::Any(_) => label("核对所列单元格", "Check the cells named"),
        },
        (What::NoLine { .. }, _) => label("补充该行", "Add the line"),
        (What::Doubt(Doubt::NoUnit(_)), _) => label(
            "在表的上方写明“单位：元”或“单位：万元”",
            "Declare the unit above the table",
        ),
        (What::Doubt(doubt), _) => {
            let at = spot(crate::judge::budget::place(doubt));
            label(format!("更正{}", at.zh), format!("Correct {}", at.en))
        }
        (_, at) => return own.map_or_else(|| Cow::Owned(general(at)), Cow::Borrowed),
    };
    Cow::Owned(said)
}

fn general(at: &Spot) -> Label {
    match at {
        Spot::Page { number, .. } => label(
            format!("核对并更正第{number}页所引文字"),
            format!("Check and correct the words quoted from page {number}"),
        ),
        Spot::Cell(_) | Spot::Document => label("核对并更正", "Check and correct"),
    }
}
