//! Lists: periods that do not end before they begin, each form naming one entry.

use super::duplicate;
use crate::duty::law::Law;
use crate::duty::pack::Trouble;
use crate::error::ErrorCode;
use alloc::{format, vec::Vec};

/// Checks the lists of all packs.
pub(super) fn check(law: &Law, troubles: &mut Vec<Trouble>) {
    for list in &law.lists {
        for entry in list
            .entries
            .iter()
            .filter(|entry| entry.in_force.is_empty())
        {
            let message = format!("the period of `{}` ends before it begins", entry.code);
            troubles.push(Trouble::new(
                ErrorCode::PackWindow,
                &list.id,
                &entry.code,
                message,
            ));
        }
        if let Err(form) = list.check() {
            troubles.push(duplicate(&list.id, "entry", &form));
        }
    }
}
