//! Tests about the tree: how files are written, what may use what, and what every rule and error must carry.

#![expect(
    clippy::excessive_nesting,
    reason = "the tests go through files and their lines"
)]

#[cfg(test)]
mod tree;

#[cfg(test)]
mod tests {
    use crate::tree::{File, files, misuse};
    use gongkai::words::Label;
    use gongkai::{Engine, ErrorCode};
    use std::collections::BTreeSet;

    /// The most lines of code in a file.
    const LONGEST: usize = 400;

    /// The parts of the core, lowest first; each may use those before it.
    const FLOORS: [&str; 12] = [
        "error", "order", "written", "lazy", "words", "screen", "record", "duty", "judge",
        "report", "engine", "wire",
    ];

    /// Phrases about the history or the plans of a change.
    const PHRASES: [&str; 8] = [
        "todo",
        "fixme",
        "for now",
        "no longer",
        "previously",
        "not yet wired",
        "/work/",
        "worktree",
    ];

    /// Numbers that are no terms of a law: units of time, and how many records are named.
    const NUMBERS: [&str; 5] = ["0", "1", "16", "3600", "86_400"];

    fn core() -> Vec<File> {
        let files = files("core/src", "rs");
        assert!(files.len() > 50, "{} files", files.len());
        files
    }

    fn none(troubles: &[String]) {
        assert!(troubles.is_empty(), "\n{}", troubles.join("\n"));
    }

    #[test]
    fn every_file_says_first_what_it_is() {
        let bare = core()
            .into_iter()
            .filter(|file| !file.text.starts_with("//! "));
        none(&bare.map(|file| file.name).collect::<Vec<_>>());
    }

    #[test]
    fn files_are_short() {
        let long = core()
            .into_iter()
            .filter(|file| file.code().count() > LONGEST);
        none(&long.map(|file| file.name).collect::<Vec<_>>());
    }

    #[test]
    fn arrows_point_downwards() {
        let floor = |name: &str| FLOORS.iter().position(|floor| *floor == name);
        let mut troubles = Vec::new();
        for file in core() {
            let Some(own) = floor(file.part()) else {
                assert!(["lib"].contains(&file.part()), "{} has no floor", file.name);
                continue;
            };
            for (line, name) in file.uses() {
                match floor(&name) {
                    Some(other) if other <= own => {}
                    Some(_) => troubles.push(format!("{}: {line}", file.name)),
                    None => troubles.push(format!("{}: `{name}` has no floor", file.name)),
                }
            }
        }
        none(&troubles);
    }

    #[test]
    fn comments_tell_no_history() {
        let mut all = core();
        for folder in ["core/tests", "core/packs", "examples", "tests"] {
            all.extend(files(folder, "rs"));
            all.extend(files(folder, "toml"));
        }
        let mut troubles = Vec::new();
        for file in &all {
            for comment in file.comments() {
                let lower = comment.to_lowercase();
                if PHRASES.iter().any(|phrase| has_phrase(&lower, phrase)) {
                    troubles.push(format!("{}: {comment}", file.name));
                }
            }
        }
        none(&troubles);
    }

    /// Whether a phrase stands in a text; “no longer than” compares and tells no history.
    fn has_phrase(text: &str, phrase: &str) -> bool {
        let compared = text.replace("no longer than", "");
        compared.contains(phrase)
    }

    #[test]
    fn judging_knows_no_numbers_of_the_law() {
        let mut troubles = Vec::new();
        for file in files("core/src/judge", "rs") {
            for line in file.code() {
                let odd = numbers(line).find(|number| !NUMBERS.contains(&number.as_str()));
                if odd.is_some() || !line.is_ascii() {
                    troubles.push(format!("{}: {line}", file.name));
                }
            }
        }
        none(&troubles);
    }

    /// The numbers in a line of code that are not part of a name.
    fn numbers(line: &str) -> impl Iterator<Item = String> {
        let words = line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let numbers = words.filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        numbers.map(str::to_owned)
    }

    fn said(label: &Label) -> bool {
        !label.zh.trim().is_empty() && !label.en.trim().is_empty()
    }

    #[test]
    fn every_rule_and_clause_speaks_both_languages() {
        let engine = Engine::builder().build().unwrap();
        let law = engine.law();
        let rules = law.rules.iter().map(|rule| &rule.source);
        let mute =
            rules.filter(|rule| !said(&rule.title) || !rule.remedy.as_ref().is_some_and(said));
        none(&mute.map(|rule| rule.id.clone()).collect::<Vec<_>>());
        let clauses = law.packs.iter().flat_map(|pack| &pack.clauses);
        let mute = clauses.filter(|clause| !said(&clause.title) || !said(&clause.duty));
        none(&mute.map(|clause| clause.number.clone()).collect::<Vec<_>>());
    }

    #[test]
    fn every_error_is_produced_by_some_misuse() {
        let mut produced = BTreeSet::new();
        for (name, line, error) in misuse::all() {
            assert_eq!(error.code.name(), name, "{error}");
            assert_eq!(error.line, line, "{error}");
            assert!(!error.message.is_empty(), "{name}");
            produced.insert(error.code);
        }
        let silent = ErrorCode::ALL
            .iter()
            .filter(|code| !produced.contains(code));
        let silent: Vec<&str> = silent.map(|code| code.name()).collect();
        // The engine has no other calendar than its own, whose faults stop the build:
        // `core/tests/calendar/faults.rs` makes each of them.
        assert_eq!(silent, ["calendar-data"]);
    }
}
