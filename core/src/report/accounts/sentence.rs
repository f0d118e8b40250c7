//! The sentences about tables: what was found in cells, rows and sums.

use super::name::Naming;
use super::{sum, text};
use crate::judge::budget::{Remark, What};
use crate::record::accounts::code::Agreement;
use crate::record::accounts::prose::NAMED;
use crate::record::accounts::{Code, Doubt, Place};
use crate::report::message::label;
use crate::words::Label;
use alloc::{format, string::String, string::ToString, vec::Vec};

/// What was found.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each thing that can be seen"
)]
pub(super) fn message(naming: &Naming<'_, '_, '_>, remark: &Remark) -> Label {
    match &remark.what {
        What::Absent(template) => {
            let table = naming.template(*template);
            label(
                format!("未见《{}》", table.zh),
                format!("the table “{}” is not there", table.en),
            )
        }
        What::NotNoted(template) => {
            let table = naming.template(*template);
            label(
                format!("《{}》没有数据，也没有说明", table.zh),
                format!("“{}” has no data and no note that says so", table.en),
            )
        }
        What::WrongNote(template) => {
            let table = naming.template(*template);
            label(
                format!("《{}》有数据，表下却注明为空表", table.zh),
                format!(
                    "“{}” has data, but the note below it says that it is empty",
                    table.en
                ),
            )
        }
        What::Doubt(doubt) => self::doubt(naming, doubt),
        What::Name(rows) => names(rows),
        What::Unknown { codes } => unknown(codes),
        What::Shallow {
            code,
            level,
            template,
        } => shallow(naming, *code, *level, *template),
        What::Swallows {
            code,
            of_parent,
            of_total,
        } => label(
            format!("“其他”科目{code}占上级科目的{of_parent}%、占全表的{of_total}%"),
            format!(
                "the “other” subject {code} holds {of_parent}% of its parent and {of_total}% of the table"
            ),
        ),
        What::Sums(cause) => sum::message(naming, cause),
        What::NoLine { template, key } => {
            let (table, line) = (naming.template(*template), naming.line(*key));
            label(
                format!("《{}》缺少“{}”行，有关勾稽无法核对", table.zh, line.zh),
                format!(
                    "“{}” lacks the line “{}”; the sums that need it cannot be checked",
                    table.en, line.en
                ),
            )
        }
        What::Negative(cell) => {
            let (name, held) = (naming.cell(*cell), naming.held(*cell));
            label(
                format!("{}为{}，收支一般不为负数", name.zh, held.zh),
                format!("{} is {}, below zero", name.en, held.en),
            )
        }
        What::Nothing
        | What::Figure { .. }
        | What::Share { .. }
        | What::Change { .. }
        | What::ZeroBase
        | What::Direction
        | What::Reason
        | What::Relation { .. }
        | What::Parts { .. }
        | What::Listing { .. }
        | What::Year { .. }
        | What::Phrase(_)
        | What::NoMention(_)
        | What::Copied { .. }
        | What::Path { .. }
        | What::NoRow
        | What::OtherName { .. }
        | What::Restated { .. }
        | What::Grown { .. }
        | What::NoEarlier { .. }
        | What::NoYear => text::message(&remark.what),
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each thing that can be seen"
)]
fn doubt(naming: &Naming<'_, '_, '_>, doubt: &Doubt) -> Label {
    let at = spot(crate::judge::budget::place(doubt));
    match doubt {
        Doubt::Cell(_) => label(
            format!("{}应为金额，所填不是数字", at.zh),
            format!("{} should hold an amount and does not", at.en),
        ),
        Doubt::Code(_) => label(
            format!("{}的科目编码不是规定的位数", at.zh),
            format!("the code in {} does not have the digits of a level", at.en),
        ),
        Doubt::LostZero(_) => label(
            format!("{}的科目编码缺少前导零", at.zh),
            format!("the code in {} has lost its leading zero", at.en),
        ),
        Doubt::NoParent { code, .. } => label(
            format!("{}之前缺少上级科目{code}一行", at.zh),
            format!("the row of the subject {code} above {} is missing", at.en),
        ),
        Doubt::Twice(_) => label(
            format!("{}与前面的行重复", at.zh),
            format!("{} repeats an earlier row", at.en),
        ),
        Doubt::Again(place) => {
            let table = place.sheet.saturating_add(1);
            label(
                format!("第{table}张表与前面同名的表大多重复，未参与核对"),
                format!(
                    "table {table} mostly repeats an earlier one of its kind and was not checked"
                ),
            )
        }
        Doubt::Line(_) => label(
            format!("{}的行次不是本表规定的行次，未参与核对", at.zh),
            format!("{} is none of the table's lines and was not checked", at.en),
        ),
        Doubt::Former { name, .. } => label(
            format!("{}用的是旧科目名称，现为“{name}”", at.zh),
            format!("{} uses a former name; it is now “{name}”", at.en),
        ),
        Doubt::NoLevels(_) => label(
            format!("{}所在的表没有科目编码，级次无法判断", at.zh),
            format!(
                "the table at {} has no codes, and its levels cannot be told",
                at.en
            ),
        ),
        Doubt::NoUnit(_) => label(
            format!("{}所在的表没有写明金额单位", at.zh),
            format!("the table at {} declares no unit", at.en),
        ),
        Doubt::Column(_) => label(
            format!("{}的栏目不是本表规定的栏目，未参与核对", at.zh),
            format!(
                "the column of {} is none of the table's and was not checked",
                at.en
            ),
        ),
        Doubt::Table { like, .. } => {
            let names = like
                .iter()
                .filter_map(|id| naming.paper.forms.template(id))
                .map(|template| naming.template(template).zh);
            let names = list(names);
            label(
                format!("{}所在的表没有表名，与{names}都相符", at.zh),
                format!("the table at {} has no title and fits {names} alike", at.en),
            )
        }
    }
}

