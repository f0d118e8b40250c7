//! A pack with many kinds and rules, and records of them, from nothing but numbers.

use gongkai::duty::pack::Format;
use gongkai::words::Day;
use gongkai::{Engine, Verdict};
use std::fmt::Write;

/// A pack with kinds of its own and so many rules on each of them, a third of them over many records.
fn pack(kinds: usize, rules: usize) -> String {
    let mut text = String::from(
        "[pack]\nid = \"bench\"\nversion = \"1.0.0\"\ntitle = { zh = \"测\", en = \"bench\" }\n\
         [[clause]]\nnumber = \"1\"\ntitle = { zh = \"一\", en = \"one\" }\nduty = { zh = \"测\", en = \"bench\" }\n",
    );
    for kind in 0..kinds {
        let field = |id: &str, kind: &str| {
            format!(
                "{{ id = \"{id}\", type = \"{kind}\", label = {{ zh = \"{id}\", en = \"{id}\" }} }}"
            )
        };
        let fields = [
            field("number", "text"),
            field("happened_on", "date"),
            field("of", "text"),
        ]
        .join(", ");
        let _ = write!(
            text,
            "[[kind]]\nid = \"bench-{kind}\"\ntitle = {{ zh = \"种类{kind}\", en = \"kind {kind}\" }}\n\
             event = \"happened_on\"\nkey = [\"number\"]\nfield = [{fields}]\n"
        );
        for rule in 0..rules {
            let demand = match rule % 3 {
                0 => "[rule.fields]\nrequired = [\"number\", \"happened_on\"]\n".to_owned(),
                1 => format!(
                    "[rule.coverage]\nby = \"bench-{}\"\nmatch = {{ of = \"number\" }}\n",
                    kind.saturating_add(1).checked_rem(kinds).unwrap_or(0)
                ),
                _ => "[rule.unique]\nby = [\"number\"]\n".to_owned(),
            };
            let _ = write!(
                text,
                "[[rule]]\nid = \"bench-{kind}-{rule}\"\ncode = \"B{kind}-{rule}\"\n\
                 title = {{ zh = \"题\", en = \"title\" }}\napplies_to = [\"bench-{kind}\"]\nseverity = \"info\"\n\
                 cite = {{ clause = \"1\" }}\n{demand}"
            );
        }
    }
    text
}

/// An engine with such a pack beside the built-in ones.
pub(super) fn engine(kinds: usize, rules: usize) -> Engine {
    let builder = Engine::builder().profile("credit-2018");
    let built = builder
        .pack("bench.toml", pack(kinds, rules), Format::Toml)
        .build();
    built.expect("an engine")
}

/// The day of judgement.
pub(super) fn as_of() -> Day {
    Day::of(2020, 1, 2).expect("a day")
}

/// Records of ten kinds in turn, each belonging to one of the kind before; of each kind so many are different.
pub(super) fn mixed(count: usize, different: usize) -> Vec<(String, String)> {
    let record = |number: usize| {
        let row = (number / 10).checked_rem(different).unwrap_or(0);
        let kind = number % 10;
        let day = Day::of(2019, 1, 1)
            .expect("a day")
            .plus(i32::try_from(row % 365).unwrap_or(0));
        let record = format!(
            "{{\"number\": \"第{row}号\", \"happened_on\": \"{day}\", \"of\": \"第{}号\"}}",
            row.saturating_add(usize::from(row.is_multiple_of(50)))
        );
        (format!("bench-{kind}"), record)
    };
    (0..count).map(record).collect()
}

/// Judges all records one by one, and how many are met.
pub(super) fn each(engine: &Engine, records: &[(String, String)]) -> usize {
    let desks = (0..10).map(|kind| engine.desk(&format!("bench-{kind}")).expect("a desk"));
    let mut desks: Vec<_> = desks.collect();
    let mut turn = (0..desks.len()).cycle();
    let met = records.iter().filter(|(_, record)| {
        let desk = turn
            .next()
            .and_then(|at| desks.get_mut(at))
            .expect("a desk");
        desk.json(record.as_bytes(), as_of(), |judged| {
            judged.verdict() == Verdict::Met
        })
        .expect("a verdict")
    });
    met.count()
}
