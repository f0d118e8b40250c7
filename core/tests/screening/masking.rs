//! A masked text holds nothing that can be masked, and masking it again changes nothing.

use crate::{built_in, look};
use gongkai::screen::{Look, mask, mask_page};
use proptest::prelude::*;

proptest! {
    #[test]
    fn masked_texts_are_masked(text in "(身份证号|电话：|张三，|住址：|11010519491231002X|13800138000|6222021234567890128|兰州市永定路12号|亚博|官网|[0-9]{1,9}|[ -·\n*，。某]|账号：|610104620927690){0,16}") {
        let engine = built_in();
        let screen = engine.law().screening.screen();
        let once = mask(screen, &text, &look());
        prop_assert!(once.left.iter().all(|hit| !screen.masks(hit.entry)), "{}", once.text);
        let twice = mask(screen, &once.text, &look());
        prop_assert_eq!(&twice.text, &once.text);
        prop_assert!(twice.counts.is_empty());
    }
}

/// What stands between `<` and `>`, without the values of attributes.
fn tags(html: &str) -> Vec<String> {
    let tags = html
        .split('<')
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap());
    tags.map(|tag| tag.split('"').step_by(2).collect())
        .collect()
}

proptest! {
    #[test]
    fn masked_pages_are_masked_and_keep_their_tags(
        html in "(身份证号|电话：|张三|，住址：|1101051949|1231002X|1380013|8000|&#49;|&amp;|<b>|</b>|<p>|</p>|<br>|<img alt=\"张三13800138000\">|<p hidden>|兰州市永定路12号|亚博|官网|[ \n，。]){0,20}",
    ) {
        let engine = built_in();
        let screen = engine.law().screening.screen();
        let once = mask_page(screen, &html, &look());
        prop_assert!(once.left.iter().all(|hit| !screen.masks(hit.entry)), "{}", once.text);
        prop_assert_eq!(tags(&once.text), tags(&html));
        let twice = mask_page(screen, &once.text, &look());
        prop_assert_eq!(&twice.text, &once.text);
        prop_assert!(twice.counts.is_empty());
    }
}

#[test]
fn pages_are_masked_between_their_tags() {
    let engine = built_in();
    let screen = engine.law().screening.screen();
    for (html, masked) in [
        (
            "<td><i>张三</i>1101<b>0519491231</b>002X</td>",
            "<td><i>张某</i>110105********002X<b></b></td>",
        ),
        (
            "<td>张三<br>电话&#49;3800138000</td>",
            "<td>张三<br>电话138****8000</td>",
        ),
        (
            "<img alt=\"电话13800138000\" src=\"a.png\">",
            "<img alt=\"电话138****8000\" src=\"a.png\">",
        ),
        (
            "<p>亚博2021<a href=\"/a\">官网</a></p>",
            "<p><a href=\"/a\"></a></p>",
        ),
        ("<!-- 13800138000 -->", "<!-- 138****8000 -->"),
    ] {
        let done = mask_page(screen, html, &look());
        assert_eq!(done.text, masked);
        assert!(done.left.is_empty());
    }
}

#[test]
fn masks_have_the_forms_that_are_published() {
    let engine = built_in();
    let screen = engine.law().screening.screen();
    for (text, masked) in [
        ("身份证号11010519491231002X", "身份证号110105********002X"),
        ("手机138-0013-8000", "手机138****8000"),
        ("张三（11010519491231002X）", "张某（110105********002X）"),
        ("欧阳建国 11010519491231002X", "欧阳某 110105********002X"),
        ("家庭住址：兰州市城关区永定路12号", "家庭住址：***"),
        ("通知\n亚博2021官网\n各市州：", "通知\n\n各市州："),
    ] {
        let done = mask(screen, text, &look());
        assert_eq!(done.text, masked);
        assert!(done.left.is_empty());
    }
}

#[test]
fn the_credit_platform_gets_the_number_and_not_the_telephone() {
    let engine = built_in();
    let screen = engine.law().screening.screen();
    let look = Look {
        audience: "credit-platform",
        ..look()
    };
    let done = mask(screen, "张三，11010519491231002X，13800138000", &look);
    assert_eq!(done.text, "张三，11010519491231002X，138****8000");
}

#[test]
fn what_no_mask_makes_fit_is_left() {
    let engine = built_in();
    let screen = engine.law().screening.screen();
    let done = mask(screen, "机密★10年", &look());
    assert_eq!((done.text.as_str(), done.left.len()), ("机密★10年", 1));
}
