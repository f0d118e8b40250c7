//! The whole program over the example data and over files that mean harm, with the real engine.

mod accounts;
mod indented;

use crate::arguments::Arguments;
use crate::audit::{Ending, audit};
use crate::engine::{Bench, open};
use crate::every_table;
use crate::files::expand;
use gongkai::words::Day;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A resident id with a right check digit, which must be seen nowhere.
const SENTINEL: &str = "11010519491231002X";

struct Ran {
    ending: Ending,
    printed: String,
    csv: String,
    json: String,
    html: String,
}

impl Ran {
    fn document(&self) -> Value {
        serde_json::from_str(&self.json).expect("JSON")
    }

    fn everything(&self) -> [&str; 4] {
        [&self.printed, &self.csv, &self.json, &self.html]
    }
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("gongkai-audit-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn data(name: &str) -> String {
    format!("{}/data/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn run(name: &str, files: &[String]) -> Ran {
    run_under("credit-2018", name, files)
}

fn run_under(profile: &str, name: &str, files: &[String]) -> Ran {
    let folder = folder(&format!("{name}-out"));
    let arguments = Arguments {
        files: expand(files).expect("lists"),
        profile: Some(profile.to_owned()),
        out: Some(folder.join("out")),
        limit: 10_000,
        ..Arguments::default()
    };
    let engine = open(&arguments).expect("an engine");
    let as_of = Day::of(2026, 11, 23).expect("a day");
    let mut bench = Bench::new(&engine, as_of).expect("desks");
    let mut printed = Vec::new();
    let ending = audit(&mut bench, &arguments, &mut printed).expect("prints");
    let read = |file: &str| std::fs::read_to_string(folder.join("out").join(file)).expect("reads");
    let ran = Ran {
        ending,
        printed: String::from_utf8(printed).expect("UTF-8"),
        csv: read("findings.csv"),
        json: read("findings.json"),
        html: read("report.html"),
    };
    std::fs::remove_dir_all(&folder).expect("removes");
    ran
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("writes");
    path.to_str().expect("a path").to_owned()
}

fn number(value: &Value, path: &str) -> u64 {
    value
        .pointer(path)
        .and_then(Value::as_u64)
        .expect("a number")
}

#[test]
fn the_example_data_is_judged_and_the_counts_add_up() {
    let lists = ["91855", "93512_1", "93512_4", "93516"];
    let mut files = vec![data("licenses_and_penalties.csv")];
    files.extend(lists.map(|list| data(&format!("credit_lists/{list}.csv"))));
    let ran = run("data", &files);
    assert_eq!(ran.ending.status(), 1);
    let document = ran.document();
    let total = |name: &str| number(&document, &format!("/totals/{name}"));
    assert_eq!(total("read"), 1153);
    assert_eq!(total("judged") + total("refused"), total("read"));
    for verdict in [
        "breached",
        "undetermined",
        "pending",
        "met",
        "not_applicable",
    ] {
        let rules = document["rules"].as_array().expect("rules");
        let sum: u64 = rules
            .iter()
            .map(|rule| number(rule, &format!("/{verdict}")))
            .sum();
        assert_eq!(sum, total(verdict), "{verdict}");
    }
    let findings = document["findings"].as_array().expect("findings");
    assert_eq!(
        Some(findings.len()),
        usize::try_from(number(&document, "/findings_seen")).ok()
    );
    let of = |code: &str| {
        findings
            .iter()
            .filter(|finding| finding["code"] == code)
            .count()
    };
    // Codes that an independent computation over the same columns also finds faulty.
    assert_eq!((of("ID-3"), of("ID-4")), (149, 6));
    assert_eq!(of("ID-7"), 1, "a list that was not supplied is said once");
    assert!(ran.printed.starts_with("不符合 breached "));
}

#[test]
fn what_cannot_be_judged_is_a_finding_and_not_clean() {
    let folder = folder("status-files");
    let clean = write(
        &folder,
        "clean.csv",
        "企业名称,列入日期,工商注册号\n甲公司,2024-01-02,110105010247558\n".as_bytes(),
    );
    let open = write(
        &folder,
        "open.csv",
        "企业名称,列入日期,统一社会信用代码\n甲公司,2024-01-02,91330103311389009H\n".as_bytes(),
    );
    assert_eq!(
        run("clean", std::slice::from_ref(&clean)).ending.status(),
        0
    );
    assert_eq!(run("open", &[clean, open]).ending.status(), 1);
    std::fs::remove_dir_all(&folder).expect("removes");
}

#[test]
fn files_that_mean_harm_end_in_a_status_and_never_show_what_is_personal() {
    let folder = folder("hostile-files");
    let hostile = "</script><img src=x onerror=alert(1)>";
    let heading = "行政处罚决定书文号,行政相对人名称,居民身份证号,处罚决定日期,处罚机关\n";
    let row = format!("{hostile},张某,{SENTINEL},2024-03-01,=1+1{hostile}\n");
    let gbk = encoding_rs::GBK
        .encode(&format!("{heading}{row}"))
        .0
        .into_owned();
    let twice = format!("居民身份证号,{heading}{SENTINEL},{row}");
    let broken = format!("{heading}\"甲,乙\n{row}");
    let files = vec![
        write(&folder, "empty.csv", b""),
        write(&folder, "gbk.csv", &gbk),
        write(&folder, "broken.csv", broken.as_bytes()),
        write(&folder, "twice.csv", twice.as_bytes()),
        workbook(&folder),
        write(&folder, "zero.bin", &[0; 64]),
    ];
    let ran = run("hostile", &files);
    assert_eq!(ran.ending.status(), 2);
    for text in ran.everything() {
        assert!(!text.contains(SENTINEL));
    }
    assert!(!ran.html.contains("<img"));
    let document = ran.document();
    assert_eq!(
        number(&document, "/totals/judged") + number(&document, "/totals/refused"),
        number(&document, "/totals/read")
    );
    assert!(number(&document, "/totals/judged") >= 4, "{}", ran.printed);
    std::fs::remove_dir_all(&folder).expect("removes");
}

/// Rows of every sort, and whether they can be judged.
const ROWS: [(&str, bool); 9] = [
    (
        r#"{"record_kind": "policy-document", "document_number": "甘农发〔2017〕3号", "formed_on": "2017-05-02"}"#,
        true,
    ),
    (
        r#"{"record_kind": "policy-document", "document_number": "甘农发〔2017〕3号"}"#,
        true,
    ),
    (r#"{"record_kind": "policy-document"}"#, true),
    (
        r#"{"record_kind": "interpretation", "published_on": null}"#,
        true,
    ),
    (
        r#"{"record_kind": "department-budget", "publisher": "示例厅", "fiscal_year": "2017"}"#,
        true,
    ),
    (r#"{"record_kind": "no-such-kind", "title": "甲"}"#, false),
    (r#"{"record_kind": "", "title": "乙"}"#, false),
    (r#"{"record_kind": "policy-document", "title": }"#, false),
    (r#"{"record_kind": "policy-document", "title": NaN}"#, false),
];

#[test]
fn rows_of_every_sort_in_any_mix_add_up() {
    let folder = folder("mixed");
    for seed in 0_usize..24 {
        // Steps that share no divisor with the number of rows make every mix another.
        let rows = (0..seed * 3).map(|place| (place * place + seed * 5 + place / 3) % ROWS.len());
        let rows: Vec<(&str, bool)> = rows.filter_map(|place| ROWS.get(place).copied()).collect();
        let text: Vec<&str> = rows.iter().map(|(row, _)| *row).collect();
        let file = write(&folder, "mixed.jsonl", text.join("\n").as_bytes());
        let document = run_under("gansu-2016", "mixed", &[file]).document();
        let total = |name: &str| number(&document, &format!("/totals/{name}"));
        let count = |wanted| {
            let rows = rows.iter().filter(|(_, good)| *good == wanted);
            u64::try_from(rows.count()).expect("few")
        };
        let sums = ["judged", "refused", "read"].map(total);
        assert_eq!(
            sums,
            [count(true), count(false), count(true) + count(false)],
            "{seed}"
        );
        let names = [
            "breached",
            "undetermined",
            "pending",
            "met",
            "not_applicable",
        ];
        for verdict in names {
            let rules = document["rules"].as_array().expect("rules").iter();
            let sum: u64 = rules.map(|rule| number(rule, &format!("/{verdict}"))).sum();
            assert_eq!(sum, total(verdict), "{seed} {verdict}");
        }
    }
    std::fs::remove_dir_all(&folder).expect("removes");
}

#[test]
fn what_holds_for_every_table_holds_for_those_that_were_kept() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../fuzz/seeds/table");
    let mut kept = 0_usize;
    for entry in std::fs::read_dir(folder).expect("the folder of kept tables") {
        let path = entry.expect("an entry").path();
        every_table::holds(&std::fs::read(path).expect("reads"));
        kept += 1;
    }
    assert!(kept > 5);
}

fn workbook(folder: &Path) -> String {
    let path = folder.join("table.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [
        ["行政处罚决定书文号", "行政相对人名称", "居民身份证号"],
        ["甘农罚〔2024〕1号", "张某", SENTINEL],
    ];
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            sheet.write(row, column, cell).expect("writes");
        }
    }
    book.save(&path).expect("saves");
    path.to_str().expect("a path").to_owned()
}
