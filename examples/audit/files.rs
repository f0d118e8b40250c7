//! Folders on the command line stand for the files in them.

use std::fs;
use std::io;
use std::path::Path;

/// The files, each folder replaced by the files in it, in the order of their names.
///
/// # Errors
///
/// What the file system says of a folder.
pub(crate) fn expand(named: &[String]) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    for name in named {
        if !Path::new(name).is_dir() {
            files.push(name.clone());
            continue;
        }
        let entries = fs::read_dir(name)?.map(|entry| entry.map(|entry| entry.path()));
        let mut paths = entries.collect::<io::Result<Vec<_>>>()?;
        paths.retain(|path| path.is_file());
        paths.sort();
        files.extend(paths.iter().map(|path| path.to_string_lossy().into_owned()));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::expand;

    #[test]
    fn a_folder_stands_for_its_files_and_a_file_for_itself() {
        let folder =
            std::env::temp_dir().join(format!("gongkai-audit-files-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("inner")).expect("a folder");
        for name in ["b.csv", "a.jsonl"] {
            std::fs::write(folder.join(name), "").expect("writes");
        }
        let name = |name: &str| folder.join(name).to_str().expect("a path").to_owned();
        let named = [
            name("b.csv"),
            folder.to_str().expect("a path").to_owned(),
            "-".to_owned(),
        ];
        let files = expand(&named).expect("reads");
        assert_eq!(
            files,
            [
                name("b.csv"),
                name("a.jsonl"),
                name("b.csv"),
                "-".to_owned()
            ]
        );
        std::fs::remove_dir_all(&folder).expect("removes");
    }
}
