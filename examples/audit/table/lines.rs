//! Lines of bounded length, however they end.

use super::ROW_LIMIT;
use super::text::{Text, broken};
use crate::trouble::Trouble;
use std::io::BufRead;

/// One line without its end.
#[derive(Debug, Default)]
pub(crate) struct Line {
    /// Counted from 1.
    pub(crate) number: u64,
    pub(crate) bytes: Vec<u8>,
    /// Whether the line was longer than [`ROW_LIMIT`] and its end was dropped.
    pub(crate) cut: bool,
}

/// Splits a text at `\n`, `\r\n` or `\r`.
pub(crate) struct Lines {
    text: Text,
    number: u64,
    after_return: bool,
}

impl Lines {
    pub(crate) fn new(text: Text) -> Self {
        Self {
            text,
            number: 0,
            after_return: false,
        }
    }

    /// The text from the line after the last one read.
    pub(crate) fn into_text(self) -> Text {
        self.text
    }

    /// What has to be said about the encoding of what was read so far.
    pub(crate) fn damage(&self) -> Option<Trouble> {
        self.text.damage()
    }

    /// Reads the next line into a buffer; `false` at the end.
    ///
    /// # Errors
    ///
    /// `A03` if reading fails.
    pub(crate) fn read(&mut self, line: &mut Line) -> Result<bool, Trouble> {
        line.bytes.clear();
        line.cut = false;
        let mut any = false;
        loop {
            let buffer = self.text.fill_buf().map_err(|error| broken(&error))?;
            if buffer.is_empty() {
                return Ok(any && self.numbered(line));
            }
            if self.after_return && buffer.first() == Some(&b'\n') {
                self.after_return = false;
                self.text.consume(1);
                continue;
            }
            self.after_return = false;
            any = true;
            let end = buffer.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let length = end.unwrap_or(buffer.len());
            let (part, rest) = buffer.split_at_checked(length).unwrap_or((buffer, &[]));
            append(line, part);
            self.after_return = rest.first() == Some(&b'\r');
            self.text
                .consume(length.saturating_add(usize::from(end.is_some())));
            if end.is_some() {
                return Ok(self.numbered(line));
            }
        }
    }

    fn numbered(&mut self, line: &mut Line) -> bool {
        self.number = self.number.saturating_add(1);
        line.number = self.number;
        true
    }
}

fn append(line: &mut Line, part: &[u8]) {
    let room = ROW_LIMIT.saturating_sub(line.bytes.len());
    line.cut |= part.len() > room;
    line.bytes
        .extend_from_slice(part.get(..room).unwrap_or(part));
}

#[cfg(test)]
mod tests {
    use super::super::text::from_bytes;
    use super::*;

    fn lines(text: &str) -> Vec<(u64, String, bool)> {
        let (text, _) = from_bytes(text.as_bytes()).expect("opens");
        let mut lines = Lines::new(text);
        let mut line = Line::default();
        let mut all = Vec::new();
        while lines.read(&mut line).expect("reads") {
            all.push((
                line.number,
                String::from_utf8_lossy(&line.bytes).into_owned(),
                line.cut,
            ));
        }
        all
    }

    #[test]
    fn all_three_line_ends_count_once() {
        let expected = [
            (1, "a".into(), false),
            (2, String::new(), false),
            (3, "b".into(), false),
        ];
        for text in ["a\n\nb", "a\r\n\r\nb\r\n", "a\r\rb\r"] {
            assert_eq!(lines(text), expected, "{text:?}");
        }
    }

    #[test]
    fn an_endless_line_is_cut_and_the_next_one_is_whole() {
        let text = format!("{}\nb\n", "x".repeat(ROW_LIMIT + 5));
        let all = lines(&text);
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].1.len(), all[0].2), (ROW_LIMIT, true));
        assert_eq!(all[1], (2, "b".into(), false));
    }
}
