//! One run: files go in, verdicts are counted, findings are kept.

use crate::judging::{Filled, Judging, Outcome, Record};
use crate::mapping::{Column, Dictionary, Guess, KindFields, Mapping, guess, routing_column};
use crate::progress::Progress;
use crate::summary::{Store, Summary};
use crate::table::{self, Input, Interest, Reading, Row, Shape, Visitor};
use crate::trouble::{Code, Trouble};
use serde::Serialize;
use std::cell::Cell;
use std::collections::BTreeMap;
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
    /// Read headings only.
    pub(crate) columns_only: bool,
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) summary: Summary,
    pub(crate) store: Store,
    pub(crate) sources: Vec<Source>,
    pub(crate) failed: bool,
}

/// One table of one file: how it was read and what became of its rows.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Source {
    pub(crate) file: String,
    pub(crate) shape: Shape,
    pub(crate) kind: Option<String>,
    pub(crate) kind_from: Option<KindFrom>,
    pub(crate) columns: Vec<Column>,
    pub(crate) read: u64,
    pub(crate) judged: u64,
    pub(crate) refused: u64,
    pub(crate) skipped: u64,
    /// Rows in which two columns of one field say different things.
    pub(crate) disagreeing: u64,
    pub(crate) troubles: Vec<Troubles>,
    /// What ended the reading early.
    pub(crate) failure: Option<Trouble>,
}

/// How the kind of record was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum KindFrom {
    Option,
    Headings,
    Rows,
}

/// Troubles of one code: how many, and the first of them.
#[derive(Debug, Serialize)]
pub(crate) struct Troubles {
    pub(crate) code: Code,
    pub(crate) count: u64,
    pub(crate) first: Vec<Trouble>,
}

/// How many troubles of one code are kept word for word.
const FIRST: usize = 5;

/// Judges all files; a file that fails does not stop the others.
pub(crate) fn run(judging: &mut dyn Judging, files: &[String], options: &Options) -> Run {
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
            failed: false,
        },
    };
    for file in files {
        audit.file(file);
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
    fn file(&mut self, file: &str) {
        file.clone_into(&mut self.file);
        let before = self.run.sources.len();
        let reading = Reading {
            encoding: self.options.encoding,
            sheet: self.options.sheet.as_deref(),
            known: self.dictionary,
        };
        let result = Input::open(file).and_then(|input| {
            self.size = input.size;
            self.position = Rc::clone(&input.read);
            table::read(input, &reading, self)
        });
        self.progress.end();
        if let Err(trouble) = result {
            if self.run.sources.len() == before {
                self.new_source(Shape::default());
            }
            self.fail(trouble);
        }
    }

    /// Asks for what can only be said at the end.
    fn close(&mut self) {
        self.outcome.clear();
        if let Err(reason) = self.judging.finish(&mut self.outcome) {
            self.file.clear();
            self.new_source(Shape::default());
            self.fail(Trouble::new(Code::EngineRefused).with(reason));
        }
        self.run.summary.verdicts("", 0, &self.outcome);
        self.keep();
    }

    fn keep(&mut self) {
        for finding in self.outcome.findings.drain(..) {
            self.run.store.push(finding);
        }
    }

    fn new_source(&mut self, shape: Shape) {
        self.run.sources.push(Source {
            file: self.file.clone(),
            shape,
            ..Source::default()
        });
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
        match guess(self.dictionary, headings) {
            Guess::Kind(kind) => self.kind = Some(kind),
            Guess::Tie | Guess::Nothing if self.routing.is_some() => {}
            Guess::Tie | Guess::Nothing => return Err(Trouble::new(Code::KindUnclear)),
        }
        Ok(self.routing.map_or(KindFrom::Headings, |_| KindFrom::Rows))
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
        let filled = Filled {
            kind,
            fields: &cells,
        };
        self.run
            .summary
            .record(&self.file, row.number, filled, &self.outcome);
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
        self.new_source(shape.clone());
        self.mappings.clear();
    }

    fn table(&mut self, shape: &Shape) -> Interest {
        self.source(|source| source.shape.clone_from(shape));
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
        if self.options.columns_only {
            return Interest::Skip;
        }
        Interest::Rows
    }

    fn headings(&mut self, headings: &[String]) {
        self.source(|source| headings.clone_into(&mut source.shape.headings));
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
        self.source(|source| add_trouble(&mut source.troubles, trouble));
    }

    fn skipped(&mut self) {
        self.run.summary.totals.skipped = self.run.summary.totals.skipped.saturating_add(1);
        self.source(|source| source.skipped = source.skipped.saturating_add(1));
    }
}

