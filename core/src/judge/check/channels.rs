//! Published on each channel, or on any, with the same content, within a term of each other.

use crate::duty::demand::Channels;
use crate::duty::{Detail, Verdict};
use crate::judge::case::{Case, Notebook, unreadable};
use crate::record::calendar::{Counting, Due};
use crate::record::{Slot, Value};
use crate::words::{Day, term::Term};

/// Checks each channel, then what the channels have in common.
pub(super) fn check(demand: &Channels, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    for slot in &demand.published {
        published(*slot, case, notebook);
    }
    any(&demand.any, case, notebook);
    same(demand, case, notebook);
    if let Some(term) = demand.apart {
        apart(&demand.published, term, case, notebook);
    }
}

/// One publication is enough; that there is none must be said of all.
fn any(slots: &[Slot], case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let shown = |slot: &Slot| {
        case.when(*slot)
            .is_some_and(|when| when.first <= case.as_of)
    };
    let denied = |slot: &Slot| case.cell(*slot).value == Value::Denied;
    let Some(first) = slots.first() else { return };
    match slots.iter().find(|slot| !denied(slot)) {
        _ if slots.iter().any(shown) => notebook.met(),
        None => notebook.note(Verdict::Breached, *first, Detail::NotPublished),
        Some(unsaid) => published(*unsaid, case, notebook),
    }
}

fn published(slot: Slot, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let cell = case.cell(slot);
    match cell.value {
        Value::Denied => notebook.note(Verdict::Breached, slot, Detail::NotPublished),
        Value::Missing => notebook.note(Verdict::Undetermined, slot, Detail::Missing),
        Value::When(when) if when.first > case.as_of => {
            notebook.note(Verdict::Undetermined, slot, Detail::InFuture);
        }
        Value::When(_) => notebook.met(),
        Value::Text
        | Value::Code(_)
        | Value::Amount(_)
        | Value::Integer(_)
        | Value::Decimal(_)
        | Value::Flag(_)
        | Value::Faulty(_) => {
            let detail = unreadable(cell).unwrap_or(Detail::Unclear);
            notebook.note(Verdict::Undetermined, slot, detail);
        }
    }
}

fn same(demand: &Channels, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let mut first: Option<Slot> = None;
    for (slot, published) in demand.same.iter().zip(&demand.published) {
        let cell = case.cell(*slot);
        if !cell.is_given() {
            // What is not published has no content to compare.
            if case.cell(*published).value == Value::Denied {
                continue;
            }
            notebook.note(Verdict::Undetermined, *slot, Detail::Missing);
            continue;
        }
        match first {
            None => first = Some(*slot),
            Some(other) if case.cell(other).text == cell.text => notebook.met(),
            Some(other) => notebook.note(Verdict::Breached, *slot, Detail::Differs(other)),
        }
    }
}

fn apart(slots: &[Slot], term: Term, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let given = || {
        slots
            .iter()
            .filter_map(|slot| Some((case.when(*slot)?, *slot)))
    };
    let (Some((earliest, first)), Some((latest, last))) = (
        given().min_by_key(|(when, _)| when.first),
        given().max_by_key(|(when, _)| when.last),
    ) else {
        return;
    };
    if first == last {
        return;
    }
    let due = |from: Day| case.calendar.due(from, term, Counting::PLAIN);
    match (due(earliest.first), due(earliest.last)) {
        (Due::On(due), Due::On(_)) if latest.last <= due => notebook.met(),
        (Due::On(_), Due::On(due)) if latest.first > due => {
            notebook.note(Verdict::Breached, last, Detail::Apart { other: first, due });
        }
        (
            Due::Between {
                earliest,
                latest,
                year,
            },
            _,
        ) => {
            let detail = Detail::Unannounced {
                earliest,
                latest,
                year,
            };
            notebook.note(Verdict::Undetermined, last, detail);
        }
        _ => notebook.note(Verdict::Undetermined, last, Detail::Unclear),
    }
}
