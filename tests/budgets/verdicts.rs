//! Every rule about tables and text, in every verdict that it can give on a document.

use crate::document::{engine, names, read, report};
use crate::earlier::{beside, with_text, year_before};
use crate::explained::damaged;
use crate::mutations::cells;
use gongkai::Engine;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Rule, verdict, and why no document makes the rule give it.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("accounts-tables-present", "undetermined", THERE),
    ("accounts-deep-enough", "undetermined", TYPED),
    ("accounts-nothing-hidden-in-other", "undetermined", TYPED),
    ("accounts-not-below-zero", "undetermined", TYPED),
    ("final-account-text-agrees", "undetermined", TEXT),
    ("budget-text-agrees", "undetermined", TEXT),
    ("text-changes-follow", "undetermined", TEXT),
    ("text-compares-rightly", "undetermined", TEXT),
    ("text-lists-what-was-spent", "undetermined", TEXT),
    ("text-parts-add-up", "undetermined", TEXT),
    ("text-no-template-left", "undetermined", TEXT),
    ("text-well-written", "undetermined", TEXT),
    ("text-explains-what-it-must", "undetermined", TEXT),
    ("text-purposes-own", "undetermined", TEXT),
    ("text-one-name", "undetermined", TEXT),
];

const THERE: &str = "a table is there or it is not";
const TYPED: &str =
    "a cell that holds no amount and a row that is no code are undetermined by another rule, once";
const TEXT: &str = "it is asked of what the text says; what it does not say is asked of nothing";

/// The published documents, as they are and damaged, each alone and beside those of the same publisher.
fn documents() -> Vec<Value> {
    let published: Vec<Value> = names().iter().map(|name| read(name)).collect();
    let mut all = Vec::new();
    for document in &published {
        let place = |own: &Value| {
            (
                own["record"]["fiscal_year"].to_string(),
                own["kind"].to_string(),
            )
        };
        let same = |own: &&Value| {
            own["record"]["publisher"] == document["record"]["publisher"]
                && place(own) != place(document)
        };
        for (_, own) in damaged(document) {
            all.push(beside(&own, published.iter().filter(same)));
            all.push(own);
        }
        all.extend(amounts(document));
    }
    all.extend(planted());
    all
}

// A document in which one amount of a row in nine is wrong.
fn amounts(document: &Value) -> Vec<Value> {
    let tables = document["tables"].as_array().unwrap().iter().enumerate();
    let rows = tables.flat_map(|(table, own)| {
        let rows = own["rows"].as_array().unwrap().len();
        (0..rows).step_by(9).map(move |row| (table, row))
    });
    let damaged = rows.flat_map(|(table, row)| cells(document, table, row));
    damaged.map(|damaged| damaged.document).collect()
}

// What no published document shows.
fn planted() -> Vec<Value> {
    let mut all = Vec::new();
    for name in ["finance-2025-budget", "finance-2024-final"] {
        let mut bare = read(name);
        (bare["tables"], bare["pages"]) = (json!([]), json!([]));
        all.push(bare.clone());
        bare["pages"] = json!([{"page": 1, "text": "说明"}]);
        all.push(bare);
    }
    all.push(table(&[
        ["2010601", "行政运行", "-1.00"],
        ["合计", "", "-1.00"],
    ]));
    all.push(table(&[
        ["20106", "财政事务", "1.00"],
        ["合计", "", "1.00"],
    ]));
    all.push(table(&[
        ["2990101", "某某支出", "1.00"],
        ["合计", "", "1.00"],
    ]));
    all.extend(three_expenses());
    let [before, now] = ["wanli-2023-budget", "wanli-2024-budget"].map(read);
    let wrong = with_text(
        &now,
        "比2023年预算减少876.75万元",
        "比2023年预算减少867.75万元",
    );
    all.push(beside(&wrong, [&before]));
    let account = read("finance-2024-final");
    let before = year_before(&account);
    all.push(beside(&account, [&before]));
    all.push(beside(&account, [&read("finance-2025-budget")]));
    let mut long_before = before.clone();
    long_before["record"]["fiscal_year"] = json!("2022");
    all.push(beside(&account, [&long_before]));
    let mut right = account.clone();
    right["pages"] = json!([{"page": 1, "text": "与2023年度相比，收入支出总计减少56.95万元。"}]);
    // What it starts with is what the year before ended with.
    let tables = account["tables"].to_string().replace("49.14", "55.34");
    right["tables"] = serde_json::from_str(&tables).unwrap();
    all.push(beside(&right, [&before]));
    let mut budget = table(&[["2010601", "行政运行", "1.00"], ["合计", "", "1.00"]]);
    budget["record"] = json!({"publisher": account["record"]["publisher"], "fiscal_year": "2024"});
    all.push(beside(&account, [&budget]));
    right["pages"] = json!([{"page": 1, "text": "一般公共预算财政拨款支出年初预算为1.00万元。"}]);
    all.push(beside(&right, [&budget]));
    all
}

// Overseas trips, vehicles and reception: parts that do not come to their whole, more than was planned, no amounts.
fn three_expenses() -> Vec<Value> {
    let account = read("finance-2024-final");
    let tables = account["tables"].as_array().unwrap();
    let is_own = |own: &Value| own["caption"].to_string().contains("三公");
    let at = tables.iter().position(is_own).unwrap();
    let row = tables[at]["rows"].as_array().unwrap().len() - 1;
    let with = |column: usize, cell: &str| {
        let mut account = account.clone();
        account["tables"][at]["rows"][row][column] = json!(cell);
        account
    };
    let columns = tables[at]["rows"][row].as_array().unwrap().len();
    let cells = (0..columns).flat_map(|column| [(column, "999.99"), (column, "#REF!")]);
    cells.map(|(column, cell)| with(column, cell)).collect()
}

// A budget of one table.
fn table(rows: &[[&str; 3]]) -> Value {
    let heading = ["科目编码", "科目名称", "合计"];
    let rows: Vec<_> = [heading].into_iter().chain(rows.iter().copied()).collect();
    json!({
        "kind": "department-budget",
        "as_of": "2025-03-01",
        "record": {"publisher": "示例局", "fiscal_year": "2025"},
        "tables": [{"caption": ["部门一般公共预算支出功能分类预算表", "单位：万元"], "rows": rows}],
    })
}

fn shown() -> BTreeMap<String, BTreeSet<String>> {
    let engine = engine();
    let mut shown: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for document in documents() {
        let report = report(&engine, &document);
        for (rule, verdict) in report["rules"].as_object().unwrap() {
            let verdict = verdict.as_str().unwrap().to_owned();
            shown.entry(rule.clone()).or_default().insert(verdict);
        }
    }
    shown
}

#[test]
fn every_rule_is_shown_in_every_verdict_it_can_give() {
    let engine = Engine::builder().profile("budget").build().unwrap();
    let law = engine.law();
    let rules = law
        .rules
        .iter()
        .filter(|rule| rule.source.accounts.is_some());
    let own = rules.filter(|rule| rule.source.code.starts_with("BD16"));
    let shown = shown();
    let mut missing = Vec::new();
    for rule in own {
        let id = rule.source.id.as_str();
        for verdict in ["met", "breached", "undetermined"] {
            let is_shown = shown.get(id).is_some_and(|own| own.contains(verdict));
            let excepted = EXCEPTIONS
                .iter()
                .any(|(rule, own, reason)| *rule == id && *own == verdict && !reason.is_empty());
            if is_shown == excepted {
                missing.push(format!("{} {id} {verdict}", rule.source.code));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "not shown, or excepted and shown: {missing:#?}"
    );
}
