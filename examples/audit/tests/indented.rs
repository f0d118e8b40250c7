//! Budgets as small offices write them: names with indents instead of codes, merged cells, a table without data.

use super::accounts::{accounts, list};
use super::{folder, run_under, write};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A department's expenditure by names that are indented, as small offices write it.
const INDENTED: [[&str; 4]; 9] = [
    ["功能分类科目名称", "支出预算", "", ""],
    ["", "合计", "基本支出", "项目支出"],
    ["合计", "1,290,000", "860,000", "430,000"],
    ["一般公共服务支出", "900,000", "600,000", "300,000"],
    ["　　财政事务", "900,000", "600,000", "300,000"],
    ["　　　　行政运行", "600,000", "600,000", ""],
    ["　　　　一般行政管理事务", "300,000", "", "300,000"],
    ["住房保障支出", "390,000", "260,000", "130,000"],
    ["　　住房改革支出", "390,000", "260,000", "130,000"],
];

/// Two tables as a workbook: titles and headings over merged cells, the second without data.
fn merged(path: &Path, cells: &[[&str; 4]]) {
    let format = rust_xlsxwriter::Format::new();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let title = "2025年部门支出预算总表";
    sheet
        .merge_range(0, 0, 0, 3, title, &format)
        .expect("merges");
    sheet.write(1, 0, "编制部门：示例局").expect("writes");
    sheet.write(1, 3, "单位：元").expect("writes");
    for (row, cells) in (2_u32..).zip(cells) {
        for (column, cell) in (0_u16..).zip(cells) {
            let number = cell.replace(',', "").parse::<f64>();
            match number {
                Ok(number) => sheet.write(row, column, number).expect("writes"),
                Err(_) => sheet.write(row, column, *cell).expect("writes"),
            };
        }
    }
    sheet
        .merge_range(2, 1, 2, 3, "支出预算", &format)
        .expect("merges");
    sheet
        .merge_range(2, 0, 3, 0, "功能分类科目名称", &format)
        .expect("merges");
    let sheet = book.add_worksheet();
    let lines = ["2025年部门政府性基金预算支出功能分类预算表", "单位：元"];
    for (row, line) in (0_u32..).zip(lines) {
        sheet.write(row, 0, line).expect("writes");
    }
    for (column, heading) in (0_u16..).zip(["功能分类科目名称", "合计", "基本支出", "项目支出"])
    {
        sheet.write(2, column, heading).expect("writes");
    }
    sheet.write(3, 0, "合计").expect("writes");
    sheet.write(4, 0, "注：本表无数据").expect("writes");
    book.save(path).expect("saves");
}

/// The same as a page.
fn page(cells: &[[&str; 4]]) -> String {
    let rows = cells.iter().skip(2).map(|row| {
        let cells = row.map(|cell| format!("<td>{}</td>", cell.replace('　', "&#12288;")));
        format!("<tr>{}</tr>", cells.concat())
    });
    format!(
        "<html><p>2025年部门支出预算总表</p><p>编制部门：示例局</p><p>单位：元</p><table>\
         <tr><th rowspan=2>功能分类科目名称</th><th colspan=3>支出预算</th></tr>\
         <tr><th>合计</th><th>基本支出</th><th>项目支出</th></tr>{}</table>\
         <p>2025年部门政府性基金预算支出功能分类预算表</p><p>单位：元</p><table>\
         <tr><th>功能分类科目名称</th><th>合计</th><th>基本支出</th><th>项目支出</th></tr>\
         <tr><td>合计</td><td></td><td></td><td></td></tr></table><p>注：本表无数据</p></html>",
        rows.collect::<String>()
    )
}

fn judged_indented(name: &str, cells: &[[&str; 4]]) -> Vec<Value> {
    let mut documents = Vec::new();
    for kind in ["xlsx", "html"] {
        let folder = folder(&format!("{name}-{kind}"));
        let file = format!("预算.{kind}");
        if kind == "xlsx" {
            merged(&folder.join(&file), cells);
        } else {
            write(&folder, &file, page(cells).as_bytes());
        }
        let files = [folder.to_str().expect("a path").to_owned()];
        let ran = run_under("budget", &format!("{name}-{kind}"), &files);
        fs::remove_dir_all(&folder).expect("removes");
        documents.push(ran.document());
    }
    documents
}

#[test]
fn indented_names_stand_for_codes_in_workbooks_and_pages() {
    for document in judged_indented("indented", &INDENTED) {
        let own = accounts(&document, "示例局 2025");
        let of = |own: &Value, name: &str| own[name].as_u64();
        let read: Vec<_> = list(own, "statements")
            .iter()
            .map(|own| {
                (
                    own["statement"].as_str(),
                    of(own, "rows"),
                    of(own, "amounts"),
                )
            })
            .collect();
        let expected = [
            (Some("expenditure"), Some(7), Some(19)),
            (Some("funds"), Some(1), Some(0)),
        ];
        assert_eq!(read, expected);
        let sums = of(own, "sums");
        assert!(sums > Some(10), "{sums:?}");
        let all = list(&document, "findings").iter();
        let tables = all.filter(|own| own["field"].as_str().is_some_and(|own| own.contains(' ')));
        let said: Vec<_> = tables
            .map(|own| (&own["code"], &own["message_zh"]))
            .collect();
        assert!(said.is_empty(), "{said:#?}");
    }
}

#[test]
fn a_wrong_amount_under_an_indented_name_is_found_at_the_sum_it_breaks() {
    let mut cells = INDENTED;
    cells[6][1] = "310,000";
    for (document, cell) in judged_indented("indented-wrong", &cells)
        .iter()
        .zip(["B7", "B5"])
    {
        let all = list(document, "findings").iter();
        let sums = all.filter(|own| {
            own["code"]
                .as_str()
                .is_some_and(|code| code == "BD16-7" || code == "BD16-9")
        });
        let places: Vec<_> = sums.filter_map(|own| own["field"].as_str()).collect();
        assert!(places.iter().any(|own| own.ends_with(cell)), "{places:?}");
    }
}
