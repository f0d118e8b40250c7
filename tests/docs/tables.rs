//! The tables of packs, profiles and errors say what the packs and the code say.

use super::text::{rows, section, spans, text};
use gongkai::duty::Law;
use gongkai::duty::source::Window;
use gongkai::{Engine, ErrorCode};

/// Each README with the headings of its two tables.
const READMES: [(&str, &str, &str); 2] = [
    ("README.md", "### Packs", "### Profiles"),
    ("README.zh-CN.md", "### 规则包", "### 方案"),
];

#[test]
fn the_packs_of_the_readmes_are_those_of_the_law() {
    let engine = engine();
    let law = engine.law();
    for (readme, packs, _) in READMES {
        let told: Vec<Vec<String>> = rows(&section(&text(readme), packs));
        let ids: Vec<&str> = told.iter().flat_map(|row| spans(&row[0])).collect();
        let with_rules = (0..law.packs.len()).filter(|pack| rules(law, *pack) > 0);
        let known: Vec<&str> = with_rules.map(|pack| id(law, pack)).collect();
        assert_eq!(sorted(ids), sorted(known), "{readme}");
        for row in told {
            let pack = law.pack(spans(&row[0])[0]).expect("a pack");
            let in_force = law.packs[pack].manifest.in_force;
            assert_eq!(days(&row[2]), ends(in_force), "{readme}: {}", row[0]);
            assert_eq!(row[3], rules(law, pack).to_string(), "{readme}: {}", row[0]);
        }
    }
}

#[test]
fn the_profiles_of_the_readmes_are_those_of_the_law() {
    let engine = engine();
    for (readme, _, profiles) in READMES {
        let told = rows(&section(&text(readme), profiles));
        assert_eq!(told.len(), engine.law().profiles.len(), "{readme}");
        for row in told {
            let id = spans(&row[0])[0];
            let profile = engine.law().profile(Some(id)).expect("a profile");
            assert_eq!(spans(&row[2]), profile.packs, "{readme}: {id}");
            assert_eq!(row[0].contains("**"), profile.default, "{readme}: {id}");
        }
    }
}

#[test]
fn the_error_table_is_the_list_of_the_code() {
    let told = rows(&section(&text("ARCHITECTURE.md"), "## Errors and findings"));
    let told: Vec<String> = told.into_iter().map(|row| row[..3].join(" ")).collect();
    let code = |code: &ErrorCode| format!("{} `{}` {}", code.number(), code.name(), code.remedy());
    let known: Vec<String> = ErrorCode::ALL.iter().map(code).collect();
    assert_eq!(told, known);
}

#[expect(clippy::expect_used, reason = "a test that cannot go on fails")]
fn engine() -> Engine {
    Engine::builder().build().expect("the built-in packs")
}

fn id(law: &Law, pack: usize) -> &str {
    law.packs.get(pack).map_or("", |pack| &pack.manifest.id)
}

fn rules(law: &Law, pack: usize) -> usize {
    law.rules.iter().filter(|rule| rule.pack == pack).count()
}

fn sorted(mut ids: Vec<&str>) -> Vec<&str> {
    ids.sort_unstable();
    ids
}

/// The ends of a period that are not open.
fn ends(window: Window) -> Vec<String> {
    let ends = [window.from, window.until].into_iter().flatten();
    ends.map(|day| day.to_string()).collect()
}

/// The days that a cell names.
fn days(cell: &str) -> Vec<String> {
    let is_day = |word: &&str| word.len() == 10 && word.starts_with("20");
    let words = cell.split(|c: char| !(c.is_ascii_digit() || c == '-'));
    words.filter(is_day).map(ToOwned::to_owned).collect()
}
