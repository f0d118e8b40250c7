//! Trees made at random: those that add up have no finding, and one changed cell always has.

use crate::document::{engine, report};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Amounts of items, by class, section and item, in 元.
type Tree = Vec<Vec<Vec<u32>>>;

fn trees() -> impl Strategy<Value = Tree> {
    let items = prop::collection::vec(0_u32..9_999_999, 1..4);
    let sections = prop::collection::vec(items, 1..4);
    prop::collection::vec(sections, 1..6)
}

// A table of expenditure: code, name, total, basic, project.
fn table(tree: &Tree) -> Vec<Value> {
    let mut rows = vec![json!([
        "科目编码",
        "科目名称",
        "合计",
        "基本支出",
        "项目支出"
    ])];
    let mut total = [0_u64; 3];
    for (class, sections) in (201_u32..).zip(tree) {
        let place = rows.len();
        let mut class_sum = [0_u64; 3];
        for (section, items) in (1_u32..).zip(sections) {
            let place = rows.len();
            let mut sum = [0_u64; 3];
            for (item, amount) in (1_u32..).zip(items) {
                let own = split(*amount);
                rows.push(row(class * 10_000 + section * 100 + item, own));
                add(&mut sum, own);
            }
            rows.insert(place, row(class * 100 + section, sum));
            add(&mut class_sum, sum);
        }
        rows.insert(place, row(class, class_sum));
        add(&mut total, class_sum);
    }
    rows.push(json!([
        "合计",
        "",
        total[0].to_string(),
        total[1].to_string(),
        total[2].to_string()
    ]));
    rows
}

fn split(amount: u32) -> [u64; 3] {
    let basic = u64::from(amount) / 3;
    [u64::from(amount), basic, u64::from(amount) - basic]
}

fn add(sum: &mut [u64; 3], own: [u64; 3]) {
    for (sum, own) in sum.iter_mut().zip(own) {
        *sum += own;
    }
}

fn row(code: u32, amounts: [u64; 3]) -> Value {
    let [total, basic, project] = amounts.map(|amount| amount.to_string());
    json!([code.to_string(), "", total, basic, project])
}

// What the sums say: findings of the two rules that add up.
fn sums(rows: &[Value]) -> Vec<String> {
    let document = json!({
        "kind": "department-budget",
        "as_of": "2025-03-01",
        "record": {"publisher": "示例局", "fiscal_year": "2025"},
        "tables": [{"caption": ["部门支出预算总表", "单位：元"], "rows": rows}],
    });
    let report = report(&engine(), &document);
    assert_eq!(report["statements"].as_array().unwrap().len(), 1);
    let findings = report["findings"].as_array().unwrap().iter();
    let adding =
        findings.filter(|finding| matches!(finding["code"].as_str().unwrap(), "BD16-7" | "BD16-9"));
    adding
        .map(|finding| finding["path"].as_str().unwrap().to_owned())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_adds_up_has_no_finding_and_one_changed_cell_has(tree in trees(), at: prop::sample::Index, column in 2_usize..5) {
        let mut rows = table(&tree);
        prop_assert_eq!(sums(&rows), Vec::<String>::new());
        let place = 1 + at.index(rows.len() - 1);
        let amount: u64 = rows[place][column].as_str().unwrap().parse().unwrap();
        rows[place][column] = json!((amount + 1_000_000).to_string());
        let found = sums(&rows);
        let path = format!("/tables/0/rows/{place}/{column}");
        prop_assert!(found.contains(&path), "changed {}, found {:?}", path, found);
    }
}
