//! In a list, or not in it.

use crate::duty::demand::Listed;
use crate::duty::{Detail, Verdict};
use crate::judge::case::{Case, Notebook, unreadable};
use crate::record::codes::{CodeEntry, CodeList};
use crate::words::{Day, DocumentNumber, normalize};

/// Checks every value of a field against a list.
pub(super) fn check(demand: &Listed, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    let cell = case.cell(demand.slot);
    let Some(list) = case.lists.get(usize::from(demand.list)) else {
        return;
    };
    if list.supplied && list.entries.is_empty() {
        notebook.note(
            Verdict::Undetermined,
            demand.slot,
            Detail::ListNotSupplied(demand.list),
        );
    } else if !cell.is_given() {
        notebook.note(Verdict::Undetermined, demand.slot, Detail::Missing);
    } else if let Some(Detail::Hidden) = unreadable(cell) {
        notebook.note(Verdict::Undetermined, demand.slot, Detail::Hidden);
    } else if demand.mark {
        match DocumentNumber::parse(&cell.text) {
            Ok(number) => one(number.value.mark(), list, demand, case, notebook),
            Err(fault) => {
                notebook.note(Verdict::Undetermined, demand.slot, Detail::Faulty(fault));
            }
        }
    } else {
        // A name that contains a separator is one value.
        let whole = list.find(&cell.text).is_some();
        let split = demand.split.as_deref().filter(|_| !whole);
        for value in values(&cell.text, split) {
            one(value, list, demand, case, notebook);
        }
    }
}

/// The values of a field, one or several.
fn values<'t>(text: &'t str, split: Option<&'t str>) -> impl Iterator<Item = &'t str> {
    let separators = split.unwrap_or("");
    let parts = text.split(move |c| separators.contains(c));
    parts.map(normalize::trim).filter(|part| !part.is_empty())
}

fn one(
    value: &str,
    list: &CodeList,
    demand: &Listed,
    case: &Case<'_, '_>,
    notebook: &mut Notebook<'_>,
) {
    let entry = list.find(value).and_then(|number| list.entry(number));
    let day = case
        .when(case.program.schema.event)
        .and_then(crate::words::When::day);
    let valid = entry.map(|entry| valid(entry, day));
    match (valid, demand.wanted) {
        (None | Some(Some(false)), false) => notebook.met(),
        (None, true) => notebook.note(
            Verdict::Breached,
            demand.slot,
            Detail::NotListed(demand.list),
        ),
        (Some(None), _) => {
            notebook.note(
                Verdict::Undetermined,
                case.program.schema.event,
                Detail::EventUnknown,
            );
        }
        (Some(Some(false)), true) => {
            notebook.note(
                Verdict::Breached,
                demand.slot,
                Detail::NotListedThen(demand.list),
            );
        }
        (Some(Some(true)), false) => {
            notebook.note(Verdict::Breached, demand.slot, Detail::Listed(demand.list));
        }
        (Some(Some(true)), true) => agrees(entry, demand, case, notebook),
    }
}

/// Whether an entry is valid on a day; `None` where the day matters and is not known.
fn valid(entry: &CodeEntry, day: Option<Day>) -> Option<bool> {
    if entry.in_force.is_open() {
        return Some(true);
    }
    day.map(|day| entry.valid_on(day))
}

fn agrees(
    entry: Option<&CodeEntry>,
    demand: &Listed,
    case: &Case<'_, '_>,
    notebook: &mut Notebook<'_>,
) {
    let (Some(entry), Some(slot)) = (entry, demand.agrees) else {
        return notebook.met();
    };
    let cell = case.cell(slot);
    if !cell.is_given() {
        notebook.note(Verdict::Undetermined, slot, Detail::Missing);
    } else if normalize::same_key(&cell.text, &entry.label.zh) {
        notebook.met();
    } else {
        notebook.note(Verdict::Breached, slot, Detail::Disagrees(demand.slot));
    }
}
