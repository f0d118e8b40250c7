//! One request of every kind, good and bad, and the due days of the calendar's evidence.

use crate::case::{Case, Cases};
use serde_json::json;
use std::fs;
use std::io;
use std::path::Path;

const LICENSE: &str = r#"{"decision_number": "甘农许[2016]３号", "decision_date": "2016年7月22日", "行政相对人名称": "甘肃示例种业有限公司", "published": {"credit-gansu": "2016-08-05", "agri-portal": null}, "未知栏": 1, "decision_date": "2016-07-23"}"#;

/// Adds every due day, under the calendar as it was known then.
pub(crate) fn add_due_days(path: &Path, cases: &mut Cases) -> io::Result<()> {
    for line in fs::read_to_string(path)?.lines().skip(1) {
        let mut cells = line.split(',');
        let mut cell = || cells.next().unwrap_or("");
        let (from, term, first, roll, known_at) = (cell(), cell(), cell(), cell(), cell());
        let options = if known_at.is_empty() {
            json!({})
        } else {
            json!({ "known_at": known_at })
        };
        let engine = cases.engine(options.to_string());
        let request = json!({
            "from": from,
            "term": term,
            "first_day_counts": first == "yes",
            "roll_forward": roll == "yes",
            "explain": true,
        });
        cases.request(engine, "deadline", request.to_string());
    }
    Ok(())
}

/// Adds one request of every kind, and requests that are refused.
pub(crate) fn add_exemplars(cases: &mut Cases) {
    let engine = cases.engine(json!({ "profile": "gansu-2016" }).to_string());
    cases.request(engine, "rules", "");
    cases.request(engine, "version", "");
    add_checks(engine, cases);
    add_questions(engine, cases);
    add_texts(engine, cases);
    add_packs(cases);
}

