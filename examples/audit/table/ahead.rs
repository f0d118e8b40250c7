//! Lines read ahead of the record that is being put together.

use super::CELL_LIMIT;
use super::lines::{Line, Lines};
use crate::trouble::Trouble;
use std::collections::VecDeque;

/// Lines read ahead, whose buffers are used again.
pub(super) struct Ahead {
    pub(super) lines: Lines,
    pub(super) waiting: VecDeque<Line>,
    spare: Vec<Line>,
    ended: bool,
}

impl Ahead {
    pub(super) fn new(lines: Lines) -> Self {
        Self {
            lines,
            waiting: VecDeque::new(),
            spare: Vec::new(),
            ended: false,
        }
    }

    /// Reads until this many lines wait; `false` if there are fewer.
    pub(super) fn fill(&mut self, count: usize) -> Result<bool, Trouble> {
        while self.waiting.len() < count && !self.ended {
            let mut line = self.spare.pop().unwrap_or_default();
            if self.lines.read(&mut line)? {
                self.waiting.push_back(line);
            } else {
                self.ended = true;
            }
        }
        Ok(self.waiting.len() >= count)
    }

    pub(super) fn get(&self, index: usize) -> Option<&Line> {
        self.waiting.get(index)
    }

    pub(super) fn drop(&mut self, count: usize) {
        for _ in 0..count {
            // A buffer that once held a very long line is not kept.
            self.spare.extend(
                self.waiting
                    .pop_front()
                    .filter(|line| line.bytes.capacity() < CELL_LIMIT),
            );
        }
    }
}
