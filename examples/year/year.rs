//! Makes the whole year: every record of every kind, and the ledger of what is wrong with them.

use crate::document;
use crate::fill::{Filling, Values};
use crate::random::Random;
use crate::register;
use crate::template::{Defect, Department, Form, Made, Template};
use gongkai::Engine;
use gongkai::words::Label;
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The records of one kind.
#[derive(Debug)]
pub(crate) struct Batch {
    pub(crate) kind: String,
    pub(crate) form: Form,
    pub(crate) records: Vec<Values>,
}

/// One thing that is wrong, and the rule that must find it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Entry {
    /// The kind of the record in which it is found.
    pub(crate) kind: String,
    /// The record's place among those of its kind, from 0.
    pub(crate) place: usize,
    /// The code of the rule.
    pub(crate) rule: String,
    /// Whether it is found in the document that comes with the record.
    pub(crate) in_document: bool,
    #[serde(skip)]
    pub(crate) what: [String; 2],
}

/// What comes with a record: its tables and its text.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) kind: String,
    /// The record's place among those of its kind.
    pub(crate) place: usize,
    pub(crate) content: Map<String, Value>,
}

/// A department's year.
#[derive(Debug, Default)]
pub(crate) struct Year {
    pub(crate) batches: Vec<Batch>,
    pub(crate) documents: Vec<Document>,
    pub(crate) ledger: Vec<Entry>,
    /// The lists that come with the request: id to codes and names.
    pub(crate) supply: BTreeMap<String, Vec<(String, String)>>,
    /// What each template made.
    parts: BTreeMap<String, Part>,
}

/// What one template made.
#[derive(Debug, Default)]
struct Part {
    kind: String,
    /// The places of the records to which others may belong.
    parents: Vec<usize>,
    supplied: Vec<(String, (String, String))>,
    found: Vec<Entry>,
    documents: Vec<Document>,
}

impl Year {
    fn batch(&self, template: &Template) -> Option<&Batch> {
        self.batches
            .iter()
            .find(|batch| batch.kind == template.kind)
    }

    /// The records of a template to which others may belong, with their places.
    fn parents(&self, name: &str) -> impl Iterator<Item = (usize, &Values)> {
        let part = self.parts.get(name);
        let batch = part.and_then(|part| self.batches.iter().find(|batch| batch.kind == part.kind));
        let places = part
            .into_iter()
            .flat_map(|part| part.parents.iter().copied());
        places.filter_map(move |place| Some((place, batch?.records.get(place)?)))
    }

    /// Takes in what a template made.
    fn take(&mut self, template: &Template, records: Vec<Values>, mut part: Part) {
        for (list, entry) in part.supplied.drain(..) {
            self.supply.entry(list).or_default().push(entry);
        }
        self.ledger.append(&mut part.found);
        self.documents.append(&mut part.documents);
        part.kind.clone_from(&template.kind);
        self.parts.insert(template.name.clone(), part);
        if let Some(batch) = self
            .batches
            .iter_mut()
            .find(|batch| batch.kind == template.kind)
        {
            batch.records.extend(records);
        } else {
            self.batches.push(Batch {
                kind: template.kind.clone(),
                form: template.form,
                records,
            });
        }
    }
}

/// Makes the year of a seed.
///
/// # Errors
/// Which value of which template cannot be made.
pub(crate) fn make(
    engine: &Engine,
    department: &Department,
    templates: &[Template],
    seed: u64,
) -> Result<Year, String> {
    let mut year = Year::default();
    let register = register::make(engine, department, seed)?;
    for template in templates {
        let maker = Maker {
            engine,
            department,
            template,
            seed,
            register: &register,
        };
        maker.make(&mut year)?;
    }
    year.ledger.sort();
    year.supply
        .insert(department.register.list.clone(), register);
    for (list, codes) in &department.supply {
        let entries = codes
            .iter()
            .map(|text| text.split_once('=').unwrap_or((text, text)));
        let entries = entries.map(|(code, name)| (code.to_owned(), name.to_owned()));
        year.supply.entry(list.clone()).or_default().extend(entries);
    }
    for entries in year.supply.values_mut() {
        entries.sort();
        entries.dedup();
    }
    Ok(year)
}

struct Maker<'t> {
    engine: &'t Engine,
    department: &'t Department,
    template: &'t Template,
    seed: u64,
    register: &'t [(String, String)],
}

impl<'t> Maker<'t> {
    /// Makes the records of the template.
    fn make(&self, year: &mut Year) -> Result<(), String> {
        let wanted = self.wanted(year);
        let defects = self.spread(self.free(&wanted, year))?;
        let first = year
            .batch(self.template)
            .map_or(0, |batch| batch.records.len());
        let mut made = Vec::new();
        let mut part = Part::default();
        for (number, source) in wanted.iter().enumerate() {
            let defect = defects.get(&number).copied();
            let values = self.record(number, source.map(|(_, values)| values), defect)?;
            if !defect.is_some_and(|defect| defect.unlisted) {
                part.supplied.extend(self.supplied(&values));
            }
            let own = first.saturating_add(made.len());
            let copies = defect.map_or(1, Defect::copies);
            let last = own.saturating_add(copies);
            for place in own..last {
                part.documents
                    .extend(self.document(place, &values, defect)?);
            }
            made.extend(std::iter::repeat_n(values, copies));
            match defect {
                Some(defect) if defect.alone => {}
                Some(_) | None => part.parents.extend(own..last),
            }
            if let Some(defect) = defect {
                let of = source.filter(|_| defect.omit).map(|(place, _)| place);
                let places = of.map_or(own..last, |of| of..of.saturating_add(1));
                part.found
                    .extend(places.flat_map(|place| self.entries(defect, place, year)));
            }
        }
        year.take(self.template, made, part);
        Ok(())
    }

