//! Tables with the dirt that files have: each is a finding at its cell, and nothing else is said for its sake.

use crate::document::{engine, findings, read, report};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A table of expenditure that adds up: code, name, total, basic, project.
fn rows() -> Vec<Value> {
    vec![
        json!(["科目编码", "科目名称", "合计", "基本支出", "项目支出"]),
        json!(["合计", "", "90.00", "60.00", "30.00"]),
        json!(["201", "一般公共服务支出", "90.00", "60.00", "30.00"]),
        json!(["20106", "财政事务", "90.00", "60.00", "30.00"]),
        json!(["2010601", "行政运行", "60.00", "60.00", ""]),
        json!(["2010602", "一般行政管理事务", "30.00", "", "30.00"]),
    ]
}

fn document(rows: &[Value]) -> Value {
    json!({
        "kind": "department-budget",
        "as_of": "2025-03-01",
        "record": {"publisher": "示例局", "fiscal_year": "2025"},
        "tables": [{"caption": ["部门支出预算总表", "单位：万元"], "rows": rows}],
    })
}

// What is said about the cells of tables: code, place, words.
fn said(document: &Value) -> Vec<(String, String, String)> {
    let all = findings(&report(&engine(), document)).into_iter();
    all.filter(|own| own.path.starts_with("/tables"))
        .map(|own| (own.code, own.path, own.message))
        .collect()
}

fn with(row: usize, column: usize, cell: &str) -> Value {
    let mut rows = rows();
    rows[row][column] = json!(cell);
    document(&rows)
}

// That one thing is said, by its rule, at its cell, in these words.
fn only(document: &Value, code: &str, path: &str, words: &str) {
    let said = said(document);
    assert_eq!(said.len(), 1, "{said:#?}");
    assert_eq!(
        (said[0].0.as_str(), said[0].1.as_str()),
        (code, path),
        "{said:?}"
    );
    assert!(said[0].2.contains(words), "{said:?}");
}

#[test]
fn a_table_in_order_is_passed_over() {
    assert_eq!(said(&document(&rows())), []);
}

#[test]
fn cells_that_hold_no_amount_are_named_and_no_sum_fails_for_them() {
    for cell in [
        "#REF!",
        "#DIV/0!",
        "#N/A",
        "约60",
        "六十万",
        "60.0.0",
        "60，00",
    ] {
        only(&with(4, 3, cell), "BD16-3", "/tables/0/rows/4/3", "不是");
    }
}

#[test]
fn a_copy_of_a_table_is_said_once_and_adds_nothing() {
    let mut copied = document(&rows());
    let mut copy = copied["tables"][0].clone();
    copy["rows"][4][3] = json!("61.00");
    copied["tables"].as_array_mut().unwrap().push(copy);
    only(
        &copied,
        "BD16-3",
        "/tables/1/rows/1/1",
        "第2张表与前面同名的表大多重复",
    );

    let mut continued = document(&rows());
    let rest = json!([
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["合计", "", "90.00", "60.00", "30.00"],
        ["2010603", "机关服务", "", "", ""],
        ["2010604", "预算改革业务", "", "", ""],
    ]);
    let mut page = continued["tables"][0].clone();
    page["rows"] = rest;
    continued["tables"].as_array_mut().unwrap().push(page);
    only(&continued, "BD16-3", "/tables/1/rows/1/1", "与前面的行重复");
}

#[test]
fn a_name_of_earlier_years_is_right_in_earlier_years() {
    let former = |year: &str| {
        let mut document = read("welfare-home-2024-budget");
        document["record"]["fiscal_year"] = json!(year);
        let said = said(&document).into_iter();
        said.filter(|own| own.2.contains("旧科目名称")).count()
    };
    assert_eq!([former("2017"), former("2024")], [0, 1]);
}

#[test]
fn amounts_below_zero_are_amounts_and_are_asked_about() {
    for cell in ["-60.00", "(60.00)", "－60.00"] {
        let found = said(&with(4, 3, cell));
        let at = |code: &str| {
            found
                .iter()
                .any(|own| own.0 == code && own.1 == "/tables/0/rows/4/3")
        };
        assert!(at("BD16-29"), "{cell}: {found:#?}");
        assert!(at("BD16-7") || at("BD16-9"), "{cell}: {found:#?}");
    }
}

