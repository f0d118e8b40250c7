//! Judges the cases, with one engine for each way of judging that they name.

use gongkai::duty::pack::Format;
use gongkai::judge::collection::Collection;
use gongkai::report::{Finding, GroupFinding};
use gongkai::words::{Day, Label};
use gongkai::{Builder, Engine, Supplied, Verdict};
use gongkai_pages::Case;
use std::collections::{BTreeMap, btree_map::Entry};
use std::error::Error;

/// The engines that the cases need.
#[derive(Debug)]
pub(crate) struct Bench {
    /// The packs from outside.
    builder: Builder,
    engines: BTreeMap<Settings, Engine>,
}

/// Profile, day of knowledge, supplied lists and packs from outside.
type Settings = (String, Option<Day>, Vec<(String, Vec<String>)>, Vec<String>);

/// What was found about a case.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) verdict: Verdict,
    /// What is said: by its rule, or for it by another.
    pub(crate) findings: Vec<Said>,
}

/// A finding, as a page tells of it.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) rule: String,
    pub(crate) verdict: Verdict,
    pub(crate) due: Option<Day>,
    pub(crate) happened: Option<Day>,
    /// The numbers of the records, where it is about several together.
    pub(crate) rows: Vec<u64>,
    pub(crate) message: Label,
    pub(crate) remedy: Label,
}

impl Said {
    fn of(finding: Finding<'_>) -> Self {
        Self {
            rule: finding.rule.to_owned(),
            verdict: finding.verdict,
            due: finding.due,
            happened: finding.happened,
            rows: Vec::new(),
            message: finding.message,
            remedy: finding.remedy.into_owned(),
        }
    }

    fn together(finding: GroupFinding<'_>) -> Self {
        Self {
            rule: finding.rule.to_owned(),
            verdict: finding.verdict,
            due: None,
            happened: None,
            rows: finding.rows,
            message: finding.message,
            remedy: finding.remedy,
        }
    }
}

impl Bench {
    /// A bench whose engines judge by the packs of a builder.
    pub(crate) fn new(builder: Builder) -> Self {
        Self {
            builder,
            engines: BTreeMap::new(),
        }
    }

    /// The engine of a case that was judged.
    pub(crate) fn engine(&self, case: &Case) -> Option<&Engine> {
        self.engines.get(&settings(case))
    }

    /// Judges a case.
    ///
    /// # Errors
    /// What the engine says of the case's profile, lists, kinds and records; that there is no such rule; and
    /// that the verdict is not the one the page says.
    pub(crate) fn judge(&mut self, case: &Case) -> Result<Found, Box<dyn Error>> {
        let settings = settings(case);
        let engine = match self.engines.entry(settings.clone()) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(engine(self.builder.clone(), &settings)?),
        };
        let found = judge(engine, case)?;
        if found.verdict.name() == case.claim.verdict {
            return Ok(found);
        }
        let (title, name) = (case.title(), found.verdict.name());
        let claim = &case.claim;
        Err(format!(
            "`{title}`: `{}` is {name}, not {}",
            claim.rule, claim.verdict
        )
        .into())
    }
}

fn judge(engine: &Engine, case: &Case) -> Result<Found, Box<dyn Error>> {
    let claim = &case.claim;
    let rule = engine.law().rule(&claim.rule);
    let rule =
        rule.ok_or_else(|| format!("`{}`: there is no rule `{}`", case.title(), claim.rule))?;
    let mut collection = Collection::default();
    let mut found = Found {
        verdict: Verdict::NotApplicable,
        findings: Vec::new(),
    };
    for (row, (kind, record)) in (1..).zip(&case.records) {
        let mut desk = engine.desk(kind)?;
        desk.json(record.as_bytes(), claim.as_of, |judged| {
            judged.gather(&mut collection, row);
            let own = judged
                .verdicts()
                .find(|(number, _)| usize::from(*number) == rule);
            found.verdict = own.map_or(found.verdict, |(_, verdict)| found.verdict.max(verdict));
            let findings = judged.report().findings.into_iter();
            let findings = findings.filter(|finding| concerns(finding, &claim.rule));
            found.findings.extend(findings.map(Said::of));
        })?;
    }
    let closed = engine.close(&collection, claim.as_of);
    if let Some(tally) = closed.counts.iter().find(|tally| tally.rule == claim.rule) {
        found.verdict = found.verdict.max(tally.counts.overall());
    }
    let together = closed.findings.into_iter();
    let together = together.filter(|finding| finding.rule == claim.rule);
    found.findings.extend(together.map(Said::together));
    Ok(found)
}

fn concerns(finding: &Finding<'_>, rule: &str) -> bool {
    finding.rule == rule || finding.affects.contains(&rule)
}

fn settings(case: &Case) -> Settings {
    (
        case.claim.profile.clone(),
        case.claim.known_at,
        case.supplied.clone(),
        case.packs.clone(),
    )
}

fn engine(
    mut builder: Builder,
    (profile, known_at, supplied, packs): &Settings,
) -> Result<Engine, gongkai::Error> {
    builder = builder.profile(profile);
    if let Some(day) = known_at {
        builder = builder.known_at(*day);
    }
    for (list, lines) in supplied {
        let entries = lines.iter().filter_map(|line| line.split_once(' '));
        builder = builder.supply(Supplied {
            list: list.clone(),
            entries: entries
                .map(|(code, name)| (code.to_owned(), name.to_owned()))
                .collect(),
        });
    }
    for pack in packs {
        builder = builder.pack("case.toml", pack, Format::Toml);
    }
    builder.build()
}
