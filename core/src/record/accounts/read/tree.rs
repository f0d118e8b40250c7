//! Where each row of a table stands in its tree: by its code, or by its indent.

use super::Forms;
use crate::order;
use crate::record::accounts::code::parent_of;
use crate::record::accounts::doubt::Doubt;
use crate::record::accounts::parts::Parts;
use crate::record::accounts::row::{LINES, TOTAL, UNNAMED};
use crate::record::accounts::statement::Statement;
use crate::words::amount::Unit;
use alloc::{collections::BTreeMap, vec::Vec};
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
        order::sort(&mut keys);
    }
    let mut last = None;
    let mut repeats = false;
    keys.retain(|(key, number)| {
        let again = last == Some(*key);
        last = Some(*key);
        if again
            && let Ok(row) = usize::try_from(*number)
            && let Some(row) = statement.rows.get_mut(row)
        {
            row.repeated = true;
            repeats = true;
        }
        !again
    });
    statement.by_key = keys;
    if repeats {
        again(statement, doubts);
    }
}

// Says of a row that it stands twice, or once of a table that it is a copy of what stands before it.
fn again(statement: &mut Statement<'_>, doubts: &mut Vec<Doubt>) {
    let first = statement.rows.first().map(|row| row.place.sheet);
    let mut sheets: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for row in &statement.rows {
        let (rows, repeats) = sheets.entry(row.place.sheet).or_default();
        *rows = rows.saturating_add(1);
        *repeats = repeats.saturating_add(usize::from(row.repeated));
    }
    sheets.retain(|sheet, (rows, repeats)| {
        Some(*sheet) != first && *repeats > 1 && repeats.saturating_mul(2) > *rows
    });
    let mut said = None;
    for row in &mut statement.rows {
        let sheet = row.place.sheet;
        if !sheets.contains_key(&sheet) {
            doubts.extend(row.repeated.then_some(Doubt::Twice(row.place)));
            continue;
        }
        row.repeated = true;
        if said != Some(sheet) {
            said = Some(sheet);
            doubts.push(Doubt::Again(row.place));
        }
    }
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
