//! The site as a whole: its links, its words, its escapes, and that it says what the engine says.

use crate::asks::{Piece, Reader};
use crate::book::{Book, demands};
use crate::labels::Phrase;
use crate::language::Language;
use crate::pages::{File, all};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

fn spec() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/spec")
}

/// The book, read once for all tests.
fn book() -> &'static Book {
    static BOOK: LazyLock<Book> = LazyLock::new(|| Book::read(&spec(), &[]).unwrap());
    &BOOK
}

/// The files of the site, made once for all tests.
fn files() -> &'static [File] {
    static FILES: LazyLock<Vec<File>> = LazyLock::new(|| all(book()));
    &FILES
}

/// The values of an attribute, as they stand in a page.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let mark = format!(" {attribute}=\"");
    let parts = page.split(mark.as_str()).skip(1);
    parts.map(|part| part.split('"').next().unwrap()).collect()
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|end| end == "html")
}

/// The path of a link's target, and its anchor.
fn target<'l>(page: &str, link: &'l str) -> (String, &'l str) {
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    if path.is_empty() {
        return (page.to_owned(), anchor);
    }
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for part in path.split('/') {
        if part == ".." {
            assert!(folders.pop().is_some(), "{page}: `{link}` leaves the site");
        } else {
            folders.push(part);
        }
    }
    (folders.join("/"), anchor)
}

#[test]
fn every_link_leads_to_a_page_and_every_page_is_led_to() {
    let files = files();
    let pages: BTreeMap<&str, &File> = files
        .iter()
        .map(|file| (file.path.as_str(), file))
        .collect();
    assert_eq!(pages.len(), files.len(), "a path stands twice");
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting: Vec<String> = reached.iter().cloned().collect();
    while let Some(path) = waiting.pop() {
        let page = &pages[path.as_str()].text;
        let links = ["href", "src", "action"]
            .map(|name| values(page, name))
            .concat();
        for link in links.into_iter().filter(|link| !link.starts_with("http")) {
            let (to, anchor) = target(&path, link);
            let there = pages
                .get(to.as_str())
                .unwrap_or_else(|| panic!("{path}: `{link}` leads nowhere"));
            let found = anchor.is_empty() || values(&there.text, "id").contains(&anchor);
            assert!(found, "{path}: `{link}` has no place there");
            if reached.insert(to.clone()) && is_page(&to) {
                waiting.push(to);
            }
        }
    }
    let lost: Vec<&str> = pages
        .into_keys()
        .filter(|path| !reached.contains(*path))
        .collect();
    assert_eq!(lost, Vec::<&str>::new(), "nothing leads there");
}

#[test]
fn no_two_pages_differ_in_case_only_and_no_page_names_a_place_twice() {
    let files = files();
    let folded: BTreeSet<String> = files.iter().map(|file| file.path.to_lowercase()).collect();
    assert_eq!(folded.len(), files.len());
    for file in files {
        let ids = values(&file.text, "id");
        let once: BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(once.len(), ids.len(), "{}: {ids:?}", file.path);
    }
}

#[test]
fn every_rule_is_read_aloud_without_rest() {
    let book = book();
    for (rule, written) in book.law().rules.iter().zip(&book.written) {
        let asks = demands(written).any(|(name, _)| name != "when");
        assert!(asks, "{}: nothing is read aloud", rule.source.id);
        for (name, table) in demands(written) {
            let spoken = book.labels.demand.get(name);
            let spoken =
                spoken.unwrap_or_else(|| panic!("{}: no words for `{name}`", rule.source.id));
            let tables = if let Value::Array(tables) = table {
                tables.iter().collect()
            } else {
                vec![table]
            };
            for key in tables
                .iter()
                .flat_map(|table| table.as_object().unwrap().keys())
            {
                let known = spoken.say.iter().any(|phrase| phrase.key == *key) || !said(table, key);
                assert!(
                    known,
                    "{}: no words for `{key}` of `{name}`",
                    rule.source.id
                );
            }
        }
    }
}

fn said(table: &Value, key: &str) -> bool {
    table.get(key).is_none_or(crate::book::said)
}

#[test]
fn every_name_in_a_rule_is_one_that_the_packs_know() {
    let book = book();
    let reader = Reader {
        labels: &book.labels,
        language: Language::English,
    };
    for (number, (rule, written)) in book.law().rules.iter().zip(&book.written).enumerate() {
        let pieces = demands(written).flat_map(|(name, table)| reader.read(name, table));
        let fields: BTreeSet<&str> = book.fields_of(number).map(|(_, field)| field).collect();
        for piece in pieces {
            if let Piece::Name {
                of: crate::labels::Named::Field,
                name,
                ..
            } = piece
            {
                let known = fields.contains(crate::book::base(&name));
                assert!(known, "{}: no field `{name}`", rule.source.id);
            }
        }
    }
}

