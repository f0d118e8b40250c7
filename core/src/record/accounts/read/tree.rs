//! Where each row of a table stands in its tree: by its code, or by its indent.

use super::Forms;
use crate::record::accounts::code::parent_of;
use crate::record::accounts::doubt::Doubt;
use crate::record::accounts::parts::Parts;
use crate::record::accounts::row::{LINES, TOTAL, UNNAMED};
use crate::record::accounts::statement::Statement;
use crate::words::amount::Unit;
use alloc::vec::Vec;
use core::ops::Range;

/// Puts the rows of a statement into their tree.
pub(super) fn finish(forms: &Forms, statement: &mut Statement<'_>, doubts: &mut Vec<Doubt>) {
    if statement.unit.is_none() && statement.has_amounts() {
        doubts.push(Doubt::NoUnit(statement.at));
    }
    statement.half_unit = half_unit(statement);
    by_key(statement, doubts);
    let indented = statement
        .rows
        .iter()
        .filter(|row| row.key >= UNNAMED && row.level > 0)
        .count();
    let coded = forms
        .templates
        .get(statement.template)
        .is_some_and(|template| template.codes.is_some());
    if coded && indented > 1 {
        by_indent(statement, doubts);
    } else {
        by_code(statement, doubts);
    }
    statement.parts = Parts::of(&statement.rows);
}

fn half_unit(statement: &Statement<'_>) -> i64 {
    let unit = statement.unit.unwrap_or(Unit::Yuan).fen();
    let step = 10_i64.checked_pow(u32::from(statement.places));
    step.and_then(|step| unit.checked_div(step))
        .map_or(0, |last| last / 2)
}

/// The keys of the total, of each level of codes, and of lines and other rows.
const LEVELS: [Range<u32>; 5] = [
    TOTAL..TOTAL + 1,
    TOTAL + 1..1_000,
    1_000..100_000,
    100_000..LINES,
    LINES..u32::MAX,
];

fn by_key(statement: &mut Statement<'_>, doubts: &mut Vec<Doubt>) {
    let rows = (0_u32..)
        .zip(&statement.rows)
        .map(|(number, row)| (row.key, number));
    // Level by level the codes of a table are in order, as a rule.
    let mut keys: Vec<(u32, u32)> = Vec::with_capacity(statement.rows.len());
    for level in LEVELS {
        keys.extend(rows.clone().filter(|(key, _)| level.contains(key)));
    }
    if !keys.is_sorted() {
        keys.sort_unstable();
    }
    let mut last = None;
    keys.retain(|(key, number)| {
        let again = last == Some(*key);
        last = Some(*key);
        if again
            && let Some(row) = usize::try_from(*number)
                .ok()
                .and_then(|number| statement.rows.get_mut(number))
        {
            row.repeated = true;
            doubts.push(Doubt::Twice(row.place));
        }
        !again
    });
    statement.by_key = keys;
}

fn by_code(statement: &mut Statement<'_>, doubts: &mut Vec<Doubt>) {
    let mut missing: Vec<u32> = Vec::new();
    // Rows that stand together are mostly part of the same.
    let mut last = (TOTAL, None);
    for number in 0..statement.rows.len() {
        let Some(row) = statement.rows.get(number).copied() else {
            continue;
        };
        if row.level < 2 || row.repeated || row.key >= LINES {
            continue;
        }
        let mut above = parent_of(row.key);
        while let Some(code) = above {
            if last.0 != code {
                last = (code, statement.row(code));
            }
            if let Some(parent) = last.1 {
                adopt(statement, number, parent);
                break;
            }
            if !missing.contains(&code) {
                missing.push(code);
                let at = row.place;
                doubts.push(Doubt::NoParent { code, at });
            }
            above = parent_of(code);
        }
    }
}

// Without codes a row is part of the last row before it that is less indented.
fn by_indent(statement: &mut Statement<'_>, doubts: &mut Vec<Doubt>) {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut levels = 0_u8;
    for number in 0..statement.rows.len() {
        let Some(row) = statement.rows.get(number).copied() else {
            continue;
        };
        if row.level == 0 {
            continue;
        }
        while open.last().is_some_and(|(level, _)| *level >= row.level) {
            open.pop();
        }
        if let Some((_, parent)) = open.last().copied() {
            adopt(statement, number, parent);
        }
        open.push((row.level, number));
        let depth = u8::try_from(open.len()).unwrap_or(u8::MAX);
        levels = levels.max(depth);
        if let Some(row) = statement.rows.get_mut(number) {
            row.level = depth;
        }
    }
    statement.leveled &= levels > 1;
    if !statement.leveled {
        doubts.push(Doubt::NoLevels(statement.at));
    }
}

fn adopt(statement: &mut Statement<'_>, number: usize, parent: usize) {
    if let Some(row) = statement.rows.get_mut(number) {
        row.parent = u32::try_from(parent).ok();
    }
    if let Some(row) = statement.rows.get_mut(parent) {
        row.has_parts = true;
    }
}
