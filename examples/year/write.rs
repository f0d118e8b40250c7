//! Writes the year as files: the records of each kind, and the ledger.

use crate::fill::Values;
use crate::template::Form;
use crate::year::{Batch, Document, Year};
use gongkai::Engine;
use gongkai::record::Schema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::Path;

/// The name of the file of what is wrong.
pub(crate) const LEDGER: &str = "ledger.jsonl";

/// The folder of the records.
pub(crate) const RECORDS: &str = "records";

/// The heading and the member under which a record names its kind.
const KIND: [&str; 2] = ["双公示类别", "record_kind"];

/// How the files of documents end; no other file ends so.
pub(crate) const DOCUMENT: &str = ".json";

/// The folder of the lists that come with the request.
pub(crate) const SUPPLY: &str = "supply";

/// The file of the arguments with which `audit` judges the year.
pub(crate) const ARGUMENTS: &str = "arguments";

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Line {
    pub(crate) file: String,
    /// The line of the file; 0 for a document.
    pub(crate) row: u64,
    /// The code of the rule that must find it.
    pub(crate) rule: String,
    pub(crate) zh: String,
    pub(crate) en: String,
}

/// Writes every file into a folder; what was there of an earlier year is removed.
///
/// # Errors
/// What the file system says.
pub(crate) fn write(engine: &Engine, year: &Year, folder: &Path) -> Result<(), Box<dyn Error>> {
    if folder.join(LEDGER).exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder.join(RECORDS))?;
    for batch in &year.batches {
        let law = engine.law();
        let schema = law.kind(&batch.kind).and_then(|kind| law.schema(kind));
        let schema = schema.ok_or_else(|| format!("there is no kind `{}`", batch.kind))?;
        let bytes = match batch.form {
            Form::Jsonl => lines(batch).into_bytes(),
            Form::Csv => table(schema, batch)?,
        };
        fs::write(folder.join(RECORDS).join(file(batch)), bytes)?;
    }
    for Document {
        kind,
        place,
        content,
    } in &year.documents
    {
        let text = serde_json::to_string_pretty(content)?;
        fs::write(folder.join(RECORDS).join(document(kind, *place)), text)?;
    }
    fs::create_dir_all(folder.join(SUPPLY))?;
    for (list, entries) in &year.supply {
        let mut writer = csv::Writer::from_path(folder.join(SUPPLY).join(format!("{list}.csv")))?;
        for (code, name) in entries {
            writer.write_record([code, name])?;
        }
        writer.flush()?;
    }
    let mut text = String::new();
    for line in ledger(year) {
        text.push_str(&serde_json::to_string(&line)?);
        text.push('\n');
    }
    fs::write(folder.join(LEDGER), text)?;
    Ok(())
}

/// The ledger, by files and their lines.
pub(crate) fn ledger(year: &Year) -> Vec<Line> {
    let lines = year.ledger.iter().filter_map(|entry| {
        let batch = year.batches.iter().find(|batch| batch.kind == entry.kind)?;
        let [zh, en] = entry.what.clone();
        let (file, row) = if entry.in_document {
            (document(&entry.kind, entry.place), 0)
        } else {
            let headings = u64::from(batch.form == Form::Csv);
            let number = u64::try_from(entry.place).ok()?.saturating_add(1);
            (file(batch), number.saturating_add(headings))
        };
        Some(Line {
            file,
            row,
            rule: entry.rule.clone(),
            zh,
            en,
        })
    });
    lines.collect()
}

/// The file of the document of a record.
fn document(kind: &str, place: usize) -> String {
    format!("{kind}-{}{DOCUMENT}", place.saturating_add(1))
}

fn file(batch: &Batch) -> String {
    let ending = match batch.form {
        Form::Csv => "csv",
        Form::Jsonl => "jsonl",
    };
    format!("{}.{ending}", batch.kind)
}

fn lines(batch: &Batch) -> String {
    let lines = batch.records.iter().map(|record| {
        let mut object = object(record);
        object.insert(KIND[1].to_owned(), batch.kind.clone().into());
        format!("{}\n", Value::Object(object))
    });
    lines.collect()
}

/// A record as JSON: what exists once per channel stands in an object of its own.
pub(crate) fn object(record: &Values) -> Map<String, Value> {
    let mut object = Map::new();
    for (field, value) in record {
        match field.split_once('.') {
            None => {
                object.insert(field.clone(), value.clone());
            }
            Some((outer, inner)) => {
                let inner_object = object.entry(outer).or_insert_with(|| Map::new().into());
                if let Some(inner_object) = inner_object.as_object_mut() {
                    inner_object.insert(inner.to_owned(), value.clone());
                }
            }
        }
    }
    object
}

/// The records as a table, its columns in the order of the kind's fields and named as the law names them.
fn table(schema: &Schema, batch: &Batch) -> Result<Vec<u8>, Box<dyn Error>> {
    let used: BTreeSet<&str> = batch
        .records
        .iter()
        .flat_map(|record| record.keys().map(String::as_str))
        .collect();
    let columns = schema
        .fields
        .iter()
        .filter(|field| used.contains(field.id.as_str()));
    let columns: Vec<_> = columns.collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = columns.iter().map(|field| field.label.zh.as_str());
    writer.write_record(std::iter::once(KIND[0]).chain(names))?;
    for record in &batch.records {
        let cells = columns.iter().map(|field| cell(record.get(&field.id)));
        writer.write_record(std::iter::once(schema.title.zh.clone()).chain(cells))?;
    }
    Ok(writer.into_inner()?)
}

/// A value as it stands in a table; what has not happened is said so.
fn cell(value: Option<&Value>) -> String {
    match value {
        None => String::new(),
        Some(Value::Null) => "未公开".to_owned(),
        Some(Value::Bool(yes)) => if *yes { "是" } else { "否" }.to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
