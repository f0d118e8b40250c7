//! Input that means harm: each is judged, or refused with a number, in bounded time and memory.

#[cfg(test)]
mod tests {
    use gongkai::duty::pack::Format;
    use gongkai::record::FieldType;
    use gongkai::words::Day;
    use gongkai::{Engine, Error, ErrorCode, Judged, Supplied, Verdict};
    use std::collections::BTreeMap;
    use std::fmt::Write;

    const KIND: &str = "administrative-license";

    fn engine() -> Engine {
        Engine::builder().build().unwrap()
    }

    fn day() -> Day {
        Day::of(2024, 12, 31).unwrap()
    }

    /// What is wrong with a pack whose tables follow a manifest.
    fn troubles(tables: &str) -> Vec<Error> {
        let manifest =
            "[pack]\nid = \"a\"\nversion = \"1.0.0\"\ntitle = { zh = \"甲\", en = \"a\" }\n";
        let text = format!("{manifest}builds_on = [\"common\"]\n{tables}");
        let built = Engine::builder()
            .pack("a.toml", text, Format::Toml)
            .try_build();
        built.map(|_| ()).unwrap_err()
    }

    fn code(tables: &str) -> ErrorCode {
        troubles(tables)[0].code
    }

    #[test]
    fn a_pack_that_is_too_large_is_refused_as_a_whole() {
        let blank = "#".repeat(5 << 20);
        assert_eq!(code(&blank), ErrorCode::PackTooLarge);
        let half = "#".repeat(3 << 20);
        let builder = Engine::builder().pack("a", half.clone(), Format::Toml);
        let error = builder.pack("b", half, Format::Toml).build().unwrap_err();
        assert_eq!(
            (error.code, error.place.as_str()),
            (ErrorCode::PackTooLarge, "b")
        );
    }

    #[test]
    fn a_pack_of_too_many_tables_is_refused() {
        let redirects = "[[redirect]]\nfrom = \"a\"\nto = \"b\"\n".repeat(5000);
        assert_eq!(code(&redirects), ErrorCode::PackTooLarge);
    }

    #[test]
    fn fields_that_would_unfold_without_end_are_refused() {
        let mut tables =
            String::from("[[list]]\nid = \"l\"\ntitle = { zh = \"表\", en = \"l\" }\n");
        for entry in 0..3000 {
            writeln!(
                tables,
                "[[list.entry]]\ncode = \"{entry}\"\nlabel = {{ zh = \"\", en = \"\" }}"
            )
            .unwrap();
        }
        for kind in 0..40 {
            writeln!(tables, "[[kind]]\nid = \"k{kind}\"\ntitle = {{ zh = \"\", en = \"\" }}\nevent = \"d\"\nkey = []").unwrap();
            for field in ["d", "e", "f"] {
                writeln!(tables, "[[kind.field]]\nid = \"{field}\"\nlabel = {{ zh = \"\", en = \"\" }}\ntype = \"date\"\nper = \"l\"").unwrap();
            }
        }
        let troubles = troubles(&tables);
        assert!(
            troubles
                .iter()
                .any(|error| error.code == ErrorCode::PackTooLarge)
        );
    }

    #[test]
    fn very_many_troubles_are_named_in_part() {
        let clause = "[[clause]]\nnumber = \"1\"\ntitle = { zh = \"\", en = \"\" }\nduty = { zh = \"\", en = \"\" }\n";
        assert_eq!(troubles(&clause.repeat(3000)).len(), 100);
    }

    #[test]
    fn circles_and_absent_names_have_numbers_and_lines() {
        let circle = "[pack]\nid = \"a\"\nversion = \"1\"\ntitle = { zh = \"甲\", en = \"a\" }\nbuilds_on = [\"a\"]\n";
        let built = Engine::builder()
            .pack("a.toml", circle, Format::Toml)
            .build();
        let error = built.map(|_| ()).unwrap_err();
        assert_eq!((error.code, error.line), (ErrorCode::PackCycle, Some(2)));
        let absent = "[[kind]]\nid = \"k\"\ntitle = { zh = \"\", en = \"\" }\nevent = \"no_such\"\nkey = []\nfield = []\n";
        assert_eq!(code(absent), ErrorCode::PackUnknownName);
    }