#[test]
fn a_case_that_the_engine_judges_otherwise_stops_the_site() {
    let cases: usize = book().pages.iter().map(|(page, _)| page.cases.len()).sum();
    assert!(cases > 300, "{cases} cases");
    let mut case = gongkai_pages::all(&spec())
        .unwrap()
        .remove(0)
        .cases
        .remove(0);
    case.claim.verdict = "else".into();
    let refused = crate::judging::Bench::new(gongkai::Engine::builder()).judge(&case);
    assert!(refused.unwrap_err().to_string().contains("not else"));
}

#[test]
fn a_hostile_pack_is_only_text() {
    const HOSTILE: &str = "<script>alert(1)</script>\\\"' onload=x &amp;";
    let label = format!("{{ zh = \"{HOSTILE}\", en = \"{HOSTILE}\" }}");
    let pack = format!(
        "[pack]\nid = \"hostile\"\nversion = \"1.0.0\"\ntitle = {label}\nbuilds_on = [\"common\"]\n\
         [[clause]]\nnumber = \"<b>1\"\ntitle = {label}\nduty = {label}\n\
         [[rule]]\nid = \"hostile\"\ncode = \"<i>..\"\ntitle = {label}\napplies_to = [\"administrative-license\"]\n\
         severity = \"info\"\ncite = {{ clause = \"<b>1\", also = [\"{HOSTILE}\"] }}\nremedy = {label}\n\
         [rule.fields]\nmentions = [{{ field = \"content\", what = {label}, any = [\"{HOSTILE}\"] }}]\n"
    );
    let case = format!(
        "## {HOSTILE}\n\nRecord `administrative-license`, as of 2019-09-01, profile `gansu-2016`: rule `hostile` \
         is **met**.\n\n```json\n{{\"content\": \"{HOSTILE}\", \"<b>\": 1}}\n```\n"
    );
    let folder = std::env::temp_dir().join(format!("gongkai-site-{}", std::process::id()));
    fs::create_dir_all(folder.join("spec")).unwrap();
    fs::write(folder.join("spec/case.md"), case).unwrap();
    let path = folder.join("hostile.toml");
    fs::write(&path, pack).unwrap();
    let book = Book::read(&folder.join("spec"), &[path]).unwrap();
    fs::remove_dir_all(folder).unwrap();
    let files = all(&book);
    let mut shown = 0_usize;
    for file in files.iter().filter(|file| is_page(&file.path)) {
        shown += file.text.matches("&lt;script&gt;alert(1)").count();
        assert!(!file.text.contains("<script>alert"), "{}", file.path);
        assert!(!file.text.contains("\"' onload"), "{}", file.path);
        assert!(!file.path.contains(['<', '>', '\'', '"']), "{}", file.path);
    }
    assert!(shown > 10, "{shown}");
}

#[test]
fn the_site_needs_nothing_from_outside_and_is_the_same_each_time() {
    let again = all(book());
    for (file, again) in files().iter().zip(&again) {
        assert_eq!(file.text, again.text, "{}", file.path);
        for outside in [
            "src=\"http",
            "@import",
            "url(",
            "fetch(",
            "stylesheet\" href=\"http",
        ] {
            assert!(!file.text.contains(outside), "{}: {outside}", file.path);
        }
    }
}

/// The sources of the program, this file left out.
fn sources() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("site");
    let mut text = String::new();
    for folder in [folder.clone(), folder.join("pages")] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let source =
                path.extension().is_some_and(|end| end == "rs") && !path.ends_with("tests.rs");
            if source {
                text.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    text
}

#[test]
fn every_word_of_the_site_is_used_and_speaks_both_languages() {
    let (book, sources) = (book(), sources());
    for (key, label) in &book.labels.text {
        let used = sources.contains(&format!("\"{key}\"")) || key.starts_with("answer-");
        assert!(used, "`{key}` is used nowhere");
        assert!(
            !label.zh.is_empty() && !label.en.is_empty(),
            "`{key}` is silent"
        );
    }
    for asked in [".text(\"", ".filled(\""]
        .into_iter()
        .flat_map(|call| sources.split(call).skip(1))
    {
        let key = asked.split('"').next().unwrap();
        assert!(book.labels.text.contains_key(key), "no word `{key}`");
    }
    let phrases = book.labels.demand.values().flat_map(|spoken| &spoken.say);
    phrases.for_each(speaks);
}

fn speaks(phrase: &Phrase) {
    let holes = Language::ALL.map(|language| phrase.text(language).matches("{}").count());
    assert_eq!(holes[0], holes[1], "`{}` in one language only", phrase.key);
    phrase.say.iter().for_each(speaks);
}
