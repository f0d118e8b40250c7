//! Terms are found as a slow search finds them that tries each term at each place.

use crate::{entry, look, screen};
use gongkai::screen::fold::{NONE, table};
use proptest::prelude::*;

/// A symbol, where its character begins and ends, and whether signs or spaces stand before it.
struct Symbol {
    is: char,
    start: usize,
    end: usize,
    parted: bool,
}

fn symbols(text: &str) -> Vec<Symbol> {
    let mut parted = false;
    let mut symbols = Vec::new();
    for (start, c) in text.char_indices() {
        let is = table().symbol(c);
        if is == NONE {
            parted |= c != '\u{200b}';
        } else {
            symbols.push(Symbol {
                is,
                start,
                end: start + c.len_utf8(),
                parted: std::mem::take(&mut parted),
            });
        }
    }
    symbols
}

/// Where a term ends that stands at a place, if it stands there by itself.
fn at(text: &[Symbol], place: usize, term: &str) -> Option<usize> {
    let term = symbols(term);
    let own = text.get(place..place + term.len())?;
    let same = own.iter().zip(&term).all(|(a, b)| a.is == b.is);
    let parted = own[1..].iter().any(|symbol| symbol.parted);
    let before = place > 0 && !own[0].parted;
    let after = text
        .get(place + term.len())
        .is_some_and(|next| !next.parted);
    let chance = parted && term.len() <= 3 && (before || after);
    (same && !chance).then(|| own[term.len() - 1].end)
}

/// Allowed words are not asked whether they stand by themselves.
fn allowed(text: &[Symbol], place: usize, term: &str) -> Option<usize> {
    let term = symbols(term);
    let own = text.get(place..place + term.len())?;
    let same = own.iter().zip(&term).all(|(a, b)| a.is == b.is);
    same.then(|| own[term.len() - 1].end)
}

fn slow(text: &str, terms: &[String], allow: &[String]) -> Vec<(usize, usize)> {
    let text = symbols(text);
    let (mut hits, mut taken, mut covered) = (Vec::new(), 0, 0);
    for (place, symbol) in text.iter().enumerate() {
        let allow = allow.iter().filter_map(|term| allowed(&text, place, term));
        covered = allow.chain([covered]).max().unwrap();
        let longest = terms.iter().filter_map(|term| at(&text, place, term)).max();
        let open = longest.filter(|end| *end > covered && symbol.start >= taken);
        if let Some(end) = open {
            hits.push((symbol.start, end));
            taken = end;
        }
    }
    hits
}

proptest! {
    #[test]
    fn terms_are_found_as_a_slow_search_finds_them(
        terms in prop::collection::vec("[甲乙丙機𠮷]{2,5}", 1..12),
        allow in prop::collection::vec("[甲乙丙機]{2,5}", 0..4),
        text in "[甲乙丙机機𠮷 ·\u{200b}]{0,60}",
    ) {
        let owned = |words: &[String]| words.to_vec();
        let screen = screen(gongkai::screen::source::Entry {
            terms: owned(&terms),
            allow: owned(&allow),
            ..entry(&[], &[])
        });
        let found = screen.find(&text, &look());
        let found: Vec<(usize, usize)> = found.iter().map(|hit| (hit.start, hit.end)).collect();
        prop_assert_eq!(found, slow(&text, &terms, &allow));
    }
}

#[test]
fn an_allowed_word_wins_over_the_shorter_term_in_it_and_over_no_longer_one() {
    let screen = screen(entry(&["口交", "秘密级文件"], &["路口交通", "商业秘密"]));
    let found = |text: &str| screen.find(text, &look()).len();
    assert_eq!(found("路口交通事故"), 0);
    assert_eq!(found("口交通"), 1);
    assert_eq!(found("商业秘密级文件"), 1);
}

#[test]
fn letters_beside_letters_are_another_word() {
    let screen = screen(entry(&["av", "sex"], &[]));
    let found = |text: &str| screen.find(text, &look()).len();
    assert_eq!(found("have middlesex"), 0);
    assert_eq!(found("看av片，ＳＥＸ"), 2);
}

#[test]
fn a_short_term_across_two_words_is_none() {
    let screen = screen(entry(&["机密"], &[]));
    let found = |text: &str| screen.find(text, &look()).len();
    assert_eq!(found("手机 密码"), 0);
    assert_eq!(found("手机、密码"), 0);
    assert_eq!(found("手机\n密码"), 0);
    assert_eq!(found("（机 密）"), 1);
}
