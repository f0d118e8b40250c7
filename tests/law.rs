//! The law is covered: every clause of the Gansu plan and every entry of the catalogue has a rule, or a reason why it has none.

#[cfg(test)]
mod tests {
    use gongkai::{Engine, Verdict};
    use std::collections::{BTreeMap, BTreeSet};

    /// The plan whose clauses are all to be encoded.
    const PLAN: &str = "gansu-agri-2016";

    /// A line each: id, name, and behind a bar the reason for having no rule.
    const CATALOGUE: &str = include_str!("law/catalogue.txt");

    /// Every entry with its reason for having no rule; none where it must have one.
    fn entries() -> BTreeMap<&'static str, Option<&'static str>> {
        let lines = CATALOGUE.lines().filter(|line| !line.starts_with('#'));
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        let entries = lines.iter().map(|line| {
            let (entry, reason) = match line.split_once(" | ") {
                Some((entry, reason)) => (entry, Some(reason)),
                None => (*line, None),
            };
            let id = entry.split_once(' ').map_or(entry, |(id, _)| id);
            (id, reason)
        });
        let entries: BTreeMap<_, _> = entries.collect();
        assert_eq!(entries.len(), lines.len(), "an entry stands twice");
        entries
    }

    /// The clauses of the plan and the entries of the catalogue that rules encode.
    fn encoded() -> BTreeSet<String> {
        let engine = Engine::builder().build().unwrap();
        let law = engine.law();
        let plan = law.pack(PLAN).unwrap();
        let clauses = law.packs[plan].clauses.iter();
        let mut encoded: BTreeSet<String> = clauses
            .map(|clause| format!("clause-{}", clause.number))
            .collect();
        let named = law
            .rules
            .iter()
            .filter_map(|rule| rule.source.catalogue.as_deref());
        encoded.extend(named.flat_map(|ids| ids.split(", ")).map(str::to_owned));
        encoded
    }

    #[test]
    fn every_entry_has_a_rule_or_a_reason() {
        let encoded = encoded();
        let bare = entries().into_iter().filter(|(_, reason)| reason.is_none());
        let bare: Vec<&str> = bare
            .map(|(id, _)| id)
            .filter(|id| !encoded.contains(*id))
            .collect();
        assert!(bare.is_empty(), "neither rule nor reason: {bare:?}");
    }

    #[test]
    fn no_entry_has_both() {
        let encoded = encoded();
        let both = entries()
            .into_iter()
            .filter(|(id, reason)| reason.is_some() && encoded.contains(*id));
        let both: Vec<&str> = both.map(|(id, _)| id).collect();
        assert!(
            both.is_empty(),
            "there is a rule, strike the reason: {both:?}"
        );
    }

    #[test]
    fn rules_name_only_entries() {
        let entries = entries();
        let unknown: Vec<String> = encoded()
            .into_iter()
            .filter(|id| !entries.contains_key(id.as_str()))
            .collect();
        assert!(unknown.is_empty(), "no such entry: {unknown:?}");
    }

    #[test]
    fn a_published_yearly_report_adds_up() {
        const REPORT: &str = include_str!("../examples/data/annual_report/annual_report_2023.json");
        let builder = Engine::builder().profile("open-government-2019");
        let engine = builder.build().unwrap();
        let as_of = gongkai::words::Day::parse_iso("2024-04-15").unwrap();
        let mut desk = engine.desk("annual-report").unwrap();
        let judged = desk.json(REPORT.as_bytes(), as_of, |judged| {
            let rules = &engine.law().rules;
            let verdicts = judged.verdicts();
            verdicts
                .map(|(rule, verdict)| (rules[usize::from(rule)].source.id.clone(), verdict))
                .collect::<BTreeMap<_, _>>()
        });
        let verdicts = judged.unwrap();
        let breached = verdicts
            .values()
            .filter(|verdict| **verdict == Verdict::Breached);
        assert_eq!(breached.count(), 0, "{verdicts:?}");
        for rule in [
            "received-equals-handled",
            "results-add-up",
            "columns-add-up",
            "disputes-add-up",
        ] {
            let verdict = verdicts[&format!("annual-report-{rule}")];
            assert_eq!(verdict, Verdict::Met, "{rule}");
        }
    }
}
