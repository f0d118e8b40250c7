//! Lists: entries of all packs under one id, each form naming one entry.

use super::{Part, duplicate};
use crate::duty::pack::Trouble;
use crate::duty::source::{Entry, List};
use crate::error::ErrorCode;
use crate::record::codes::{CodeEntry, CodeList};
use alloc::{format, vec::Vec};

/// The lists of all packs, extensions added.
pub(super) fn lists(parts: &[Part], troubles: &mut Vec<Trouble>) -> Vec<CodeList> {
    let mut merged: Vec<List> = Vec::new();
    for list in parts.iter().flat_map(|part| &part.source.list) {
        match merged.iter_mut().find(|other| other.id == list.id) {
            Some(base) if list.extends => base.entry.extend(list.entry.iter().cloned()),
            Some(_) => troubles.push(duplicate(&list.id, "list", &list.id)),
            None if list.extends => {
                troubles.push(Trouble::unknown(&list.id, "list to extend", &list.id));
            }
            None => merged.push(list.clone()),
        }
    }
    merged
        .into_iter()
        .filter_map(|list| code_list(list, troubles))
        .collect()
}

fn code_list(list: List, troubles: &mut Vec<Trouble>) -> Option<CodeList> {
    for entry in list.entry.iter().filter(|entry| entry.in_force.is_empty()) {
        let message = format!("the period of `{}` ends before it begins", entry.code);
        troubles.push(Trouble::new(
            ErrorCode::PackWindow,
            &list.id,
            &entry.code,
            message,
        ));
    }
    let id = list.id.clone();
    let entries = list.entry.into_iter().map(code_entry).collect();
    let made = CodeList::new(list.id, list.title, list.supplied, entries);
    made.map_err(|form| troubles.push(duplicate(&id, "entry", &form)))
        .ok()
}

fn code_entry(entry: Entry) -> CodeEntry {
    CodeEntry {
        code: entry.code,
        label: entry.label,
        aliases: entry.aliases,
        continues: entry.continues,
        from: entry.in_force.from,
        until: entry.in_force.until,
    }
}
