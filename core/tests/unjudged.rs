//! What one record, or records of one kind, cannot show is told and never passed over.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use gongkai::{Engine, wire, words::Day};
use serde_json::{Value, json};

const AS_OF: &str = "2018-09-01";
const BUDGET: &str = r#"{"publisher": "甘肃示例厅", "fiscal_year": "2018", "approved_on": "2018-02-01",
    "published": {"own-site": "2018-02-10", "finance-platform": "2018-02-10"}}"#;

/// The rules of the plan about tables and text of a budget.
const OF_TABLES: [&str; 6] = [
    "plan-accounts-deep-enough",
    "plan-accounts-readable",
    "plan-running-costs-and-procurement-explained",
    "plan-sums-agree",
    "plan-tables-published",
    "plan-three-expenses-split",
];

fn engine() -> Engine {
    Engine::builder().profile("gansu-2016").build().unwrap()
}

fn parsed(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

/// The rules that findings stand for.
fn rules(findings: &Value) -> Vec<&str> {
    let findings = findings.as_array().unwrap().iter();
    let all = findings.flat_map(|own| {
        let affects = own.get("affects").and_then(Value::as_array);
        own.get("rule")
            .into_iter()
            .chain(affects.into_iter().flatten())
    });
    let mut rules: Vec<&str> = all.map(|rule| rule.as_str().unwrap()).collect();
    rules.sort_unstable();
    rules
}

/// How often a rule gave a verdict.
fn tally(report: &Value, rule: &str, verdict: &str) -> Option<u64> {
    let mut lines = report.get("rules")?.as_array()?.iter();
    let line = lines.find(|line| line.get("rule").is_some_and(|own| own == rule))?;
    line.pointer(&format!("/counts/{verdict}"))?.as_u64()
}

#[test]
fn a_budget_without_its_tables_is_undetermined_once() {
    let engine = engine();
    let report = wire::check_record(&engine, "department-budget", BUDGET.as_bytes(), AS_OF);
    let report = parsed(&report.unwrap());
    assert_eq!(report["verdict"], "undetermined");
    assert_eq!(report["findings"].as_array().unwrap().len(), 1);
    assert_eq!(rules(&report["findings"]), OF_TABLES);
    let said = &report["findings"][0]["message"];
    assert!(said["zh"].as_str().unwrap().contains("表格"), "{said}");
    assert!(said["en"].as_str().unwrap().contains("tables"), "{said}");
}

#[test]
fn budgets_without_tables_are_undetermined_among_many() {
    let engine = engine();
    let record: Value = serde_json::from_str(BUDGET).unwrap();
    let many = json!({"kind": "department-budget", "as_of": AS_OF, "records": [record, record]});
    let many = wire::check_many(&engine, many.to_string().as_bytes()).unwrap();
    let of_kind = json!({"kind": "department-budget", "record": record});
    let together = json!({"as_of": AS_OF, "records": [of_kind, of_kind]});
    let together = wire::check_collection(&engine, together.to_string().as_bytes()).unwrap();
    for report in [parsed(&many), parsed(&together)] {
        for rule in OF_TABLES {
            assert_eq!(tally(&report, rule, "undetermined"), Some(2), "{rule}");
        }
        assert_eq!(report["records"]["undetermined"], 2);
    }
}

#[test]
fn a_budget_with_its_tables_is_asked_about_them() {
    let engine = engine();
    let record: Value = serde_json::from_str(BUDGET).unwrap();
    let request = json!({"kind": "department-budget", "as_of": AS_OF, "record": record});
    let report = parsed(&wire::check_budget(&engine, request.to_string().as_bytes()).unwrap());
    assert_eq!(report["rules"]["plan-tables-published"], "breached");
    let said = report["findings"].to_string();
    assert!(!said.contains("did not come along"), "{said}");
}

#[test]
fn policies_alone_are_not_blamed_for_interpretations_that_are_not_here() {
    let engine = engine();
    let policy = json!({"document_number": "甘农发〔2016〕3号", "title": "关于马铃薯产业的意见",
        "importance": "重要", "formed_on": "2016-08-01"});
    let record = policy.to_string();
    let one = wire::check_record(&engine, "policy-document", record.as_bytes(), AS_OF).unwrap();
    assert!(parsed(&one)["not_judged"].as_u64() > Some(0));
    let many = json!({"kind": "policy-document", "as_of": AS_OF, "records": [policy]});
    let many = parsed(&wire::check_many(&engine, many.to_string().as_bytes()).unwrap());
    assert!(many["not_judged"].as_u64() > Some(0));
    assert_eq!(
        tally(&many, "important-policy-interpreted", "breached"),
        None
    );
    assert!(
        many["groups"].as_array().unwrap().is_empty(),
        "{}",
        many["groups"]
    );
    // Among records of all kinds it is known that there is none.
    let together =
        json!({"as_of": AS_OF, "records": [{"kind": "policy-document", "record": policy}]});
    let together = wire::check_collection(&engine, together.to_string().as_bytes()).unwrap();
    let breached = tally(
        &parsed(&together),
        "important-policy-interpreted",
        "breached",
    );
    assert_eq!(breached, Some(1));
}

#[test]
fn every_rule_of_every_kind_gives_a_verdict_or_is_counted_as_not_judged() {
    let as_of = Day::parse_iso(AS_OF).unwrap();
    for profile in ["gansu-2016", "gansu-law", "department"] {
        let engine = Engine::builder().profile(profile).build().unwrap();
        for program in engine.programs().iter() {
            let kind = &program.schema.id;
            let report = engine.check(kind, b"{}", as_of).unwrap();
            let counts = report.counts;
            let judged = counts.met
                + counts.breached
                + counts.pending
                + counts.undetermined
                + counts.not_applicable;
            let rules = u64::try_from(program.rules.len()).unwrap();
            assert_eq!(judged + report.not_judged, rules, "{profile} {kind}");
        }
    }
}
