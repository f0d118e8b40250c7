//! From the command line to the exit status: judge, write, print.

use crate::arguments::Arguments;
use crate::judging::Judging;
use crate::output::{self, Report};
use crate::run::{Options, run};
use crate::summary::{print, print_source};
use std::io::{self, Write};

/// How a run ended; the number is the exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Clean,
    Findings,
    Failure,
}

impl Ending {
    pub(crate) fn status(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Failure => 2,
        }
    }
}

/// Does what the arguments ask.
///
/// # Errors
///
/// What the writers of the summary say.
pub(crate) fn audit(
    judging: &mut dyn Judging,
    arguments: &Arguments,
    out: &mut dyn Write,
) -> io::Result<Ending> {
    let options = Options {
        kind: arguments.kind.clone(),
        encoding: arguments.encoding,
        sheet: arguments.sheet.clone(),
        limit: arguments.limit,
        quiet: arguments.quiet,
        columns_only: arguments.columns,
    };
    let run = run(judging, &arguments.files, &options);
    let mut failed = run.failed;
    let seen = run.store.seen();
    let findings = run.store.into_findings();
    let totals = run.summary.totals;
    let report = Report {
        identity: &judging.identity(),
        kinds: judging.kinds(),
        rules: judging.rules(),
        summary: &run.summary,
        sources: &run.sources,
        seen,
        findings: &findings,
    };
    if arguments.columns {
        for source in report.sources {
            print_source(source, out)?;
        }
        return Ok(ending(failed, false));
    }
    if !arguments.quiet {
        print(&report, out)?;
    }
    if let Some(Err(trouble)) = arguments
        .out
        .as_deref()
        .map(|folder| output::write(&report, folder))
    {
        failed = true;
        writeln!(io::stderr(), "{trouble}")?;
    }
    Ok(ending(
        failed,
        totals.breached > 0 || totals.undetermined > 0,
    ))
}

fn ending(failed: bool, found: bool) -> Ending {
    match (failed, found) {
        (true, _) => Ending::Failure,
        (false, true) => Ending::Findings,
        (false, false) => Ending::Clean,
    }
}