fn add_checks(engine: usize, cases: &mut Cases) {
    let kind = "administrative-license";
    let head = format!(r#""kind": "{kind}", "as_of": "2016-09-01""#);
    cases.request(
        engine,
        "check",
        format!(r#"{{{head}, "record": {LICENSE}}}"#),
    );
    cases.request(
        engine,
        "check",
        format!(r#"{{{head}, "recrod": {LICENSE}}}"#),
    );
    cases.request(engine, "check", format!(r#"{{{head}, "record": []}}"#));
    cases.request(engine, "check", "");
    cases.request(
        engine,
        "check_many",
        format!(r#"{{{head}, "records": [{LICENSE}, {{}}, 7, {LICENSE}]}}"#),
    );
    cases.request(
        engine,
        "check_many",
        format!(r#"{{{head}, "records": [{LICENSE}], "findings": 1}}"#),
    );
    let of_kind = format!(r#"{{"kind": "{kind}", "record": {LICENSE}}}"#);
    let penalty =
        r#"{"kind": "administrative-penalty", "record": {"decision_date": "2016-07-22"}}"#;
    for records in [
        format!("[{of_kind}, {penalty}, {of_kind}, 7]"),
        format!(r#"[{of_kind}], "findings": 1"#),
        of_kind.clone(),
    ] {
        let request = format!(r#"{{"as_of": "2016-09-01", "records": {records}}}"#);
        cases.request(engine, "check_collection", request);
    }
    add_records(engine, kind, cases);
}

fn add_records(engine: usize, kind: &str, cases: &mut Cases) {
    let mut record = |function, kind: &str, as_of: &str, payload: &str| {
        let (kind, as_of, payload) = (kind.into(), as_of.into(), payload.into());
        cases.push(Case {
            engine,
            function,
            kind,
            as_of,
            payload,
        });
    };
    record(
        "check_lines",
        kind,
        "2016-09-01",
        &format!("{LICENSE}␤␤not json␤{LICENSE}␤"),
    );
    let of_kind = format!(r#"{{"kind": "{kind}", "record": {LICENSE}}}"#);
    record(
        "check_collection_lines",
        "",
        "2016-09-01",
        &format!("{of_kind}␤␤7␤{of_kind}␤{{}}␤"),
    );
    record("check_record", "no-such-kind", "2016-09-01", "{}");
    record("check_record", kind, "1 September", "{}");
    for broken in [
        "",
        "[]",
        "{\"a\":",
        "{\"a\":NaN}",
        "{\"a\":\"\\ud800\"}",
        "{} {}",
    ] {
        record("check_record", kind, "2016-09-01", broken);
    }
}

fn add_questions(engine: usize, cases: &mut Cases) {
    for kind in [
        "administrative-license",
        "administrative-penalty",
        "credit-list-entry",
        "no-such-kind",
    ] {
        for form in ["fields", "json-schema"] {
            cases.request(
                engine,
                "schema",
                json!({ "kind": kind, "form": form }).to_string(),
            );
        }
    }
    for rule in ["license-publication-deadline", "GA07-1", "no-such-rule"] {
        cases.request(engine, "explain", json!({ "rule": rule }).to_string());
    }
    for from in [
        "2026-12-28",
        "2016-07-22T10:30",
        "2016-02-30",
        "长期",
        "1999-01-01",
    ] {
        for term in ["7 working days", "24 hours", "3 months"] {
            let request = json!({ "from": from, "term": term, "explain": true });
            cases.request(engine, "deadline", request.to_string());
        }
    }
    cases.request(
        engine,
        "deadline",
        r#"{"from": "2016-07-22", "term": "seven days"}"#,
    );
    for set in ["suqian-2025", "no-such-set"] {
        cases.request(engine, "score", json!({ "set": set }).to_string());
    }
    for kind in ["department-budget", "no-such-kind"] {
        let tables = json!([{ "caption": ["单位：万元"], "rows": [["收入", 1, null], ["支出", "2", null]] }]);
        let pages = json!([{ "page": 1, "text": "一般公共预算财政拨款支出1万元" }]);
        let record = json!({ "fiscal_year": "2023" });
        let before = json!([{ "kind": kind, "record": record, "tables": tables }]);
        for earlier in [json!([]), before] {
            let request = json!({ "kind": kind, "as_of": "2024-09-01", "record": {}, "tables": tables, "pages": pages, "earlier": earlier });
            cases.request(engine, "check_budget", request.to_string());
        }
    }
}

fn add_texts(engine: usize, cases: &mut Cases) {
    let texts = [
        "甘肃省农牧厅关于印发2016年政务公开工作要点的通知",
        "機密★１０年\n张三，身份证号11010519491231002X，电话138 1234 5678\n𠮷亚博2021最新官网网址",
        "",
    ];
    for text in texts {
        for offsets in ["bytes", "utf16", "characters"] {
            let request = json!({ "text": text, "as_of": "2024-09-01", "offsets": offsets });
            cases.request(engine, "screen", request.to_string());
            cases.request(engine, "mask", request.to_string());
        }
    }
    let page =
        "<p>机<b>密</b>★</p><div style='display:none'><a href='http://example.com'>亚博</a></div>";
    for other in [
        json!({ "text": page, "as_of": "2024-09-01", "format": "html" }),
        json!({ "text": "<td>张三</td><td>138<b>00138000</b>", "as_of": "2024-09-01", "format": "html" }),
        json!({ "text": page, "as_of": "2024-09-01", "format": "pdf" }),
        json!({ "text": page, "as_of": "2024-09-01", "lists": ["no-such-list"] }),
        json!({ "text": page, "as_of": "2024-09-01", "lists": ["personal-data"], "audience": "credit-platform" }),
        json!({ "text": page, "as_of": "2024-09-01", "audience": "no-such-audience" }),
        json!({ "text": page }),
    ] {
        cases.request(engine, "screen", other.to_string());
        cases.request(engine, "mask", other.to_string());
    }
}

fn add_packs(cases: &mut Cases) {
    let pack = json!({
        "pack": { "id": "own", "version": "1.0.0", "title": { "zh": "本局规则", "en": "Own rules" } },
        "clause": [{ "number": "1", "title": { "zh": "一", "en": "One" }, "duty": { "zh": "写明项目名称", "en": "Name the item" } }],
        "rule": [{
            "id": "own-item-named", "code": "OWN-1", "title": { "zh": "写明项目名称", "en": "The item is named" },
            "applies_to": ["administrative-license"], "severity": "warning", "cite": { "clause": "1" },
            "fields": { "required": ["item_name"] },
        }],
        "override": [{ "rule": "GA07-1", "silence": true, "reason": { "zh": "另有系统核对", "en": "Checked elsewhere" } }],
    });
    let file = |text: String| json!([{ "name": "own.json", "text": text, "format": "json" }]);
    let options = json!({ "profile": "gansu-2016", "packs": file(pack.to_string()) });
    let engine = cases.engine(options.to_string());
    let (kind, as_of) = ("administrative-license".into(), "2016-09-01".into());
    cases.push(Case {
        engine,
        function: "check_record",
        kind,
        as_of,
        payload: LICENSE.into(),
    });
    let broken = pack.to_string().replace("item_name", "no_such_field");
    for text in [pack.to_string(), broken, "{".into()] {
        cases.request(engine, "lint", json!({ "packs": file(text) }).to_string());
    }
}
