//! What a kind of record calls its fields: ids, labels, columns, and the columns of its editions.

use crate::duty::law::Law;
use crate::duty::pack::Trouble;
use crate::duty::source::Edition;
use crate::error::ErrorCode;
use crate::record::names::Names;
use crate::record::schema::{FieldType, Schema, Slot};
use crate::words::normalize;
use alloc::{collections::BTreeMap, format, string::String, vec::Vec};

/// Names of fields as they are written, each with its slot.
pub(super) type Headings = Vec<(String, Slot)>;

/// The schema of a kind with the code lists of its editions, and the names of its fields.
pub(super) fn of_kind(
    law: &Law,
    kind: &Schema,
    active: &[usize],
    troubles: &mut Vec<Trouble>,
) -> (Schema, Names, Headings) {
    let mut schema = kind.clone();
    let mut names = own_names(kind, troubles);
    for pack in active.iter().filter_map(|pack| law.packs.get(*pack)) {
        for edition in pack
            .editions
            .iter()
            .filter(|edition| edition.kind == kind.id)
        {
            add_columns(&schema, edition, &mut names, troubles);
            use_lists(law, &mut schema, edition, troubles);
        }
    }
    let headings: Headings = names.clone().into_iter().collect();
    for (name, slot) in &headings {
        names.entry(normalize::fold_key(name)).or_insert(*slot);
    }
    let built = Names::build(names.iter().map(|(name, slot)| (name.as_str(), *slot)));
    // INVARIANT: a map has no name twice, so the table is always built.
    (schema, built.unwrap_or_default(), headings)
}

/// Ids, labels and columns that the kind itself gives.
fn own_names(kind: &Schema, troubles: &mut Vec<Trouble>) -> BTreeMap<String, Slot> {
    let mut names: BTreeMap<String, Slot> = BTreeMap::new();
    for (slot, field) in (0..).zip(&kind.fields) {
        let labels = [&field.id, &field.label.zh, &field.label.en];
        for name in labels.into_iter().chain(&field.columns) {
            if names
                .insert(name.clone(), slot)
                .is_some_and(|other| other != slot)
            {
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

fn add_columns(
    schema: &Schema,
    edition: &Edition,
    names: &mut BTreeMap<String, Slot>,
    troubles: &mut Vec<Trouble>,
) {
    for (column, field) in &edition.columns {
        match schema.slot(field) {
            Some(slot) => {
                names.insert(column.clone(), slot);
            }
            None => troubles.push(Trouble::unknown(&edition.kind, "field", field)),
        }
    }
}

fn use_lists(law: &Law, schema: &mut Schema, edition: &Edition, troubles: &mut Vec<Trouble>) {
    for (field, list) in &edition.lists {
        let Some(number) = law.list(list) else {
            troubles.push(Trouble::unknown(&edition.kind, "list", list));
            continue;
        };
        match schema.fields.iter_mut().find(|other| other.id == *field) {
            Some(found) => found.kind = FieldType::Code(number),
            None => troubles.push(Trouble::unknown(&edition.kind, "field", field)),
        }
    }
}
