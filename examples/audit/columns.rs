//! How tables would be read, without judging them: encoding, heading row, columns and what is broken.

use crate::arguments::Arguments;
use crate::audit::Ending;
use crate::mapping::{Dictionary, Guess, KindFields, Mapping, guess};
use crate::source::Source;
use crate::summary::{print_head, print_troubles};
use crate::table::{self, Input, Interest, Reading, Row, Shape, Visitor};
use crate::trouble::Trouble;
use std::io::{self, Write};

/// Reads every file to its end and prints what its tables are like.
///
/// # Errors
///
/// What the writer says.
pub(crate) fn print(
    arguments: &Arguments,
    kinds: &[KindFields],
    out: &mut dyn Write,
) -> io::Result<Ending> {
    let dictionary = Dictionary::new(kinds);
    let reading = Reading {
        encoding: arguments.encoding,
        sheet: arguments.sheet.as_deref(),
        known: &dictionary,
    };
    let mut ending = Ending::Clean;
    for file in &arguments.files {
        let mut columns = Columns {
            file,
            kinds,
            dictionary: &dictionary,
            sources: Vec::new(),
        };
        let result = Input::open(file).and_then(|input| table::read(input, &reading, &mut columns));
        if let Err(trouble) = result {
            ending = Ending::Failure;
            writeln!(out, "■ {file}\n  ✗ {trouble}")?;
        }
        for source in &columns.sources {
            print_head(source, out)?;
            print_columns(source, out)?;
            print_troubles(source, out)?;
        }
    }
    Ok(ending)
}

fn print_columns(source: &Source, out: &mut dyn Write) -> io::Result<()> {
    let (read, refused, skipped) = (source.read, source.refused, source.skipped);
    writeln!(
        out,
        "  行 rows {read} · 读不出 unreadable {refused} · 跳过 skipped {skipped}"
    )?;
    for (index, heading) in source.shape.headings.iter().enumerate() {
        let field = source
            .columns
            .get(index)
            .and_then(|column| column.field.as_deref());
        let field = field.map_or_else(String::new, |field| format!(" = {field}"));
        // `{:?}` shows line breaks inside a heading and gives no orders to the terminal.
        writeln!(out, "  {:>4}  {heading:?}{field}", index.saturating_add(1))?;
    }
    Ok(())
}

struct Columns<'a> {
    file: &'a str,
    kinds: &'a [KindFields],
    dictionary: &'a Dictionary,
    sources: Vec<Source>,
}

impl Columns<'_> {
    fn source(&mut self, change: impl FnOnce(&mut Source)) {
        if let Some(source) = self.sources.last_mut() {
            change(source);
        }
    }

    fn map(&mut self, headings: &[String]) {
        let Guess::Kind(kind) = guess(self.dictionary, headings) else {
            return;
        };
        let columns = Mapping::new(self.dictionary, self.kinds, kind, headings).columns;
        let id = self.kinds.get(kind).map(|kind| kind.id.clone());
        self.source(|source| (source.kind, source.columns) = (id, columns));
    }
}

impl Visitor for Columns<'_> {
    fn begin(&mut self, shape: &Shape) {
        self.sources.push(Source::new(self.file, shape));
    }

    fn table(&mut self, shape: &Shape) -> Interest {
        self.source(|source| source.shape.clone_from(shape));
        self.map(&shape.headings);
        Interest::Rows
    }

    fn headings(&mut self, headings: &[String]) {
        self.source(|source| headings.clone_into(&mut source.shape.headings));
        self.map(headings);
    }

    fn row(&mut self, _: &Row<'_>) {
        self.source(|source| source.read = source.read.saturating_add(1));
    }

    fn refused(&mut self, trouble: Trouble) {
        self.source(|source| {
            source.read = source.read.saturating_add(1);
            source.refused = source.refused.saturating_add(1);
            source.add(trouble);
        });
    }

    fn trouble(&mut self, trouble: Trouble) {
        self.source(|source| source.add(trouble));
    }

    fn skipped(&mut self) {
        self.source(|source| source.skipped = source.skipped.saturating_add(1));
    }
}
