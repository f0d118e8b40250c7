//! One run: files go in, verdicts are counted, findings are kept.

use crate::accounts::Document;
use crate::judging::{Accounts, Judging, Outcome, Record};
use crate::mapping::{Dictionary, Guess, KindFields, Mapping, guess, routing_column};
use crate::progress::Progress;
use crate::source::{KindFrom, Source};
use crate::summary::{Store, Summary};
use crate::table::{self, Input, Interest, Reading, Row, Shape, Visitor};
use crate::trouble::{Code, Trouble};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

/// What is asked of a run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    /// The kind of every record; told from the headings if absent.
    pub(crate) kind: Option<String>,
    pub(crate) encoding: Option<&'static encoding_rs::Encoding>,
    pub(crate) sheet: Option<String>,
    pub(crate) limit: usize,
    pub(crate) quiet: bool,
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) summary: Summary,
    pub(crate) store: Store,
    pub(crate) sources: Vec<Source>,
    pub(crate) accounts: Vec<Accounts>,
    pub(crate) failed: bool,
}

/// A file by its name, opened or not.
pub(crate) type Opened = (String, Result<Input, Trouble>);

/// Opens files by their names, each when its turn comes.
pub(crate) fn open(files: &[String]) -> impl Iterator<Item = Opened> {
    files.iter().map(|file| (file.clone(), Input::open(file)))
}

/// Judges all files, then the documents; one that fails does not stop the others.
pub(crate) fn run(
    judging: &mut dyn Judging,
    files: impl IntoIterator<Item = Opened>,
    documents: &[Document],
    options: &Options,
) -> Run {
    let kinds = judging.kinds().to_vec();
    let dictionary = Dictionary::new(&kinds);
    let mut audit = Audit {
        judging,
        kinds: &kinds,
        dictionary: &dictionary,
        options,
        progress: Progress::new(options.quiet),
        outcome: Outcome::default(),
        mappings: BTreeMap::new(),
        kind: None,
        routing: None,
        file: String::new(),
        size: None,
        position: Rc::default(),
        run: Run {
            summary: Summary::default(),
            store: Store::new(options.limit),
            sources: Vec::new(),
            accounts: Vec::new(),
            failed: false,
        },
    };
    for (name, input) in files {
        audit.file(name, input);
    }
    let mut published: BTreeMap<String, Vec<&Document>> = BTreeMap::new();
    for document in documents {
        let own = published.entry(document.publisher()).or_default();
        own.push(document);
    }
    for document in documents {
        let own = published.get(&document.publisher());
        audit.document(document, own.map_or(&[], Vec::as_slice));
    }
    audit.close();
    audit.run
}

struct Audit<'a> {
    judging: &'a mut dyn Judging,
    kinds: &'a [KindFields],
    dictionary: &'a Dictionary,
    options: &'a Options,
    progress: Progress,
    outcome: Outcome,
    mappings: BTreeMap<usize, Mapping>,
    kind: Option<usize>,
    routing: Option<usize>,
    file: String,
    size: Option<u64>,
    position: Rc<Cell<u64>>,
    run: Run,
}