/// A place in words; people count from one.
pub(super) fn spot(place: Place) -> Label {
    let one = |number: u32| number.saturating_add(1);
    label(
        format!(
            "第{}张表第{}行第{}列",
            one(place.sheet),
            one(place.row),
            one(place.column)
        ),
        format!(
            "table {}, row {}, column {}",
            one(place.sheet),
            one(place.row),
            one(place.column)
        ),
    )
}

fn names(rows: &[(Place, Code, Agreement)]) -> Label {
    let (zh, en): (Vec<String>, Vec<String>) = rows
        .iter()
        .map(|(_, code, agreement)| match agreement {
            Agreement::Near(name) => (format!("{code}应为“{name}”"), format!("{code} is “{name}”")),
            Agreement::Former(name) => (
                format!("{code}现名“{name}”"),
                format!("{code} is now “{name}”"),
            ),
            Agreement::Differs {
                name,
                belongs: Some(own),
            } => (
                format!("{code}是“{name}”，所填名称的编码是{own}"),
                format!("{code} is “{name}”; the name given is that of {own}"),
            ),
            Agreement::Differs {
                name,
                belongs: None,
            } => (format!("{code}是“{name}”"), format!("{code} is “{name}”")),
            Agreement::Agrees | Agreement::Unknown => (code.to_string(), code.to_string()),
        })
        .unzip();
    label(
        format!("科目编码与名称不符：{}", zh.join("；")),
        format!("codes and names do not agree: {}", en.join("; ")),
    )
}

fn unknown(codes: &[Code]) -> Label {
    let listed = list(codes.iter().take(NAMED).map(ToString::to_string));
    let (zh, en) = match codes.len() {
        ..=NAMED => (listed.clone(), listed),
        all => (
            format!("{listed}等{all}个科目"),
            format!("{listed} and others, {all} in all"),
        ),
    };
    label(
        format!("本年度科目表不全，未收录{zh}，无法核对名称"),
        format!(
            "the classification of the year is not complete here and lacks {en}; the names cannot be checked"
        ),
    )
}

fn shallow(naming: &Naming<'_, '_, '_>, code: Code, level: usize, template: usize) -> Label {
    let form = naming.paper.forms.templates.get(template);
    let levels = form
        .and_then(|form| naming.paper.forms.classification(form))
        .map(|own| own.levels.as_slice())
        .unwrap_or_default();
    let at = |number: usize| levels.get(number).cloned().unwrap_or_default();
    let (own, next) = (at(level.saturating_sub(1)), at(level));
    let table = naming.template(template);
    label(
        format!(
            "《{}》科目{code}只公开到{}级，缺少{}级科目",
            table.zh, own.zh, next.zh
        ),
        format!(
            "in “{}” the subject {code} stops at the {} and has no {}",
            table.en, own.en, next.en
        ),
    )
}

pub(super) fn list(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join("、")
}
