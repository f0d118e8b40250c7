//! From sums that do not add up to the fewest causes that explain them.
//!
//! A wrong cell breaks every sum it is part of by the same amount, and leaves every other sum even; so the
//! cell that explains most broken sums and breaks fewest even ones is named. Where no cell stands out, the
//! sum is named at which it shows, with the cells it could be.

use super::remark::{Cause, Guess};
use super::sums::{At, CellAt, Sum};
use crate::order;
use crate::record::accounts::Document;
use crate::record::accounts::prose::NAMED;
use crate::words::amount::Unit;
use alloc::{collections::BTreeMap, vec::Vec};

/// A cause with the rules whose sums it breaks.
pub(super) struct Explained {
    pub(super) cause: Cause,
    pub(super) rule: u16,
    pub(super) affects: Vec<u16>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Candidate {
    guess: Guess,
    sums: Vec<usize>,
    against: usize,
}

/// The causes of broken sums, given how many even sums each of their cells is part of.
pub(super) fn explain(
    document: &Document<'_>,
    mut broken: Vec<Sum>,
    even: &BTreeMap<CellAt, usize>,
) -> Vec<Explained> {
    let mut causes = Vec::new();
    while !broken.is_empty() {
        let candidate = best(document, &broken, even);
        let candidate = candidate.unwrap_or_else(|| Candidate {
            guess: Guess::Any(Vec::new()),
            sums: alloc::vec![0],
            against: 0,
        });
        causes.extend(explained(document, &broken, &candidate, even));
        let mut number: usize = 0;
        broken.retain(|_| {
            let keep = !candidate.sums.contains(&number);
            number = number.saturating_add(1);
            keep
        });
    }
    causes
}

/// The cells of broken sums: what is asked about even ones.
pub(super) fn cells(broken: &[Sum]) -> BTreeMap<CellAt, usize> {
    broken
        .iter()
        .flat_map(|sum| sum.terms.iter().map(|(cell, _)| (*cell, 0)))
        .collect()
}

fn best(
    document: &Document<'_>,
    broken: &[Sum],
    even: &BTreeMap<CellAt, usize>,
) -> Option<Candidate> {
    let mut all = slips(document, broken);
    all.extend(rows(document, broken));
    all.extend(single(document, broken, even));
    // Of equally good ones the first: a unit before a row before a cell.
    let mut best: Option<Candidate> = None;
    for candidate in all {
        if best
            .as_ref()
            .is_none_or(|best| worth(&candidate) > worth(best))
        {
            best = Some(candidate);
        }
    }
    best
}

fn worth(candidate: &Candidate) -> (i64, bool) {
    let sums = i64::try_from(candidate.sums.len()).unwrap_or(i64::MAX);
    let against = i64::try_from(candidate.against).unwrap_or(i64::MAX);
    (
        sums.saturating_sub(against),
        matches!(candidate.guess, Guess::Cell(..)),
    )
}

fn explained(
    document: &Document<'_>,
    broken: &[Sum],
    candidate: &Candidate,
    even: &BTreeMap<CellAt, usize>,
) -> Option<Explained> {
    let sums: Vec<&Sum> = candidate
        .sums
        .iter()
        .filter_map(|number| broken.get(*number))
        .collect();
    let first = sums.iter().copied().min_by_key(|sum| order(sum))?;
    let mut affects: Vec<u16> = sums
        .iter()
        .map(|sum| sum.rule)
        .filter(|rule| *rule != first.rule)
        .collect();
    order::sort(&mut affects);
    affects.dedup();
    let alone = sums.len() <= 1 && !matches!(candidate.guess, Guess::Unit(_));
    let guess = if alone {
        any(document, first, candidate, even)
    } else {
        candidate.guess.clone()
    };
    let cause = Cause {
        at: first.at,
        residual: first.residual,
        sums: sums.len(),
        guess,
    };
    Some(Explained {
        cause,
        rule: first.rule,
        affects,
    })
}

// The deepest sum of a tree speaks first: there the difference arises.
const fn order(sum: &Sum) -> (bool, bool, usize) {
    match sum.at {
        At::Tree {
            parent: Some(row), ..
        } => (false, false, usize::MAX.saturating_sub(row)),
        At::Tree { parent: None, .. } => (false, true, 0),
        At::Equation { number, .. } => (true, false, number),
    }
}

// One broken sum alone: any cell of it that no even sum holds fast.
fn any(
    document: &Document<'_>,
    sum: &Sum,
    candidate: &Candidate,
    even: &BTreeMap<CellAt, usize>,
) -> Guess {
    let free = |cell: &CellAt| even.get(cell).copied().unwrap_or(0) == 0;
    let all = || sum.terms.iter().map(|(cell, _)| *cell);
    let mut cells: Vec<CellAt> = all().filter(free).collect();
    if cells.is_empty() {
        cells = all().collect();
    }
    if let (Guess::Cell(cell, amount), [only]) = (&candidate.guess, cells.as_slice())
        && cell == only
    {
        return Guess::Cell(*cell, *amount);
    }
    if let (Guess::Row { code: Some(_), .. }, true) = (&candidate.guess, sum.lacks.is_some()) {
        return candidate.guess.clone();
    }
    let filled = |cell: &CellAt| {
        let statement = document.statements.get(cell.statement);
        statement.is_some_and(|statement| statement.held(cell.row, cell.column).is_some())
    };
    order::sort_by_key(&mut cells, |cell| !filled(cell));
    cells.truncate(NAMED);
    Guess::Any(cells)
}

// Cells that would put right every sum of a group, all by the same amount.
fn single(
    document: &Document<'_>,
    broken: &[Sum],
    even: &BTreeMap<CellAt, usize>,
) -> Vec<Candidate> {
    let mut by_cell: BTreeMap<CellAt, Vec<(i64, i64, usize)>> = BTreeMap::new();
    for (number, sum) in broken.iter().enumerate() {
        for (cell, minus) in &sum.terms {
            let change = if *minus {
                sum.residual
            } else {
                sum.residual.saturating_neg()
            };
            by_cell
                .entry(*cell)
                .or_default()
                .push((change, sum.band, number));
        }
    }
    let groups = by_cell.into_iter().filter_map(|(cell, mut changes)| {
        order::sort(&mut changes);
        let (change, sums) = largest(&changes)?;
        let held = document
            .statements
            .get(cell.statement)?
            .held(cell.row, cell.column)
            .fen()?;
        let against = even.get(&cell).copied().unwrap_or(0);
        Some(Candidate {
            guess: Guess::Cell(cell, held.saturating_add(change)),
            sums,
            against,
        })
    });
    groups.collect()
}

// The largest group of changes that are the same but for rounding.
fn largest(changes: &[(i64, i64, usize)]) -> Option<(i64, Vec<usize>)> {
    let mut best: Option<(i64, Vec<usize>)> = None;
    for (start, (change, band, _)) in changes.iter().enumerate() {
        let rest = changes.iter().skip(start);
        let same = rest.take_while(|(other, other_band, _)| {
            other.saturating_sub(*change) <= band.saturating_add(*other_band)
        });
        let sums: Vec<usize> = same.map(|(.., number)| *number).collect();
        if best
            .as_ref()
            .is_none_or(|(_, best)| sums.len() > best.len())
        {
            best = Some((*change, sums));
        }
    }
    best
}

// Rows that are missing under a row: the tree's sums there, and those of other tables that have the row.
fn rows(document: &Document<'_>, broken: &[Sum]) -> Vec<Candidate> {
    let mut places: BTreeMap<(usize, Option<usize>), Candidate> = BTreeMap::new();
    for (number, sum) in broken.iter().enumerate() {
        let Some((statement, parent, code)) = lacking(document, sum) else {
            continue;
        };
        let candidate = places
            .entry((statement, parent))
            .or_insert_with(|| Candidate {
                guess: Guess::Row {
                    statement,
                    parent,
                    code: None,
                },
                sums: Vec::new(),
                against: 0,
            });
        candidate.sums.push(number);
        if let Guess::Row { code: own, .. } = &mut candidate.guess {
            // The lowest of the missing codes is the row itself.
            *own = (*own).max(code);
        }
    }
    places.into_values().collect()
}

fn lacking(document: &Document<'_>, sum: &Sum) -> Option<(usize, Option<usize>, Option<u32>)> {
    match sum.at {
        At::Tree {
            statement, parent, ..
        } => Some((statement, parent, None)),
        At::Equation { code, .. } => {
            let (statement, code) = (sum.lacks?, code?);
            let table = document.statements.get(statement)?;
            let mut above = crate::record::accounts::code::parent_of(code);
            while let Some(key) = above {
                if let Some(row) = table.row(key) {
                    return Some((statement, Some(row), Some(code)));
                }
                above = crate::record::accounts::code::parent_of(key);
            }
            Some((statement, None, Some(code)))
        }
    }
}

// Tables whose amounts are ten thousand times those of others.
fn slips(document: &Document<'_>, broken: &[Sum]) -> Vec<Candidate> {
    let mut tables: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (number, sum) in broken.iter().enumerate() {
        let mut sides: BTreeMap<usize, i64> = BTreeMap::new();
        for (cell, minus) in &sum.terms {
            let statement = document.statements.get(cell.statement);
            let fen = statement
                .and_then(|own| own.held(cell.row, cell.column).fen())
                .unwrap_or(0);
            let side = sides.entry(cell.statement).or_default();
            *side = side.saturating_add(if *minus { fen.saturating_neg() } else { fen });
        }
        let mut amounts = sides.iter();
        let (Some((one, a)), Some((other, b)), None) =
            (amounts.next(), amounts.next(), amounts.next())
        else {
            continue;
        };
        let (a, b) = (a.saturating_abs(), b.saturating_abs());
        // Ten thousand yuan for yuan, as far as rounding lets it be seen.
        let slip = Unit::WanYuan
            .fen()
            .checked_div(Unit::Yuan.fen())
            .unwrap_or(1);
        let times = |large: i64, small: i64| {
            let off = large.saturating_sub(small.saturating_mul(slip));
            small > sum.band && off.saturating_abs() <= sum.band.saturating_mul(slip)
        };
        if times(a, b) || times(b, a) {
            for table in [one, other] {
                tables.entry(*table).or_default().push(number);
            }
        }
    }
    let slips = tables.into_iter().filter(|(_, sums)| sums.len() > 1);
    slips
        .map(|(table, sums)| Candidate {
            guess: Guess::Unit(table),
            sums,
            against: 0,
        })
        .collect()
}
