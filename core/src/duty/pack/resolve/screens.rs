//! Screening lists: entries of all packs under one id, each on a ground that is listed.

use super::{Part, duplicate, once};
use crate::duty::pack::Trouble;
use crate::error::ErrorCode;
use crate::record::codes::CodeList;
use crate::screen::{Screening, source::List};
use alloc::vec::Vec;

/// The screening lists of all packs, extensions added.
pub(super) fn screening(
    parts: &[Part],
    codes: &[CodeList],
    troubles: &mut Vec<Trouble>,
) -> Screening {
    let mut merged: Vec<List> = Vec::new();
    for list in parts.iter().flat_map(|part| &part.source.screen) {
        match merged.iter_mut().find(|other| other.id == list.id) {
            Some(base) if list.extends => base.extend(list),
            Some(_) => troubles.push(duplicate(&list.id, "screening list", &list.id)),
            None if list.extends => {
                troubles.push(Trouble::unknown(
                    &list.id,
                    "screening list to extend",
                    &list.id,
                ));
            }
            None => merged.push(list.clone()),
        }
    }
    for list in &merged {
        check(list, codes, troubles);
    }
    Screening::new(merged)
}

fn check(list: &List, codes: &[CodeList], troubles: &mut Vec<Trouble>) {
    let ids = list
        .entry
        .iter()
        .map(|entry| (list.id.as_str(), entry.id.as_str()));
    once(ids, "entry", troubles);
    let grounds = codes.iter().find(|codes| codes.id == list.grounds);
    if grounds.is_none() {
        troubles.push(Trouble::unknown(&list.id, "list", &list.grounds));
    }
    for entry in &list.entry {
        if entry.in_force.is_empty() {
            let message = "the period ends before it begins";
            troubles.push(Trouble::new(
                ErrorCode::PackWindow,
                &list.id,
                &entry.id,
                message,
            ));
        }
        let known = |code: &str| grounds.is_none_or(|list| list.find(code).is_some());
        if let Some(ground) = entry.ground.as_ref().filter(|ground| !known(ground)) {
            troubles.push(Trouble::unknown(&list.id, "ground", ground));
        }
    }
}
