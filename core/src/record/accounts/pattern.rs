//! Phrases with blanks, as packs write them: `支出决算为{amount}，完成年初预算的{share}`.

use super::page::bare;
use crate::words::amount::Unit;
use alloc::{string::String, vec::Vec};

/// How far `…` may reach, in characters of one sentence.
const GAP: usize = 60;
/// The longest `{list}` or `{text}`, in characters.
const LONG: usize = 400;

/// A phrase with blanks.
#[derive(Debug, Clone)]
pub struct Pattern(Vec<Token>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Text(String),
    Amount,
    Share,
    Count,
    Number,
    Year,
    Word,
    Row,
    List,
    Gap,
}

/// What stood in a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank<'t> {
    /// An amount in 分, and how far its rounding reaches.
    Amount {
        /// The amount in 分.
        fen: i64,
        /// Half of its last digit, in 分.
        half: i64,
        /// Where it stands.
        at: usize,
    },
    /// A share in hundredths of a percent, and how far its rounding reaches.
    Share {
        /// Hundredths of a percent.
        share: i64,
        /// Half of its last digit.
        half: i64,
    },
    /// A whole number.
    Count(i64),
    /// Which of the words.
    Word(usize),
    /// The path of a subject, such as `…(类)…(款)…(项)`.
    Row(&'t str),
    /// Items or words up to the end of the sentence.
    List(&'t str),
}

/// Where a phrase stands.
#[derive(Debug, Clone)]
pub struct Found<'t> {
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
    /// What stands in its blanks.
    pub blanks: Vec<Blank<'t>>,
}

impl Pattern {
    /// A phrase as packs write it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut tokens = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(['{', '…']) {
            let (before, mark) = rest.split_at_checked(at).unwrap_or((rest, ""));
            push(&mut tokens, before);
            if let Some(after) = mark.strip_prefix('…') {
                tokens.push(Token::Gap);
                rest = after;
            } else {
                let (name, after) = mark
                    .strip_prefix('{')
                    .and_then(|mark| mark.split_once('}'))
                    .unwrap_or(("", ""));
                tokens.extend(blank(name));
                rest = after;
            }
        }
        push(&mut tokens, rest);
        Self(tokens)
    }

    /// Everywhere the phrase stands; `words` are those of `{word}`.
    #[must_use]
    pub fn all<'t>(&self, text: &'t str, words: &[String]) -> Vec<Found<'t>> {
        let mut found = Vec::new();
        let row = self.0.first() == Some(&Token::Row);
        let tokens = if row {
            self.0.get(1..).unwrap_or_default()
        } else {
            &self.0
        };
        let Some((first, rest)) = tokens.split_first() else {
            return found;
        };
        if row {
            return Self::after_paths(tokens, text, words);
        }
        let mut from = 0_usize;
        while let Some(start) = text
            .get(from..)
            .and_then(|rest| next(first, rest))
            .map(|at| at.saturating_add(from))
        {
            let mut blanks = Vec::new();
            let end = take(first, text, start, words, &mut blanks)
                .and_then(|at| follow(rest, text, at, words, &mut blanks));
            if let Some(end) = end {
                found.push(Found { start, end, blanks });
            }
            let step = text
                .get(start..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8);
            from = start.saturating_add(step);
        }
        found
    }

    // Everywhere the phrase follows the path of a subject.
    fn after_paths<'t>(tokens: &[Token], text: &'t str, words: &[String]) -> Vec<Found<'t>> {
        let mut found = Vec::new();
        let mut ends: Vec<usize> = LEVELS
            .iter()
            .flat_map(|level| {
                text.match_indices(level)
                    .map(|(at, _)| at.saturating_add(level.len()))
            })
            .collect();
        ends.sort_unstable();
        for end in ends {
            let rest = text.get(end..).unwrap_or_default();
            if goes_on(rest) {
                continue;
            }
            let Some(start) = path_before(text, end) else {
                continue;
            };
            let skipped = rest
                .len()
                .saturating_sub(rest.trim_start_matches(['"', '”', '。']).len());
            let mut blanks: Vec<Blank<'t>> =
                text.get(start..end).map(Blank::Row).into_iter().collect();
            if let Some(end) = follow(
                tokens,
                text,
                end.saturating_add(skipped),
                words,
                &mut blanks,
            ) {
                found.push(Found { start, end, blanks });
            }
        }
        found
    }
}

/// The marks of levels in the path of a subject.
pub const LEVELS: [&str; 3] = ["(类)", "(款)", "(项)"];

// Whether a path has a level more.
fn goes_on(rest: &str) -> bool {
    let end = rest.find(['、', ',', ':', '。', ';', '”', '"', '(']);
    end.and_then(|end| rest.get(end..))
        .is_some_and(|rest| rest.starts_with("(款)") || rest.starts_with("(项)"))
}

