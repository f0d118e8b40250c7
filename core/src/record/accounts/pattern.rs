//! Phrases with blanks, as packs write them: `支出决算为{amount}，完成年初预算的{share}`.

use super::page::bare;
use super::path;
use super::quantity::{self, digits, number};
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
        for end in path::ends(text) {
            let rest = text.get(end..).unwrap_or_default();
            let Some(start) = path::start(text, end) else {
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
            quantity::next(text)
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
        Token::Amount => {
            let (fen, half, length) = quantity::amount(rest)?;
            (length, Blank::Amount { fen, half, at })
        }
        Token::Share => {
            let (share, half, length) = quantity::share(rest)?;
            (length, Blank::Share { share, half })
        }
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
