//! Pages in HTML: what is seen, what is not, and where hits lie between tags.

use crate::{built_in, look};

/// The entries found in a page, what they lie on, and whether readers do not see them.
fn found(html: &str) -> Vec<(String, String, bool)> {
    let engine = built_in();
    let screening = &engine.law().screening;
    let hits = screening.screen().find_in_page(html, &look());
    let named = hits.iter().map(|hit| {
        let entry = screening.entry(hit.entry).unwrap().1.id.clone();
        (entry, html[hit.start..hit.end].to_owned(), hit.hidden)
    });
    named.collect()
}

fn one(html: &str, entry: &str, text: &str, hidden: bool) {
    let expected = (entry.to_owned(), text.to_owned(), hidden);
    assert_eq!(found(html), [expected], "{html}");
}

#[test]
fn tags_within_a_line_part_nothing() {
    one(
        "<p>机<b>密</b>★10年</p>",
        "state-secret-marking",
        "机<b>密</b>★",
        false,
    );
    one(
        "<p>&#26426;密&#x2605;5年",
        "state-secret-marking",
        "&#26426;密&#x2605;",
        false,
    );
    one(
        "<p>机&nbsp;密★",
        "state-secret-marking",
        "机&nbsp;密★",
        false,
    );
    one("<p>机\n密★", "state-secret-marking", "机\n密★", false);
}

#[test]
fn what_readers_do_not_see_is_told_apart() {
    for hidden in [
        "<div style='display: none'>亚博</div>",
        "<div style=\"position:absolute; left:-9999px\">亚博</div>",
        "<p hidden>亚博</p>",
        "<marquee height=1 width=1>亚博</marquee>",
        "<span style='font-size:0'>亚博</span>",
        "<!-- 亚博 -->",
        "<meta name='keywords' content='亚博'>",
        "<div style='DISPLAY:NONE !important'><p><b>亚博</p></div>",
    ] {
        one(hidden, "injected-gambling", "亚博", true);
    }
    for seen in [
        "<p>亚博</p>",
        "<title>亚博</title>",
        "<div style='display:block'>亚博</div>",
        "<p style='display:none'></p>亚博",
    ] {
        one(seen, "injected-gambling", "亚博", false);
    }
}

#[test]
fn what_scripts_and_styles_hold_is_no_text() {
    assert!(found("<script>var a = '13800138000';</script><style>/*亚博*/</style>").is_empty());
    one(
        "<script>if (a</b) '</scrip'</script>亚博",
        "injected-gambling",
        "亚博",
        false,
    );
}

#[test]
fn links_are_told_by_their_hosts() {
    one(
        "<div style='display:none'><a href='http://x.example.com/a'>x</a></div>",
        "hidden-link",
        "<a href='http://x.example.com/a'>",
        true,
    );
    one(
        "<a href=\"//shop.example.com?a\">x</a>",
        "foreign-link",
        "<a href=\"//shop.example.com?a\">",
        false,
    );
    assert!(found("<a href='http://nync.gansu.gov.cn/'>x</a><a href='/a'>x</a><a href='https://www.people.com.cn/'>x</a>").is_empty());
    one(
        "<a href='http://gov.cn.example.com/'>x</a>",
        "foreign-link",
        "<a href='http://gov.cn.example.com/'>",
        false,
    );
}
