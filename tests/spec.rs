//! Runs every case of the pages in `tests/spec`: the verdict each must have, and the words it is given in.
//!
//! `UPDATE_SPEC=1 cargo test -p gongkai-tests --test spec` writes the findings below the cases anew.

#[cfg(test)]
mod cases;

#[cfg(test)]
mod tests {
    use crate::cases::{complete, folder, judge::Bench, judged, pages};
    use gongkai_pages::Page;

    #[test]
    fn every_case_has_its_verdict_and_its_words() {
        let mut bench = Bench::default();
        let mut troubles = Vec::new();
        for page in pages() {
            let judged = judged(&page, &mut bench, &mut troubles);
            settle(&page, &judged, &mut troubles);
        }
        assert!(troubles.is_empty(), "\n{}", troubles.join("\n"));
    }

    /// Compares the page with what it would be if its findings were written now, or writes it.
    fn settle(page: &Page, judged: &str, troubles: &mut Vec<String>) {
        if page.text == judged {
            return;
        }
        if std::env::var_os("UPDATE_SPEC").is_some() {
            std::fs::write(folder().join(&page.name), judged).unwrap();
            return;
        }
        let differs = page
            .text
            .lines()
            .zip(judged.lines())
            .position(|(a, b)| a != b);
        let line = differs.unwrap_or_else(|| page.text.lines().count().min(judged.lines().count()));
        let now = judged.lines().nth(line).unwrap_or("");
        troubles.push(format!(
            "{}:{}: the findings are now\n    {now}\n  (UPDATE_SPEC=1 writes them)",
            page.name,
            line.saturating_add(1)
        ));
    }

    #[test]
    fn every_page_is_introduced_in_both_languages() {
        for page in pages() {
            let lines = [true, false].map(|chinese| page.prose(chinese).count());
            assert!(!lines.contains(&0), "{}", page.name);
        }
    }

    #[test]
    fn every_rule_is_shown_in_every_verdict_it_can_have() {
        let missing = complete::missing(&pages());
        assert!(missing.is_empty(), "\n{}", missing.join("\n"));
    }

    #[test]
    fn exceptions_are_needed() {
        let idle = complete::idle(&pages());
        assert!(idle.is_empty(), "\n{}", idle.join("\n"));
    }
}
