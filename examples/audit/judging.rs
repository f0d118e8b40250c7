//! The narrow opening through which this program asks for judgements.

use crate::accounts::{Document, Form};
use crate::mapping::KindFields;
use crate::trouble::Trouble;
use gongkai::report::accounts::{Picture, Recognized, Rounded};
use gongkai::words::Note;
use serde::Serialize;

/// Someone who judges records: the engine, and in tests a small stand-in.
pub(crate) trait Judging {
    /// Who judges, by which packs, as of which day.
    fn identity(&self) -> Identity;
    /// The kinds of record that can be judged, with the names their fields go by.
    fn kinds(&self) -> &[KindFields];
    /// All rules; an outcome names a rule by its place in this list.
    fn rules(&self) -> &[RuleInfo];
    /// The clauses whose rules apply, in the order of their instruments.
    fn clauses(&self) -> &[ClauseInfo];
    /// Points by the sets of indicators that apply, from how often each rule gave each verdict.
    fn scores(&self, rules: &[[u64; 5]]) -> Vec<ScoreInfo>;
    /// Judges one record into an outcome that has been cleared.
    ///
    /// # Errors
    ///
    /// Why the record could not be judged, in words without its content.
    fn record(&mut self, record: &Record<'_>, outcome: &mut Outcome) -> Result<(), String>;
    /// The kinds of record that have tables, and what is known of these.
    fn forms(&self) -> Vec<Form<'_>>;
    /// Judges a budget or account, beside what its publisher has published, into an outcome that has been cleared.
    ///
    /// # Errors
    ///
    /// Why it could not be judged.
    fn document(
        &mut self,
        document: &Document,
        beside: &[&Document],
        outcome: &mut Outcome,
    ) -> Result<Accounts, Trouble>;
    /// Judges what can only be said once every record has been seen.
    fn finish(&mut self, outcome: &mut Outcome);
}

/// What a reader needs to judge again and get the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Identity {
    pub(crate) engine: String,
    pub(crate) as_of: String,
    /// The day up to which notices of holidays are known; all are if absent.
    pub(crate) known_at: Option<String>,
    pub(crate) profile: String,
    pub(crate) profile_title: String,
    pub(crate) calendar: String,
    pub(crate) packs: Vec<PackInfo>,
}

/// One pack by id, version and hash of its content.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct PackInfo {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) hash: String,
}

/// One rule, as far as a summary names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct RuleInfo {
    pub(crate) id: String,
    pub(crate) code: String,
    pub(crate) title_zh: String,
    pub(crate) title_en: String,
}

/// One clause of an instrument, and its rules by their places in [`Judging::rules`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct ClauseInfo {
    pub(crate) instrument: String,
    pub(crate) number: String,
    pub(crate) title_zh: String,
    pub(crate) title_en: String,
    pub(crate) rules: Vec<usize>,
}

impl ClauseInfo {
    /// “第7条 行政许可和行政处罚信息公开”; a clause that is named and not numbered has its title alone.
    pub(crate) fn name_zh(&self) -> String {
        let Self {
            number, title_zh, ..
        } = self;
        let begins = number.chars().next().unwrap_or('a');
        if number.bytes().all(|byte| byte.is_ascii_digit()) {
            format!("第{number}条 {title_zh}")
        } else if begins.is_ascii_lowercase() || number == title_zh {
            title_zh.clone()
        } else {
            format!("{number} {title_zh}")
        }
    }
}

/// The points that one set of indicators gives; what is not known gives an interval.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct ScoreInfo {
    pub(crate) title_zh: String,
    pub(crate) title_en: String,
    pub(crate) total: String,
    pub(crate) low: String,
    pub(crate) high: String,
    /// The grades that are possible, best first.
    pub(crate) grades: Vec<String>,
    pub(crate) sections: Vec<SectionInfo>,
}

/// The points of one section of a set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct SectionInfo {
    pub(crate) title_zh: String,
    pub(crate) title_en: String,
    pub(crate) weight: String,
    pub(crate) low: String,
    pub(crate) high: String,
}

impl ScoreInfo {
    pub(crate) fn points(&self) -> String {
        interval(&self.low, &self.high)
    }
}

impl SectionInfo {
    pub(crate) fn points(&self) -> String {
        interval(&self.low, &self.high)
    }
}

/// One number, or the two it lies between.
fn interval(low: &str, high: &str) -> String {
    if low == high {
        low.to_owned()
    } else {
        format!("{low} – {high}")
    }
}

/// One record to be judged.
#[derive(Debug)]
pub(crate) struct Record<'a> {
    pub(crate) file: &'a str,
    pub(crate) row: u64,
    /// Place in [`Judging::kinds`].
    pub(crate) kind: usize,
    /// Place in the fields of the kind, and the text of the cell.
    pub(crate) cells: &'a [(usize, &'a str)],
    /// The object as written, if the file is JSON.
    pub(crate) json: Option<&'a [u8]>,
}

