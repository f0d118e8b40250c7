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
}
