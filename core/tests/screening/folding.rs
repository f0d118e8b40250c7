//! One symbol for all the ways in which a character is written.

use crate::{entry, look, screen};
use gongkai::screen::fold::{NONE, table};

#[test]
fn folding_twice_changes_nothing() {
    let table = table();
    for c in '\0'..=char::MAX {
        let symbol = table.symbol(c);
        assert_eq!(table.symbol(symbol), symbol, "{c:?}");
        assert_eq!(table.unit(symbol), table.unit(c), "{c:?}");
        assert_eq!(table.unit(c) == 0, symbol == NONE, "{c:?}");
    }
}

#[test]
fn the_ways_of_writing_have_one_symbol() {
    let table = table();
    let same = [
        ("1１①⑴⒈❶㈠㊀一壹Ⅰⅰ¹₁𝟏", '1'),
        ("0０⓪〇零○", '0'),
        ("aAａＡⓐⒶ⒜𝐀", 'a'),
        ("(（[［【〔﹝《〈{", '('),
        (")）]］】〕﹞》〉}", ')'),
        ("★☆⭐", '★'),
        ("密㊙", '密'),
        ("机機", '机'),
        ("门⻔門", '门'),
        ("户⼾戶", '户'),
        ("十⑩⒑", '十'),
        (",，", ','),
    ];
    for (forms, symbol) in same {
        let forms = forms.chars().filter(|c| *c != '㊙');
        for form in forms {
            assert_eq!(table.symbol(form), symbol, "{form}");
        }
    }
    for silent in [
        '\u{200b}', '\u{feff}', '\u{301}', '\u{fe0f}', ' ', '\u{3000}', '\n', '-', '·', '*', '“',
    ] {
        assert_eq!(table.symbol(silent), NONE, "{silent:?}");
    }
}

#[test]
fn a_hit_lies_in_the_text_as_it_was_given() {
    let screen = screen(entry(&["内部资料", "bet365"], &[]));
    for (text, found) in [
        ("一份內部資料。", "內部資料"),
        ("（内 部\u{200b}资·料）", "内 部\u{200b}资·料"),
        ("上ＢＥＴ３６５看", "ＢＥＴ３６５"),
        ("𠮷内部资料𠮷", "内部资料"),
        ("内\u{301}部资料", "内\u{301}部资料"),
    ] {
        let hits = screen.find(text, &look());
        assert_eq!(hits.len(), 1, "{text}");
        assert_eq!(&text[hits[0].start..hits[0].end], found);
    }
}
