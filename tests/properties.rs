//! What must hold for every record, not only for those of the pages.

#![expect(
    clippy::excessive_nesting,
    clippy::arithmetic_side_effects,
    reason = "the tests go through kinds and their fields, and pick them by random numbers"
)]

#[cfg(test)]
mod random;

#[cfg(test)]
mod tests {
    use crate::random::{self, KINDS, day, engine, judged, law_deadlines};
    use gongkai::duty::pack::Format;
    use gongkai::judge::collection::Collection;
    use gongkai::record::FieldType;
    use gongkai::words::Day;
    use gongkai::{Engine, Verdict};
    use proptest::prelude::*;
    use serde_json::{Map, Value, json};

    /// What no report may show: a resident id, a telephone number, a name.
    const PERSONAL: [&str; 3] = ["11010519491231002X", "13912345678", "欧阳哨兵"];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn publishing_later_never_mends_a_breach(start in random::days(), wait in 0..400_i32, more in 1..400_i32) {
            for duty in law_deadlines() {
                let soon = duty.verdict(start, wait);
                let later = duty.verdict(start, wait.saturating_add(more));
                prop_assert!(!(soon == Verdict::Breached && later == Verdict::Met), "{}", duty.rule);
            }
        }

        #[test]
        fn the_order_of_members_changes_nothing(record in random::record(), turn in 0..20_usize) {
            let members = record.as_object().unwrap();
            let mut turned: Vec<(String, Value)> = members.clone().into_iter().collect();
            let length = turned.len().max(1);
            turned.rotate_left(turn % length);
            let text: Vec<String> = turned.iter().map(|(name, value)| format!("{}:{value}", json!(name))).collect();
            let turned = format!("{{{}}}", text.join(","));
            for kind in KINDS {
                prop_assert_eq!(judged(engine(), kind, &record.to_string()), judged(engine(), kind, &turned));
            }
        }

        #[test]
        fn two_engines_write_the_same_bytes(record in random::record()) {
            let text = record.to_string();
            for kind in KINDS {
                prop_assert_eq!(judged(engine(), kind, &text), judged(random::second(), kind, &text));
            }
        }

        #[test]
        fn any_json_gives_a_report_or_an_error(value in random::json(), kind in 0..KINDS.len()) {
            let text = value.to_string();
            let report = engine().check(KINDS[kind], text.as_bytes(), day("2020-01-01"));
            prop_assert_eq!(report.is_ok(), value.is_object(), "{}", text);
        }

