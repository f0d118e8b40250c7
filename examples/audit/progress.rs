//! A line on the terminal that shows that a long file is still being read.

use std::io::{IsTerminal, Write};
use std::time::Instant;

/// Writes to standard error, and only when that is a terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    shown: bool,
    started: Instant,
    rows: u64,
}

/// After how many rows the line is written again.
const STEP: u64 = 20_000;

impl Progress {
    #[expect(
        clippy::disallowed_methods,
        reason = "rows a second are shown to a person and reach no result"
    )]
    pub(crate) fn new(quiet: bool) -> Self {
        Self {
            shown: !quiet && std::io::stderr().is_terminal(),
            started: Instant::now(),
            rows: 0,
        }
    }

    /// Counts a row, and sometimes says how far the file is.
    pub(crate) fn row(&mut self, read: u64, size: Option<u64>) {
        self.rows = self.rows.saturating_add(1);
        if self.shown && self.rows.is_multiple_of(STEP) {
            let line = self.line(read, size);
            // A terminal that is gone must not end the work.
            let _ = write!(std::io::stderr(), "\r\u{1B}[K{line}");
        }
    }

    /// Clears the line.
    pub(crate) fn end(&self) {
        if self.shown && self.rows >= STEP {
            let _ = write!(std::io::stderr(), "\r\u{1B}[K");
        }
    }

    fn line(&self, read: u64, size: Option<u64>) -> String {
        let millis = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        let speed = self
            .rows
            .saturating_mul(1000)
            .checked_div(millis)
            .unwrap_or(0);
        let share = size.and_then(|size| read.saturating_mul(100).checked_div(size));
        let share = share.map_or_else(String::new, |share| format!(" · {share}%"));
        format!("{} 行 rows · {speed}/s{share}", self.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_rows_and_share() {
        let mut progress = Progress::new(true);
        (0..3).for_each(|_| progress.row(50, Some(200)));
        let line = progress.line(50, Some(200));
        assert!(
            line.starts_with("3 行 rows · ") && line.ends_with(" · 25%"),
            "{line}"
        );
    }
}
