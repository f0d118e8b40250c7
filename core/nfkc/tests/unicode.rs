//! The form beside that of `unicode-normalization`, whose tables it is made of.

use gongkai_nfkc::{capitals, form, is_inert, nfkc, small};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// All that Unicode has given a meaning; beyond lies nothing but places for more.
fn characters() -> impl Iterator<Item = char> {
    ('\0'..='\u{323af}').chain('\u{e0000}'..='\u{e01ef}')
}

#[test]
fn every_character_has_the_form_it_has_there() {
    for c in characters() {
        assert_eq!(
            nfkc([c]),
            [c].into_iter().nfkc().collect::<String>(),
            "{c:?}"
        );
        let own = form(c).map_or_else(|| c.to_string(), |form| form.iter().collect());
        assert_eq!(own, nfkc([c]), "{c:?}");
        let apart: Vec<char> = [c].into_iter().nfd().collect();
        let there: String = apart.iter().copied().nfkc().collect();
        assert_eq!(nfkc(apart), there, "{c:?} taken apart");
    }
}

#[test]
fn every_character_has_the_capitals_and_small_letters_it_has_in_rust() {
    for c in '\0'..=char::MAX {
        assert!(capitals(c).eq(c.to_uppercase()), "{c:?}");
        assert_eq!(Some(small(c)), c.to_lowercase().next(), "{c:?}");
    }
}

#[test]
fn what_is_inert_changes_beside_no_mark() {
    let marks = [
        '\u{301}', '\u{323}', '\u{3099}', '\u{1161}', '\u{11a8}', '\u{9be}',
    ];
    let ideographs = '\u{3400}'..='\u{323af}';
    for c in characters().filter(|c| is_inert(*c) && !ideographs.contains(c)) {
        assert_eq!(nfkc(['e', c]), ['e', c].iter().collect::<String>());
        assert_eq!(nfkc([c]), c.to_string());
        for mark in marks {
            let there: String = [c, mark].into_iter().nfkc().collect();
            assert_eq!(nfkc([c, mark]), there);
        }
    }
}

proptest! {
    #[test]
    fn texts_have_the_form_they_have_there(text in any::<String>()) {
        prop_assert_eq!(nfkc(text.chars()), text.nfkc().collect::<String>());
    }

    #[test]
    fn marks_find_their_order(text in "[a-eA-E가-각\u{1100}-\u{1112}\u{1161}-\u{1165}\u{11a7}-\u{11ac}\u{300}-\u{345}\u{591}-\u{59f}が-だ\u{3099}ｶﾞ\u{9c7}\u{9be}①]{0,12}") {
        prop_assert_eq!(nfkc(text.chars()), text.nfkc().collect::<String>());
    }
}
