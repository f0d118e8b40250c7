//! A text that comes in pieces gives the same hits, however it is cut.

use crate::{built_in, look};
use gongkai::screen::Stream;
use proptest::prelude::*;

/// Pieces of texts, those in which something is found among others that fill.
const PARTS: [&str; 12] = [
    "甘肃省农牧厅关于印发工作要点的通知。",
    "机密★10年\n",
    "內 部 资\u{200b}料 不得外传\n",
    "身份证号11010519491231002X，",
    "电话138 0013 8000、",
    "家庭住址：兰州市城关区农民巷1号楼2单元301室，",
    "亚博2021最新官网网址\n",
    "国办发﹝2015﹞)15号",
    "𠮷路口交通",
    "\n\n    \n",
    "一二三四五六七八九十",
    "\u{301}\u{301}\u{301}\u{301}",
];

/// A text of some parts, each so often.
fn text(parts: &[(usize, usize)]) -> String {
    let parts = parts
        .iter()
        .map(|(part, count)| PARTS[part % PARTS.len()].repeat(*count));
    parts.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn pieces_give_the_hits_of_the_whole(
        parts in prop::collection::vec((0_usize..12, 1_usize..600), 1..24),
        cuts in prop::collection::vec(1_usize..70_000, 1..12),
    ) {
        let engine = built_in();
        let screen = engine.law().screening.screen();
        let text = text(&parts);
        let whole = screen.find(&text, &look());
        let mut stream = Stream::new(screen, look(), usize::MAX);
        let mut rest = text.as_bytes();
        for cut in cuts.iter().cycle() {
            let (piece, after) = rest.split_at(rest.len().min(*cut));
            stream.feed(piece).unwrap();
            rest = after;
            if rest.is_empty() {
                break;
            }
        }
        let (hits, count) = stream.finish().unwrap();
        prop_assert_eq!(usize::try_from(count).unwrap(), hits.len());
        prop_assert_eq!(hits, whole);
    }
}

#[test]
fn what_is_no_utf8_is_refused_at_its_byte() {
    let engine = built_in();
    let screen = engine.law().screening.screen();
    let mut stream = Stream::new(screen, look(), 10);
    stream.feed("机密".as_bytes()).unwrap();
    assert_eq!(stream.feed(b"\xff"), Err(6));
    let mut cut = Stream::new(screen, look(), 10);
    cut.feed("机密★".as_bytes().split_last().unwrap().1)
        .unwrap();
    assert_eq!(cut.finish(), Err(6));
}

#[test]
fn as_many_hits_are_kept_as_asked_for_and_all_are_counted() {
    let engine = built_in();
    let screen = engine.law().screening.screen();
    let mut stream = Stream::new(screen, look(), 3);
    stream.feed("机密★\n".repeat(40_000).as_bytes()).unwrap();
    let (hits, count) = stream.finish().unwrap();
    assert_eq!((hits.len(), count), (3, 40_000));
}
