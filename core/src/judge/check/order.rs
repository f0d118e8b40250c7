//! Events one after another, none in the future or in the past.

use crate::duty::demand::Order;
use crate::duty::{Detail, Verdict};
use crate::judge::case::{Case, Notebook, unreadable};
use crate::record::Slot;

/// Checks that no event lies before the one it follows, or on the wrong side of the day of judgement.
pub(super) fn check(demand: &Order, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    for slot in &demand.sequence {
        let cell = case.cell(*slot);
        let passed_over = !cell.is_given() && demand.optional.contains(slot);
        if cell.when().is_none() && !passed_over {
            let detail = unreadable(cell).unwrap_or(Detail::Missing);
            notebook.note(Verdict::Undetermined, *slot, detail);
        }
    }
    let mut given = demand
        .sequence
        .iter()
        .copied()
        .filter(|slot| case.when(*slot).is_some());
    if let Some(mut earlier) = given.next() {
        for later in given {
            pair(earlier, later, demand.strict, case, notebook);
            earlier = later;
        }
    }
    for slot in &demand.not_in_future {
        not_in_future(*slot, case, notebook);
    }
    for slot in &demand.not_in_past {
        not_in_past(*slot, case, notebook);
    }
}

fn pair(
    earlier: Slot,
    later: Slot,
    strict: bool,
    case: &Case<'_, '_>,
    notebook: &mut Notebook<'_>,
) {
    let (Some(first), Some(second)) = (case.when(earlier), case.when(later)) else {
        return;
    };
    let (soonest, latest) = (second.instant_first(), second.instant_last());
    let broken = if strict {
        latest <= first.instant_first()
    } else {
        latest < first.instant_first()
    };
    // With days alone, an event on the same day is not known to come before.
    let certain = if strict {
        first.last < second.first
    } else {
        first.instant_last() <= soonest || first.last <= second.first
    };
    if broken {
        notebook.note(Verdict::Breached, later, Detail::Before(earlier));
    } else if certain {
        notebook.met();
    } else {
        notebook.note(Verdict::Undetermined, later, Detail::Unclear);
    }
}

fn not_in_future(slot: Slot, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let Some(when) = case.when(slot) else { return };
    if when.first > case.as_of {
        notebook.note(Verdict::Breached, slot, Detail::InFuture);
    } else {
        notebook.met();
    }
}

fn not_in_past(slot: Slot, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let Some(when) = case.when(slot) else {
        let detail = unreadable(case.cell(slot)).unwrap_or(Detail::Missing);
        return notebook.note(Verdict::Undetermined, slot, detail);
    };
    if when.last < case.as_of {
        notebook.note(Verdict::Breached, slot, Detail::InPast);
    } else if when.first < case.as_of {
        notebook.note(Verdict::Undetermined, slot, Detail::Unclear);
    } else {
        notebook.met();
    }
}
