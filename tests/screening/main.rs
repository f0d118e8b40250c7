//! How well texts are screened: labelled cases, published texts that are clean, and the page of the plan.

#![expect(clippy::string_slice, reason = "a test that cannot go on fails")]

#[cfg(test)]
mod cases;
#[cfg(test)]
mod clean;

#[cfg(test)]
mod tests {
    use gongkai::screen::{Hit, Look, PUBLIC};
    use gongkai::{Engine, words::Day};
    use serde_json::json;
    use std::path::Path;

    /// The root of the tree.
    pub(crate) fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
    }

    /// What is found in a text, with the entries it falls under.
    pub(crate) fn found<'e>(engine: &'e Engine, text: &str, day: Day) -> Vec<(&'e str, Hit)> {
        let screening = &engine.law().screening;
        let look = Look {
            day,
            audience: PUBLIC,
            chosen: None,
        };
        let hits = screening.screen().find(text, &look).into_iter();
        hits.filter_map(|hit| Some((screening.entry(hit.entry)?.1.id.as_str(), hit)))
            .collect()
    }

    pub(crate) fn engine() -> Engine {
        Engine::builder().build().unwrap()
    }

    #[test]
    fn the_page_of_the_plan_holds_two_banners_and_one_malformed_number_and_nothing_else() {
        let engine = engine();
        let text = include_str!("gansu-agri-2016.txt");
        let hits = found(&engine, text, Day::of(2026, 9, 1).unwrap());
        let seen: Vec<(&str, &str)> = hits
            .iter()
            .map(|(entry, hit)| (*entry, &text[hit.start..hit.end]))
            .collect();
        let banner = ("injected-gambling", "亚博2021最新官网网址.主頁(欢迎您)");
        let number = ("malformed-document-number", "国办发﹝2015﹞)15号");
        assert_eq!(seen, [banner, banner, number]);
    }

    #[test]
    fn the_judge_finds_the_same_on_the_page_of_the_plan_and_corrects_the_number() {
        let engine = Engine::builder().profile("gansu-2016").build().unwrap();
        let record = json!({
            "document_number": "甘农牧发〔2016〕90号",
            "formed_on": "2016-07-22",
            "summary": include_str!("gansu-agri-2016.txt"),
        });
        let as_of = Day::of(2026, 9, 1).unwrap();
        let record = record.to_string();
        let report = engine
            .check("policy-document", record.as_bytes(), as_of)
            .unwrap();
        let in_text = report
            .findings
            .iter()
            .filter(|finding| finding.path == "/summary");
        let found = |rule: &str| {
            in_text
                .clone()
                .filter(|finding| finding.rule == rule)
                .count()
        };
        assert_eq!(found("no-injected-content"), 2);
        assert_eq!(found("document-numbers-in-texts-well-formed"), 1);
        assert_eq!(in_text.clone().count(), 3);
        let fix = in_text
            .clone()
            .find_map(|finding| finding.fix.as_ref())
            .unwrap();
        assert_eq!(
            (fix.value.as_str(), fix.certainty),
            ("国办发〔2015〕15号", "safe")
        );
        let part = fix.part.unwrap();
        let text = include_str!("gansu-agri-2016.txt").chars();
        let written: String = text.skip(part.start).take(part.end - part.start).collect();
        assert_eq!(written, "国办发﹝2015﹞)15号");
    }
}
