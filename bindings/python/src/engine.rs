//! The class `Engine` and the functions that need none.

use crate::batch;
use crate::day::day;
use crate::failure::exception;
use crate::record;
use gongkai::wire::{self, Batch, Error, Gathering};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

/// Bytes of the longest request that is written from Python's values.
const LONGEST: usize = 1 << 26;

/// Judges records; never changes, so that threads may share it.
#[derive(Debug)]
#[pyclass(frozen, subclass, module = "gongkai._native")]
pub(crate) struct Engine {
    engine: wire::Engine,
    /// What it was opened with: an engine is sent elsewhere as its options.
    #[pyo3(get)]
    options: Py<PyBytes>,
}

#[pymethods]
impl Engine {
    #[new]
    #[pyo3(signature = (options, /))]
    fn new(options: &Bound<'_, PyBytes>) -> PyResult<Self> {
        let py = options.py();
        let bytes = options.as_bytes();
        let engine = py.detach(|| wire::open(bytes));
        Ok(Self {
            engine: engine.map_err(|error| exception(py, &error))?,
            options: options.clone().unbind(),
        })
    }

    /// A function of the contract by its name, from a JSON request to the canonical bytes of its response.
    #[pyo3(signature = (name, request=None, /))]
    fn call<'py>(
        &self,
        py: Python<'py>,
        name: &str,
        request: Option<&Bound<'py, PyBytes>>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let request = request.map_or(&[][..], |request| request.as_bytes());
        answer(py, || wire::call(&self.engine, name, request))
    }

    /// A record or request as its JSON: bytes and text as they are, a mapping written out.
    #[pyo3(signature = (record, /))]
    #[expect(
        clippy::unused_self,
        reason = "a method beside those that take a record"
    )]
    fn json<'py>(&self, record: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
        let (py, mut text) = (record.py(), Vec::new());
        record::append(&mut text, record, LONGEST).map_err(|stop| stop.raised(py))?;
        Ok(PyBytes::new(py, &text))
    }

    /// Judges one record given as bytes, text or a mapping.
    #[pyo3(signature = (kind, record, as_of, /))]
    fn check_record<'py>(
        &self,
        kind: &Bound<'py, PyString>,
        record: &Bound<'py, PyAny>,
        as_of: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let (kind, as_of) = (kind.to_string_lossy(), day(as_of)?);
        let json = record::json(record, self.engine.limits().bytes)?;
        answer(record.py(), || {
            wire::check_record(&self.engine, &kind, &json, &as_of)
        })
    }

    /// Judges many records: an iterable of what `check_record` takes.
    #[pyo3(signature = (kind, records, as_of, findings=None, /))]
    fn check_each<'py>(
        &self,
        kind: &Bound<'py, PyString>,
        records: &Bound<'py, PyAny>,
        as_of: &Bound<'py, PyAny>,
        findings: Option<u64>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let (py, as_of) = (records.py(), day(as_of)?);
        let batch = Batch::open(&self.engine, &kind.to_string_lossy(), &as_of, findings);
        let mut batch = batch.map_err(|error| exception(py, &error))?;
        batch::judge(records, &self.engine, &mut batch)?;
        answer(py, || Ok(batch.finish()))
    }

    /// Judges records of several kinds: an iterable of pairs of a kind and what `check_record` takes.
    #[pyo3(signature = (records, as_of, findings=None, /))]
    fn check_pairs<'py>(
        &self,
        records: &Bound<'py, PyAny>,
        as_of: &Bound<'py, PyAny>,
        findings: Option<u64>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let (py, as_of) = (records.py(), day(as_of)?);
        let gathering = Gathering::open(&self.engine, &as_of, findings);
        let mut gathering = gathering.map_err(|error| exception(py, &error))?;
        batch::gather(records, &self.engine, &mut gathering)?;
        answer(py, || Ok(gathering.finish()))
    }

    /// Judges records of several kinds, one `{"kind", "record"}` a line.
    #[pyo3(signature = (lines, as_of, findings=None, /))]
    fn check_collection_lines<'py>(
        &self,
        lines: &Bound<'py, PyBytes>,
        as_of: &Bound<'py, PyAny>,
        findings: Option<u64>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let (py, as_of, bytes) = (lines.py(), day(as_of)?, lines.as_bytes());
        answer(py, || {
            let mut gathering = Gathering::open(&self.engine, &as_of, findings)?;
            full_lines(bytes).for_each(|line| gathering.envelope(line));
            Ok(gathering.finish())
        })
    }

    /// Judges many records, one JSON object a line.
    #[pyo3(signature = (kind, lines, as_of, findings=None, /))]
    fn check_lines<'py>(
        &self,
        kind: &Bound<'py, PyString>,
        lines: &Bound<'py, PyBytes>,
        as_of: &Bound<'py, PyAny>,
        findings: Option<u64>,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let (py, kind, as_of) = (lines.py(), kind.to_string_lossy(), day(as_of)?);
        let bytes = lines.as_bytes();
        answer(py, || {
            let mut batch = Batch::open(&self.engine, &kind, &as_of, findings)?;
            full_lines(bytes).for_each(|line| batch.json(line));
            Ok(batch.finish())
        })
    }
}

/// The lines that are not blank.
fn full_lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let lines = text.split(|byte| *byte == b'\n');
    lines.filter(|line| !line.trim_ascii().is_empty())
}

/// Everything that is wrong with packs, from a JSON request to the canonical bytes of its response.
#[pyfunction]
#[pyo3(signature = (request, /))]
pub(crate) fn lint<'py>(request: &Bound<'py, PyBytes>) -> PyResult<Bound<'py, PyBytes>> {
    let bytes = request.as_bytes();
    answer(request.py(), || wire::lint(bytes))
}

/// Lets other threads run while the contract answers.
fn answer(
    py: Python<'_>,
    ask: impl Send + FnOnce() -> Result<Vec<u8>, Error>,
) -> PyResult<Bound<'_, PyBytes>> {
    match py.detach(ask) {
        Ok(bytes) => Ok(PyBytes::new(py, &bytes)),
        Err(error) => Err(exception(py, &error)),
    }
}
