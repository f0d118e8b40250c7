//! What a kind of record calls its fields: ids, labels, columns, and the columns of its editions.

use crate::duty::law::Law;
use crate::duty::pack::Trouble;
use crate::duty::source::Edition;
use crate::error::ErrorCode;
use crate::record::names::Names;
use crate::record::schema::{FieldType, Schema, Slot};
use crate::words::normalize;
use alloc::borrow::{Cow, ToOwned};
use alloc::{collections::BTreeMap, format, string::String, vec::Vec};

/// Names of fields as they are written, each with its slot.
pub(super) type Headings = Vec<(String, Slot)>;

/// Names of fields as they are written in packs, before they are copied.
type Written<'l> = BTreeMap<&'l str, Slot>;

/// The schema of a kind with the code lists of its editions, and the names of its fields.
pub(super) fn of_kind(
    law: &Law,
    kind: &Schema,
    active: &[usize],
    troubles: &mut Vec<Trouble>,
) -> (Schema, (Names, Headings)) {
    let mut schema = kind.clone();
    let mut names = own_names(kind, troubles);
    for pack in active.iter().filter_map(|pack| law.packs.get(*pack)) {
        for edition in pack
            .editions
            .iter()
            .filter(|edition| edition.kinds.contains(&kind.id))
        {
            add_columns(&schema, edition, &mut names, troubles);
            use_lists(law, &mut schema, edition, troubles);
        }
    }
    let headings = names.iter().map(|(name, slot)| ((*name).to_owned(), *slot));
    (schema, (table(&names), headings.collect()))
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

fn add_columns<'l>(
    schema: &Schema,
    edition: &'l Edition,
    names: &mut Written<'l>,
    troubles: &mut Vec<Trouble>,
) {
    for (column, field) in &edition.columns {
        match schema.slot(field) {
            Some(slot) => {
                names.insert(column, slot);
            }
            None => troubles.push(Trouble::unknown(&schema.id, "field", field)),
        }
    }
}

fn use_lists(law: &Law, schema: &mut Schema, edition: &Edition, troubles: &mut Vec<Trouble>) {
    for (field, list) in &edition.lists {
        let Some(number) = law.list(list) else {
            troubles.push(Trouble::unknown(&schema.id, "list", list));
            continue;
        };
        match schema.fields.iter_mut().find(|other| other.id == *field) {
            Some(found) => found.kind = FieldType::Code(number),
            None => troubles.push(Trouble::unknown(&schema.id, "field", field)),
        }
    }
}
