//! The templates: what a record of a kind says, and with which defects, as `README.md` describes.

use crate::document::{self, Shapes};
use gongkai::words::{Day, Label};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

/// What holds for all kinds, from `department.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Department {
    pub(crate) profile: String,
    pub(crate) year: i32,
    /// The day of judgement: by then every term of the year has ended.
    pub(crate) as_of: Day,
    /// Words for texts, by their name.
    pub(crate) words: BTreeMap<String, Vec<String>>,
    /// Lists that come with the request: id to codes, each with its name after `=` where that is another.
    #[serde(default)]
    pub(crate) supply: BTreeMap<String, Vec<String>>,
    pub(crate) register: Register,
    /// The shapes of the documents that come with records.
    #[serde(skip)]
    pub(crate) shapes: Shapes,
}

/// The enterprises with which the department deals.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Register {
    /// The list as which the register comes with the request.
    pub(crate) list: String,
    pub(crate) count: u32,
    /// How they are called.
    pub(crate) name: String,
}

/// Some records of one kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Template {
    /// That of its file; several files may be of one kind.
    #[serde(skip)]
    pub(crate) name: String,
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) form: Form,
    /// How many records; with `each`, how many for each of those.
    pub(crate) count: u32,
    /// The template for each record of which there are records of this one.
    pub(crate) each: Option<String>,
    /// Lists that hold the value of a field of every record: list to field.
    #[serde(default)]
    pub(crate) supply: BTreeMap<String, String>,
    pub(crate) fields: BTreeMap<String, Made>,
    #[serde(default)]
    pub(crate) defect: Vec<Defect>,
}

/// How a file is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Form {
    /// A table with the Chinese names of the fields as headings.
    Csv,
    /// One object a line.
    #[default]
    Jsonl,
}

/// Something that is wrong with a few records, on purpose.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a key of a template, given or not"
)]
pub(crate) struct Defect {
    pub(crate) what: Label,
    /// The codes of the rules that must find it, each of them.
    pub(crate) rules: Vec<String>,
    /// In how many records.
    pub(crate) times: u32,
    /// Fields that say something else.
    #[serde(default)]
    pub(crate) set: BTreeMap<String, Made>,
    /// Fields that say nothing.
    #[serde(default)]
    pub(crate) drop: Vec<String>,
    /// Words of the record's document in place of which others stand.
    #[serde(default)]
    pub(crate) replace: BTreeMap<String, String>,
    /// Whether the record's values are left out of the lists that its kind supplies.
    #[serde(default)]
    pub(crate) unlisted: bool,
    /// Whether the record is written twice.
    #[serde(default)]
    pub(crate) twice: bool,
    /// Whether the record is not written at all; the rules find it in the record it belongs to.
    #[serde(default)]
    pub(crate) omit: bool,
    /// Whether there are no records that belong to this one.
    #[serde(default)]
    pub(crate) alone: bool,
}

impl Defect {
    /// How often the record is written.
    pub(crate) fn copies(&self) -> usize {
        match (self.omit, self.twice) {
            (true, _) => 0,
            (false, false) => 1,
            (false, true) => 2,
        }
    }
}

/// How a value is made.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Made {
    /// A text with places such as `{n}`, `{crop}`, `{=field}`.
    Text(String),
    Flag(bool),
    Number(i64),
    Day(DayIn),
    After(After),
    Pick(Pick),
    InTurn(InTurn),
    DayEvery(DayEvery),
    NumberEvery(NumberEvery),
    Between(Between),
    Register(OfRegister),
    Sum(Sum),
    Share(Share),
    Says(Says),
}

/// A working day between two days.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DayIn {
    pub(crate) day: [Day; 2],
    /// The time of that day, `08:30`.
    pub(crate) at: Option<String>,
}

/// A day so many days after that of another field, or before it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct After {
    #[serde(rename = "after")]
    pub(crate) field: String,
    pub(crate) working: Option<[i64; 2]>,
    pub(crate) days: Option<[i64; 2]>,
    pub(crate) hours: Option<[i64; 2]>,
}

/// One of some texts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pick {
    pub(crate) pick: Vec<String>,
}

/// One text after another, in the order of the records that belong to the same record.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct InTurn {
    pub(crate) in_turn: Vec<String>,
}

/// A day, and with each further record that belongs to the same record one so many days later.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DayEvery {
    pub(crate) from: Day,
    pub(crate) every: i64,
}

/// A number that grows with each further record that belongs to the same record.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NumberEvery {
    pub(crate) from: i64,
    pub(crate) every: i64,
}

/// A number between two numbers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Between {
    pub(crate) between: [i64; 2],
    /// How many of its digits stand behind the point.
    #[serde(default)]
    pub(crate) places: u32,
}

/// The name or the code of an enterprise; both are of the same one in one record.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfRegister {
    pub(crate) register: Told,
}

/// What is told of an enterprise.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Told {
    Name,
    Code,
}

/// The sum of other fields.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sum {
    pub(crate) sum: Vec<String>,
}

/// How many percent one field is of another, to two places.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Share {
    pub(crate) part: String,
    pub(crate) whole: String,
}

/// Says something about an event instead of its day.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Says {
    pub(crate) says: Said,
}

/// What a record can say instead of a day.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Said {
    NotHappened,
}

/// Reads the department and its templates, those a template is `each` of before it.
///
/// # Errors
/// What the file system says, or which file is wrong in which way.
pub(crate) fn read(folder: &Path) -> Result<(Department, Vec<Template>), Box<dyn Error>> {
    let mut department: Department = parse(&folder.join("department.toml"))?;
    department.shapes = document::read(folder)?;
    let entries = fs::read_dir(folder.join("kinds"))?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = entries.collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    paths.sort();
    let mut waiting = Vec::new();
    for path in &paths {
        let mut template: Template = parse(path)?;
        template.name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        waiting.push(template);
    }
    let mut templates: Vec<Template> = Vec::new();
    while !waiting.is_empty() {
        let ready = |template: &mut Template| {
            template
                .each
                .as_ref()
                .is_none_or(|each| templates.iter().any(|other| other.name == *each))
        };
        let next: Vec<Template> = waiting.extract_if(.., ready).collect();
        if next.is_empty() {
            let kinds: Vec<&str> = waiting
                .iter()
                .map(|template| template.name.as_str())
                .collect();
            return Err(format!("each of no template: {}", kinds.join(", ")).into());
        }
        templates.extend(next);
    }
    Ok((department, templates))
}

fn parse<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<T, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}
