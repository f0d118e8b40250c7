//! Cheap normal forms of text: trimmed, plain (NFKC), blank, a stand-in for nothing, a key to compare by.

use super::note::{Note, Notes, Read};
use alloc::borrow::Cow;
use alloc::string::String;
use gongkai_nfkc::{capitals, is_inert, nfkc};

/// The text without spaces, NBSP, byte order marks and zero-width characters around it.
#[must_use]
#[inline]
pub fn trim(text: &str) -> &str {
    match text.as_bytes() {
        // As nearly all texts begin and end: with a printed character of ASCII or an ideograph.
        []
        | [b'!'..=b'~']
        | [b'!'..=b'~' | 0xe4..=0xe9, .., b'!'..=b'~']
        | [b'!'..=b'~' | 0xe4..=0xe9, .., 0xe4..=0xe9, _, _] => text,
        _ => text.trim_matches(is_space),
    }
}

/// Whether a character prints nothing: spaces, line breaks, NBSP, U+3000, and zero-width ones.
#[must_use]
#[inline]
pub fn is_space(c: char) -> bool {
    !matches!(c, '!'..='~' | '\u{3001}'..='\u{9fff}') && (c.is_whitespace() || is_zero_width(c))
}

/// Whether the text holds nothing but spaces.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    trim(text).is_empty()
}

/// Whether the text only fills a cell that has no value.
///
/// `无` counts: asked of a code, a date or a number it says that there is none. Do not ask it of free text,
/// where `无` may be the answer itself.
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    let text = trim(text);
    // Most texts are longer than any of the words, and begin with no sign.
    match text.chars().next() {
        Some(first) if is_placeholder_sign(first) => text.chars().all(is_placeholder_sign),
        _ => text.len() <= LONGEST_WORD && PLACEHOLDER_WORDS.contains(&text),
    }
}

/// The text in its plain form: trimmed, NFKC, radicals as characters, no zero-width characters.
///
/// Spaces inside are kept as plain spaces. Text that is plain already is not copied.
#[must_use]
pub fn plain(text: &str) -> Read<Cow<'_, str>> {
    let trimmed = trim(text);
    let notes = if trimmed.len() == text.len() {
        Notes::NONE
    } else {
        Notes::NONE.with(Note::Spaces)
    };
    if is_plain(trimmed) {
        return Read {
            value: Cow::Borrowed(trimmed),
            notes,
        };
    }
    let printed = trimmed.chars().filter(|c| !is_zero_width(*c));
    let value = nfkc(printed.map(radical));
    if value == trimmed {
        return Read {
            value: Cow::Borrowed(trimmed),
            notes,
        };
    }
    Read {
        // An accent that stands alone becomes one upon a space.
        value: Cow::Owned(trim(&value).into()),
        notes: trimmed
            .chars()
            .fold(notes, |notes, c| notes.union(notes_of(c))),
    }
}

/// A key by which names and numbers are compared: plain, no spaces, one kind of brackets, upper case.
///
/// Text that is its own key is not copied.
#[must_use]
pub fn fold_key(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_folded) {
        return Cow::Borrowed(text);
    }
    let mut key = String::with_capacity(text.len());
    if text
        .chars()
        .all(|c| is_settled(c) || matches!(c, '（' | '）'))
    {
        // Plain but for the brackets, which become one kind; only ASCII letters among these have a case.
        let printed = text.chars().filter(|c| !is_space(*c));
        key.extend(printed.map(|c| one_bracket(c).to_ascii_uppercase()));
    } else {
        return Cow::Owned(folded(&plain(text).value));
    }
    Cow::Owned(key)
}

/// Whether two texts have the same key.
#[must_use]
pub fn same_key(text: &str, other: &str) -> bool {
    text == other || folded(&plain(text).value) == folded(&plain(other).value)
}

// Characters that folding leaves alone: the bulk of names and numbers.
const fn is_folded(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '0'..='9' | 'A'..='Z' | '_' | '.' | '-')
}

fn folded(plain: &str) -> String {
    let printed = plain.chars().filter(|c| !is_space(*c));
    let upper = printed.map(one_bracket).flat_map(capitals);
    // Letters may come apart in upper case, and accents may follow a letter once a space is gone.
    nfkc(upper)
}

// Signs of which a stand-in is made, alone or repeated: `/`, `--`, `——`, `***`.
const fn is_placeholder_sign(c: char) -> bool {
    matches!(
        c,
        '/' | '\\'
            | '-'
            | '_'
            | '*'
            | '.'
            | '—'
            | '–'
            | '―'
            | '…'
            | '／'
            | '＼'
            | '－'
            | '＿'
            | '＊'
    )
}

/// Bytes of the longest of the words.
const LONGEST_WORD: usize = "（略）".len();

// Words that stand in for a value. 略 is what reprints put where a name was.
const PLACEHOLDER_WORDS: [&str; 14] = [
    "无",
    "暂无",
    "没有",
    "空",
    "不详",
    "略",
    "(略)",
    "（略）",
    "N/A",
    "n/a",
    "NULL",
    "null",
    "None",
    "none",
];