/// What was judged about one record, or about all of them at the end.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// Every verdict, also those that met the rule.
    pub(crate) verdicts: Vec<Judged>,
    /// Publications within a time limit, by their own channel.
    pub(crate) timeliness: Timeliness,
    /// Verdicts of rules over many records, counted.
    pub(crate) tallies: Vec<Tallied>,
    pub(crate) findings: Vec<FindingRow>,
    /// Fields of the record's kind that hold something.
    pub(crate) filled: Vec<usize>,
    /// Those of them whose value is not well formed.
    pub(crate) malformed: Vec<usize>,
    /// The normalizations that were made, one for each field it was made in.
    pub(crate) notes: Vec<Note>,
}

impl Outcome {
    pub(crate) fn clear(&mut self) {
        self.verdicts.clear();
        self.timeliness = Timeliness::default();
        self.tallies.clear();
        self.findings.clear();
        self.filled.clear();
        self.malformed.clear();
        self.notes.clear();
    }
}

/// What is shown of a budget or account beside its findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Accounts {
    /// Its publisher and its year.
    pub(crate) name: String,
    /// Place in [`Judging::kinds`].
    #[serde(skip)]
    pub(crate) kind: usize,
    pub(crate) files: Vec<String>,
    pub(crate) statements: Vec<Recognized>,
    /// Rows of tables that are none of the kind's.
    pub(crate) aside: u32,
    pub(crate) sums: u64,
    pub(crate) rounded: Vec<Rounded>,
    pub(crate) pictures: Vec<Picture>,
}

/// One verdict of one rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Judged {
    /// Place in [`Judging::rules`].
    pub(crate) rule: usize,
    pub(crate) verdict: Verdict,
    /// By how much a time limit was missed.
    pub(crate) late: Option<Delay>,
}

/// Time limits kept, out of those that could be judged. One event on one channel is one time limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Timeliness {
    pub(crate) kept: u64,
    pub(crate) judged: u64,
    /// Pending or undetermined: in neither number. Where a rule does not apply, nothing is counted.
    pub(crate) excluded: u64,
}

impl Timeliness {
    pub(crate) fn add(&mut self, other: Self) {
        self.kept = self.kept.saturating_add(other.kept);
        self.judged = self.judged.saturating_add(other.judged);
        self.excluded = self.excluded.saturating_add(other.excluded);
    }

    pub(crate) fn late(self) -> u64 {
        self.judged.saturating_sub(self.kept)
    }
}

/// By how much a time limit was missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Delay {
    pub(crate) amount: u32,
    /// Whether these are working days; otherwise they are days of the calendar.
    pub(crate) working: bool,
}

/// How often a rule over many records gave each verdict, in the order of [`Verdict::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tallied {
    /// Place in [`Judging::rules`].
    pub(crate) rule: usize,
    /// Groups of records with one key, except for records without a key: each of these counts.
    pub(crate) counts: [u64; 5],
}

/// The five verdicts, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Verdict {
    Breached,
    Undetermined,
    Pending,
    Met,
    NotApplicable,
}

impl Verdict {
    pub(crate) const ALL: [Self; 5] = [
        Self::Breached,
        Self::Undetermined,
        Self::Pending,
        Self::Met,
        Self::NotApplicable,
    ];

    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Breached => "breached",
            Self::Undetermined => "undetermined",
            Self::Pending => "pending",
            Self::Met => "met",
            Self::NotApplicable => "not_applicable",
        }
    }

    pub(crate) fn zh(self) -> &'static str {
        match self {
            Self::Breached => "不符合",
            Self::Undetermined => "无法判定",
            Self::Pending => "未到期",
            Self::Met => "符合",
            Self::NotApplicable => "不适用",
        }
    }
}

/// One finding as a row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct FindingRow {
    pub(crate) file: String,
    /// Line or row of the file; of a finding about many records, the first.
    pub(crate) row: Option<u64>,
    /// All rows of a finding about many records.
    pub(crate) rows: String,
    pub(crate) record_key: String,
    pub(crate) rule: String,
    pub(crate) code: String,
    pub(crate) title_zh: String,
    pub(crate) title_en: String,
    pub(crate) verdict: Verdict,
    pub(crate) severity: &'static str,
    pub(crate) field: String,
    pub(crate) due: String,
    pub(crate) happened: String,
    /// By how much a time limit was missed, and of what that is a number.
    pub(crate) off_by: Option<u32>,
    pub(crate) off_by_unit: &'static str,
    pub(crate) message_zh: String,
    pub(crate) message_en: String,
    pub(crate) remedy_zh: String,
    pub(crate) remedy_en: String,
    /// Codes of other rules that are open or breached for the same cause.
    pub(crate) affects: String,
    pub(crate) clause: String,
    pub(crate) instrument: String,
    pub(crate) fix: String,
    pub(crate) fingerprint: String,
}
