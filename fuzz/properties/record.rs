//! A record gives the same report twice, or an error; neither shows a personal number.

use gongkai::{Engine, Report, words::Day};
use serde_json::Value;
use std::sync::LazyLock;

/// A resident id with a right check character.
const SENTINEL: &str = "11010519491231002X";

/// Among how many kinds of record one is chosen.
const KINDS: usize = 64;

static ENGINES: LazyLock<Vec<Engine>> = LazyLock::new(|| {
    let profiles = ["credit-2018", "gansu-2016"];
    let built = profiles.map(|profile| Engine::builder().profile(profile).build());
    built
        .map(|engine| engine.expect("the built-in packs build"))
        .into()
});

/// Asserts it of a record in JSON; the number of its bytes chooses the kind.
pub(crate) fn holds(data: &[u8]) {
    let as_of = Day::from_number(738_000);
    for engine in ENGINES.iter() {
        let mut programs = engine.programs().iter().cycle();
        let program = programs.nth(data.len() % KINDS).expect("kinds of record");
        let kind = &program.schema.id;
        let shown = match engine.check(kind, data, as_of) {
            Err(error) => {
                assert_eq!(error.code.number() / 100, 3, "{error}");
                format!("{error} {error:?}")
            }
            Ok(report) => {
                let bytes = report.canonical();
                let again = engine.check(kind, data, as_of).expect("as before");
                assert_eq!(bytes, again.canonical());
                speaks(&report);
                let value: Value = serde_json::from_slice(&bytes).expect("a report is JSON");
                format!("{value} {report:?}")
            }
        };
        assert!(!shown.contains(SENTINEL), "{shown}");
    }
}

/// Every finding says something in both languages, and names what it is about.
fn speaks(report: &Report) {
    for finding in &report.findings {
        let (message, remedy) = (&finding.message, &finding.remedy);
        for text in [&message.zh, &message.en, &remedy.zh, &remedy.en] {
            assert!(!text.is_empty() && !text.contains("“”"), "{finding:?}");
        }
    }
}
