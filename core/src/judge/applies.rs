//! Whether a duty exists for a record: in force on its event day, and its conditions hold.

use super::case::{Case, Notebook};
use crate::duty::demand::{Answer, Ask, Test};
use crate::duty::program::Duty;
use crate::duty::{Detail, Verdict};
use crate::record::{Cell, Value};
use alloc::string::String;

/// Whether a duty exists for a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Applies {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// It cannot be told; the notebook says why.
    Unknown,
}

/// Whether a duty exists for a record.
pub(super) fn applies(duty: &Duty, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) -> Applies {
    let mut unknown = None;
    for test in &duty.when {
        match answer(test, case) {
            Answer::Yes => {}
            Answer::No => return Applies::No,
            Answer::Unknown => unknown = unknown.or(Some(test.slot)),
        }
    }
    match in_force(duty, case) {
        Answer::No => return Applies::No,
        Answer::Unknown => {
            notebook.note(
                Verdict::Undetermined,
                case.program.schema.event,
                Detail::EventUnknown,
            );
            return Applies::Unknown;
        }
        Answer::Yes => {}
    }
    match unknown {
        None => Applies::Yes,
        Some(slot) => {
            notebook.note(Verdict::Undetermined, slot, Detail::ConditionUnknown(slot));
            Applies::Unknown
        }
    }
}

fn in_force(duty: &Duty, case: &Case<'_, '_>) -> Answer {
    if duty.in_force.is_open() {
        return Answer::Yes;
    }
    match case.when(case.program.schema.event) {
        None => Answer::Unknown,
        Some(when) => match (
            duty.in_force.holds(when.first),
            duty.in_force.holds(when.last),
        ) {
            (true, true) => Answer::Yes,
            // A span that begins before and ends after the whole period touches it too.
            (false, false) if !spans(duty, when) => Answer::No,
            _ => Answer::Unknown,
        },
    }
}

fn spans(duty: &Duty, when: crate::words::When) -> bool {
    let after_start = duty.in_force.from.is_none_or(|from| from <= when.last);
    let before_end = duty.in_force.until.is_none_or(|until| when.first <= until);
    after_start && before_end
}

pub(super) fn answer(test: &Test, case: &Case<'_, '_>) -> Answer {
    let cell = case.cell(test.slot);
    match (&test.ask, cell.value) {
        (Ask::Given, _) => yes_no(cell.is_given()),
        (Ask::NotGiven, _) => yes_no(!cell.is_given()),
        (_, Value::Missing | Value::Denied) => test.if_missing,
        (Ask::Codes(codes), Value::Code(code)) => yes_no(codes.contains(&code)),
        (Ask::NotCodes(codes), Value::Code(code)) => yes_no(!codes.contains(&code)),
        (Ask::Texts(texts), _) => yes_no(is_one_of(cell, texts)),
        (Ask::NotTexts(texts), _) => yes_no(!is_one_of(cell, texts)),
        (Ask::Mentions(words), _) => yes_no(words.stands_in(&cell.text)),
        (Ask::MentionsNone(words), _) => yes_no(!words.stands_in(&cell.text)),
        (Ask::Codes(_) | Ask::NotCodes(_), _) => Answer::Unknown,
    }
}

const fn yes_no(yes: bool) -> Answer {
    if yes { Answer::Yes } else { Answer::No }
}

fn is_one_of(cell: &Cell<'_>, texts: &[String]) -> bool {
    let text = match cell.value {
        Value::Flag(true) => "yes",
        Value::Flag(false) => "no",
        Value::Missing
        | Value::Denied
        | Value::Text
        | Value::When(_)
        | Value::Code(_)
        | Value::Amount(_)
        | Value::Integer(_)
        | Value::Decimal(_)
        | Value::Faulty(_) => &cell.text,
    };
    texts.iter().any(|other| other == text)
}