impl Audit<'_> {
    fn file(&mut self, name: String, input: Result<Input, Trouble>) {
        self.file = name;
        let before = self.run.sources.len();
        let reading = Reading {
            encoding: self.options.encoding,
            sheet: self.options.sheet.as_deref(),
            known: self.dictionary,
        };
        let result = input.and_then(|input| {
            self.size = input.size;
            self.position = Rc::clone(&input.read);
            table::read(input, &reading, self)
        });
        self.progress.end();
        if let Err(trouble) = result {
            if self.run.sources.len() == before {
                self.new_source(&Shape::default());
            }
            self.fail(trouble);
        }
    }

    /// A budget or account; it is one record.
    fn document(&mut self, document: &Document, beside: &[&Document]) {
        document.files.join(" + ").clone_into(&mut self.file);
        self.new_source(&Shape::default());
        self.source(|source| {
            source.kind = Some(document.kind.clone());
            source.kind_from = Some(KindFrom::Titles);
        });
        self.count_read();
        self.outcome.clear();
        match self.judging.document(document, beside, &mut self.outcome) {
            Ok(accounts) => {
                let place = (self.file.as_str(), 0);
                self.run.summary.record(place, accounts.kind, &self.outcome);
                self.source(|source| source.judged = 1);
                self.run.accounts.push(accounts);
                self.keep();
            }
            Err(trouble) => self.refuse(trouble),
        }
    }

    /// Asks for what can only be said at the end.
    fn close(&mut self) {
        self.outcome.clear();
        self.judging.finish(&mut self.outcome);
        self.run.summary.tallies(&self.outcome.tallies);
        self.keep();
    }

    fn keep(&mut self) {
        for finding in self.outcome.findings.drain(..) {
            self.run.store.push(finding);
        }
    }

    fn new_source(&mut self, shape: &Shape) {
        self.run.sources.push(Source::new(&self.file, shape));
    }

    fn fail(&mut self, trouble: Trouble) {
        self.run.failed = true;
        if let Some(source) = self.run.sources.last_mut() {
            source.failure = Some(trouble);
        }
    }

    fn source(&mut self, change: impl FnOnce(&mut Source)) {
        if let Some(source) = self.run.sources.last_mut() {
            change(source);
        }
    }

    fn choose(&mut self, headings: &[String]) -> Result<KindFrom, Trouble> {
        (self.kind, self.routing) = (None, None);
        if let Some(named) = &self.options.kind {
            self.kind = self.dictionary.kind(named);
            let known = self
                .kinds
                .iter()
                .map(|kind| kind.id.as_str())
                .collect::<Vec<_>>();
            let unknown = || Trouble::new(Code::KindUnknown).with(known.join(", "));
            return self.kind.map(|_| KindFrom::Option).ok_or_else(unknown);
        }
        self.routing = routing_column(headings);
        if self.routing.is_none()
            && let Some(kind) = self.kind_by_name()
        {
            self.kind = Some(kind);
            return Ok(KindFrom::FileName);
        }
        match guess(self.dictionary, headings) {
            Guess::Kind(kind) => self.kind = Some(kind),
            Guess::Tie | Guess::Nothing if self.routing.is_some() => {}
            Guess::Tie | Guess::Nothing => return Err(Trouble::new(Code::KindUnclear)),
        }
        Ok(self.routing.map_or(KindFrom::Headings, |_| KindFrom::Rows))
    }

    /// The kind whose id or name the file has for its own, with a year or a number after it or not.
    fn kind_by_name(&self) -> Option<usize> {
        let name = Path::new(&self.file).file_stem()?.to_str()?;
        let numbered = |c: char| c.is_ascii_digit() || matches!(c, '-' | '_' | '.' | ' ' | '年');
        self.dictionary.kind(name.trim_end_matches(numbered))
    }

    fn map(&mut self, kind: usize, headings: &[String]) {
        let mapping = Mapping::new(self.dictionary, self.kinds, kind, headings);
        let columns = mapping.columns.clone();
        self.mappings.insert(kind, mapping);
        let id = self.kinds.get(kind).map(|kind| kind.id.clone());
        self.source(|source| {
            source
                .columns
                .retain(|column| Some(&column.kind) != id.as_ref());
            source.columns.extend(columns);
        });
    }

    fn kind_of(&self, row: &Row<'_>) -> Option<usize> {
        let named = self.routing.map(|column| row.cells.get(column));
        match named.filter(|name| !name.trim().is_empty()) {
            // A column of this name that never names a kind is about something else.
            Some(name) => self.dictionary.kind(name).or(self.kind),
            None => self.kind,
        }
    }

    fn judge(&mut self, kind: usize, row: &Row<'_>) -> Result<(), String> {
        let Some(mapping) = self.mappings.get(&kind) else {
            return Err("unmapped".to_owned());
        };
        let cells = mapping.fields(row.cells);
        let disagrees = mapping.disagrees(row.cells);
        let record = Record {
            file: &self.file,
            row: row.number,
            kind,
            cells: &cells,
            json: row.json,
        };
        self.outcome.clear();
        self.judging.record(&record, &mut self.outcome)?;
        let place = (self.file.as_str(), row.number);
        self.run.summary.record(place, kind, &self.outcome);
        self.keep();
        self.source(|source| {
            source.judged = source.judged.saturating_add(1);
            source.disagreeing = source.disagreeing.saturating_add(u64::from(disagrees));
        });
        Ok(())
    }

    fn count_read(&mut self) {
        self.run.summary.totals.read = self.run.summary.totals.read.saturating_add(1);
        self.source(|source| source.read = source.read.saturating_add(1));
    }

    fn refuse(&mut self, trouble: Trouble) {
        self.run.failed = true;
        self.run.summary.totals.refused = self.run.summary.totals.refused.saturating_add(1);
        self.source(|source| source.refused = source.refused.saturating_add(1));
        self.trouble(trouble);
    }
}

impl Visitor for Audit<'_> {
    fn begin(&mut self, shape: &Shape) {
        self.new_source(shape);
        self.mappings.clear();
    }

    fn table(&mut self, shape: &Shape) -> Interest {
        self.source(|source| source.shaped(shape));
        match self.choose(&shape.headings) {
            Ok(from) => {
                let id = self
                    .kind
                    .and_then(|kind| self.kinds.get(kind))
                    .map(|kind| kind.id.clone());
                self.source(|source| (source.kind, source.kind_from) = (id, Some(from)));
            }
            Err(trouble) => {
                self.fail(trouble);
                return Interest::Skip;
            }
        }
        if let Some(kind) = self.kind {
            self.map(kind, &shape.headings);
        }
        Interest::Rows
    }

    fn headings(&mut self, headings: &[String]) {
        self.source(|source| {
            source.shaped(&Shape {
                headings: headings.to_vec(),
                ..source.shape.clone()
            });
        });
        let kinds: Vec<usize> = self.mappings.keys().copied().collect();
        for kind in kinds {
            self.map(kind, headings);
        }
    }

    fn row(&mut self, row: &Row<'_>) {
        self.count_read();
        self.progress.row(self.position.get(), self.size);
        let Some(kind) = self.kind_of(row) else {
            return self.refuse(Trouble::new(Code::RowKindUnknown).at_row(row.number));
        };
        if !self.mappings.contains_key(&kind) {
            let headings = self
                .run
                .sources
                .last()
                .map(|source| source.shape.headings.clone());
            self.map(kind, &headings.unwrap_or_default());
        }
        if let Err(reason) = self.judge(kind, row) {
            self.refuse(
                Trouble::new(Code::EngineRefused)
                    .at_row(row.number)
                    .with(reason),
            );
        }
    }

    fn refused(&mut self, trouble: Trouble) {
        self.count_read();
        self.refuse(trouble);
    }

    fn trouble(&mut self, trouble: Trouble) {
        self.source(|source| source.add(trouble));
    }

    fn skipped(&mut self) {
        self.run.summary.totals.skipped = self.run.summary.totals.skipped.saturating_add(1);
        self.source(|source| source.skipped = source.skipped.saturating_add(1));
    }
}

#[cfg(test)]
pub(crate) mod tests;
