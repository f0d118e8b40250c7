//! A table of any bytes is judged or refused row by row, and no output shows a personal number.

use crate::engine::Bench;
use crate::judging::Judging;
use crate::output::{FILES, Report};
use crate::run::{Options, run};
use crate::summary::{clauses, print};
use crate::table::Input;
use gongkai::{Engine, words::Day};
use std::io::Cursor;
use std::sync::LazyLock;

/// A resident id with a right check character.
const SENTINEL: &str = "11010519491231002X";

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let engine = Engine::builder().build();
    engine.expect("the built-in packs build")
});

/// Asserts it of a file with these bytes.
pub(crate) fn holds(data: &[u8]) {
    let as_of = Day::of(2024, 12, 31).expect("a day");
    let mut bench = Bench::new(&ENGINE, as_of).expect("desks");
    let options = Options {
        limit: 20,
        quiet: true,
        ..Options::default()
    };
    let input = Input::from_reader(Box::new(Cursor::new(data.to_vec())), None);
    let run = run(&mut bench, [("table".to_owned(), input)], &[], &options);
    let totals = run.summary.totals;
    assert_eq!(totals.read.checked_sub(totals.judged), Some(totals.refused));
    assert_eq!(
        run.failed,
        totals.refused > 0 || run.sources.iter().any(|source| source.failure.is_some())
    );
    let seen = run.store.seen();
    let findings = run.store.into_findings();
    let clauses = clauses(bench.clauses(), &run.summary);
    let scores = bench.scores(&run.summary.rules);
    let report = Report {
        identity: &bench.identity(),
        kinds: bench.kinds(),
        rules: bench.rules(),
        clauses: &clauses,
        scores: &scores,
        summary: &run.summary,
        sources: &run.sources,
        accounts: &run.accounts,
        seen,
        findings: &findings,
    };
    let mut out = Vec::new();
    print(&report, &mut out).expect("prints");
    for (_, writing) in FILES {
        writing(&report, &mut out).expect("writes");
    }
    let shown = String::from_utf8(out).expect("all that is written is UTF-8");
    assert!(!shown.contains(SENTINEL));
    assert!(!shown.contains("<img"));
}