fn push(tokens: &mut Vec<Token>, text: &str) {
    let text = bare(text);
    if !text.is_empty() {
        tokens.push(Token::Text(text));
    }
}

fn blank(name: &str) -> Option<Token> {
    Some(match name {
        "amount" => Token::Amount,
        "share" => Token::Share,
        "count" => Token::Count,
        "number" => Token::Number,
        "year" => Token::Year,
        "word" => Token::Word,
        "row" => Token::Row,
        "list" | "text" => Token::List,
        _ => return None,
    })
}

// Where a token could begin next.
fn next(token: &Token, text: &str) -> Option<usize> {
    match token {
        Token::Text(own) => text.find(own.as_str()),
        Token::Year | Token::Amount | Token::Share | Token::Count | Token::Number => {
            let mut before = None;
            text.char_indices().find_map(|(at, c)| {
                let begins = c.is_ascii_digit()
                    && !before.is_some_and(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
                before = Some(c);
                begins.then_some(at)
            })
        }
        Token::Word | Token::Row | Token::List | Token::Gap => (!text.is_empty()).then_some(0),
    }
}

fn follow<'t>(
    tokens: &[Token],
    text: &'t str,
    at: usize,
    words: &[String],
    blanks: &mut Vec<Blank<'t>>,
) -> Option<usize> {
    let Some((first, rest)) = tokens.split_first() else {
        return Some(at);
    };
    if *first != Token::Gap {
        return take(first, text, at, words, blanks)
            .and_then(|at| follow(rest, text, at, words, blanks));
    }
    let kept = blanks.len();
    for (step, c) in text.get(at..)?.char_indices().take(GAP) {
        if let Some(end) = follow(rest, text, at.saturating_add(step), words, blanks) {
            return Some(end);
        }
        blanks.truncate(kept);
        if c == '。' {
            return None;
        }
    }
    None
}

// Reads one token and gives where it ends.
fn take<'t>(
    token: &Token,
    text: &'t str,
    at: usize,
    words: &[String],
    blanks: &mut Vec<Blank<'t>>,
) -> Option<usize> {
    let rest = text.get(at..)?;
    let (length, blank) = match token {
        Token::Text(own) => {
            return rest
                .starts_with(own.as_str())
                .then(|| at.saturating_add(own.len()));
        }
        Token::Amount => amount(rest, at)?,
        Token::Share => share(rest)?,
        Token::Count => {
            let length = digits(rest);
            (length, Blank::Count(rest.get(..length)?.parse().ok()?))
        }
        Token::Number => {
            let length = number(rest)?;
            (length, Blank::List(rest.get(..length)?))
        }
        Token::Year => {
            let year = rest.get(..4).filter(|year| {
                year.bytes().all(|byte| byte.is_ascii_digit()) && digits(rest) == 4
            })?;
            (4, Blank::Count(year.parse().ok()?))
        }
        Token::Word => {
            let longest = words
                .iter()
                .enumerate()
                .filter(|(_, word)| rest.starts_with(word.as_str()))
                .max_by_key(|(_, word)| word.len());
            let (number, word) = longest?;
            (word.len(), Blank::Word(number))
        }
        Token::List => {
            let end = rest
                .char_indices()
                .take(LONG)
                .find(|(_, c)| matches!(c, '。' | ';'))
                .map(|(end, _)| end)?;
            (end, Blank::List(rest.get(..end)?))
        }
        Token::Row | Token::Gap => return None,
    };
    blanks.push(blank);
    Some(at.saturating_add(length))
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

// A number with decimals and thousands separators: how long it is.
fn number(text: &str) -> Option<usize> {
    let length = text
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        .count();
    let length = text.get(..length)?.trim_end_matches(['.', ',']).len();
    (length > 0 && text.starts_with(|c: char| c.is_ascii_digit())).then_some(length)
}

/// The units in which running text states amounts.
const UNITS: [(&str, Unit); 3] = [
    ("万元", Unit::WanYuan),
    ("亿元", Unit::YiYuan),
    ("元", Unit::Yuan),
];

fn amount(text: &str, at: usize) -> Option<(usize, Blank<'static>)> {
    let length = number(text)?;
    let rest = text.get(length..)?;
    let (name, unit) = UNITS.iter().find(|(name, _)| rest.starts_with(name))?;
    let (value, half) = scaled(text.get(..length)?, unit.fen())?;
    Some((
        length.saturating_add(name.len()),
        Blank::Amount {
            fen: value,
            half,
            at,
        },
    ))
}

fn share(text: &str) -> Option<(usize, Blank<'static>)> {
    let length = number(text)?;
    let rest = text.get(length..)?;
    if !rest.starts_with('%') {
        return None;
    }
    let (share, half) = scaled(text.get(..length)?, 100)?;
    Some((length.saturating_add(1), Blank::Share { share, half }))
}

// A decimal number times a scale, and half of its last digit.
fn scaled(text: &str, scale: i64) -> Option<(i64, i64)> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let mut value = 0_i64;
    for byte in whole.bytes().filter(|byte| *byte != b',') {
        value = value
            .checked_mul(10)?
            .checked_add(i64::from(byte.wrapping_sub(b'0')))?;
    }
    value = value.checked_mul(scale)?;
    let mut step = scale;
    for byte in part.bytes() {
        step = step.checked_div(10)?;
        value = value.checked_add(i64::from(byte.wrapping_sub(b'0')).checked_mul(step)?)?;
    }
    Some((value, step.checked_div(2)?))
}