        #[test]
        fn any_bytes_give_a_report_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(report) = engine().check(KINDS[0], &bytes, day("2020-01-01")) {
                prop_assert!(!report.canonical().is_empty());
            }
        }

        #[test]
        fn any_row_is_judged(row in prop::collection::vec((any::<u16>(), ".{0,40}"), 0..30)) {
            let mut desk = engine().desk(KINDS[1]).unwrap();
            let cells = row.iter().map(|(slot, text)| (slot % 80, text.as_str()));
            let report = desk.row(cells, day("2020-01-01"), |judged: &gongkai::Judged<'_, '_>| judged.report());
            for finding in &report.findings {
                for text in [&finding.message.zh, &finding.message.en, &finding.remedy.zh, &finding.remedy.en] {
                    prop_assert!(text.chars().count() > 3 && !text.contains("“”"), "{}: {}", finding.rule, text);
                }
            }
        }

        #[test]
        fn a_collection_does_not_depend_on_order_or_partition(
            records in prop::collection::vec(random::keyed(), 1..40), cut in 0..40_usize, turn in 0..40_usize,
        ) {
            let rows: Vec<(u64, String)> = (1..).zip(records).collect();
            let whole = random::gathered(&rows);
            let mut turned = rows.clone();
            turned.rotate_left(turn % rows.len());
            let (left, right) = turned.split_at(cut % rows.len());
            let mut merged: Collection = random::gathered(right);
            merged.merge(random::gathered(left));
            let as_of = day("2020-01-01");
            prop_assert_eq!(engine().close(&whole, as_of), engine().close(&merged, as_of));
        }

        #[test]
        fn personal_data_never_leaves(which in 0..PERSONAL.len(), around in "[ -]?") {
            let secret = format!("{}{around}", PERSONAL[which]);
            for program in engine().programs().iter() {
                let fields = program.schema.fields.iter().filter(|field| field.sensitive);
                for field in fields {
                    let record = random::nested(&field.id, &secret);
                    let shown = random::everything(&program.schema.id, &record.to_string());
                    prop_assert!(!shown.contains(PERSONAL[which]), "{}: {}", field.id, shown);
                }
            }
        }
    }

    #[test]
    fn numbers_of_persons_are_hidden_in_every_column() {
        for number in [
            "11010519491231002X",
            "110105194912310021",
            "110105 19491231 002X",
            "13912345678",
        ] {
            for program in engine().programs().iter() {
                // A number in a column of numbers is read as what the column counts.
                let counts = |kind| {
                    matches!(
                        kind,
                        FieldType::Amount(_)
                            | FieldType::Integer
                            | FieldType::Decimal
                            | FieldType::Percent
                    )
                };
                let fields = program.schema.fields.iter();
                for field in fields.filter(|field| !counts(field.kind)) {
                    let record = random::nested(&field.id, &format!("张三 {number}"));
                    let bare = random::nested(&field.id, number);
                    let wrong = json!({ number: number });
                    for record in [record, bare, wrong] {
                        let shown = random::everything(&program.schema.id, &record.to_string());
                        assert!(!shown.contains(number), "{}: {shown}", field.id);
                    }
                }
            }
        }
    }

    #[test]
    fn errors_show_nothing_of_the_record() {
        for broken in [
            "{\"resident_id\": \"11010519491231002X\"",
            "{\"11010519491231002X\": 1x}",
        ] {
            let error = engine()
                .check(KINDS[0], broken.as_bytes(), day("2020-01-01"))
                .unwrap_err();
            let shown = format!("{error} {error:?}");
            assert!(!shown.contains("11010519491231002X"), "{shown}");
        }
    }

    #[test]
    fn unknown_and_repeated_names_are_reported() {
        let record = r#"{"authority": "甲", "authority": "乙", "no_such_name": 1}"#;
        let report = engine()
            .check(KINDS[0], record.as_bytes(), day("2020-01-01"))
            .unwrap();
        assert_eq!(report.unknown, ["no_such_name"]);
        assert_eq!(report.repeated, ["/authority"]);
        assert_eq!(report.record, "甲");
    }

    /// A pack from outside: a longer list, a group of fields, and a rule that looks at both.
    const OFFICE: &str = include_str!("random/office.toml");
    /// What it changes in other packs.
    const CHANGES: &str = include_str!("random/changes.toml");

    fn office(files: &[(&str, &str, Format)]) -> Engine {
        let mut builder = Engine::builder().profile("penalty-law-2021");
        for (name, text, format) in files {
            builder = builder.pack(*name, *text, *format);
        }
        builder.build().unwrap_or_else(|error| panic!("{error}"))
    }

    fn verdict(engine: &Engine, rule: &str, record: &Value) -> Verdict {
        let number = engine.law().rule(rule).unwrap();
        let mut desk = engine.desk(KINDS[0]).unwrap();
        let as_of: Day = day("2020-01-01");
        let text = record.to_string();
        let found = desk.json(text.as_bytes(), as_of, |judged| {
            let mut verdicts = judged.verdicts();
            verdicts.find(|(rule, _)| usize::from(*rule) == number)
        });
        found.unwrap().unwrap().1
    }

    #[test]
    fn a_pack_from_outside_is_judged() {
        let engine = office(&[("office.toml", OFFICE, Format::Toml)]);
        let record = |region: &str| json!({"decision_date": "2019-08-19", "office_region": region});
        assert_eq!(
            verdict(&engine, "office-region-known", &record("西区")),
            Verdict::Met
        );
        assert_eq!(
            verdict(&engine, "office-region-known", &record("南区")),
            Verdict::Breached
        );
        assert_eq!(
            verdict(&engine, "office-region-known", &json!({})),
            Verdict::Undetermined
        );
        let kind = json!({"decision_date": "2019-08-19", "license_kind": "试点"});
        assert_eq!(verdict(&engine, "office-license-kind", &kind), Verdict::Met);
    }

    #[test]
    fn silenced_and_regraded_rules_stand_in_the_header() {
        let json = random::as_json(CHANGES);
        for (name, text, format) in [
            ("c.toml", CHANGES, Format::Toml),
            ("c.json", &json, Format::Json),
        ] {
            let engine = office(&[("office.toml", OFFICE, Format::Toml), (name, text, format)]);
            let report = engine
                .check(KINDS[0], b"{\"credit_code\": \"91\"}", day("2020-01-01"))
                .unwrap();
            let overrides: Vec<(&str, bool, &str)> = report
                .header
                .overrides
                .iter()
                .map(|change| {
                    (
                        change.rule.as_str(),
                        change.silenced,
                        change.reason.zh.as_str(),
                    )
                })
                .collect();
            assert_eq!(
                overrides,
                [
                    ("license-number-well-formed", true, "文号另行核对"),
                    ("credit-code-well-formed", false, "旧代码尚多"),
                ]
            );
            let graded = report
                .findings
                .iter()
                .find(|finding| finding.rule == "credit-code-well-formed");
            assert_eq!(
                graded.unwrap().severity,
                gongkai::duty::source::Severity::Info
            );
            assert!(
                report
                    .findings
                    .iter()
                    .all(|finding| finding.rule != "license-number-well-formed")
            );
        }
    }

    #[test]
    fn the_order_of_files_changes_no_judgement() {
        let (manifest, rules) = OFFICE.split_once("# rules\n").unwrap();
        let (rules, lists) = rules.split_once("# lists\n").unwrap();
        let forward = office(&[
            ("a", manifest, Format::Toml),
            ("b", rules, Format::Toml),
            ("c", lists, Format::Toml),
        ]);
        let back = office(&[
            ("a", manifest, Format::Toml),
            ("c", lists, Format::Toml),
            ("b", rules, Format::Toml),
        ]);
        let record = Map::from_iter([("office_region".to_owned(), json!("南区"))]);
        let text = Value::Object(record).to_string();
        assert_eq!(
            judged(&forward, KINDS[0], &text),
            judged(&back, KINDS[0], &text)
        );
    }
}
