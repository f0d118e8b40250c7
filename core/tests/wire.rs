//! Every function of the contract, as a door would call it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use gongkai::wire;
use serde_json::{Value, json};

const RECORD: &str = r#"{"decision_number": "甘农许〔2016〕3号", "decision_date": "2016-07-22",
    "published": {"credit-gansu": "2016-08-05", "agri-portal": "2016-07-29"}}"#;

fn engine() -> wire::Engine {
    wire::open(br#"{"profile": "gansu-2016"}"#).unwrap()
}

fn parsed(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

fn check_request() -> Vec<u8> {
    format!(r#"{{"kind": "administrative-license", "as_of": "2016-09-01", "record": {RECORD}}}"#)
        .into_bytes()
}

#[test]
fn a_record_gives_the_same_bytes_by_request_and_apart() {
    let engine = engine();
    let by_request = wire::check(&engine, &check_request()).unwrap();
    let apart = wire::check_record(
        &engine,
        "administrative-license",
        RECORD.as_bytes(),
        "2016-09-01",
    )
    .unwrap();
    assert_eq!(by_request, apart);
    let report = parsed(&apart);
    let late = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|finding| finding["path"] == "/published/credit-gansu");
    assert_eq!(
        late.unwrap()["off_by"],
        json!({"amount": 3, "unit": "working_days"})
    );
}

#[test]
fn requests_with_unknown_fields_are_refused_with_their_name() {
    let engine = engine();
    let refused = [
        wire::open(br#"{"profil": "x"}"#).map(|_| Vec::new()),
        wire::check(
            &engine,
            br#"{"kind": "a", "as_of": "2016-09-01", "record": {}, "recrod": 1}"#,
        ),
        wire::check_many(
            &engine,
            br#"{"kind": "a", "as_of": "2016-09-01", "records": [], "recrod": 1}"#,
        ),
        wire::deadline(
            &engine,
            br#"{"from": "2016-07-22", "term": "7 working days", "terms": 1}"#,
        ),
        wire::schema(&engine, br#"{"kind": "a", "form": "fields", "forms": 1}"#),
        wire::explain(&engine, br#"{"rules": "a"}"#),
        wire::lint(br#"{"pack": []}"#),
    ];
    let names = [
        "profil", "recrod", "recrod", "terms", "forms", "rules", "pack",
    ];
    for (refused, name) in refused.into_iter().zip(names) {
        let error = refused.unwrap_err();
        assert_eq!(error.code, wire::ErrorCode::RequestSyntax);
        assert!(error.message.contains(&format!("`{name}`")), "{error}");
    }
}

#[test]
fn names_may_be_written_with_escapes() {
    let engine = engine();
    let (license, rule) = ("administrative-license", "license-publication-deadline");
    let requests = [
        (
            "check",
            license,
            json!({"kind": license, "as_of": "2016-09-01", "record": {}}),
        ),
        (
            "check_many",
            license,
            json!({"kind": license, "as_of": "2016-09-01", "records": [{}]}),
        ),
        (
            "check_budget",
            "final-account",
            json!({"kind": "final-account", "as_of": "2016-09-01", "record": {}}),
        ),
        (
            "schema",
            license,
            json!({"kind": license, "form": "fields"}),
        ),
        ("explain", rule, json!({"rule": rule})),
    ];
    for (function, name, request) in requests {
        let plain = request.to_string();
        let escaped = plain.replace(name, &name.replace('-', "\\u002d"));
        assert_ne!(plain, escaped);
        assert_eq!(
            wire::call(&engine, function, escaped.as_bytes()),
            wire::call(&engine, function, plain.as_bytes()),
        );
        assert!(wire::call(&engine, function, plain.as_bytes()).is_ok());
    }
}

#[test]
fn many_records_add_up_and_nothing_is_dropped() {
    let engine = engine();
    let lines = format!(
        "{}\n\nnot json\n{}\n",
        RECORD.replace('\n', " "),
        RECORD.replace('\n', " ")
    );
    let report = wire::check_lines(
        &engine,
        "administrative-license",
        lines.as_bytes(),
        "2016-09-01",
    )
    .unwrap();
    let report = parsed(&report);
    assert_eq!(
        (&report["read"], &report["judged"], &report["refused"]),
        (&json!(3), &json!(2), &json!(1))
    );
    assert_eq!(report["refusals"][0]["row"], 2);
    assert_eq!(report["refusals"][0]["error"]["name"], "record-syntax");
    assert_eq!(report["records"]["breached"], 2);
    let request = format!(
        r#"{{"kind": "administrative-license", "as_of": "2016-09-01", "records": [{RECORD}, {RECORD}], "findings": 1}}"#
    );
    let bounded = parsed(&wire::check_many(&engine, request.as_bytes()).unwrap());
    assert_eq!(bounded["findings"].as_array().unwrap().len(), 1);
    assert_eq!(bounded["findings_total"], report["findings_total"]);
}

#[test]
fn a_due_day_explains_every_day() {
    let engine = engine();
    let request = br#"{"from": "2016-09-30", "term": "7 working days", "explain": true}"#;
    let answer = parsed(&wire::deadline(&engine, request).unwrap());
    assert_eq!(answer["due"], json!({"on": "2016-10-14"}));
    let days = answer["explanation"]["days"].as_array().unwrap();
    assert_eq!(days.len(), 15);
    let hours = br#"{"from": "2016-07-22T22:30", "term": "24 hours"}"#;
    let answer = parsed(&wire::deadline(&engine, hours).unwrap());
    assert_eq!(
        (&answer["due"], &answer["due_time"]),
        (&json!({"on": "2016-07-23"}), &json!("22:30"))
    );
    let crossing = br#"{"from": "2026-12-28", "term": "7 working days"}"#;
    let answer = parsed(&wire::deadline(&engine, crossing).unwrap());
    assert_eq!(answer["due"]["between"]["year"], 2027);
    for wrong in ["2016", "2016-02-30", "长期"] {
        let request = format!(r#"{{"from": "{wrong}", "term": "7 working days"}}"#);
        assert_eq!(
            wire::deadline(&engine, request.as_bytes())
                .unwrap_err()
                .code,
            wire::ErrorCode::RequestSyntax
        );
    }
}

#[test]
fn a_kind_is_given_as_a_form_and_as_json_schema() {
    let engine = engine();
    let form = parsed(
        &wire::schema(
            &engine,
            br#"{"kind": "administrative-license", "form": "fields"}"#,
        )
        .unwrap(),
    );
    let fields = form["fields"].as_array().unwrap();
    let number = fields
        .iter()
        .find(|field| field["id"] == "decision_number")
        .unwrap();
    assert_eq!(
        (&number["required"], &number["type"]),
        (&json!(true), &json!("document-number"))
    );
    let schema = parsed(
        &wire::schema(
            &engine,
            br#"{"kind": "administrative-license", "form": "json-schema"}"#,
        )
        .unwrap(),
    );
    assert!(schema["properties"]["published"]["properties"]["credit-gansu"].is_object());
    assert!(
        schema["required"]
            .as_array()
            .unwrap()
            .contains(&json!("decision_number"))
    );
}

#[test]
fn the_catalogue_and_every_rule_can_be_read() {
    let engine = engine();
    let catalogue = parsed(&wire::rules(&engine));
    let rules = catalogue["rules"].as_array().unwrap();
    assert!(
        rules.iter().any(|rule| rule["active"] == true)
            && rules.iter().any(|rule| rule["active"] == false)
    );
    for rule in rules {
        for name in [&rule["id"], &rule["code"]] {
            let explained = parsed(
                &wire::explain(&engine, json!({"rule": name}).to_string().as_bytes()).unwrap(),
            );
            assert_eq!(explained["id"], rule["id"]);
            assert!(!explained["duty"]["zh"].as_str().unwrap().is_empty());
        }
    }
    let sets = catalogue["sets"].as_array().unwrap();
    assert_eq!(
        sets.len(),
        engine
            .law()
            .packs
            .iter()
            .map(|pack| pack.indicator_sets.len())
            .sum::<usize>()
    );
    for set in sets {
        let request = json!({"set": set["id"], "tallies": []});
        let points = parsed(&wire::score(&engine, request.to_string().as_bytes()).unwrap());
        assert_eq!(points["set"], set["id"]);
    }
    let error = wire::explain(&engine, br#"{"rule": "no-such-rule"}"#).unwrap_err();
    assert_eq!(error.code, wire::ErrorCode::UnknownRule);
}

#[test]
fn packs_are_checked_with_file_and_line() {
    let pack = "[pack]\nid = \"own\"\nversion = \"1.0.0\"\ntitle = { zh = \"本局规则\", en = \"Own\" }\n\n[[rule]]\nid = \"own-rule\"\ncode = \"OWN-1\"\ntitle = { zh = \"甲\", en = \"A\" }\napplies_to = [\"administrative-license\"]\nseverity = \"warning\"\ncite = { clause = \"1\" }\n[rule.fields]\nrequired = [\"no_such_field\"]\n\n[[clause]]\nnumber = \"1\"\ntitle = { zh = \"一\", en = \"One\" }\nduty = { zh = \"填写\", en = \"Fill in\" }\n";
    let request =
        json!({"packs": [{"name": "own.toml", "text": pack, "format": "toml"}]}).to_string();
    let answer = parsed(&wire::lint(request.as_bytes()).unwrap());
    assert_eq!(answer["good"], false);
    let trouble = &answer["troubles"][0];
    assert_eq!(
        (&trouble["name"], &trouble["place"], &trouble["line"]),
        (&json!("pack-unknown-name"), &json!("own.toml"), &json!(14))
    );
    let good = json!({"packs": [{"name": "own.toml", "text": pack.replace("no_such_field", "item_name"), "format": "toml"}]});
    let answer = parsed(&wire::lint(good.to_string().as_bytes()).unwrap());
    assert_eq!(answer, json!({"good": true, "troubles": []}));
}

#[test]
fn the_version_names_everything_that_decides() {
    let version = parsed(&wire::version(&engine()));
    assert_eq!(version["contract"], wire::CONTRACT);
    assert_eq!(version["calendar_years"], json!([2001, 2026]));
    assert_eq!(version["calendar"].as_str().unwrap().len(), 64);
}

#[test]
fn an_error_is_carried_field_by_field() {
    let error = wire::check_record(&engine(), "no-such-kind", b"{}", "2016-09-01").unwrap_err();
    let failure = parsed(&wire::failure(&error));
    assert_eq!(
        (&failure["code"], &failure["name"]),
        (&json!(401), &json!("unknown-kind"))
    );
    assert!(!failure["remedy"].as_str().unwrap().is_empty());
}

#[test]
fn a_text_is_looked_through_and_masked() {
    let engine = engine();
    let text = "张三，身份证号11010519491231002X\n机密★10年";
    let request = json!({ "text": text, "as_of": "2024-09-01", "offsets": "characters" });
    let found = parsed(&wire::screen(&engine, request.to_string().as_bytes()).unwrap());
    assert_eq!(
        (&found["clean"], &found["hits_total"]),
        (&json!(false), &json!(3))
    );
    let entries = |hits: &Value| -> Vec<String> {
        let hits = hits.as_array().unwrap().iter();
        hits.map(|hit| hit["entry"].as_str().unwrap().to_owned())
            .collect()
    };
    let all = ["name-with-number", "resident-id", "state-secret-marking"];
    assert_eq!(entries(&found["hits"]), all);
    assert_eq!(
        (&found["hits"][1]["start"], &found["hits"][1]["end"]),
        (&json!(7), &json!(25))
    );
    assert!(!found.to_string().contains("11010519491231002X"));

    let masked = parsed(&wire::mask(&engine, request.to_string().as_bytes()).unwrap());
    assert_eq!(
        masked["text"],
        "张某，身份证号110105********002X\n机密★10年"
    );
    assert_eq!(masked["publishable"], false);
    assert_eq!(entries(&masked["left"]), ["state-secret-marking"]);
    let page =
        json!({ "text": "<p>138<b>00138000</b></p>", "as_of": "2024-09-01", "format": "html" });
    let masked = parsed(&wire::mask(&engine, page.to_string().as_bytes()).unwrap());
    assert_eq!(masked["text"], "<p>138****8000<b></b></p>");
}

#[test]
fn a_report_to_the_credit_platform_carries_the_full_number() {
    let engine = engine();
    let request = json!({
        "text": "张三，身份证号11010519491231002X",
        "as_of": "2024-09-01",
        "audience": "credit-platform",
    });
    let found = parsed(&wire::screen(&engine, request.to_string().as_bytes()).unwrap());
    assert_eq!(found["clean"], true);
}

#[test]
fn what_cannot_be_looked_through_is_refused() {
    let small = wire::open(br#"{"limits": {"bytes": 8}}"#).unwrap();
    let refused = [
        (
            r#"{"text": "a", "as_of": "2024-09-01", "format": "pdf"}"#,
            "request-syntax",
            "format",
        ),
        (
            r#"{"text": "a", "as_of": "2024-09-01", "lists": ["x"]}"#,
            "request-syntax",
            "lists",
        ),
        (
            r#"{"text": "a", "as_of": "2024-09-01", "audience": "x"}"#,
            "request-syntax",
            "audience",
        ),
        (
            r#"{"text": "a", "as_of": "2024-09-01", "offsets": "x"}"#,
            "request-syntax",
            "offsets",
        ),
        (
            r#"{"text": "a longer text", "as_of": "2024-09-01"}"#,
            "record-too-large",
            "text",
        ),
        (r#"{"text": "a"}"#, "request-syntax", "request"),
    ];
    for (request, name, place) in refused {
        for answer in [wire::screen, wire::mask] {
            let error = answer(&small, request.as_bytes()).unwrap_err();
            assert_eq!(
                (error.code.name(), error.place.as_str()),
                (name, place),
                "{request}"
            );
        }
    }
}
