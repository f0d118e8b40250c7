//! Every relative link of every document leads to a file or folder.

use super::text::{fenced, files, root};
use std::fs;

#[test]
fn every_relative_link_leads_somewhere() {
    let mut links = 0_usize;
    for document in files(&root(), &[".md"]) {
        let text = fs::read_to_string(&document).expect("a readable document");
        let folder = document.parent().expect("a folder");
        for link in fenced(&text, false).flat_map(targets) {
            links = links.saturating_add(1);
            let path = link.split('#').next().unwrap_or_default();
            let there = path.is_empty() || folder.join(path).exists();
            assert!(there, "{}: `{link}` leads nowhere", document.display());
        }
    }
    assert!(links > 0, "no link was found");
}

/// The targets of the links of a line that lead to other files.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    let after = line.split("](").skip(1);
    let targets = after.filter_map(|rest| rest.split(')').next());
    targets.filter(|target| !target.contains("://") && !target.starts_with("mailto:"))
}
