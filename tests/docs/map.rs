//! The map in ARCHITECTURE.md names what there is, and all of it.

use super::text::{entries, fenced, name, root, section, spans, text};
use std::path::Path;

/// The floors, by the heading of their section and their folder.
const FLOORS: [(&str, &str); 9] = [
    ("### Written", "written"),
    ("### 0 words", "words"),
    ("### Screen", "screen"),
    ("### 1 record", "record"),
    ("### 2 duty", "duty"),
    ("### 3 judge", "judge"),
    ("### 4 report", "report"),
    ("### Engine", "engine"),
    ("### 5 wire", "wire"),
];

#[test]
fn the_map_names_only_what_there_is() {
    let map = section(&text("ARCHITECTURE.md"), "## Map");
    for path in mapped(&map) {
        assert!(root().join(path).exists(), "`{path}` is on the map only");
    }
}

#[test]
fn every_top_level_entry_is_on_the_map() {
    let map = section(&text("ARCHITECTURE.md"), "## Map");
    for entry in entries(&root()) {
        let name = name(&entry);
        let named = mapped(&map).any(|path| {
            path.trim_end_matches('/') == name || path.starts_with(&format!("{name}/"))
        });
        assert!(named, "`{name}` is not on the map");
    }
}

#[test]
fn every_room_is_named_in_the_section_of_its_floor() {
    let document = text("ARCHITECTURE.md");
    for (heading, folder) in FLOORS {
        let section = section(&document, heading);
        let named = spans(&section);
        for entry in entries(&root().join("core/src").join(folder)) {
            let room = room(&entry);
            let known = room == "mod.rs" || named.contains(&room.as_str());
            assert!(known, "`{folder}/{room}` is not named under `{heading}`");
        }
    }
}

#[test]
fn every_room_named_is_there() {
    let document = text("ARCHITECTURE.md");
    for (heading, folder) in FLOORS {
        let section = section(&document, heading);
        let rooms = spans(&section);
        let rooms = rooms.into_iter().filter(|span| is_room(span));
        for room in rooms {
            let path = root().join("core/src").join(folder).join(room);
            assert!(path.exists(), "`{folder}/{room}` is in the document only");
        }
    }
}

#[test]
fn every_floor_of_the_core_has_a_section() {
    for entry in entries(&root().join("core/src")) {
        let name = name(&entry);
        let known = FLOORS.iter().any(|(_, folder)| *folder == name);
        assert!(known || entry.is_file(), "`core/src/{name}` is no floor");
    }
}

/// The paths of the map: the first word of each line of its block.
fn mapped(map: &str) -> impl Iterator<Item = &str> {
    fenced(map, true).filter_map(|line| line.split_whitespace().next())
}

/// A file by its name; a folder with a slash.
fn room(path: &Path) -> String {
    let slash = if path.is_dir() { "/" } else { "" };
    format!("{}{slash}", name(path))
}

/// Whether a code span names a file or folder of a floor.
fn is_room(span: &str) -> bool {
    let plain = span
        .chars()
        .all(|c| c.is_ascii_lowercase() || "_/.".contains(c));
    plain && (span.ends_with('/') || Path::new(span).extension().is_some_and(|end| end == "rs"))
}
