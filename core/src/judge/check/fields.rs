//! Fields present and well formed.

use crate::duty::demand::{Begin, Fields, Mention};
use crate::duty::{Detail, Verdict};
use crate::judge::case::{Case, Notebook, unreadable};
use crate::record::{Cell, Slot, Value};
use crate::words::{Fault, normalize};

/// Checks what a record gives against what it must give.
pub(super) fn check(demand: &Fields, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    for slot in &demand.required {
        required(*slot, case, notebook);
    }
    for (number, group) in (0..).zip(&demand.one_of) {
        one_of(number, group, case, notebook);
    }
    for slot in &demand.forbidden {
        if case.cell(*slot).is_given() {
            notebook.note(Verdict::Breached, *slot, Detail::Forbidden);
        } else {
            notebook.met();
        }
    }
    for slot in &demand.well_formed {
        well_formed(*slot, case.cell(*slot), notebook);
    }
    for (number, mention) in (0..).zip(&demand.mentions) {
        mentions(number, mention, case, notebook);
    }
    for (number, begin) in (0..).zip(&demand.begins) {
        begins(number, begin, case, notebook);
    }
    for (slot, limit) in &demand.at_most {
        at_most(*slot, *limit, case, notebook);
    }
    for (slot, limit) in &demand.no_more_than {
        if let Value::Amount(amount) = case.cell(*slot).value {
            if amount <= *limit {
                notebook.met();
            } else {
                notebook.note(Verdict::Breached, *slot, Detail::TooMuch(*limit));
            }
        }
    }
}

fn required(slot: Slot, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let cell = case.cell(slot);
    if !cell.is_given() {
        notebook.note(Verdict::Breached, slot, Detail::Missing);
    } else if is_stand_in(cell) {
        notebook.note(Verdict::Breached, slot, Detail::StandIn);
    } else {
        notebook.met();
    }
}

/// Whether a cell holds a stand-in for a value instead of one.
fn is_stand_in(cell: &Cell<'_>) -> bool {
    cell.value == Value::Faulty(Fault::Placeholder)
        || (cell.value == Value::Text && normalize::is_placeholder(&cell.text))
}

fn one_of(number: u16, group: &[Slot], case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let given = |slot: &&Slot| {
        let cell = case.cell(**slot);
        cell.is_given() && !is_stand_in(cell)
    };
    match (group.iter().find(given), group.first()) {
        (None, Some(first)) => notebook.note(Verdict::Breached, *first, Detail::NoneOf(number)),
        _ => notebook.met(),
    }
}

fn well_formed(slot: Slot, cell: &Cell<'_>, notebook: &mut Notebook<'_>) {
    if !cell.is_given() {
        return;
    }
    match unreadable(cell) {
        None => notebook.met(),
        Some(Detail::Hidden) => notebook.note(Verdict::Undetermined, slot, Detail::Hidden),
        Some(detail) => notebook.note(Verdict::Breached, slot, detail),
    }
}

fn mentions(number: u16, mention: &Mention, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let cell = case.cell(mention.slot);
    if !cell.is_given() {
        return;
    }
    if mention
        .any
        .iter()
        .any(|word| cell.text.contains(word.as_str()))
    {
        notebook.met();
    } else {
        notebook.note(Verdict::Breached, mention.slot, Detail::Unmentioned(number));
    }
}

fn begins(number: u16, begin: &Begin, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let cell = case.cell(begin.slot);
    if !cell.is_given() {
        return;
    }
    let starts = |with: &&alloc::string::String| cell.text.starts_with(with.as_str());
    let good = (begin.with.is_empty() || begin.with.iter().any(|with| starts(&with)))
        && !begin.not_with.iter().any(|with| starts(&with));
    if good {
        notebook.met();
    } else {
        notebook.note(Verdict::Breached, begin.slot, Detail::Begins(number));
    }
}

fn at_most(slot: Slot, limit: u32, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let cell = case.cell(slot);
    if !cell.is_given() {
        return;
    }
    // A text has at least as many bytes as characters, which then need not be counted.
    if u32::try_from(cell.text.len()).is_ok_and(|bytes| bytes <= limit) {
        return notebook.met();
    }
    let length = u32::try_from(cell.text.chars().count()).unwrap_or(u32::MAX);
    if length <= limit {
        notebook.met();
    } else {
        notebook.note(Verdict::Breached, slot, Detail::TooLong { limit, length });
    }
}
