//! Everything the pages tell of: the law, the calendar, the cases, and what refers to what.

use crate::asks::{Piece, Reader};
use crate::judging::{Bench, Found};
use crate::labels::{Labels, Named};
use crate::language::Language;
use gongkai::Engine;
use gongkai::duty::law::{Law, Rule};
use gongkai::duty::pack::{Format, compile::Programs};
use gongkai::engine::built_in;
use gongkai::record::Schema;
use gongkai::record::calendar::{Unannounced, YearSource};
use gongkai_pages::{Case, Page};
use serde_json::Value;
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Everything the pages tell of.
pub(crate) struct Book {
    pub(crate) engine: Engine,
    pub(crate) years: Vec<YearSource>,
    pub(crate) unannounced: Unannounced,
    pub(crate) labels: Labels,
    /// The example pages, with what was found about each of their cases.
    pub(crate) pages: Vec<(Page, Vec<Found>)>,
    pub(crate) bench: Bench,
    /// For each rule, the profiles under which it is judged.
    pub(crate) judged_in: Vec<Vec<String>>,
    /// For each rule, its demand and conditions as they are written.
    pub(crate) written: Vec<Value>,
    /// For each rule, the fields it names, with their kinds.
    fields: Vec<BTreeSet<(usize, String)>>,
}

impl Book {
    /// Reads everything.
    ///
    /// # Errors
    /// What the file system, the packs, the table of labels or an example page say.
    pub(crate) fn read(spec: &Path, packs: &[PathBuf]) -> Result<Self, Box<dyn Error>> {
        let mut builder = Engine::builder();
        for path in packs {
            let name = path.display().to_string();
            builder = builder.pack(name, fs::read_to_string(path)?, Format::Toml);
        }
        let mut bench = Bench::new(builder.clone());
        let engine = builder.build()?;
        let image = built_in::image();
        let mut pages = Vec::new();
        for page in gongkai_pages::all(spec)? {
            let found = page.cases.iter().map(|case| bench.judge(case));
            let found = found.collect::<Result<Vec<_>, _>>()?;
            pages.push((page, found));
        }
        let labels = Labels::read()?;
        let rules = engine.law().rules.iter();
        let written: Vec<Value> = rules.map(written).collect::<Result<_, _>>()?;
        Ok(Self {
            judged_in: judged_in(engine.law()),
            fields: engine
                .law()
                .rules
                .iter()
                .zip(&written)
                .map(|(rule, written)| fields(engine.law(), &labels, rule, written))
                .collect(),
            written,
            years: image.calendar.years.clone(),
            unannounced: image.calendar.unannounced.clone(),
            labels,
            pages,
            bench,
            engine,
        })
    }

    pub(crate) fn law(&self) -> &Law {
        self.engine.law()
    }

    /// The cases of a rule, each with what was found and the page it stands on.
    pub(crate) fn cases_of<'b>(
        &'b self,
        rule: &'b Rule,
    ) -> impl Iterator<Item = (&'b Page, &'b Case, &'b Found)> {
        let pages = self.pages.iter();
        let cases = pages.flat_map(|(page, found)| {
            let cases = page.cases.iter().zip(found);
            cases.map(move |(case, found)| (page, case, found))
        });
        cases.filter(|(_, case, _)| case.claim.rule == rule.source.id)
    }

    /// The fields a rule names, each with its kind.
    pub(crate) fn fields_of(&self, rule: usize) -> impl Iterator<Item = (&Schema, &str)> {
        let fields = self.fields.get(rule).into_iter().flatten();
        fields.filter_map(|(kind, field)| Some((self.law().schema(*kind)?, field.as_str())))
    }

    /// The rules that name a field of a kind.
    pub(crate) fn rules_naming(&self, kind: usize, field: &str) -> impl Iterator<Item = &Rule> {
        let named = (kind, field.to_owned());
        let rules = self.law().rules.iter().zip(&self.fields);
        rules
            .filter(move |(_, fields)| fields.contains(&named))
            .map(|(rule, _)| rule)
    }

    /// The rules that judge a kind.
    pub(crate) fn rules_for<'b>(&'b self, kind: &'b str) -> impl Iterator<Item = &'b Rule> {
        let rules = self.law().rules.iter();
        rules.filter(move |rule| rule.source.applies_to.iter().any(|own| own == kind))
    }

    /// The rules of a clause of a pack, by the pack's number and the clause's own.
    pub(crate) fn rules_of<'b>(
        &'b self,
        pack: usize,
        clause: &'b str,
    ) -> impl Iterator<Item = &'b Rule> {
        let rules = self.law().rules.iter();
        rules.filter(move |rule| rule.pack == pack && rule.source.cite.clause == clause)
    }
}