fn add_trouble(troubles: &mut Vec<Troubles>, trouble: Trouble) {
    let same = troubles.iter_mut().find(|same| same.code == trouble.code);
    let Some(same) = same else {
        return troubles.push(Troubles {
            code: trouble.code,
            count: 1,
            first: vec![trouble],
        });
    };
    same.count = same.count.saturating_add(1);
    if same.first.len() < FIRST {
        same.first.push(trouble);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judging::{FindingRow, Identity, Judged, RuleInfo, Verdict};
    use crate::mapping::tests::kinds;
    use crate::output::sample::finding;

    /// Judges that a record must have a document number, and cannot judge the party `拒`.
    struct StandIn {
        kinds: Vec<KindFields>,
        rules: Vec<RuleInfo>,
        json: u64,
    }

    impl StandIn {
        fn new() -> Self {
            Self {
                kinds: kinds(),
                rules: vec![RuleInfo::default()],
                json: 0,
            }
        }
    }

    impl Judging for StandIn {
        fn identity(&self) -> Identity {
            Identity::default()
        }

        fn kinds(&self) -> &[KindFields] {
            &self.kinds
        }

        fn rules(&self) -> &[RuleInfo] {
            &self.rules
        }

        fn record(&mut self, record: &Record<'_>, outcome: &mut Outcome) -> Result<(), String> {
            if record.cells.contains(&(1, "拒")) {
                return Err("refused".into());
            }
            self.json = self.json.saturating_add(u64::from(record.json.is_some()));
            let met = record.cells.iter().any(|cell| cell.0 == 0);
            let verdict = if met { Verdict::Met } else { Verdict::Breached };
            outcome.verdicts.push(Judged {
                rule: 0,
                verdict,
                late_working_days: None,
            });
            if !met {
                outcome.findings.push(FindingRow {
                    file: record.file.into(),
                    row: Some(record.row),
                    rule: self.kinds[record.kind].id.clone(),
                    ..finding()
                });
            }
            Ok(())
        }

        fn finish(&mut self, outcome: &mut Outcome) -> Result<(), String> {
            outcome.findings.push(FindingRow {
                row: None,
                ..finding()
            });
            Ok(())
        }
    }

    /// Runs over files that hold these texts.
    fn run_over(name: &str, texts: &[&str], kind: Option<&str>) -> Run {
        let folder =
            std::env::temp_dir().join(format!("gongkai-audit-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let files: Vec<String> = texts
            .iter()
            .enumerate()
            .map(|(index, text)| {
                let path = folder.join(format!("{index}.csv"));
                std::fs::write(&path, text).expect("writes");
                path.to_str().expect("a path").to_owned()
            })
            .collect();
        let options = Options {
            kind: kind.map(String::from),
            limit: 100,
            quiet: true,
            ..Options::default()
        };
        let run = run(&mut StandIn::new(), &files, &options);
        std::fs::remove_dir_all(&folder).expect("removes");
        let totals = run.summary.totals;
        assert_eq!(totals.read.checked_sub(totals.judged), Some(totals.refused));
        run
    }

    #[test]
    fn what_is_read_is_judged_or_refused() {
        let run = run_over("adds", &["XK_WSH,企业名称\n1,甲\n,乙\n3,拒\n\n"], None);
        let totals = run.summary.totals;
        assert_eq!(
            (totals.read, totals.judged, totals.refused, totals.skipped),
            (3, 2, 1, 1)
        );
        assert!(run.failed);
        let source = &run.sources[0];
        assert_eq!(source.kind.as_deref(), Some("administrative-license"));
        assert_eq!(source.kind_from, Some(KindFrom::Headings));
        assert_eq!(source.troubles[0].first[0].row, Some(4));
        let rows: Vec<_> = run
            .store
            .into_findings()
            .iter()
            .map(|finding| finding.row)
            .collect();
        assert_eq!(rows, [Some(3), None]);
    }

    #[test]
    fn a_file_that_fails_does_not_stop_the_others() {
        let run = run_over(
            "fails",
            &["", "药品\n白及\n", "CF_WSH,企业名称\n1,甲\n"],
            None,
        );
        let failures: Vec<_> = run
            .sources
            .iter()
            .map(|source| source.failure.as_ref().map(|failure| failure.code))
            .collect();
        assert_eq!(
            failures,
            [Some(Code::FileEmpty), Some(Code::KindUnclear), None]
        );
        assert!(run.failed);
        assert_eq!(run.summary.totals.judged, 1);
    }

    #[test]
    fn rows_that_name_their_kind_are_judged_as_that_kind() {
        let text = "类别,企业名称\n行政许可,甲\n行政处罚,乙\n行政裁决,丙\n";
        let run = run_over("routes", &[text], None);
        assert_eq!(run.sources[0].kind_from, Some(KindFrom::Rows));
        assert_eq!(
            (run.summary.totals.judged, run.summary.totals.refused),
            (2, 1)
        );
        let rules: Vec<_> = run
            .store
            .into_findings()
            .into_iter()
            .map(|finding| finding.rule)
            .collect();
        assert_eq!(
            rules[..2],
            ["administrative-license", "administrative-penalty"]
        );
    }

    #[test]
    fn the_kind_can_be_named() {
        let text = "类别,企业名称\n行政许可,甲\n";
        let run = run_over("forced", &[text], Some("行政处罚"));
        assert_eq!(
            run.sources[0].kind.as_deref(),
            Some("administrative-penalty")
        );
        let run = run_over("unknown", &[text], Some("行政裁决"));
        let failure = run.sources[0].failure.as_ref().expect("a failure");
        assert_eq!(failure.code, Code::KindUnknown);
        assert!(failure.detail.contains("administrative-license"));
    }

    #[test]
    fn json_objects_reach_the_judge_as_written() {
        let mut judge = StandIn::new();
        let path = std::env::temp_dir().join(format!("gongkai-audit-{}.json", std::process::id()));
        std::fs::write(&path, "{\"XK_WSH\":\"1\"}\n{\"企业名称\":\"甲\"}\n").expect("writes");
        let file = path.to_str().expect("a path").to_owned();
        let run = run(
            &mut judge,
            &[file],
            &Options {
                limit: 9,
                quiet: true,
                ..Options::default()
            },
        );
        std::fs::remove_file(&path).expect("removes");
        assert_eq!((judge.json, run.summary.totals.judged), (2, 2));
        assert_eq!(run.sources[0].columns.len(), 2);
    }
}
