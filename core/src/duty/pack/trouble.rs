//! What is wrong with a pack, before it is known in which file and on which line it stands.

use crate::error::{Error, ErrorCode};
use alloc::{format, string::String};

/// Something wrong with a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What kind.
    pub code: ErrorCode,
    /// The id of the rule, kind, list or pack it stands in.
    pub owner: String,
    /// The word that is wrong.
    pub word: String,
    /// What is wrong with it.
    pub message: String,
}

impl Trouble {
    /// Something wrong with a word of an owner.
    pub fn new(code: ErrorCode, owner: &str, word: &str, message: impl Into<String>) -> Self {
        Self {
            code,
            owner: owner.into(),
            word: word.into(),
            message: message.into(),
        }
    }

    /// A name that names nothing.
    #[must_use]
    pub fn unknown(owner: &str, what: &str, word: &str) -> Self {
        Self::new(
            ErrorCode::PackUnknownName,
            owner,
            word,
            format!("there is no {what} `{word}`"),
        )
    }

    /// The error, with file and line where one of the files has the word in its owner's table.
    #[must_use]
    pub fn locate<'f>(&self, files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Error {
        let error = Error::new(self.code, format!("{} in `{}`", self.message, self.owner));
        for (name, text) in files {
            if let Some(line) = line_of(text, &self.owner, &self.word) {
                return error.at(name).on_line(Some(line));
            }
        }
        error
    }
}

/// The line, counted from 1, on which a word stands after the line that names its owner.
fn line_of(text: &str, owner: &str, word: &str) -> Option<u32> {
    let owner = format!("\"{owner}\"");
    let mut lines = (1_u32..).zip(text.lines());
    let (owner_line, first) = lines.find(|(_, line)| line.contains(&owner))?;
    if first.replacen(&owner, "", 1).contains(word) || owner.trim_matches('"') == word {
        return Some(owner_line);
    }
    let found = lines
        .find(|(_, line)| line.contains(word))
        .map(|(number, _)| number);
    Some(found.unwrap_or(owner_line))
}

#[cfg(test)]
mod tests {
    use super::line_of;

    #[test]
    fn a_word_is_found_below_its_owner() {
        let text = "id = \"a\"\nfrom = \"x\"\n\nid = \"b\"\nfrom = \"x\"\n";
        assert_eq!(line_of(text, "b", "x"), Some(5));
        assert_eq!(line_of(text, "b", "y"), Some(4));
        assert_eq!(line_of(text, "c", "x"), None);
    }
}
