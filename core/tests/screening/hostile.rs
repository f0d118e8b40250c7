//! Texts, pages and lists that are made to hurt: bounded work, and no hit lost.

use crate::{built_in, entry, look, screen};
use gongkai::screen::source::{Entry, List};
use gongkai::screen::{Screen, Stream, compile, mask, mask_page};
use proptest::prelude::*;

fn found(text: &str) -> usize {
    built_in()
        .law()
        .screening
        .screen()
        .find(text, &look())
        .len()
}

#[test]
fn floods_hide_nothing() {
    let flood = "\u{301}".repeat(200_000);
    assert_eq!(found(&format!("{flood}机密★{flood}")), 1);
    assert_eq!(found(&format!("{}机密★10年", "长".repeat(400_000))), 1);
    assert_eq!(found(&format!("{}13800138000", "1 ".repeat(100_000))), 1);
    assert_eq!(found(&format!("{}，13800138000", "12 ".repeat(50_000))), 1);
    assert_eq!(found(&"13800138000\n".repeat(1000)), 1000);
    assert_eq!(
        found(&format!("{}张三11010519491231002X", "(".repeat(100_000))),
        2
    );
}

#[test]
fn bombs_of_tags_are_gone_through_once() {
    let engine = built_in();
    let screen = engine.law().screening.screen();
    let find = |html: &str| screen.find_in_page(html, &look()).len();
    assert_eq!(find(&format!("{}机密★", "<div>".repeat(100_000))), 1);
    assert_eq!(find(&format!("{}机密★", "</p>".repeat(100_000))), 1);
    assert_eq!(find(&format!("{}机密★", "<".repeat(100_000))), 1);
    assert_eq!(find(&format!("{}机密★", "<!--".repeat(20_000))), 1);
    assert_eq!(find(&format!("{}机密★", "&#x".repeat(100_000))), 1);
    assert_eq!(find(&format!("机密★<a {}", "b='c' ".repeat(100_000))), 1);
    assert_eq!(find("机密★<a href='"), 1);
}

#[test]
fn a_text_of_100_mb_without_a_line_break_is_looked_through_in_pieces() {
    let engine = built_in();
    let screen = engine.law().screening.screen();
    let piece = "关于印发政务公开工作要点的通知，".repeat(4096);
    let mut stream = Stream::new(screen, look(), 10);
    for number in 0..512 {
        stream.feed(piece.as_bytes()).unwrap();
        if number % 128 == 0 {
            stream.feed("机密★10年，".as_bytes()).unwrap();
        }
    }
    let (hits, count) = stream.finish().unwrap();
    assert!(piece.len() * 512 > 100_000_000);
    assert_eq!((hits.len(), count), (4, 4));
}

#[test]
fn a_list_of_a_million_terms_is_taken() {
    let screen = many(1_000_000).unwrap();
    let term: String = "0999999"
        .bytes()
        .map(|digit| char::from_u32(0x4e10 + u32::from(digit)).unwrap())
        .collect();
    assert_eq!(screen.find(&format!("前{term}后"), &look()).len(), 1);
}

#[test]
fn pages_that_are_made_to_hurt_are_masked() {
    let engine = built_in();
    let screen = engine.law().screening.screen();
    let parted = "1<b></b>".repeat(20_000);
    for html in [
        format!("{parted}<p>13800138000"),
        format!("{}13800138000", "<div>".repeat(50_000)),
        format!("<a title='13800138000' {}", "b='c' ".repeat(50_000)),
        format!("<p>13800138000</p>{}", "&#x".repeat(50_000)),
    ] {
        let done = mask_page(screen, &html, &look());
        assert!(done.left.is_empty());
        assert!(done.text.contains("138****8000"));
    }
}

#[test]
fn terms_that_can_find_nothing_are_refused() {
    let long = "长".repeat(65);
    for term in ["", "  ", "\u{200b}", "·-·", "机", "一 ", long.as_str()] {
        let list = List {
            id: "list".to_owned(),
            entry: vec![entry(&[term], &[])],
            ..List::default()
        };
        let faults = compile(&[list]).unwrap_err();
        assert_eq!(faults.len(), 1, "{term:?}");
    }
}

fn many(count: u32) -> Result<Screen, usize> {
    let terms = (0..count).map(|number| {
        let digits = format!("{number:07}");
        let ideographs = digits
            .bytes()
            .map(|digit| char::from_u32(0x4e10 + u32::from(digit)).unwrap());
        ideographs.collect()
    });
    let list = List {
        id: "list".to_owned(),
        entry: vec![Entry {
            terms: terms.collect(),
            ..entry(&[], &[])
        }],
        ..List::default()
    };
    compile(&[list]).map_err(|faults| faults.iter().filter(|fault| fault.too_many).count())
}

#[test]
fn many_terms_are_taken_and_too_many_refused() {
    let screen = many(50_000).unwrap();
    let term: String = "0049999"
        .bytes()
        .map(|digit| char::from_u32(0x4e10 + u32::from(digit)).unwrap())
        .collect();
    assert_eq!(screen.find(&format!("前{term}后"), &look()).len(), 1);
    assert_eq!(many(1_000_001).unwrap_err(), 1);
}

proptest! {
    #[test]
    fn no_text_stops_the_screen(text in ".{0,200}", near in "[机密★\u{200b}0-9xX〔﹝）号姓名：张三住址]{0,80}") {
        let engine = built_in();
        let screening = engine.law().screening.screen();
        for text in [&text, &near] {
            for hit in screening.find(text, &look()) {
                prop_assert!(text.get(hit.start..hit.end).is_some_and(|found| !found.is_empty()));
            }
            let _ = mask(screening, text, &look());
        }
    }

    #[test]
    fn no_page_stops_the_screen(html in "(<[a-z]{0,3}|>|</[a-z]|<!--|-->|&|#x|;|'|\"|=|style=|display:none|机|密|★|href=|//|亚博| ){0,40}") {
        let engine = built_in();
        for hit in engine.law().screening.screen().find_in_page(&html, &look()) {
            prop_assert!(html.get(hit.start..hit.end).is_some_and(|found| !found.is_empty()), "{:?}", hit);
        }
    }
}

#[test]
fn patterns_say_what_is_wrong_with_them() {
    for (pattern, fits) in [
        ("姓名[:]?<{name}>", true),
        ("账号{d:8-20}", true),
        ("姓名[", false),
        ("姓名{d:9-2}", false),
        ("姓名{.:0-65}", false),
        ("姓名{x}", false),
        ("姓名<", false),
        ("姓名[]", false),
        ("姓名{.:0-9}{.:0-9}{.:0-9}", false),
        ("名[:]", false),
    ] {
        let list = List {
            id: "list".to_owned(),
            entry: vec![Entry {
                patterns: vec![pattern.to_owned()],
                ..entry(&[], &[])
            }],
            ..List::default()
        };
        assert_eq!(compile(&[list]).is_ok(), fits, "{pattern}");
    }
    let _ = screen(entry(&["机密"], &[]));
}
