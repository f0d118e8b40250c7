//! The tables and the text of budgets and accounts: a document a record, in the shape of `documents/`, its amounts
//! multiplied by a number of the publisher's own, so that whatever adds up there adds up here.

use crate::fill::Values;
use crate::random::Random;
use crate::write::object;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

/// The shapes of documents, by kind of record.
pub(crate) type Shapes = BTreeMap<String, String>;

/// Reads the shapes of documents.
///
/// # Errors
/// What the file system says.
pub(crate) fn read(folder: &Path) -> Result<Shapes, Box<dyn Error>> {
    let mut shapes = Shapes::new();
    for entry in fs::read_dir(folder.join("documents"))? {
        let path = entry?.path();
        let kind = path.file_stem().unwrap_or_default().to_string_lossy();
        shapes.insert(kind.into_owned(), fs::read_to_string(&path)?);
    }
    Ok(shapes)
}

/// The document of a record, with something else in place of some of its words.
///
/// # Errors
/// Words that the shape does not have, or a shape that is not JSON.
pub(crate) fn make(
    shape: &str,
    record: &Values,
    replace: &BTreeMap<String, String>,
    seed: u64,
) -> Result<Map<String, Value>, String> {
    let mut text = shape.to_owned();
    for (word, other) in replace {
        if !text.contains(word) {
            return Err(format!("the document has no `{word}`"));
        }
        text = text.replace(word, other);
    }
    let mut document: Map<String, Value> =
        serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let publisher = record.get("publisher").and_then(Value::as_str);
    let factor = Random::named(seed, publisher.unwrap_or_default()).between(97, 900);
    if let Some(tables) = document.get_mut("tables") {
        multiply(tables, factor);
    }
    document.insert("record".to_owned(), object(record).into());
    Ok(document)
}

/// Multiplies the amounts in the rows of tables; codes and names are texts.
fn multiply(tables: &mut Value, factor: i64) {
    let rows = tables.as_array_mut().into_iter().flatten();
    let rows = rows.filter_map(|table| table.get_mut("rows")?.as_array_mut());
    let cells = rows.flatten().filter_map(Value::as_array_mut).flatten();
    for cell in cells {
        if let Some(amount) = cell.as_i64() {
            *cell = amount.saturating_mul(factor).into();
        }
    }
}
