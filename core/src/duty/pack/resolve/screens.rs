//! Screening lists: each entry once, on a ground that is listed.

use super::once;
use crate::duty::law::Law;
use crate::duty::pack::Trouble;
use crate::error::ErrorCode;
use crate::lazy::Lazy;
use crate::record::codes::CodeList;
use crate::screen::source::List;
use alloc::vec::Vec;

/// Checks the screening lists of all packs.
pub(super) fn check(law: &Law, troubles: &mut Vec<Trouble>) {
    for list in law.screening.lists() {
        check_list(list, &law.lists, troubles);
    }
}

fn check_list(list: &List, codes: &[Lazy<CodeList>], troubles: &mut Vec<Trouble>) {
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
