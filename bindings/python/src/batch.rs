//! Many records from a Python iterable: written in rounds under the lock, judged without it.

use crate::failure::Stop;
use crate::record::append;
use gongkai::wire::{Batch, Engine, Error, Gathering};
use pyo3::prelude::*;

/// Bytes of JSON after which a round is judged.
const ROUND: usize = 1 << 18;

/// Records waiting to be judged: their JSON end to end, and where each ends, or why it has none.
#[derive(Default)]
struct Round {
    text: Vec<u8>,
    ends: Vec<Result<usize, Error>>,
}

/// Judges record after record of an iterable.
pub(crate) fn judge(
    records: &Bound<'_, PyAny>,
    engine: &Engine,
    batch: &mut Batch<'_>,
) -> PyResult<()> {
    let py = records.py();
    let limit = engine.limits().bytes;
    let mut round = Round::default();
    for record in records.try_iter()? {
        round.add(&record?, limit)?;
        if round.text.len() >= ROUND {
            round = py.detach(|| round.judged(batch));
        }
    }
    py.detach(|| round.judged(batch));
    Ok(())
}

/// Judges pairs of a kind and a record.
pub(crate) fn gather(
    pairs: &Bound<'_, PyAny>,
    engine: &Engine,
    gathering: &mut Gathering<'_>,
) -> PyResult<()> {
    let py = pairs.py();
    let limit = engine.limits().bytes;
    let mut text = Vec::new();
    for pair in pairs.try_iter()? {
        let (kind, record): (String, Bound<'_, PyAny>) = pair?.extract()?;
        text.clear();
        match append(&mut text, &record, limit) {
            Ok(()) | Err(Stop::Full) => py.detach(|| gathering.json(&kind, &text)),
            Err(Stop::Refused(error)) => gathering.refused(error),
            Err(Stop::Raised(error)) => return Err(error),
        }
    }
    Ok(())
}

impl Round {
    fn add(&mut self, record: &Bound<'_, PyAny>, limit: usize) -> PyResult<()> {
        let start = self.text.len();
        let end = match append(&mut self.text, record, limit) {
            Ok(()) | Err(Stop::Full) => Ok(self.text.len()),
            Err(Stop::Raised(error)) => return Err(error),
            Err(Stop::Refused(error)) => {
                self.text.truncate(start);
                Err(error)
            }
        };
        self.ends.push(end);
        Ok(())
    }

    /// Hands every record over in order; what is left is empty and keeps its room.
    fn judged(mut self, batch: &mut Batch<'_>) -> Self {
        let mut start = 0;
        for end in self.ends.drain(..) {
            match end {
                Ok(end) => {
                    batch.json(self.text.get(start..end).unwrap_or_default());
                    start = end;
                }
                Err(error) => batch.refused(error),
            }
        }
        self.text.clear();
        self
    }
}
