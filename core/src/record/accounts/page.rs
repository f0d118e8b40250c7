//! The running text of a document, page by page and as one.

use crate::words::normalize::{is_space, plain, trim};
use alloc::{borrow::Cow, string::String, vec::Vec};

/// One page of running text.
#[derive(Debug, Clone, Default)]
pub struct Page<'a> {
    /// Its number.
    pub number: u32,
    /// What is written on it.
    pub text: Cow<'a, str>,
}

/// All pages as one text in plain form, without spaces and line breaks.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// The text.
    pub text: String,
    // Where each page begins.
    starts: Vec<(usize, u32)>,
}

impl Prose {
    /// The text of pages.
    #[must_use]
    pub fn of(pages: &[Page<'_>]) -> Self {
        let mut prose = Self::default();
        for page in pages {
            prose.starts.push((prose.text.len(), page.number));
            let own = unnumbered(&printed(&page.text));
            prose.text.push_str(&own);
        }
        prose
    }

    /// The page on which a byte stands.
    #[must_use]
    pub fn page(&self, at: usize) -> u32 {
        let after = self.starts.partition_point(|(start, _)| *start <= at);
        after
            .checked_sub(1)
            .and_then(|number| self.starts.get(number))
            .map_or(0, |(_, page)| *page)
    }
}

// What is written on a page: numbers of pages above and below the text are no part of it.
fn printed(text: &str) -> String {
    let lines = text.lines().map(trim).filter(|line| !line.is_empty());
    let lines: Vec<&str> = lines.collect();
    let last = lines.len().saturating_sub(1);
    let own = lines.into_iter().enumerate();
    own.filter(|(number, line)| (*number > 0 && *number < last) || !is_page_number(line))
        .map(|(_, line)| bare(line))
        .collect()
}

// The marks of levels without the codes that some write in them: 司法(06款) is 司法(款).
fn unnumbered(text: &str) -> String {
    let mut own = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        own.push_str(before);
        own.push('(');
        let name = after.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_mark = ["类)", "款)", "项)"]
            .iter()
            .any(|mark| name.starts_with(mark));
        rest = if is_mark { name } else { after };
    }
    own.push_str(rest);
    own
}

// What is printed above or below the text of a page: 12, - 12 -, 第12页.
fn is_page_number(line: &str) -> bool {
    line.chars().all(|c| {
        c.is_ascii_digit() || matches!(c, '-' | '—' | '–' | ' ' | '第' | '页' | '共' | '/')
    })
}

/// A text in plain form without spaces and line breaks.
#[must_use]
pub fn bare(text: &str) -> String {
    plain(text)
        .value
        .chars()
        .filter(|c| !is_space(*c))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_one_text_without_their_numbers() {
        let page = |number, text: &'static str| Page {
            number,
            text: Cow::Borrowed(text),
        };
        let pages = [
            page(3, "- 3 -\n公共安全支出（204类）\n司法（06款）3 元（12个）"),
            page(4, "支出\n第4页"),
        ];
        let prose = Prose::of(&pages);
        assert_eq!(prose.text, "公共安全支出(类)司法(款)3元(12个)支出");
        let at = prose.text.find("支出").unwrap();
        assert_eq!(prose.page(at), 3);
        assert_eq!(prose.page(prose.text.len().saturating_sub(1)), 4);
    }
}
