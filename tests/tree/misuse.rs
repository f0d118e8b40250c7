//! One misuse for each error: what must be said about it, and on which line.

use gongkai::duty::pack::Format;
use gongkai::words::Day;
use gongkai::{Engine, Error, Supplied, wire};

/// The name of the error, its line, and the error that came.
type Misuse = (&'static str, Option<u32>, Error);

/// A pack with a manifest and a clause, to which a misuse is added on line 12.
const PACK: &str = "[pack]
id = \"office\"
version = \"1.0.0\"
title = { zh = \"本机关\", en = \"office\" }
builds_on = [\"common\"]

[[clause]]
number = \"1\"
title = { zh = \"一\", en = \"one\" }
duty = { zh = \"公开\", en = \"disclose\" }

";

/// A rule up to its demand, 8 lines.
const RULE: &str = "[[rule]]
id = \"office-rule\"
code = \"OF-1\"
title = { zh = \"题\", en = \"title\" }
applies_to = [\"administrative-license\"]
severity = \"info\"
cite = { clause = \"1\" }

";

/// Every misuse.
pub(crate) fn all() -> Vec<Misuse> {
    let mut all = packs();
    all.extend(records());
    all.extend(names());
    all
}

fn pack(tail: &str) -> Error {
    let text = format!("{PACK}{tail}");
    let builder = Engine::builder().pack("office.toml", text, Format::Toml);
    builder.build().unwrap_err()
}

fn rule(demand: &str) -> Error {
    pack(&format!("{RULE}{demand}"))
}

fn packs() -> Vec<Misuse> {
    let required = "[rule.fields]\nrequired = [\"decision_number\"]\n";
    let late = RULE.replace(
        "severity",
        "in_force = { from = 2020-01-01, until = 2019-01-01 }\nseverity",
    );
    let circle = PACK.replace("\"common\"", "\"office\"");
    let circle = Engine::builder().pack("office.toml", circle, Format::Toml);
    let large = Engine::builder().pack("large.toml", " ".repeat((16 << 20) + 1), Format::Toml);
    vec![
        ("pack-syntax", Some(12), pack("nonsense = 1\n")),
        (
            "pack-unknown-name",
            Some(21),
            rule("[rule.fields]\nrequired = [\"no_such_field\"]\n"),
        ),
        (
            "pack-duplicate",
            Some(13),
            pack(&format!("{RULE}{required}").repeat(2)),
        ),
        ("pack-window", Some(13), pack(&format!("{late}{required}"))),
        ("pack-demand", Some(13), rule("")),
        (
            "pack-value",
            Some(23),
            rule(
                "[rule.deadline]\nfrom = \"decision_date\"\nto = [\"closed_on\"]\nwithin = \"soon\"\n",
            ),
        ),
        ("pack-cycle", Some(2), circle.build().unwrap_err()),
        ("pack-too-large", None, large.build().unwrap_err()),
    ]
}

fn records() -> Vec<Misuse> {
    let engine = Engine::builder().build().unwrap();
    let as_of = Day::of(2019, 9, 1).unwrap();
    let refused = |json: &[u8]| {
        let report = engine.check("administrative-license", json, as_of);
        report.unwrap_err()
    };
    let deep = format!("{}1{}", "{\"a\":".repeat(100), "}".repeat(100));
    vec![
        ("record-syntax", None, refused(b"{\"authority\": }")),
        ("record-too-large", None, refused(deep.as_bytes())),
        (
            "record-not-a-number",
            None,
            refused(b"{\"fine_amount\": NaN}"),
        ),
        (
            "record-encoding",
            None,
            refused(b"{\"authority\": \"\xb8\xca\"}"),
        ),
    ]
}

fn names() -> Vec<Misuse> {
    let engine = Engine::builder().build().unwrap();
    let as_of = Day::of(2019, 9, 1).unwrap();
    let list = Supplied {
        list: "no-such-list".into(),
        entries: Vec::new(),
    };
    let unknown_list = Engine::builder().supply(list).build();
    let unknown_profile = Engine::builder().profile("no-such-profile").build();
    vec![
        (
            "unknown-kind",
            None,
            engine.check("no-such-kind", b"{}", as_of).unwrap_err(),
        ),
        ("unknown-profile", None, unknown_profile.unwrap_err()),
        (
            "unknown-rule",
            None,
            wire::explain(&engine, br#"{"rule": "no-such-rule"}"#).unwrap_err(),
        ),
        (
            "unknown-set",
            None,
            wire::score(&engine, br#"{"set": "no-such-set"}"#).unwrap_err(),
        ),
        (
            "state-mismatch",
            None,
            engine.import(b"no collection").unwrap_err(),
        ),
        (
            "extract",
            None,
            wire::Extract::read(b"no extract").unwrap_err(),
        ),
        (
            "request-syntax",
            Some(1),
            wire::open(br#"{"profil": "x"}"#).unwrap_err(),
        ),
        ("unknown-list", None, unknown_list.unwrap_err()),
    ]
}