// Radicals of U+2E80–U+2EFF as PDF fonts put them for characters. NFKC maps only U+2F00–U+2FD5, two of the
// supplement (⺟, ⻳) and none of these; the pairs are those of Unicode's EquivalentUnifiedIdeograph.txt.
const RADICALS: [(char, char); 24] = [
    ('⺠', '民'),
    ('⻁', '虎'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻩', '黄'),
    ('⻬', '齐'),
    ('⻰', '龙'),
    ('⻮', '齿'),
];

fn is_plain(text: &str) -> bool {
    text.is_ascii()
        || text
            .chars()
            .all(|c| is_settled(c) || (is_inert(c) && !is_zero_width(c) && radical(c) == c))
}

// Characters that every normal form leaves alone and nothing combines with: the bulk of Chinese text.
const fn is_settled(c: char) -> bool {
    matches!(c, '\0'..='\x7f' | '\u{4e00}'..='\u{9fff}' | '\u{3001}'..='\u{3029}')
}

const fn is_zero_width(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// A radical as the character it stands for; any other character as it is.
#[must_use]
pub fn radical(c: char) -> char {
    if !matches!(c, '\u{2e80}'..='\u{2eff}') {
        return c;
    }
    RADICALS
        .iter()
        .find_map(|(from, to)| (*from == c).then_some(*to))
        .unwrap_or(c)
}

fn notes_of(c: char) -> Notes {
    let note = match c {
        '\0'..='\x7f' => return Notes::NONE,
        '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' => Note::FullWidth,
        _ if is_space(c) => Note::Spaces,
        _ if radical(c) != c || !nfkc([c]).chars().eq([c]) => Note::Compatibility,
        _ => return Notes::NONE,
    };
    Notes::NONE.with(note)
}

const fn one_bracket(c: char) -> char {
    match c {
        '(' | '（' | '[' | '{' | '〔' | '【' | '〈' | '〖' | '〘' => '(',
        ')' | '）' | ']' | '}' | '〕' | '】' | '〉' | '〗' | '〙' => ')',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn trims_what_prints_nothing() {
        assert_eq!(trim("\u{feff}\u{3000}\u{a0}甘肃 省\u{200b}\r\n"), "甘肃 省");
        assert!(is_blank("\u{3000}\u{200b} \t"));
        assert!(!is_blank("无"));
    }

    #[test]
    fn plain_text_is_borrowed() {
        for text in ["2016-07-22", "甘肃省农业厅", "安农罚〔2026〕5号", "é"] {
            let read = plain(text);
            assert!(matches!(read.value, Cow::Borrowed(_)), "{text}");
            assert!(read.notes.is_empty());
        }
    }

    #[test]
    fn says_what_was_changed() {
        let cases = [
            ("２０１６", "2016", Note::FullWidth),
            ("（略）", "(略)", Note::FullWidth),
            ("⻔⼾⽹", "门户网", Note::Compatibility),
            ("①", "1", Note::Compatibility),
            ("﹝2024﹞", "〔2024〕", Note::Compatibility),
            ("豫\u{a0}0185", "豫 0185", Note::Spaces),
            ("甘\u{200b}肃", "甘肃", Note::Spaces),
            (" 甘肃", "甘肃", Note::Spaces),
        ];
        for (text, expected, note) in cases {
            let read = plain(text);
            // ⽹ is the traditional form of the radical in Unicode's data
            let value = read.value.replace('網', "网");
            assert_eq!(value.replace('戶', "户"), expected);
            assert_eq!(read.notes, Notes::NONE.with(note), "{text}");
        }
    }

    #[test]
    fn radicals_that_nfkc_leaves_become_characters() {
        for (from, to) in RADICALS {
            assert!(is_inert(from));
            assert_eq!(plain(&String::from(from)).value, String::from(to));
        }
        assert_eq!(plain("⾏⽂").value, "行文");
    }

    #[test]
    fn placeholders() {
        for text in ["/", "-", "——", "无", " * ", "(略)", "（略）", "NULL", "..."] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["", " ", "0", "无锡市", "-5", "略阳县"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }

    #[test]
    fn no_placeholder_word_is_longer_than_the_longest() {
        assert!(
            PLACEHOLDER_WORDS
                .iter()
                .all(|word| word.len() <= LONGEST_WORD)
        );
    }

    #[test]
    fn common_characters_are_no_spaces() {
        for c in ('!'..='~').chain('\u{3001}'..='\u{9fff}') {
            assert!(!c.is_whitespace() && !is_zero_width(c));
        }
    }

    proptest! {
        #[test]
        fn settled_texts_fold_as_all_texts_do(text in "[a-zA-Z0-9\\s\\[(（）〔【〈《。、甘农龥_.-]{0,12}") {
            prop_assert_eq!(fold_key(&text).into_owned(), folded(&plain(&text).value));
        }

        #[test]
        fn texts_have_the_same_key_where_their_keys_are_equal(a in "[aA (（〔)）]{0,3}", b in "[aA (（〔)）]{0,3}") {
            prop_assert_eq!(same_key(&a, &b), fold_key(&a) == fold_key(&b));
        }
    }

    #[test]
    fn keys_compare_names() {
        assert_eq!(
            fold_key("好事达（福州） 家具有限公司a"),
            fold_key("好事达(福州)家具有限公司A")
        );
        assert_eq!(
            fold_key("高环审字[2023]4号"),
            fold_key("高环审字〔2023〕4号")
        );
    }
}
