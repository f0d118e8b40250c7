//! Runs over small files with a judge that stands in for the engine.

use super::*;
use crate::accounts::Form;
use crate::judging::{ClauseInfo, FindingRow, Identity, Judged, RuleInfo, ScoreInfo, Verdict};
use crate::mapping::tests::kinds;
use crate::output::sample::finding;

/// Judges that a record must have a document number, and cannot judge the party `拒`.
pub(crate) struct StandIn {
    kinds: Vec<KindFields>,
    rules: Vec<RuleInfo>,
    json: u64,
}

impl StandIn {
    pub(crate) fn new() -> Self {
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

    fn clauses(&self) -> &[ClauseInfo] {
        &[]
    }

    fn scores(&self, _: &[[u64; 5]]) -> Vec<ScoreInfo> {
        Vec::new()
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
            late: None,
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

    fn forms(&self) -> Vec<Form<'_>> {
        Vec::new()
    }

    fn document(
        &mut self,
        _: &Document,
        _: &[&Document],
        _: &mut Outcome,
    ) -> Result<Accounts, Trouble> {
        Err(Trouble::new(Code::EngineRefused))
    }

    fn finish(&mut self, outcome: &mut Outcome) {
        outcome.findings.push(FindingRow {
            row: None,
            ..finding()
        });
    }
}

/// Runs over files that hold these texts.
fn run_over(name: &str, texts: &[&str], kind: Option<&str>) -> Run {
    let folder = std::env::temp_dir().join(format!("gongkai-audit-{name}-{}", std::process::id()));
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
    let run = run(&mut StandIn::new(), open(&files), &[], &options);
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
        open(&[file]),
        &[],
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

#[test]
fn a_file_with_the_name_of_a_kind_holds_that_kind() {
    let folder = std::env::temp_dir().join(format!("gongkai-audit-names-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let kind_of = |name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("writes");
        let files = [path.to_str().expect("a path").to_owned()];
        let options = Options {
            limit: 100,
            quiet: true,
            ..Options::default()
        };
        let run = run(&mut StandIn::new(), open(&files), &[], &options);
        let source = run.sources.into_iter().next().expect("a source");
        (source.kind, source.kind_from)
    };
    // These headings alone would fit both kinds.
    let shared = "企业名称\n甲\n";
    let penalty = Some("administrative-penalty".to_owned());
    for name in ["administrative-penalty.csv", "行政处罚_2016年.csv"] {
        let told = kind_of(name, shared);
        assert_eq!(told, (penalty.clone(), Some(KindFrom::FileName)), "{name}");
    }
    assert_eq!(kind_of("2016.csv", shared), (None, None));
    let rows = kind_of(
        "administrative-penalty-2.csv",
        "类别,企业名称\n行政许可,甲\n",
    );
    assert_eq!(rows.1, Some(KindFrom::Rows));
    std::fs::remove_dir_all(&folder).expect("removes");
}