    /// For each record that is to be made, the record it belongs to and the place of that.
    fn wanted<'y>(&self, year: &'y Year) -> Vec<Option<(usize, &'y Values)>> {
        let sources = match &self.template.each {
            None => vec![None],
            Some(each) => year.parents(each).map(Some).collect(),
        };
        let wanted = sources
            .into_iter()
            .flat_map(|source| std::iter::repeat_n(source, self.count()));
        wanted.collect()
    }

    fn count(&self) -> usize {
        usize::try_from(self.template.count).unwrap_or(0)
    }

    /// The kind of the records that those of the template belong to, or their own.
    fn source_kind<'y>(&'y self, year: &'y Year) -> &'y str {
        let each = self.template.each.as_ref();
        let source = each.and_then(|each| year.parts.get(each));
        source.map_or(&self.template.kind, |part| &part.kind)
    }

    /// The numbers of the records that may have a defect: those of records that have one themselves may not.
    fn free(&self, wanted: &[Option<(usize, &Values)>], year: &Year) -> Vec<usize> {
        let kind = self.source_kind(year);
        let taken = |place: usize| {
            let mut entries = year.ledger.iter();
            entries.any(|entry| entry.kind == kind && entry.place == place)
        };
        let free = wanted.iter().enumerate();
        let free = free.filter(|(_, source)| source.is_none_or(|(place, _)| !taken(place)));
        free.map(|(number, _)| number).collect()
    }

    /// The entries that a record adds to lists.
    fn supplied(&self, values: &Values) -> Vec<(String, (String, String))> {
        let lists = self.template.supply.iter();
        let entries = lists.filter_map(|(list, field)| {
            let code = values.get(field)?.as_str()?.to_owned();
            Some((list.clone(), (code.clone(), code)))
        });
        entries.collect()
    }

    /// Which record has which defect; no record has two.
    fn spread(&self, mut free: Vec<usize>) -> Result<BTreeMap<usize, &'t Defect>, String> {
        let name = format!("{}.defects", self.template.name);
        Random::named(self.seed, &name).shuffle(&mut free);
        let mut free = free.into_iter();
        let mut spread = BTreeMap::new();
        for defect in &self.template.defect {
            for _ in 0..defect.times {
                let number = free
                    .next()
                    .ok_or_else(|| format!("{}: more defects than records", self.template.name))?;
                spread.insert(number, defect);
            }
        }
        Ok(spread)
    }

    fn record(
        &self,
        number: usize,
        source: Option<&'t Values>,
        defect: Option<&'t Defect>,
    ) -> Result<Values, String> {
        let template = self.template;
        let mut made: BTreeMap<&str, &Made> = template
            .fields
            .iter()
            .map(|(field, made)| (field.as_str(), made))
            .collect();
        if let Some(defect) = defect {
            made.extend(
                defect
                    .set
                    .iter()
                    .map(|(field, made)| (field.as_str(), made)),
            );
        }
        let filling = Filling {
            department: self.department,
            calendar: self.engine.calendar(),
            seed: self.seed,
            register: self.register,
            name: &template.name,
            number,
            turn: number.checked_rem(self.count()).unwrap_or(0),
            made,
            source,
            values: Values::new(),
        };
        let mut values = filling.all()?;
        if let Some(defect) = defect {
            values.retain(|field, _| !defect.drop.contains(field));
        }
        Ok(values)
    }

    /// The document that comes with a record, where its kind has one.
    fn document(
        &self,
        place: usize,
        values: &Values,
        defect: Option<&Defect>,
    ) -> Result<Option<Document>, String> {
        let kind = &self.template.kind;
        let Some(shape) = self.department.shapes.get(kind) else {
            return Ok(None);
        };
        let none = BTreeMap::new();
        let replace = defect.map_or(&none, |defect| &defect.replace);
        let content = document::make(shape, values, replace, self.seed)
            .map_err(|error| format!("{}: {error}", self.template.name))?;
        Ok(Some(Document {
            kind: kind.clone(),
            place,
            content,
        }))
    }

    fn entries(&self, defect: &Defect, place: usize, year: &Year) -> Vec<Entry> {
        let kind = if defect.omit {
            self.source_kind(year)
        } else {
            &self.template.kind
        };
        let Label { zh, en } = &defect.what;
        let rules = defect.rules.iter();
        rules
            .map(|rule| Entry {
                kind: kind.to_owned(),
                place,
                rule: rule.clone(),
                in_document: !defect.replace.is_empty(),
                what: [zh.clone(), en.clone()],
            })
            .collect()
    }
}
