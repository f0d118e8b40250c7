//! An engine with the pack of `office.toml`, and what its rules say.

use gongkai::words::Day;
use gongkai::{Engine, duty::pack::Format};
use std::sync::LazyLock;

/// The pack.
pub(crate) const PACK: &str = include_str!("office.toml");

/// The engine: the pack beside the built-in ones.
pub(crate) static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let builder = Engine::builder().pack("office.toml", PACK, Format::Toml);
    builder.build().unwrap()
});

/// The day of judgement.
pub(crate) fn as_of() -> Day {
    Day::of(2017, 6, 15).unwrap()
}

/// What a rule says about a record: verdict, path and message in English of each finding.
pub(crate) fn said(kind: &str, rule: &str, record: &str) -> Vec<String> {
    let report = ENGINE.check(kind, record.as_bytes(), as_of()).unwrap();
    let own = report
        .findings
        .iter()
        .filter(|finding| finding.rule == rule);
    own.map(|finding| {
        let (verdict, path) = (finding.verdict.name(), &finding.path);
        assert!(!finding.message.zh.is_empty() && !finding.remedy.zh.is_empty());
        format!("{verdict} {path}: {}", finding.message.en)
    })
    .collect()
}
