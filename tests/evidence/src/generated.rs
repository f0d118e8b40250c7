//! Records of every kind and every degree of dirt.

use crate::case::{Case, Cases};
use crate::random::Random;
use gongkai::wire::{self, Engine, Error};
use serde_json::Value;

const PROFILES: [&str; 4] = ["gansu-2016", "credit-2018", "samr-45", "credit-repair-2026"];
const DAYS: [&str; 4] = ["2016-09-01", "2020-02-10", "2023-06-30", "2026-11-23"];

const DATES: [&str; 14] = [
    "2016-07-22",
    "2016/9/30",
    "2020年1月20日",
    "２０２３-０６-１５",
    "2025-08",
    "2024",
    "44927",
    "1700000000000",
    "长期",
    "2023-02-30",
    "2023830",
    "未公开",
    "2026-12-28",
    "2026-11-20 17:30:00",
];
const CODES: [&str; 8] = [
    "91620102MA0000007Y",
    "91620102ma0000007y",
    "91620102MA0000007X",
    "9161011505713****W",
    "无",
    "00000000000000000X",
    "11010519491231002X",
    "9162 0102MA0000007Y",
];
const NUMBERS: [&str; 9] = [
    "甘农许〔2016〕3号",
    "甘农罚[2020]012号",
    "郑环罚决字〔 2021〕006号",
    "国办发﹝2015﹞)15号",
    "第711号",
    "3号",
    "/",
    "(湘怀沅)应急罚〔2025〕执法二中队-9号",
    "常银罚决字( 2025〕 3号",
];
const AMOUNTS: [&str; 8] = [
    "1,234.56",
    "２.３万元",
    "壹仟元整",
    "-",
    "NaN",
    "0",
    "99999999999999999999",
    "0.001",
];
const TEXTS: [&str; 8] = [
    "甘肃示例种业有限公司",
    "其他-备案",
    "罚款、没收违法所得、没收非法财物",
    "⻔⾏⽂",
    "略",
    "60日内申请行政复议，六个月内提起行政诉讼",
    "\u{200b}",
    "𠮷野\u{301}家",
];

/// Adds so many records.
pub(crate) fn add(count: u32, cases: &mut Cases) -> Result<(), Error> {
    let mut random = Random::new(2016);
    let mut pools = Vec::new();
    for profile in PROFILES {
        let options = format!("{{\"profile\": \"{profile}\"}}");
        let engine = wire::open(options.as_bytes())?;
        pools.push((cases.engine(options), kinds(&engine)?));
    }
    for _ in 0..count {
        let pool = usize::try_from(random.below(4)).unwrap_or(0);
        let Some((engine, kinds)) = pools.get(pool) else {
            continue;
        };
        let kind =
            usize::try_from(random.below(u64::try_from(kinds.len()).unwrap_or(1))).unwrap_or(0);
        let Some((kind, fields)) = kinds.get(kind) else {
            continue;
        };
        let payload = record(fields, &mut random);
        let as_of = random.pick(&DAYS).unwrap_or_default().into();
        cases.push(Case {
            engine: *engine,
            function: "check_record",
            kind: kind.clone(),
            as_of,
            payload,
        });
    }
    Ok(())
}

/// A field of a form: its id and its type.
type Fields = Vec<(String, String)>;

/// The kinds of record and their fields, as the contract gives them.
fn kinds(engine: &Engine) -> Result<Vec<(String, Fields)>, Error> {
    let catalogue: Value = serde_json::from_slice(&wire::rules(engine)).unwrap_or_default();
    let ids = strings(catalogue.get("kinds"), "id");
    ids.into_iter()
        .map(|kind| {
            let request = format!("{{\"kind\": \"{kind}\", \"form\": \"fields\"}}");
            let form: Value = serde_json::from_slice(&wire::schema(engine, request.as_bytes())?)
                .unwrap_or_default();
            let (names, types) = (
                strings(form.get("fields"), "id"),
                strings(form.get("fields"), "type"),
            );
            Ok((kind, names.into_iter().zip(types).collect()))
        })
        .collect()
}

fn strings(items: Option<&Value>, key: &str) -> Vec<String> {
    let items = items.and_then(Value::as_array).into_iter().flatten();
    items
        .filter_map(|item| item.get(key)?.as_str().map(String::from))
        .collect()
}

fn record(fields: &Fields, random: &mut Random) -> String {
    let mut members = Vec::new();
    let sparse = random.below(6).saturating_add(2);
    for (name, kind) in fields {
        if random.once_in(sparse) {
            let name = match name.split_once('.') {
                Some((outer, channel)) if random.once_in(2) => {
                    members.push(format!(
                        "\"{outer}\": {{\"{channel}\": {}}}",
                        value(kind, random)
                    ));
                    continue;
                }
                _ => name,
            };
            members.push(format!("\"{name}\": {}", value(kind, random)));
        }
    }
    if random.once_in(20) {
        members.push("\"备注2\": [1, {\"a\": null}]".into());
    }
    let text = format!("{{{}}}", members.join(", "));
    if random.once_in(100) {
        text.replace('}', "")
    } else {
        text
    }
}

fn value(kind: &str, random: &mut Random) -> String {
    match random.below(24) {
        0 => return "null".into(),
        1 => return random.below(50_000).to_string(),
        2 => return "[\"x\"]".into(),
        3 => return "true".into(),
        _ => {}
    }
    let pool: &[&str] = match kind {
        "date" => &DATES,
        "credit-code" | "organization-code" | "registration-number" | "resident-id" => &CODES,
        "document-number" => &NUMBERS,
        "amount" | "integer" => &AMOUNTS,
        "code" => &[
            "1",
            "2",
            "01",
            "法人及非法人组织",
            "自然人",
            "普通",
            "其他",
            "x",
        ],
        "flag" => &["是", "否", "maybe"],
        _ => &TEXTS,
    };
    Value::from(random.pick(pool).unwrap_or_default()).to_string()
}
