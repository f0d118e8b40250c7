//! The sentences about running text: amounts, shares, changes, words.

use super::name::Naming;
use crate::judge::budget::What;
use crate::report::message::label;
use crate::words::Label;
use crate::words::amount::Unit;
use alloc::{format, string::String, string::ToString, vec::Vec};

/// What was found in the text.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "what tables are asked is said beside this file"
)]
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each thing that can be seen"
)]
pub(super) fn message(what: &What) -> Label {
    let wan = |fen: i64| Naming::amount(fen, Some(Unit::WanYuan));
    match what {
        What::Nothing => label(
            "没有随记录提供报表和说明",
            "no tables and no text came with the record",
        ),
        What::Figure { says, is } => {
            let (zh, en): (Vec<_>, Vec<_>) = is
                .iter()
                .map(|fen| wan(*fen))
                .map(|own| (own.zh, own.en))
                .unzip();
            let says = wan(*says);
            label(
                format!("文字所述{}与表中数{}不一致", says.zh, zh.join("、")),
                format!("the text says {}, the tables {}", says.en, en.join(" or ")),
            )
        }
        What::Share { says, is } => label(
            format!(
                "文字所述占比{}与计算结果{}不符",
                percent(*says),
                percent(*is)
            ),
            format!(
                "the text says a share of {}; it comes to {}",
                percent(*says),
                percent(*is)
            ),
        ),
        What::Change { says, is } => label(
            format!(
                "文字所述增减幅度{}与计算结果{}不符",
                percent(*says),
                percent(*is)
            ),
            format!(
                "the text says a change of {}; it comes to {}",
                percent(*says),
                percent(*is)
            ),
        ),
        What::ZeroBase => label(
            "上年数为零，却写明增减百分比",
            "a rate of change is given against nothing",
        ),
        What::Direction => label(
            "增减方向与数字不符",
            "the word for the change is the opposite of the amounts",
        ),
        What::Reason => label(
            "所述原因与增减方向相反",
            "the reason says the opposite of the change",
        ),
        What::Relation { first, second } => {
            let (first, second) = (wan(*first), wan(*second));
            label(
                format!("前数{}、后数{}，比较用语与之不符", first.zh, second.zh),
                format!(
                    "the first is {}, the second {}; the word between them says otherwise",
                    first.en, second.en
                ),
            )
        }
        What::Parts { whole, sum, money } => {
            let shown = |number: i64| {
                if *money {
                    wan(number)
                } else {
                    label(number.to_string(), number.to_string())
                }
            };
            let (whole, sum) = (shown(*whole), shown(*sum));
            label(
                format!("分项之和{}与总数{}不符", sum.zh, whole.zh),
                format!("the parts come to {}, the whole is {}", sum.en, whole.en),
            )
        }
        What::Listing { empty, left_out } => listing(empty, left_out),
        What::Year { says, is } => {
            let years = is
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("、");
            label(
                format!("年份{says}应为{years}"),
                format!("the year {says} should be {years}"),
            )
        }
        What::Phrase(what) => label(
            format!("文字中有{}", what.zh),
            format!("the text has {}", what.en),
        ),
        What::NoMention(what) => label(
            format!("未见{}", what.zh),
            format!("there is no {}", what.en),
        ),
        What::Copied { of } => label(
            format!("用途或原因说的是另一科目“{of}”"),
            format!("the purpose or reason is that of another subject, “{of}”"),
        ),
        What::Path { is } => label(
            format!("科目路径与表不符，表中为“{is}”"),
            format!("the path of the subject is not that of the table, “{is}”"),
        ),
        What::NoRow => label("文字所述科目在表中没有", "the tables have no such subject"),
        What::OtherName { name } => label(
            format!("单位名称与“{name}”不一致"),
            format!("the name differs from “{name}”"),
        ),
        What::NoYear => label(
            "不知道预算年度，年份无法核对",
            "the fiscal year is not known, so years cannot be checked",
        ),
        What::Restated { .. } | What::Grown { .. } | What::NoEarlier { .. } => earlier(what),
        _ => Label::default(),
    }
}

// What was found beside earlier documents.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the rest is said beside this function"
)]
fn earlier(what: &What) -> Label {
    let wan = |fen: i64| Naming::amount(fen, Some(Unit::WanYuan));
    match what {
        What::Restated { says, is, year } => {
            let (says, is) = (wan(*says), wan(*is));
            label(
                format!("所列{year}年数{}与当年公开的{}不一致", says.zh, is.zh),
                format!(
                    "the amount for {year} is given as {}; {} was published then",
                    says.en, is.en
                ),
            )
        }
        What::Grown {
            says,
            now,
            before,
            year,
        } => {
            let (says, is) = (wan(*says), wan(now.saturating_sub(*before)));
            let (now, before) = (wan(*now), wan(*before));
            label(
                format!(
                    "所述比{year}年增减{}不符：本年{}，{year}年公开数{}，相差{}",
                    says.zh, now.zh, before.zh, is.zh
                ),
                format!(
                    "the change against {year} is given as {}; from {}, published then, to {} it is {}",
                    says.en, before.en, now.en, is.en
                ),
            )
        }
        What::NoEarlier { title, year } => label(
            format!("未随同提供{year}年的{}，无法核对", title.zh),
            format!(
                "the {} for {year} did not come along and cannot be held against this",
                title.en
            ),
        ),
        _ => Label::default(),
    }
}

fn listing(empty: &[String], left_out: &[String]) -> Label {
    let mut zh = Vec::new();
    let mut en = Vec::new();
    if !empty.is_empty() {
        zh.push(format!("列出的“{}”表中没有金额", empty.join("”“")));
        en.push(format!(
            "“{}” is listed and has no amount",
            empty.join("”, “")
        ));
    }
    if !left_out.is_empty() {
        zh.push(format!("有金额的“{}”没有列出", left_out.join("”“")));
        en.push(format!(
            "“{}” has an amount and is not listed",
            left_out.join("”, “")
        ));
    }
    label(zh.join("；"), en.join("; "))
}

// Hundredths of a percent.
fn percent(share: i64) -> String {
    let sign = if share < 0 { "-" } else { "" };
    let share = share.unsigned_abs();
    let (whole, part) = (
        share.checked_div(100).unwrap_or(0),
        share.checked_rem(100).unwrap_or(0),
    );
    format!("{sign}{whole}.{part:02}%")
}
