//! What is wrong with the terms and patterns of screening lists, as trouble of packs.

use super::Trouble;
use crate::duty::law::Law;
use crate::error::ErrorCode;
use crate::screen::{Fault, Screening};
use alloc::vec::Vec;

/// Makes ready what looks through texts, so that what is wrong with its lists is known before it is used.
///
/// # Errors
/// Everything that is wrong with them.
pub fn make(law: &Law) -> Result<(), Vec<Trouble>> {
    law.screening
        .make()
        .map_err(|faults| faults.into_iter().map(trouble).collect())
}

/// What can be made ready and cannot be meant.
pub(super) fn lint(screening: &Screening) -> impl Iterator<Item = Trouble> {
    screening.lint().into_iter().map(trouble)
}

fn trouble(fault: Fault) -> Trouble {
    let code = if fault.too_many {
        ErrorCode::PackTooLarge
    } else {
        ErrorCode::PackValue
    };
    Trouble::new(code, &fault.list, &fault.word, fault.message)
}