    #[test]
    fn a_register_of_very_many_entries_is_looked_up() {
        let company = |number: u32| (format!("code-{number}"), format!("某公司{number}"));
        let supplied = Supplied {
            list: "credit-registry".to_owned(),
            entries: (0..70_000).map(company).collect(),
        };
        let engine = Engine::builder().supply(supplied).build().unwrap();
        let list = engine
            .lists()
            .iter()
            .find(|list| list.id == "credit-registry")
            .unwrap();
        let entry = list
            .find("code-69999")
            .and_then(|number| list.entry(number))
            .unwrap();
        assert_eq!(entry.label.zh, "某公司69999");
    }

    #[test]
    fn very_long_cells_are_judged_in_every_sort_of_field() {
        let engine = engine();
        let program = engine.program(KIND).unwrap();
        let mut sorts = BTreeMap::new();
        for (slot, field) in (0..).zip(&program.schema.fields) {
            sorts.entry(field.kind.name()).or_insert(slot);
        }
        assert!(sorts.len() > 5);
        for long in [
            "甲".repeat(300_000),
            "1".repeat(1 << 20),
            "〔2016".repeat(100_000),
        ] {
            let cells = sorts.values().map(|slot| (*slot, long.as_str()));
            let mut desk = engine.desk(KIND).unwrap();
            let report = desk.row(cells, day(), |judged: &Judged<'_, '_>| judged.report());
            assert!(report.canonical().len() < 200_000);
        }
    }

    #[test]
    fn records_beyond_the_limits_have_numbers_and_places() {
        let engine = engine();
        let deep = format!("{{\"a\":{}}}", "[".repeat(10_000));
        let wide = format!("{{{}}}", "\"a\":1,".repeat(10_000));
        let long = format!("{{\"a\":\"{}\"}}", "x".repeat(10 << 20));
        for (record, code) in [
            (deep, ErrorCode::RecordTooLarge),
            (wide, ErrorCode::RecordTooLarge),
            (long, ErrorCode::RecordTooLarge),
            (
                "{\"fine_amount\":NaN}".to_owned(),
                ErrorCode::RecordNotANumber,
            ),
            (String::new(), ErrorCode::RecordSyntax),
        ] {
            let error = engine.check(KIND, record.as_bytes(), day()).unwrap_err();
            assert_eq!(error.code, code, "{error}");
            assert!(error.offset.is_some());
        }
        let error = engine.check(KIND, b"{\"a\":\"\xff\"}", day()).unwrap_err();
        assert_eq!(
            (error.code, error.offset),
            (ErrorCode::RecordEncoding, Some(6))
        );
    }

    #[test]
    fn days_at_the_ends_of_time_never_meet_a_term() {
        let engine = engine();
        let dates = engine.program(KIND).unwrap().schema.fields.iter();
        let dates: Vec<&str> = dates
            .filter(|field| field.kind == FieldType::Date && field.part.is_none())
            .map(|field| field.id.as_str())
            .collect();
        for day_text in [
            "0000-00-00",
            "0000-01-01",
            "0001-01-01",
            "9999-12-31",
            "10000-01-01",
            "-1",
            "99991231",
        ] {
            for field in &dates {
                let record = format!(
                    "{{\"decision_date\":\"2024-01-02\",\"{field}\":\"{day_text}\",\"published\":{{\"own-site\":\"{day_text}\"}}}}"
                );
                let report = engine.check(KIND, record.as_bytes(), day()).unwrap();
                assert!(
                    report.verdict >= Verdict::Undetermined,
                    "{field} {day_text}"
                );
            }
        }
    }
}
