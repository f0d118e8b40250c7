//! Random records, and ways to judge them.

use gongkai::duty::Program;
use gongkai::duty::demand::{Deadline, Demand};
use gongkai::judge::collection::Collection;
use gongkai::words::Day;
use gongkai::written::Canonical;
use gongkai::{Engine, Verdict};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// The kinds of record.
pub(crate) const KINDS: [&str; 3] = [
    "administrative-license",
    "administrative-penalty",
    "credit-list-entry",
];

/// Values of every sort, good and bad.
const VALUES: [&str; 16] = [
    "2019-08-19",
    "2019年8月",
    "20190819",
    "未公开",
    "91620102MA71A2B354",
    "/",
    "罚款",
    "withheld",
    "法人及非法人组织",
    "自然人",
    "甘农许〔2019〕12号",
    "0.5",
    "5000元",
    "******",
    "11010519491231002X",
    "其他-甲",
];

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::builder().build().unwrap());
static SECOND: LazyLock<Engine> = LazyLock::new(|| Engine::builder().build().unwrap());
static PROFILES: LazyLock<Vec<Engine>> = LazyLock::new(|| {
    let profiles = engine().law().profiles.iter();
    let engines = profiles.map(|profile| Engine::builder().profile(&profile.id).build());
    engines.map(Result::unwrap).collect()
});

pub(crate) fn engine() -> &'static Engine {
    &ENGINE
}

/// Another engine, built of the same packs.
pub(crate) fn second() -> &'static Engine {
    &SECOND
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// Days from 2015 to 2026.
pub(crate) fn days() -> impl Strategy<Value = Day> {
    (day("2015-01-01").number()..=day("2026-12-31").number()).prop_map(Day::from_number)
}

/// One deadline of a program, and the only fields it looks at.
pub(crate) struct LawDeadline {
    pub(crate) rule: String,
    number: u16,
    engine: &'static Engine,
    program: &'static Program,
    demand: &'static Deadline,
}

/// Every deadline of every profile that asks for an event within a term.
pub(crate) fn law_deadlines() -> Vec<LawDeadline> {
    let mut all = Vec::new();
    for engine in PROFILES.iter() {
        for program in engine.programs().iter() {
            for duty in &program.rules {
                if let Demand::Deadline(demand) = &duty.demand
                    && !matches!(demand.limit, gongkai::duty::demand::Limit::AtLeast(_))
                {
                    let rule = &engine.law().rules[usize::from(duty.rule)].source.id;
                    let (rule, number) = (rule.clone(), duty.rule);
                    all.push(LawDeadline {
                        rule,
                        number,
                        engine,
                        program,
                        demand,
                    });
                }
            }
        }
    }
    assert!(all.len() > 10);
    all
}

impl LawDeadline {
    /// The verdict on a record whose events all come so many days after the start.
    pub(crate) fn verdict(&self, start: Day, wait: i32) -> Verdict {
        let happened = Day::from_number(start.number().saturating_add(wait)).to_string();
        let start = start.to_string();
        let mut row: Vec<(u16, &str)> = vec![(self.demand.from, &start)];
        row.extend(self.demand.to.iter().map(|slot| (*slot, happened.as_str())));
        if self.demand.from != self.program.schema.event {
            row.push((self.program.schema.event, &start));
        }
        let mut desk = self.engine.desk(&self.program.schema.id).unwrap();
        desk.row(row, day("2030-01-01"), |judged| {
            let mut verdicts = judged.verdicts();
            verdicts.find(|(rule, _)| *rule == self.number).unwrap().1
        })
    }
}

/// A record with some of the fields that exist.
pub(crate) fn record() -> impl Strategy<Value = Value> {
    let members = prop::collection::vec((0..3_usize, any::<usize>(), 0..VALUES.len()), 0..20);
    members.prop_map(|members| {
        let mut record = Map::new();
        for (kind, field, value) in members {
            let fields = &engine().program(KINDS[kind]).unwrap().schema.fields;
            let id = &fields[field % fields.len()].id;
            record.insert(id.clone(), json!(VALUES[value]));
        }
        Value::Object(record)
    })
}

/// A record with a key that others may have too.
pub(crate) fn keyed() -> impl Strategy<Value = String> {
    (0..6_u8, 0..3_u8).prop_map(|(number, name)| {
        let name = ["甲", "乙", ""][usize::from(name)];
        let number = format!("甘农许〔2019〕{}号", u32::from(number).saturating_add(1));
        json!({"authority": "甲厅", "decision_number": number, "counterpart_name": name})
            .to_string()
    })
}

/// Any JSON.
pub(crate) fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,30}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 8, |inner| {
        let name = prop_oneof![
            ".{0,8}",
            Just("decision_date".to_owned()),
            Just("published".to_owned())
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// The canonical bytes of the report on a record.
pub(crate) fn judged(engine: &Engine, kind: &str, record: &str) -> String {
    let report = engine.check(kind, record.as_bytes(), day("2020-01-01"));
    String::from_utf8(report.unwrap().canonical()).unwrap()
}

/// What records leave behind.
pub(crate) fn gathered(rows: &[(u64, String)]) -> Collection {
    let mut collection = Collection::default();
    let mut desk = engine().desk(KINDS[0]).unwrap();
    for (row, record) in rows {
        let gather = desk.json(record.as_bytes(), day("2020-01-01"), |judged| {
            judged.gather(&mut collection, *row);
        });
        gather.unwrap();
    }
    collection
}

/// A record of one field, with its channel inside where it has one.
pub(crate) fn nested(id: &str, value: &str) -> Value {
    match id.split_once('.') {
        Some((field, channel)) => json!({ field: { channel: value } }),
        None => json!({ id: value }),
    }
}

/// Everything that is shown of two equal records under every profile: reports, debug forms, the group.
pub(crate) fn everything(kind: &str, record: &str) -> String {
    let mut shown = String::new();
    let as_of = day("2020-01-01");
    for engine in [&PROFILES[0]] {
        let mut collection = Collection::default();
        let mut desk = engine.desk(kind).unwrap();
        for row in 1..=2 {
            desk.json(record.as_bytes(), as_of, |judged| {
                judged.gather(&mut collection, row);
                let report = judged.report();
                shown.push_str(&String::from_utf8(report.canonical()).unwrap());
                shown.extend([format!(
                    "{:?}{:?}{report:?}",
                    judged.case.cells, judged.outcome
                )]);
            })
            .unwrap();
        }
        shown.extend([format!(
            "{:?}{collection:?}",
            engine.close(&collection, as_of)
        )]);
    }
    shown
}

/// The same pack written in JSON.
pub(crate) fn as_json(pack: &str) -> String {
    let read = gongkai::duty::pack::read("pack", pack, gongkai::duty::pack::Format::Toml);
    String::from_utf8(Canonical::json(&read.unwrap())).unwrap()
}
