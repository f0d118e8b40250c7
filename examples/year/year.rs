//! Makes the whole year: every record of every kind, and the ledger of what is wrong with them.

use crate::fill::{Filling, Values};
use crate::random::Random;
use crate::register;
use crate::template::{Defect, Department, Form, Made, Template};
use gongkai::Engine;
use gongkai::words::Label;
use serde::Serialize;
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
    #[serde(skip)]
    pub(crate) what: [String; 2],
}

/// A department's year.
#[derive(Debug, Default)]
pub(crate) struct Year {
    pub(crate) batches: Vec<Batch>,
    pub(crate) ledger: Vec<Entry>,
    /// The lists that come with the request: id to codes and names.
    pub(crate) supply: BTreeMap<String, Vec<(String, String)>>,
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
        let batch = maker.batch(&mut year)?;
        year.batches.push(batch);
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
    fn batch(&self, year: &mut Year) -> Result<Batch, String> {
        let (kind, form) = (self.template.kind.clone(), self.template.form);
        let mut batch = Batch {
            kind,
            form,
            records: Vec::new(),
        };
        let mut found = Vec::new();
        let wanted = self.wanted(year);
        let defects = self.spread(self.free(&wanted, year))?;
        let mut supplied = Vec::new();
        for (number, source) in wanted.iter().enumerate() {
            let defect = defects.get(&number).copied();
            let values = self.record(number, source.map(|(_, values)| values), defect)?;
            if !defect.is_some_and(|defect| defect.unlisted) {
                supplied.extend(self.supplied(&values));
            }
            let own = batch.records.len();
            let copies = defect.map_or(1, Defect::copies);
            batch.records.extend(std::iter::repeat_n(values, copies));
            if let Some(defect) = defect {
                let of = source.filter(|_| defect.omit).map(|(place, _)| place);
                let places = of.map_or(own..batch.records.len(), |of| of..of.saturating_add(1));
                found.extend(places.flat_map(|place| self.entries(defect, place)));
            }
        }
        for (list, entry) in supplied {
            year.supply.entry(list).or_default().push(entry);
        }
        year.ledger.extend(found);
        Ok(batch)
    }

    /// For each record that is to be made, the record it belongs to and the place of that.
    fn wanted<'y>(&self, year: &'y Year) -> Vec<Option<(usize, &'y Values)>> {
        let each = self.template.each.as_ref();
        let sources = each.and_then(|each| year.batches.iter().find(|batch| batch.kind == *each));
        let sources = sources.map_or(vec![None], |batch| {
            batch.records.iter().enumerate().map(Some).collect()
        });
        let count = usize::try_from(self.template.count).unwrap_or(0);
        let wanted = sources
            .into_iter()
            .flat_map(|source| std::iter::repeat_n(source, count));
        wanted.collect()
    }

    /// The numbers of the records that may have a defect: those of records that have one themselves may not.
    fn free(&self, wanted: &[Option<(usize, &Values)>], year: &Year) -> Vec<usize> {
        let each = self.template.each.as_ref();
        let taken = |place: usize| {
            let mut entries = year.ledger.iter();
            entries.any(|entry| Some(&entry.kind) == each && entry.place == place)
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
        let name = format!("{}.defects", self.template.kind);
        Random::named(self.seed, &name).shuffle(&mut free);
        let mut free = free.into_iter();
        let mut spread = BTreeMap::new();
        for defect in &self.template.defect {
            for _ in 0..defect.times {
                let number = free
                    .next()
                    .ok_or_else(|| format!("{}: more defects than records", self.template.kind))?;
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
            kind: &template.kind,
            number,
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

    fn entries(&self, defect: &Defect, place: usize) -> Vec<Entry> {
        let kind = self
            .template
            .each
            .as_ref()
            .filter(|_| defect.omit)
            .unwrap_or(&self.template.kind);
        let Label { zh, en } = &defect.what;
        let rules = defect.rules.iter();
        rules
            .map(|rule| Entry {
                kind: kind.clone(),
                place,
                rule: rule.clone(),
                what: [zh.clone(), en.clone()],
            })
            .collect()
    }
}
