//! Every function of the contract is in every door, or a reason says why it is not; the READMEs show which.

use super::text::{table, text};
use gongkai::wire::FUNCTIONS;

/// A way into the library from another language.
struct Door {
    /// Its place, which is also where its README lies.
    folder: &'static str,
    name: &'static str,
    /// The file that says what it offers.
    offers: &'static str,
    /// How that file declares a function of a name.
    declared: fn(&str) -> String,
    /// The name of a function of the contract here, where no exception says otherwise.
    spelled: fn(&str) -> String,
    exceptions: &'static [(&'static str, Exception)],
}

/// What a door has for a function that it does not offer under its own name.
enum Exception {
    /// Other names: as the table shows them, and as they are declared.
    As(&'static str, &'static [&'static str]),
    /// Nothing, and the reason.
    #[expect(
        dead_code,
        reason = "every door offers every function; a door that does not says why here"
    )]
    Missing(&'static str),
}

use Exception::{As, Missing};

const DOORS: [Door; 4] = [
    Door {
        folder: "bindings/c",
        name: "C",
        offers: "bindings/c/include/gongkai.h",
        declared: |name| format!(" {name}("),
        spelled: |function| format!("gongkai_{function}"),
        exceptions: &[],
    },
    Door {
        folder: "bindings/python",
        name: "Python",
        offers: "bindings/python/python/gongkai/_engine.py",
        declared: |name| format!("def {name}("),
        spelled: str::to_owned,
        exceptions: &[
            ("open", As("Engine", &["__new__"])),
            ("check_record", As("check", &["check"])),
            ("check_lines", As("check_many", &["check_many"])),
            (
                "check_collection_lines",
                As("check_collection", &["check_collection"]),
            ),
            ("schema", As("form` `json_schema", &["form", "json_schema"])),
        ],
    },
    Door {
        folder: "wasm/js",
        name: "JavaScript",
        offers: "wasm/js/package/index.d.ts",
        declared: |name| format!("  {name}("),
        spelled: camel,
        exceptions: &[
            ("open", As("new Engine", &["constructor"])),
            ("check_record", As("check", &["check"])),
        ],
    },
    Door {
        folder: "wasm/component",
        name: "WIT",
        offers: "wasm/component/wit/gongkai.wit",
        declared: |name| format!(" {name}: "),
        spelled: |function| function.replace('_', "-"),
        exceptions: &[
            ("check_record", As("check", &["check"])),
            ("schema", As("form` `json-schema", &["form", "json-schema"])),
        ],
    },
];

#[test]
fn every_door_offers_every_function() {
    for door in DOORS {
        let offers = text(door.offers);
        for function in FUNCTIONS {
            let names = match door.exception(function) {
                None => vec![(door.spelled)(function)],
                Some(As(_, names)) => names.iter().map(ToString::to_string).collect(),
                Some(Missing(reason)) => {
                    assert!(!reason.is_empty(), "{}: {function}", door.name);
                    continue;
                }
            };
            for name in names {
                let declared = offers.contains(&(door.declared)(&name));
                assert!(
                    declared,
                    "{} does not offer {function} as {name}",
                    door.name
                );
            }
        }
    }
}

/// A row for each function, with its name in each door.
pub(crate) fn doors(heading: &str) -> String {
    let names = DOORS
        .iter()
        .map(|door| format!("[{}]({}/README.md)", door.name, door.folder));
    let names: Vec<String> = names.collect();
    let headings = format!("| {heading} | {} |", names.join(" | "));
    let rows = FUNCTIONS.iter().map(|function| {
        let cells: Vec<String> = DOORS.iter().map(|door| door.cell(function)).collect();
        format!("| `{function}` | {} |", cells.join(" | "))
    });
    table(&headings, rows)
}

impl Door {
    fn exception(&self, function: &str) -> Option<&Exception> {
        let known = self.exceptions.iter().find(|(name, _)| *name == function);
        known.map(|(_, exception)| exception)
    }

    fn cell(&self, function: &str) -> String {
        match self.exception(function) {
            None => format!("`{}`", (self.spelled)(function)),
            Some(As(shown, _)) => format!("`{shown}`"),
            Some(Missing(reason)) => (*reason).to_owned(),
        }
    }
}

/// A name in the manner of JavaScript.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (initial, rest) = word.split_at(1);
        name + &initial.to_uppercase() + rest
    })
}
