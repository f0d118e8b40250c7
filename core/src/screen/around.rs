//! What stands around a hit and tells whether it is one.

use super::Looked;
use super::index::Match;
use super::pattern::begins;
use super::source::Place;
use super::walk::{Gap, Walk, back, in_word, line};
use alloc::vec::Vec;

/// The longest line that can be a title or a marking, in characters beside the hit.
const SHORT_LINE: usize = 40;

/// The longest term that may stand across two words by chance, in symbols.
const SHORT: usize = 3;

/// Whether what was found is a word of its own and not an accident of two.
///
/// Letters do not stand beside letters. A short term whose characters are parted stands alone: in 手机 密码 the
/// characters of 机密 belong to two words.
pub(super) fn stands_alone(text: &str, start: usize, found: &Match<'_>) -> bool {
    let before = beside(back(text, start).next().map(|step| (step.symbol, step.gap)));
    let after = beside(
        Walk::from(text, found.end)
            .next()
            .map(|step| (step.symbol, step.gap)),
    );
    let first = Walk::from(text, start).next().map(|step| step.symbol);
    let last = back(text, found.end).next().map(|step| step.symbol);
    let both = |fits: fn(char) -> bool, own: Option<char>, other: Option<char>| {
        own.is_some_and(fits) && other.is_some_and(fits)
    };
    let touched = |fits| both(fits, first, before) || both(fits, last, after);
    let parted = found.gap > Gap::Silent && found.length <= SHORT;
    let cut = touched(|symbol| symbol.is_ascii_alphanumeric());
    !cut && (!parted || !touched(in_word))
}

/// The symbol that stands directly beside a place.
fn beside(step: Option<(char, Gap)>) -> Option<char> {
    step.filter(|(_, gap)| *gap <= Gap::Silent)
        .map(|(symbol, _)| symbol)
}

/// Whether words around a hit show that it is none.
pub(super) fn is_excused(text: &str, start: usize, end: usize, entry: &Looked) -> bool {
    let after = || Walk::from(text, end).map(|step| step.symbol);
    let before = || back(text, start).map(|step| step.symbol);
    entry.not_before.iter().any(|word| begins(after(), word))
        || entry.not_after.iter().any(|word| {
            let reversed: Vec<char> = word.iter().rev().copied().collect();
            begins(before(), &reversed)
                || begins(before().filter(|symbol| *symbol != ':'), &reversed)
        })
}

/// Whether a hit stands on its line where it counts.
pub(super) fn is_placed(text: &str, start: usize, end: usize, place: Option<Place>) -> bool {
    let Some(place) = place else {
        return true;
    };
    let Some((from, to)) = line(text, start, end) else {
        return false;
    };
    let words = |from: usize, to: usize| {
        let steps = Walk::from(text, from).take_while(move |step| step.start < to);
        steps.filter(|step| in_word(step.symbol)).count()
    };
    let (before, after) = (words(from, start), words(end, to));
    let short = before.saturating_add(after) <= SHORT_LINE;
    match place {
        Place::Alone => before == 0 && after == 0,
        Place::Edge => short && (before == 0 || after == 0),
        Place::End => short && after == 0,
    }
}