/// Where the path of a subject begins that ends here: `一般公共服务支出(类)财政事务(款)行政运行(项)`.
fn path_before(text: &str, end: usize) -> Option<usize> {
    let mut start = end;
    let mut levels = 0_u8;
    while let Some(rest) = LEVELS
        .iter()
        .find_map(|level| text.get(..start)?.strip_suffix(level))
    {
        let from = rest.char_indices().rev().take(40).find(|(_, c)| {
            matches!(
                c,
                ')' | '、' | ',' | ':' | '。' | ';' | '“' | '"' | '.' | ' '
            )
        });
        let (at, c) = from?;
        start = at.saturating_add(c.len_utf8());
        levels = levels.saturating_add(1);
        if c == ')' {
            continue;
        }
        break;
    }
    (levels > 0).then_some(start)
}

/// Every amount that stands in a text, with where it ends.
#[must_use]
pub fn amounts(text: &str, from: usize, to: usize) -> Vec<(i64, i64, usize)> {
    let mut found = Vec::new();
    let mut at = from;
    while at < to {
        let Some(start) = text.get(at..to).and_then(|rest| next(&Token::Amount, rest)) else {
            break;
        };
        let start = at.saturating_add(start);
        let rest = text.get(start..).unwrap_or_default();
        if let Some((length, Blank::Amount { fen, half, .. })) = amount(rest, start) {
            found.push((fen, half, start));
            at = start.saturating_add(length);
        } else {
            at = start.saturating_add(number(rest).unwrap_or(1).max(1));
        }
    }
    found
}

/// The share that stands at the beginning of a text, with its length.
#[must_use]
pub fn share_at(text: &str) -> Option<(i64, i64, usize)> {
    match share(text)? {
        (length, Blank::Share { share, half }) => Some((share, half, length)),
        _ => None,
    }
}

/// The amount that stands at the beginning of a text, with its length.
#[must_use]
pub fn amount_at(text: &str) -> Option<(i64, i64, usize)> {
    match amount(text, 0)? {
        (length, Blank::Amount { fen, half, .. }) => Some((fen, half, length)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_read() {
        let text = bare(
            "1、一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为1,560.05 万元，支出决算为1511.89万元，完成年初预算的96.91%。",
        );
        let pattern =
            Pattern::new("{row}年初预算为{amount}，支出决算为{amount}，完成年初预算的{share}");
        let found = pattern.all(&text, &[]);
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0].blanks,
            [
                Blank::Row("一般公共服务支出(类)财政事务(款)行政运行(项)"),
                Blank::Amount {
                    fen: 1_560_050_000,
                    half: 5_000,
                    at: found[0].start + 81
                },
                Blank::Amount {
                    fen: 1_511_890_000,
                    half: 5_000,
                    at: found[0].start + 111
                },
                Blank::Share {
                    share: 9691,
                    half: 0
                },
            ]
        );
    }

    #[test]
    fn gaps_stay_within_a_sentence() {
        let pattern = Pattern::new("支出决算为{amount}…原因");
        assert_eq!(pattern.all("支出决算为3元,主要原因", &[]).len(), 1);
        assert!(pattern.all("支出决算为3元。主要原因", &[]).is_empty());
        assert!(pattern.all("支出决算为3个,主要原因", &[]).is_empty());
    }

    #[test]
    fn years_words_and_lists() {
        let words = [String::from("小于"), String::from("大于")];
        let found = Pattern::new("{year}年度部门决算").all("上海2023年度部门决算", &[]);
        assert_eq!(found[0].blanks, [Blank::Count(2023)]);
        let found = Pattern::new("决算数{word}预算数").all("决算数大于预算数", &words);
        assert_eq!(found[0].blanks, [Blank::Word(1)]);
        let found = Pattern::new("主要包括:{list}").all("主要包括:办公费、印刷费;公用", &[]);
        assert_eq!(found[0].blanks, [Blank::List("办公费、印刷费")]);
    }
}