#[test]
fn codes_typed_as_numbers_are_read_with_the_zeros_they_lost() {
    let mut rows = vec![
        json!(["类", "款", "项", "科目名称", "合计", "基本支出", "项目支出"]),
        json!(["201", "", "", "一般公共服务支出", "60", "60", ""]),
        json!(["201", "6", "", "财政事务", "60", "60", ""]),
        json!(["201", "06", "01", "行政运行", "60", "60", ""]),
        json!(["合计", "", "", "", "60", "60", ""]),
    ];
    only(&document(&rows), "BD16-3", "/tables/0/rows/2/0", "前导零");
    rows[2][1] = json!("06");
    rows[3] = json!([201, "06", "01.0", "行政运行", "60", "60", ""]);
    assert_eq!(said(&document(&rows)), []);
}

#[test]
fn a_row_that_stands_twice_counts_once() {
    let mut rows = rows();
    rows.push(rows[5].clone());
    only(&document(&rows), "BD16-3", "/tables/0/rows/6/1", "重复");
}

#[test]
fn two_tables_in_one_sheet_are_two() {
    let mut sheet = rows();
    sheet.push(json!(["部门收入预算总表", "", "", "", ""]));
    sheet.push(json!(["", "", "", "", "单位：元"]));
    sheet.push(json!([
        "科目编码",
        "科目名称",
        "合计",
        "财政拨款收入",
        "其他收入"
    ]));
    for (code, amount) in [
        ("合计", "900000"),
        ("201", "900000"),
        ("20106", "900000"),
        ("2010601", "600000"),
        ("2010602", "300000"),
    ] {
        sheet.push(json!([code, "", amount, amount, ""]));
    }
    let report = report(&engine(), &document(&sheet));
    let statements = report["statements"].as_array().unwrap().iter();
    let read: Vec<_> = statements
        .map(|own| [&own["statement"], &own["unit"]["zh"], &own["rows"]])
        .collect();
    assert_eq!(
        read,
        [
            [&json!("expenditure"), &json!("万元"), &json!(5)],
            [&json!("income"), &json!("元"), &json!(5)]
        ]
    );
    assert!(
        findings(&report).iter().all(|own| own.code != "BD16-13"),
        "90万元 is 900000元"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    // Rows in any order, under codes or indents that contradict each other: no row is part of itself.
    #[test]
    fn every_row_stands_once_in_the_tree(
        codes in prop::collection::vec(prop::sample::select(vec!["", "201", "20101", "2010101", "20102", "2010201", "202", "1", "20201"]), 1..30),
        indents in prop::collection::vec(0_usize..9, 30),
    ) {
        let mut table = vec![json!(["科目编码", "科目名称", "合计", "基本支出", "项目支出"])];
        for (number, (code, indent)) in codes.iter().zip(indents).enumerate() {
            let name = format!("{}科目{number}", " ".repeat(indent));
            table.push(json!([code, name, "1", "1", ""]));
        }
        let report = report(&engine(), &document(&table));
        for picture in report["pictures"].as_array().unwrap() {
            let nodes = picture["nodes"].as_array().unwrap().iter();
            let mut names: Vec<_> = nodes.map(|node| node["name"].as_str().unwrap().trim()).collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            prop_assert_eq!(names.len(), all);
        }
    }
}

#[test]
fn a_note_that_names_a_year_is_no_code() {
    let mut rows = rows();
    rows.push(json!([
        "注：2025年安排的预算按批复数填列。",
        "",
        "",
        "",
        ""
    ]));
    assert_eq!(said(&document(&rows)), []);
    let rows = [
        json!(["科目编码", "科目名称", "合计", "基本支出", "项目支出"]),
        json!(["合计", "", "", "", ""]),
        json!([
            "注:本部门2025年无政府性基金预算，故本表为空表。",
            "",
            "",
            "",
            ""
        ]),
    ];
    let mut empty = document(&rows);
    empty["tables"][0]["caption"][0] = json!("部门政府性基金预算支出功能分类预算表");
    assert_eq!(said(&empty), []);
}
