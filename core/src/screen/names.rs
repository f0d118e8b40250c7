//! Names of persons: a family name with one or two more ideographs, beside words that go with names.

use super::pattern::{begins, symbols};
use super::source::List;
use super::walk::{Gap, Step, Walk, back};
use alloc::{string::String, vec::Vec};

/// Family names, and words that stand beside names.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    families: Vec<Vec<char>>,
    beside: Vec<Vec<char>>,
    /// Words that begin like names.
    words: Vec<Vec<char>>,
}

/// A name and the longest word beside it, in symbols.
const AROUND: usize = 10;

/// How far before a number its name may stand, in symbols.
const BEFORE_NUMBER: usize = 32;

impl Names {
    /// Takes in what a list says about names.
    pub(super) fn add(&mut self, list: &List) {
        let all = |words: &[String]| words.iter().map(|word| symbols(word)).collect::<Vec<_>>();
        self.families.extend(all(&list.family_names));
        self.beside.extend(all(&list.beside_names));
        self.words.extend(all(&list.no_names));
    }

    /// How many symbols the family name at the beginning has, unless a word stands there; the longest of those that
    /// fit.
    pub(super) fn family(&self, steps: &[Step]) -> Option<usize> {
        if self.words.iter().any(|word| begin(steps, word)) {
            return None;
        }
        let fitting = self.families.iter().filter(|name| begin(steps, name));
        fitting.map(Vec::len).max()
    }

    /// Where a name that begins at a place ends: before a word that stands beside names, if one follows.
    pub(super) fn end(&self, text: &str, at: usize) -> Option<usize> {
        let steps: Vec<Step> = Walk::from(text, at).take(AROUND).collect();
        let family = self.family(&steps)?;
        let mut end = None;
        for (count, step) in steps.iter().enumerate() {
            let rest = steps.get(count..).unwrap_or_default();
            let over = count > family.saturating_add(1) || (count > family && self.is_beside(rest));
            if over || (count > 0 && step.gap > Gap::Silent) || !step.is_name() {
                break;
            }
            if count >= family {
                end = Some(step.end);
            }
        }
        end
    }

    /// The name that stands before a number, with nothing but signs and words beside names between them.
    pub(super) fn before(&self, text: &str, at: usize) -> Option<(usize, usize)> {
        let near = back(text, at).take(BEFORE_NUMBER);
        let mut steps: Vec<Step> = near.take_while(|step| step.gap < Gap::Line).collect();
        steps.reverse();
        let mut rest = steps.as_slice();
        loop {
            match rest.split_last() {
                Some((last, before)) if !last.written.is_alphanumeric() => rest = before,
                Some(_) => match self.without_last_word(rest) {
                    Some(before) => rest = before,
                    None => break,
                },
                None => return None,
            }
        }
        let of_length = |length: usize| {
            let (before, name) = rest.split_at_checked(rest.len().checked_sub(length)?)?;
            self.is_name(name, before)
                .then_some((name.first()?.start, name.last()?.end))
        };
        [4, 3, 2].into_iter().find_map(of_length)
    }

    /// Whether symbols are a name that begins a word, or follows a word that stands beside names.
    fn is_name(&self, name: &[Step], before: &[Step]) -> bool {
        let family = self.family(name);
        let fits =
            family.is_some_and(|family| matches!(name.len().checked_sub(family), Some(1 | 2)));
        // The gap that a step tells of lies behind it when a text is read backwards.
        let inner = name.split_last().map_or(&[][..], |(_, inner)| inner);
        let whole =
            name.iter().all(Step::is_name) && inner.iter().all(|step| step.gap <= Gap::Silent);
        let begins = before.last().is_none_or(|last| {
            !last.is_name() || last.gap > Gap::Silent || self.without_last_word(before).is_some()
        });
        fits && whole && begins
    }

    fn is_beside(&self, steps: &[Step]) -> bool {
        self.beside.iter().any(|word| begin(steps, word))
    }

    /// The symbols before the word beside names with which they end.
    fn without_last_word<'s>(&self, steps: &'s [Step]) -> Option<&'s [Step]> {
        let ends = |word: &&Vec<char>| {
            let own = steps.iter().rev().map(|step| step.symbol);
            !word.is_empty() && word.iter().rev().copied().eq(own.take(word.len()))
        };
        let longest = self.beside.iter().filter(ends).map(Vec::len).max()?;
        steps.get(..steps.len().checked_sub(longest)?)
    }
}

fn begin(steps: &[Step], with: &[char]) -> bool {
    begins(steps.iter().map(|step| step.symbol), with)
}
