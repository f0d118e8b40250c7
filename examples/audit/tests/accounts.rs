//! A folder of a department's published files, with the real engine: budgets in every form, beside records.

use super::{Ran, data, folder, run_under, write};
use crate::judging::Verdict;
use serde_json::Value;
use std::fs;
use std::path::Path;

fn budget(name: &str) -> Value {
    let text = fs::read_to_string(data(&format!("budgets/{name}.json"))).expect("reads");
    serde_json::from_str(&text).expect("JSON")
}

pub(super) fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).expect("a list")
}

fn texts(values: &[Value]) -> Vec<&str> {
    values
        .iter()
        .map(|own| own.as_str().unwrap_or(""))
        .collect()
}

/// What is said of a document as it is kept.
fn kept(name: &str) -> Value {
    let engine = gongkai::wire::open(br#"{"profile": "budget"}"#).expect("an engine");
    let mut request = budget(name);
    request["as_of"] = "2026-01-31".into();
    let answer = gongkai::wire::check_budget(&engine, request.to_string().as_bytes());
    serde_json::from_slice(&answer.expect("a report")).expect("JSON")
}

/// A document as a workbook: a sheet for each table, with the lines above it in its first rows.
fn workbook(document: &Value, path: &Path) {
    let mut book = rust_xlsxwriter::Workbook::new();
    for table in list(document, "tables") {
        let sheet = book.add_worksheet();
        let captions = texts(list(table, "caption"));
        let rows = list(table, "rows")
            .iter()
            .map(|row| texts(row.as_array().expect("cells")));
        let lines = captions.into_iter().map(|line| vec![line]).chain(rows);
        for (row, cells) in (0_u32..).zip(lines) {
            for (column, cell) in (0_u16..).zip(cells) {
                sheet.write(row, column, cell).expect("writes");
            }
        }
    }
    book.save(path).expect("saves");
}

/// A document as a file of CSV for each table, called as the table is, and its text.
fn tables_and_text(document: &Value, prefix: &str, folder: &Path) {
    for (number, table) in list(document, "tables").iter().enumerate() {
        let captions = texts(list(table, "caption"));
        let path = folder.join(format!("{prefix}-{number}.csv"));
        let mut out = csv::WriterBuilder::new()
            .flexible(true)
            .from_path(path)
            .expect("a file");
        for line in captions {
            out.write_record([line]).expect("writes");
        }
        for row in list(table, "rows") {
            out.write_record(texts(row.as_array().expect("cells")))
                .expect("writes");
        }
    }
    let pages = list(document, "pages")
        .iter()
        .filter_map(|page| page["text"].as_str());
    let text = pages.collect::<Vec<_>>().join("\n");
    write(folder, &format!("{prefix}.txt"), text.as_bytes());
}

pub(super) fn accounts<'v>(document: &'v Value, name: &str) -> &'v Value {
    let mut all = list(document, "accounts").iter();
    all.find(|own| own["name"] == name)
        .expect("a document of that name")
}

fn of_file<'v>(document: &'v Value, file: &str) -> Vec<&'v Value> {
    let all = list(document, "findings").iter();
    all.filter(|own| own["file"].as_str().is_some_and(|own| own.ends_with(file)))
        .collect()
}

fn judged(name: &str, profile: &str) -> (Ran, Value) {
    let folder = folder(name);
    fs::copy(
        data("budgets/finance-2024-final-corrupted.json"),
        folder.join("财政局决算.json"),
    )
    .expect("copies");
    workbook(
        &budget("finance-2025-budget"),
        &folder.join("预算公开.xlsx"),
    );
    tables_and_text(&budget("welfare-home-2024-budget"), "福利院", &folder);
    let register = r#"{"publisher": "上海市普陀区财政局", "fiscal_year": "2024", "body": "部门", "approved_on": "2025-08-01", "published": {"own-site": "2025-08-22"}}"#;
    write(&folder, "final-account.jsonl", register.as_bytes());
    write(&folder, "扫描件.pdf", b"%PDF-1.4");
    fs::copy(
        data("licenses_and_penalties.csv"),
        folder.join("许可和处罚.csv"),
    )
    .expect("copies");
    let ran = run_under(
        profile,
        name,
        &[folder.to_str().expect("a path").to_owned()],
    );
    let document = ran.document();
    fs::remove_dir_all(&folder).expect("removes");
    (ran, document)
}

#[test]
fn budgets_are_judged_beside_records() {
    let (ran, document) = judged("department", "department");
    let names: Vec<&Value> = list(&document, "accounts")
        .iter()
        .map(|own| &own["name"])
        .collect();
    assert_eq!(
        names,
        [
            "上海市普陀区社会福利院 2024",
            "上海市普陀区财政局 2024",
            "上海市普陀区财政局 2025"
        ]
    );
    let csv = &accounts(&document, "上海市普陀区社会福利院 2024");
    assert_eq!(list(csv, "files").len(), 10, "nine tables and a text");
    for (name, file) in [
        ("上海市普陀区财政局 2025", "finance-2025-budget"),
        ("上海市普陀区社会福利院 2024", "welfare-home-2024-budget"),
    ] {
        assert_eq!(
            accounts(&document, name)["sums"],
            kept(file)["sums"],
            "{name}"
        );
    }
    // What was cut out of the copy is found at the cell, and in the tree.
    let found = of_file(&document, "财政局决算.json");
    assert!(found.iter().any(|own| own["code"] == "BD16-1"));
    assert!(ran.html.contains("svg class=\"tree\""));
    assert!(ran.printed.contains("A25-pdf-not-read"));
    assert!(
        document["totals"]["judged"].as_u64() > Some(60),
        "records are judged as well"
    );
}

