//! The files of the tree, and what can be read off them.

pub(crate) mod misuse;

use std::path::{Path, PathBuf};

/// One file.
pub(crate) struct File {
    /// Its path from the root of the tree.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
}

/// The files below a folder whose names end so.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut waiting = vec![root.join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|own| own == ending) {
                files.push(file(root, &path));
            }
        }
    }
    files
}

fn file(root: &Path, path: &PathBuf) -> File {
    let name = path.strip_prefix(root).unwrap();
    File {
        name: name.to_string_lossy().into_owned(),
        text: std::fs::read_to_string(path).unwrap(),
    }
}

impl File {
    /// The lines that are neither blank nor comments.
    pub(crate) fn code(&self) -> impl Iterator<Item = &str> {
        let lines = self.text.lines().take_while(|line| *line != "mod tests {");
        let lines = lines.map(str::trim);
        lines.filter(|line| !line.is_empty() && !line.starts_with("//"))
    }

    /// The comments.
    pub(crate) fn comments(&self) -> impl Iterator<Item = &str> {
        let mark = if Path::new(&self.name)
            .extension()
            .is_some_and(|own| own == "toml")
        {
            "#"
        } else {
            "//"
        };
        self.text.lines().map(str::trim).filter_map(move |line| {
            let at = if line.starts_with(mark) {
                0
            } else {
                line.find(&format!(" {mark} "))?
            };
            line.get(at..)
        })
    }

    /// The part of the core it belongs to: the folder or file below `core/src`.
    pub(crate) fn part(&self) -> &str {
        let below = self.name.strip_prefix("core/src/").unwrap();
        below.split(['/', '.']).next().unwrap()
    }

    /// The parts of the core it names, with the lines that do.
    pub(crate) fn uses(&self) -> impl Iterator<Item = (&str, String)> {
        self.code().flat_map(|line| {
            line.split("crate::").skip(1).map(move |rest| {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
                (line, rest.split_at(end.unwrap_or(rest.len())).0.to_owned())
            })
        })
    }
}
