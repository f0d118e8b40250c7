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
    /// Each behind the bit of its first character.
    words: Vec<(u64, String)>,
    /// A bit for each character that a word begins with; others may share it.
    firsts: u64,
    /// Whether one of them has no characters, and so stands in every text.
    empty: bool,
}

impl From<Vec<String>> for AnyOf {
    fn from(words: Vec<String>) -> Self {
        let words = words.into_iter();
        let bit = |word: &String| first(word.as_bytes()).map_or(0, |first| first.bit);
        let words: Vec<_> = words.map(|word| (bit(&word), word)).collect();
        Self {
            firsts: words.iter().fold(0, |all, (bit, _)| all | bit),
            empty: words.iter().any(|(_, word)| word.is_empty()),
            words,
        }
    }
}

impl AnyOf {
    /// Whether one of them stands in a text.
    #[must_use]
    pub fn stands_in(&self, text: &str) -> bool {
        let mut rest = text.as_bytes();
        while let Some(first) = first(rest) {
            if self.firsts & first.bit != 0 && self.one_begins(first.bit, rest) {
                return true;
            }
            rest = first.rest;
        }
        self.empty
    }

    #[inline(never)]
    fn one_begins(&self, first: u64, text: &[u8]) -> bool {
        let mut words = self.words.iter();
        words.any(|(bit, word)| *bit == first && text.starts_with(word.as_bytes()))
    }
}

/// The first character of a text in UTF-8.
struct First<'t> {
    /// One of 64 bits, by the lowest six of its number, which its last byte ends with.
    bit: u64,
    /// What stands behind it.
    rest: &'t [u8],
}

#[inline]
fn first(text: &[u8]) -> Option<First<'_>> {
    let ([0xe0..=0xef, _, last, rest @ ..]
    | [0xc0..=0xdf, last, rest @ ..]
    | [0xf0..=0xff, _, _, last, rest @ ..]
    | [last, rest @ ..]) = text
    else {
        return None;
    };
    let bit = 1 << (last & 63);
    Some(First { bit, rest })
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