#[test]
fn a_document_is_judged_with_what_a_row_says_of_it() {
    let (_, document) = judged("registered", "budget");
    let late = of_file(&document, "final-account.jsonl");
    assert!(
        late.iter()
            .any(|own| own["code"] == "BL14-1" && own["verdict"] == Verdict::Breached.id())
    );
    let own = of_file(&document, "财政局决算.json");
    assert!(
        own.iter().all(|own| own["code"] != "BL14-1"),
        "said once, at the row"
    );
    let other = of_file(&document, "预算公开.xlsx");
    assert!(
        other
            .iter()
            .any(|own| own["code"] == "BL14-1" && own["verdict"] == Verdict::Undetermined.id())
    );
}

#[test]
fn rows_whose_tables_did_not_come_are_undetermined_once() {
    let folder = folder("bare");
    let row = r#"{"publisher": "示例单位", "fiscal_year": "2024", "approved_on": "2025-08-01", "published": {"own-site": "2025-08-02", "finance-platform": "2025-08-02"}}"#;
    // Two rows about one account: neither is left out.
    write(
        &folder,
        "final-account.jsonl",
        format!("{row}\n{row}\n").as_bytes(),
    );
    let files = [folder.to_str().expect("a path").to_owned()];
    let ran = run_under("gansu-2016", "bare", &files);
    fs::remove_dir_all(&folder).expect("removes");
    let document = ran.document();
    let rules = list(&document, "rules").iter();
    let of_tables = rules.filter(|rule| {
        let code = rule["code"].as_str().unwrap_or("");
        ("GA19-3"..="GA19-8").contains(&code)
    });
    let undetermined: Vec<&Value> = of_tables.map(|rule| &rule["undetermined"]).collect();
    assert_eq!(undetermined, [2; 6], "each rule, for both rows");
    let findings = list(&document, "findings").iter();
    let of_tables = findings.filter(|own| own["code"] == "GA19-3");
    let said: Vec<&str> = of_tables
        .filter_map(|own| own["message_zh"].as_str())
        .collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].contains("表格") && said[0].contains("共2条记录"),
        "{said:?}"
    );
    assert_eq!(ran.ending.status(), 1);
}

#[test]
fn a_profile_without_rules_about_tables_says_so() {
    let (ran, document) = judged("unruled", "credit-2018");
    assert_eq!(ran.ending.status(), 2);
    assert!(list(&document, "accounts").is_empty());
    assert!(ran.printed.contains("A26-accounts-not-ruled"));
}

#[test]
fn documents_of_one_publisher_are_held_against_each_other() {
    let folder = folder("years");
    let mut now = budget("wanli-2025-budget").to_string();
    now = now.replace(
        "比2024年预算增加3,355.65万元",
        "比2024年预算增加3,355.56万元",
    );
    write(&folder, "2025.json", now.as_bytes());
    fs::copy(
        data("budgets/wanli-2024-budget.json"),
        folder.join("2024.json"),
    )
    .expect("copies");
    let ran = run_under(
        "budget",
        "years",
        &[folder.to_str().expect("a path").to_owned()],
    );
    fs::remove_dir_all(&folder).expect("removes");
    let document = ran.document();
    let wrong = |file: &str| {
        let found = of_file(&document, file);
        found.iter().filter(|own| own["code"] == "BD16-30").count()
    };
    // The same slip twice on one page is one.
    assert_eq!((wrong("2025.json"), wrong("2024.json")), (1, 0));
}

#[test]
fn a_budget_in_pdf_is_judged_as_its_tables_are() {
    let folder = folder("pdf");
    let pdf = |name: &str| data(&format!("../pdf/{name}.pdf"));
    fs::copy(pdf("budget"), folder.join("单位预算.pdf")).expect("copies");
    fs::copy(pdf("picture"), folder.join("扫描件.pdf")).expect("copies");
    fs::copy(pdf("notice"), folder.join("通知.pdf")).expect("copies");
    let files = [folder.to_str().expect("a path").to_owned()];
    let ran = run_under("budget", "pdf", &files);
    fs::remove_dir_all(&folder).expect("removes");
    let document = ran.document();
    let own = accounts(&document, "上海市普陀区社会福利院 2024");
    let amounts = |own: &Value| -> Vec<[Value; 3]> {
        let all = list(own, "statements").iter();
        all.map(|own| ["statement", "rows", "amounts"].map(|name| own[name].clone()))
            .collect()
    };
    assert_eq!(amounts(own), amounts(&kept("welfare-home-2024-budget")));
    let found = of_file(&document, "单位预算.pdf");
    let of_tables = |code: &str| found.iter().any(|own| own["code"] == code);
    assert!(of_tables("BD16-3") && of_tables("BD16-4"), "{found:#?}");
    for code in ["A25-pdf-not-read", "A27-pdf-has-no-text"] {
        assert!(ran.printed.contains(code), "{code}");
    }
}
