//! Words of which a text may hold one.

use alloc::{string::String, vec::Vec};

/// Words of which a text may hold one, looked for all at once.
///
/// # Examples
///
/// ```
/// use gongkai::words::AnyOf;
///
/// let words = AnyOf::from(vec!["不予许可".to_owned(), "驳回".to_owned()]);
/// assert!(words.stands_in("决定驳回申请"));
/// assert!(!words.stands_in("准予许可"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnyOf {
    /// Each behind its first character; a word without one stands in every text.
    words: Vec<(Option<char>, String)>,
    /// A bit for each character that a word begins with; others may share it.
    firsts: u64,
}

impl From<Vec<String>> for AnyOf {
    fn from(words: Vec<String>) -> Self {
        let words = words.into_iter();
        let words: Vec<_> = words.map(|word| (word.chars().next(), word)).collect();
        let firsts = words.iter().filter_map(|(first, _)| *first);
        Self {
            firsts: firsts.fold(0, |all, first| all | bit(first)),
            words,
        }
    }
}

impl AnyOf {
    /// Whether one of them stands in a text.
    #[must_use]
    pub fn stands_in(&self, text: &str) -> bool {
        let mut places = text.char_indices();
        places.any(|(place, c)| self.firsts & bit(c) != 0 && self.one_begins(c, text, place))
            || self.words.iter().any(|(first, _)| first.is_none())
    }

    fn one_begins(&self, c: char, text: &str, place: usize) -> bool {
        let rest = text.get(place..).unwrap_or("");
        let mut words = self.words.iter();
        words.any(|(first, word)| *first == Some(c) && rest.starts_with(word.as_str()))
    }
}

fn bit(c: char) -> u64 {
    1 << (u32::from(c) & 63)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_stands_there_where_one_is_contained(
            words in prop::collection::vec("[ab许可]{0,3}", 0..4),
            text in "[abc许可不]{0,12}",
        ) {
            let contained = words.iter().any(|word| text.contains(word.as_str()));
            prop_assert_eq!(AnyOf::from(words).stands_in(&text), contained);
        }
    }
}