/// A field without its channel: `published` of `published.own-site`.
pub(crate) fn base(field: &str) -> &str {
    field.split_once('.').map_or(field, |(base, _)| base)
}

/// The names of the demands and the key of the conditions, in the table of a rule.
pub(crate) fn demands(written: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let members = written.as_object().into_iter().flatten();
    members.map(|(key, value)| (key.as_str(), value))
}

/// The demand and the conditions of a rule, by the keys of the pack format; all that the rule leaves out is gone.
fn written(rule: &Rule) -> Result<Value, serde_json::Error> {
    /// What a rule says beside its demand.
    const BESIDE: [&str; 11] = [
        "id",
        "code",
        "catalogue",
        "title",
        "applies_to",
        "in_force",
        "supersedes",
        "severity",
        "cite",
        "remedy",
        "note",
    ];
    let mut table = serde_json::to_value(&*rule.source)?;
    if let Some(members) = table.as_object_mut() {
        members.retain(|key, value| !BESIDE.contains(&key.as_str()) && said(value));
    }
    Ok(table)
}

/// Whether a value says anything: an absent one is null or empty.
pub(crate) fn said(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
        Value::String(text) => !text.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

fn judged_in(law: &Law) -> Vec<Vec<String>> {
    let law = Arc::new(law.clone());
    let mut judged: Vec<Vec<String>> = vec![Vec::new(); law.rules.len()];
    for profile in &law.profiles {
        for rule in Programs::new(Arc::clone(&law), profile).rules() {
            if let Some(profiles) = judged.get_mut(rule) {
                profiles.push(profile.id.clone());
            }
        }
    }
    judged
}

/// The fields that a rule names in its conditions and its demand, each with the number of its kind.
fn fields(law: &Law, labels: &Labels, rule: &Rule, written: &Value) -> BTreeSet<(usize, String)> {
    let reader = Reader {
        labels,
        language: Language::English,
    };
    let pieces: Vec<Piece> = demands(written)
        .flat_map(|(name, table)| reader.read(name, table))
        .collect();
    let own: Vec<usize> = rule
        .source
        .applies_to
        .iter()
        .filter_map(|id| law.kind(id))
        .collect();
    let others: Vec<usize> = pieces
        .iter()
        .filter_map(|piece| named(piece, Named::Kind))
        .filter_map(|(id, _)| law.kind(id))
        .collect();
    let mut fields = BTreeSet::new();
    for (name, theirs) in pieces.iter().filter_map(|piece| named(piece, Named::Field)) {
        let first = if theirs && !others.is_empty() {
            &others
        } else {
            &own
        };
        for kind in first {
            if law.schema(*kind).is_some_and(|schema| has(schema, name)) {
                fields.insert((*kind, base(name).to_owned()));
            }
        }
    }
    fields
}

/// The name in a piece that names such a thing, and whether it belongs to the record that is looked for.
fn named(piece: &Piece, wanted: Named) -> Option<(&str, bool)> {
    match piece {
        Piece::Name {
            of, name, theirs, ..
        } if *of == wanted => Some((name, *theirs)),
        Piece::Name { .. } | Piece::Text(_) => None,
    }
}

/// Whether a kind has what a rule names: a field, all parts of one (`published`, `received.*`), or its year.
pub(crate) fn has(schema: &Schema, name: &str) -> bool {
    let whole = !name.contains('.') || name.ends_with(".*");
    let mut fields = schema.fields.iter();
    fields.any(|field| {
        field.id == name
            || year_of(name) == Some(&field.id)
            || (whole && base(&field.id) == base(name))
    })
}

/// The field whose year a name such as `dated.year` means.
pub(crate) fn year_of(name: &str) -> Option<&str> {
    name.strip_suffix(".year")
}
