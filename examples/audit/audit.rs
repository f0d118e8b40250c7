//! From the command line to the exit status: judge, write, print.

use crate::accounts;
use crate::arguments::Arguments;
use crate::judging::Judging;
use crate::output::{self, Report};
use crate::run::{self, Options};
use crate::summary::{Totals, clauses, print};
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
    };
    let parted = accounts::part(
        &judging.forms(),
        arguments.kind.as_deref(),
        &arguments.files,
    );
    let unread = parted.unread.into_iter();
    let files = unread
        .map(|(file, trouble)| (file, Err(trouble)))
        .chain(run::open(&parted.others));
    let run = run::run(judging, files, &parted.documents, &options);
    let mut failed = run.failed;
    let seen = run.store.seen();
    let findings = run.store.into_findings();
    let totals = run.summary.totals;
    let scores = judging.scores(&run.summary.rules);
    let clauses = clauses(judging.clauses(), &run.summary);
    let report = Report {
        identity: &judging.identity(),
        kinds: judging.kinds(),
        rules: judging.rules(),
        clauses: &clauses,
        scores: &scores,
        summary: &run.summary,
        sources: &run.sources,
        accounts: &run.accounts,
        seen,
        findings: &findings,
    };
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
    Ok(ending(failed, &totals))
}

fn ending(failed: bool, totals: &Totals) -> Ending {
    if failed {
        Ending::Failure
    } else if totals.breached > 0 || totals.undetermined > 0 {
        Ending::Findings
    } else {
        Ending::Clean
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::tests::StandIn;

    #[test]
    fn the_exit_status_tells_clean_findings_and_failures_apart() {
        let folder =
            std::env::temp_dir().join(format!("gongkai-audit-status-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let file = |name: &str, text: &str| {
            let path = folder.join(name);
            std::fs::write(&path, text).expect("writes");
            path.to_str().expect("a path").to_owned()
        };
        let clean = file("clean.csv", "XK_WSH,企业名称\n1,甲\n");
        let found = file("found.csv", "XK_WSH,企业名称\n,甲\n");
        let status = |files: &[&String]| {
            let arguments = Arguments {
                files: files.iter().map(|file| (*file).clone()).collect(),
                out: Some(folder.join("out")),
                limit: 10,
                ..Arguments::default()
            };
            let mut out = Vec::new();
            let ending = audit(&mut StandIn::new(), &arguments, &mut out).expect("writes");
            assert!(
                String::from_utf8(out)
                    .expect("UTF-8")
                    .contains("合计 total")
            );
            ending.status()
        };
        assert_eq!(status(&[&clean]), 0);
        assert_eq!(status(&[&clean, &found]), 1);
        assert_eq!(status(&[&"no such file".to_owned(), &found]), 2);
        for name in ["findings.csv", "findings.json", "report.html"] {
            assert!(
                folder
                    .join("out")
                    .join(name)
                    .metadata()
                    .expect("written")
                    .len()
                    > 100
            );
        }
        std::fs::remove_dir_all(&folder).expect("removes");
    }
}
