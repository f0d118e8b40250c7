//! The tables of the READMEs are made from the law and the doors; the table of errors says what the code says.

use super::doors::doors;
use super::text::{renew, rows, section, table, text};
use gongkai::duty::Law;
use gongkai::duty::law::Pack;
use gongkai::duty::source::Window;
use gongkai::words::Label;
use gongkai::{Engine, ErrorCode};

/// What a document says in its own language.
struct Document {
    path: &'static str,
    say: fn(&Label) -> &str,
    packs: &'static str,
    profiles: &'static str,
    period: fn(Window) -> String,
    default: &'static str,
    /// Heading of the functions of the contract.
    function: &'static str,
}

const DOCUMENTS: [Document; 2] = [
    Document {
        path: "README.md",
        say: |label| &label.en,
        packs: "| pack | instrument | in force | rules |",
        profiles: "| profile | title | packs |",
        period: |window| match (window.from, window.until) {
            (None, None) => "no period".to_owned(),
            (Some(from), None) => format!("from {from}"),
            (None, Some(until)) => format!("until {until}"),
            (Some(from), Some(until)) => format!("{from} to {until}"),
        },
        default: " (default)",
        function: "function",
    },
    Document {
        path: "README.zh-CN.md",
        say: |label| &label.zh,
        packs: "| 规则包 | 文件 | 施行期间 | 规则数 |",
        profiles: "| 方案 | 名称 | 规则包 |",
        period: |window| match (window.from, window.until) {
            (None, None) => "不设期间".to_owned(),
            (Some(from), None) => format!("自 {from}"),
            (None, Some(until)) => format!("至 {until}"),
            (Some(from), Some(until)) => format!("{from} 至 {until}"),
        },
        default: "（默认）",
        function: "函数",
    },
];

#[test]
fn the_tables_of_the_readmes_are_made_from_the_law_and_the_doors() {
    let engine = engine();
    let law = engine.law();
    for document in DOCUMENTS {
        let made = [
            ("packs", document.pack_table(law)),
            ("profiles", document.profile_table(law)),
            ("kinds", kinds(law)),
            ("doors", doors(document.function)),
        ];
        renew(document.path, &made);
    }
}

impl Document {
    /// The packs that have rules, those without a period first, then by their first day.
    fn pack_table(&self, law: &Law) -> String {
        let with_rules = (0..law.packs.len()).filter(|pack| rules(law, *pack) > 0);
        let mut packs: Vec<(&Pack, usize)> = with_rules
            .filter_map(|number| Some((law.packs.get(number)?, rules(law, number))))
            .collect();
        packs.sort_by_key(|(pack, _)| (pack.manifest.in_force.from, pack.manifest.id.as_str()));
        let lines = packs.iter().map(|(pack, rules)| {
            let manifest = &pack.manifest;
            let (title, number) = ((self.say)(&manifest.title), &manifest.instrument.number);
            let number = if number.is_empty() || title.contains(number.as_str()) {
                String::new()
            } else {
                format!(" {number}")
            };
            let period = (self.period)(manifest.in_force);
            format!(
                "| `{}` | {title}{number} | {period} | {rules} |",
                manifest.id
            )
        });
        table(self.packs, lines)
    }

    fn profile_table(&self, law: &Law) -> String {
        let lines = law.profiles.iter().map(|profile| {
            let id = if profile.default {
                format!("**`{}`**{}", profile.id, self.default)
            } else {
                format!("`{}`", profile.id)
            };
            let packs: Vec<String> = profile.packs.iter().map(|id| format!("`{id}`")).collect();
            let title = (self.say)(&profile.title);
            format!("| {id} | {title} | {} |", packs.join(" "))
        });
        table(self.profiles, lines)
    }
}

/// The kinds of record, each with its name in Chinese.
fn kinds(law: &Law) -> String {
    let kinds = law.schemas();
    let kinds: Vec<String> = kinds
        .map(|kind| format!("`{}` {}", kind.id, kind.title.zh))
        .collect();
    format!("{}: {}.", kinds.len(), kinds.join(", "))
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

fn rules(law: &Law, pack: usize) -> usize {
    law.rules.iter().filter(|rule| rule.pack == pack).count()
}
