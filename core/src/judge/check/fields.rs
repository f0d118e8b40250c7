//! Fields present and well formed.

use crate::duty::demand::{Begin, Ending, Fields, Mention};
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
    texts(demand, case, notebook);
    for (slot, limit) in &demand.no_more_than {
        if let Value::Amount(amount) = case.cell(*slot).value {
            if amount <= *limit {
                notebook.met();
            } else {
                notebook.note(Verdict::Breached, *slot, Detail::TooMuch(*limit));
            }
        }
    }
    for slot in &demand.affirmed {
        affirmed(*slot, case, notebook);
    }
}

/// Checks what texts say.
fn texts(demand: &Fields, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    for (number, mention) in (0..).zip(&demand.mentions) {
        mentions(number, mention, case, notebook);
    }
    for (number, begin) in (0..).zip(&demand.begins) {
        begins(number, begin, case, notebook);
    }
    for (number, end) in (0..).zip(&demand.ends) {
        ends(number, end, case, notebook);
    }
    for group in &demand.distinct {
        distinct(group, case, notebook);
    }
    for (slot, limit) in &demand.at_most {
        at_most(*slot, *limit, case, notebook);
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
    if mention.any.stands_in(&cell.text) {
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

fn ends(number: u16, end: &Ending, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let cell = case.cell(end.slot);
    if !cell.is_given() {
        return;
    }
    let with = |words: &[alloc::string::String]| {
        words.iter().any(|word| cell.text.ends_with(word.as_str()))
    };
    if with(&end.not_with) && !with(&end.except) {
        notebook.note(Verdict::Breached, end.slot, Detail::Ends(number));
    } else {
        notebook.met();
    }
}

/// Each text is compared with those before it.
fn distinct(group: &[Slot], case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    for (number, slot) in group.iter().enumerate() {
        let cell = case.cell(*slot);
        if let Some(detail) = unreadable(cell) {
            notebook.note(Verdict::Undetermined, *slot, detail);
            continue;
        }
        if !cell.is_given() || is_stand_in(cell) {
            notebook.note(Verdict::Undetermined, *slot, Detail::Missing);
            continue;
        }
        let alike = group
            .iter()
            .take(number)
            .find(|other| normalize::same_key(&case.cell(**other).text, &cell.text));
        match alike {
            Some(other) => notebook.note(Verdict::Breached, *slot, Detail::Alike(*other)),
            None => notebook.met(),
        }
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

fn affirmed(slot: Slot, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let cell = case.cell(slot);
    if let Value::Flag(yes) = cell.value {
        if yes {
            notebook.met();
        } else {
            notebook.note(Verdict::Breached, slot, Detail::Denied);
        }
    } else {
        let detail = unreadable(cell).unwrap_or(Detail::Missing);
        notebook.note(Verdict::Undetermined, slot, detail);
    }
}
