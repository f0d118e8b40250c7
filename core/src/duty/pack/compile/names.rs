//! What a kind of record calls its fields: ids, labels, columns, and the columns of its editions.

use super::Programs;
use crate::duty::pack::Trouble;
use crate::duty::source::Edition;
use crate::error::ErrorCode;
use crate::record::names::Names;
use crate::record::schema::{FieldType, Schema, Slot};
use crate::words::normalize;
use alloc::borrow::{Cow, ToOwned};
use alloc::{collections::BTreeMap, format, string::String, sync::Arc, vec::Vec};

/// Names of fields as they are written, each with its slot.
pub(super) type Headings = Vec<(String, Slot)>;

/// Names of fields as they are written in packs, before they are copied.
type Written<'l> = BTreeMap<&'l str, Slot>;

/// The editions of a kind, those of later packs last.
fn editions<'p>(programs: &'p Programs, kind: &'p str) -> impl Iterator<Item = &'p Edition> {
    let law = programs.law();
    let packs = programs.active().iter();
    let editions = packs.filter_map(|pack| law.packs.get(*pack));
    let editions = editions.flat_map(|pack| &pack.editions);
    let own = editions.filter(move |edition| edition.head().iter().any(|own| own == kind));
    own.map(|edition| &**edition)
}

/// The schema of a kind with the code lists of its editions.
pub(super) fn schema(
    programs: &Programs,
    kind: usize,
    troubles: &mut Vec<Trouble>,
) -> Option<Arc<Schema>> {
    let mut schema = Arc::clone(programs.law().shared_schema(kind)?);
    let id = schema.id.clone();
    for edition in editions(programs, &id) {
        for (field, list) in &edition.lists {
            let Some(number) = programs.law().list(list) else {
                troubles.push(Trouble::unknown(&id, "list", list));
                continue;
            };
            let fields = Arc::make_mut(&mut schema).fields.iter_mut();
            match fields.into_iter().find(|other| other.id == *field) {
                Some(found) => found.kind = FieldType::Code(number),
                None => troubles.push(Trouble::unknown(&id, "field", field)),
            }
        }
    }
    Some(schema)
}

/// The names of the fields of a kind.
pub(super) fn of_kind(
    programs: &Programs,
    kind: usize,
    troubles: &mut Vec<Trouble>,
) -> Option<(Names, Headings)> {
    let schema = programs.law().schema(kind)?;
    let mut names = own_names(schema, troubles);
    for edition in editions(programs, &schema.id) {
        for (column, field) in &edition.columns {
            match schema.slot(field) {
                Some(slot) => {
                    names.insert(column, slot);
                }
                None => troubles.push(Trouble::unknown(&schema.id, "field", field)),
            }
        }
    }
    let headings = names.iter().map(|(name, slot)| ((*name).to_owned(), *slot));
    Some((table(&names), headings.collect()))
}

/// The table of the names as they are written, and of their keys where no other name is written so.
fn table(written: &Written<'_>) -> Names {
    let mut keys: BTreeMap<String, Slot> = BTreeMap::new();
    for (name, slot) in written {
        if let Cow::Owned(key) = normalize::fold_key(name)
            && !written.contains_key(key.as_str())
        {
            keys.entry(key).or_insert(*slot);
        }
    }
    let keys = keys.iter().map(|(key, slot)| (key.as_str(), *slot));
    let names = written.iter().map(|(name, slot)| (*name, *slot));
    // INVARIANT: no name stands twice in a map, nor in both, so the table is always built.
    Names::build(names.chain(keys)).unwrap_or_default()
}

/// Ids, labels and columns that the kind itself gives.
fn own_names<'l>(kind: &'l Schema, troubles: &mut Vec<Trouble>) -> Written<'l> {
    let mut names = Written::new();
    for (slot, field) in (0..).zip(&kind.fields) {
        let labels = [&field.id, &field.label.zh, &field.label.en];
        for name in labels.into_iter().chain(&field.columns) {
            if names.insert(name, slot).is_some_and(|other| other != slot) {
                let message = format!("the column `{name}` names two fields");
                troubles.push(Trouble::new(
                    ErrorCode::PackDuplicate,
                    &kind.id,
                    name,
                    message,
                ));
            }
        }
    }
    names
}
