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
            prose.add(&page.text);
        }
        prose
    }

    // Numbers of pages above and below the text are no part of it.
    fn add(&mut self, text: &str) {
        let lines = text.lines().map(trim).filter(|line| !line.is_empty());
        let lines: Vec<&str> = lines.collect();
        let last = lines.len().saturating_sub(1);
        for (number, line) in lines.into_iter().enumerate() {
            if (number > 0 && number < last) || !is_page_number(line) {
                self.text.push_str(&bare(line));
            }
        }
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
