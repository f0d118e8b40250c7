//! Documents held against those that the same publisher has published before, in every verdict.

use crate::document::{engine, read, report};
use serde_json::{Value, json};

const BUDGETS: &str = "budget-agrees-with-last-years";
const ACCOUNTS: &str = "final-account-agrees-with-last-years";
const PLANNED: &str = "final-account-states-its-budget";

/// A document beside those that its publisher has published.
pub(crate) fn beside<'d>(document: &Value, earlier: impl IntoIterator<Item = &'d Value>) -> Value {
    let mut request = document.clone();
    let earlier = earlier
        .into_iter()
        .map(|own| json!({"kind": own["kind"], "record": own["record"], "tables": own["tables"]}));
    request["earlier"] = earlier.collect();
    request
}

// The verdict of a rule on a document beside earlier ones, and what it says.
fn judged(document: &Value, earlier: &[&Value], rule: &str) -> (String, Vec<String>) {
    let report = report(&engine(), &beside(document, earlier.iter().copied()));
    let verdict = report["rules"][rule].as_str().unwrap().to_owned();
    let findings = report["findings"].as_array().unwrap().iter();
    let own = findings.filter(|finding| finding["rule"] == rule);
    let said = own.map(|finding| {
        let (path, message) = (&finding["path"], &finding["message"]["zh"]);
        format!("{} {}", path.as_str().unwrap(), message.as_str().unwrap())
    });
    (verdict, said.collect())
}

fn verdict(document: &Value, earlier: &[&Value], rule: &str) -> String {
    judged(document, earlier, rule).0
}

/// A document in whose text one thing reads otherwise.
pub(crate) fn with_text(document: &Value, from: &str, to: &str) -> Value {
    let mut document = document.clone();
    let mut changed = false;
    for page in document["pages"].as_array_mut().unwrap() {
        let text = page["text"].as_str().unwrap();
        changed |= text.contains(from);
        page["text"] = json!(text.replace(from, to));
    }
    assert!(changed, "{from}");
    document
}

#[test]
fn a_street_s_budgets_of_three_years_follow_from_each_other() {
    let [of_2023, of_2024, of_2025] = [
        "wanli-2023-budget",
        "wanli-2024-budget",
        "wanli-2025-budget",
    ]
    .map(read);
    for (now, before) in [(&of_2024, &of_2023), (&of_2025, &of_2024)] {
        assert_eq!(judged(now, &[before], BUDGETS), ("met".into(), vec![]));
    }
    // A budget of two years ago says nothing about last year's.
    let (verdict, said) = judged(&of_2025, &[&of_2023], BUDGETS);
    assert_eq!(verdict, "undetermined");
    assert_eq!(said, [" 未随同提供2024年的部门、单位预算，无法核对"]);
    let (verdict, said) = judged(&of_2025, &[], BUDGETS);
    assert_eq!((verdict.as_str(), said.len()), ("not_applicable", 0));
}

#[test]
fn a_change_from_another_amount_than_was_published_is_found() {
    let [before, now] = ["wanli-2023-budget", "wanli-2024-budget"].map(read);
    let wrong = with_text(
        &now,
        "财政拨款支出预算15621.11万元，比2023年预算减少876.75万元",
        "财政拨款支出预算15621.11万元，比2023年预算减少867.75万元",
    );
    let (verdict, said) = judged(&wrong, &[&before], BUDGETS);
    assert_eq!(verdict, "breached");
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(
        said[0].contains("所述比2023年增减-867.75万元不符")
            && said[0].ends_with("相差-876.7517万元"),
        "{said:?}"
    );
    let up = with_text(
        &now,
        "（二）公务用车购置及运行费46.56万元，比2023年预算增加25万元",
        "（二）公务用车购置及运行费46.56万元，比2023年预算持平",
    );
    assert_eq!(judged(&up, &[&before], BUDGETS).0, "breached");
}

#[test]
fn documents_of_others_are_no_measure() {
    let [before, now] = ["finance-2025-budget", "wanli-2024-budget"].map(read);
    assert_eq!(verdict(&now, &[&before], BUDGETS), "undetermined");
}

/// The final account of the year before, made from this year's: its total is what this year's text says it was.
pub(crate) fn year_before(account: &Value) -> Value {
    let mut before = account.clone();
    before["record"]["fiscal_year"] = json!("2023");
    // 2995.39 + 56.95.
    let tables = before["tables"].to_string().replace("2,995.39", "3,052.34");
    before["tables"] = serde_json::from_str(&tables).unwrap();
    before
}

#[test]
fn a_final_account_starts_from_what_last_year_s_ended_with() {
    let now = read("finance-2024-final");
    let before = year_before(&now);
    let (verdict, said) = judged(&now, &[&before], ACCOUNTS);
    assert_eq!(verdict, "breached");
    let of = |words: &str| said.iter().filter(|own| own.contains(words)).count();
    assert_eq!(of("所述比2023年增减-56.95万元"), 0, "{said:#?}");
    assert_eq!(of("所述比2023年增减-63.14万元不符"), 1, "{said:#?}");
    assert_eq!(
        of("所列2023年数49.14万元与当年公开的55.34万元不一致"),
        1,
        "{said:#?}"
    );
}

#[test]
fn a_final_account_states_the_budget_that_was_published() {
    let account = read("finance-2024-final");
    let budget = |general: &str| {
        json!({
            "kind": "department-budget",
            "record": {"publisher": "上海市普陀区财政局", "fiscal_year": "2024"},
            "tables": [{
                "caption": ["部门一般公共预算支出功能分类预算表", "单位：万元"],
                "rows": [
                    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
                    ["2010601", "行政运行", "1560.05", "1560.05", ""],
                    ["合计", "", general, general, ""],
                ],
            }],
        })
    };
    let text = account["pages"].to_string();
    let stated = text
        .split("年初预算为")
        .nth(1)
        .unwrap()
        .split('万')
        .next()
        .unwrap()
        .to_owned();
    assert_eq!(verdict(&account, &[&budget(&stated)], PLANNED), "met");
    let (verdict, said) = judged(&account, &[&budget("1.00")], PLANNED);
    assert_eq!(verdict, "breached");
    assert!(
        said.iter()
            .all(|own| own.contains("与当年公开的1.00万元不一致")),
        "{said:#?}"
    );
}
